#!/bin/sh
# Builds the Debian package of build/release, looks at what is in it, unpacks it into a folder and works with the program
# there; the same for `cmake --install`. Needs no root. Ends with status 0 when all holds.
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
tree=build/release
place=build/installed
fail() { echo "check_package: $*" >&2; exit 1; }

rm -rf $tree/package $place
mkdir -p $place
cmake -E chdir $tree cpack >/dev/null
package=$(ls $tree/package/*.deb)
version=$(sed -n 's/^project(tarazy VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

# What it says of itself: libraries found in the program, and what is called by name.
needed=$(dpkg-deb --field "$package" Depends)
for name in libc6 libstdc++6 libsqlite3-0 libicu libigraph libhunspell libtbb hunspell-kk poppler-utils; do
    case $needed in *$name*) ;; *) fail "$name is not among the packages needed: $needed" ;; esac
done
[ "$(dpkg-deb --field "$package" Version)" = "$version" ] || fail "the package has another version than $version"

# What is in it.
dpkg-deb --contents "$package" >$tree/package/contents
while read -r path; do
    grep -q " \./usr/$path\$" $tree/package/contents || fail "usr/$path is not in the package"
done <<'FILES'
bin/tarazy
share/man/man1/tarazy.1.gz
share/man/man1/tarazy-align-similarity.1.gz
share/bash-completion/completions/tarazy
share/zsh/vendor-completions/_tarazy
share/fish/vendor_completions.d/tarazy.fish
share/doc/tarazy/copyright
share/doc/tarazy/changelog.gz
share/doc/tarazy/README.md
share/doc/tarazy/docs/commands.md
share/doc/tarazy/docs/images/report.png
share/tarazy/examples/nile/nile.csv
share/tarazy/studies/mongolia/study.toml
share/tarazy/studies/kazakhstan/data/chronology.csv
FILES
awk '$2 != "root/root" { print }' $tree/package/contents | grep . && fail "files of others than root"
grep -E '/(output|\.cache|node_modules|\.git)[^ ]*$' $tree/package/contents && fail "files that belong to no package"
if command -v lintian >/dev/null 2>&1; then
    lintian --fail-on error,warning "$package"
else
    echo "lintian is not installed: the package was not looked at by it"
fi

# It works where it is unpacked, with nothing of the checkout.
dpkg-deb --extract "$package" $place/deb
DESTDIR='' cmake --install $tree --prefix $place/prefix >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for usr in $place/deb/usr $place/prefix; do
    usr=$(readlink -f "$usr")
    program=$usr/bin/tarazy
    [ "$("$program" --version)" = "tarazy $version" ] || fail "$program --version says something else"
    (cd "$work" && "$program" doctor >doctor.csv) || [ $? -eq 1 ] || fail "$program doctor failed"
    grep -q '^tarazy,ok,' "$work/doctor.csv" || fail "doctor does not find the program: $(cat "$work/doctor.csv")"
    rm -rf "$work/mine"
    (cd "$work" && "$program" study new mine --quiet && "$program" study run mine --quiet && "$program" study verify mine/output)
    [ -s "$work/mine/output/report.html" ] || fail "there is no report"
    ! command -v man >/dev/null 2>&1 ||
        man -l "$usr/share/man/man1/tarazy-align-similarity.1.gz" | grep -q -- --bootstrap ||
        fail "man does not show the page"
    bash -c ". '$usr/share/bash-completion/completions/tarazy'; COMP_WORDS=(tarazy ali) COMP_CWORD=1; _tarazy; [ \"\${COMPREPLY[*]}\" = align ]" ||
        fail "bash does not complete"
done
env -u TARAZY_DATA "$place/deb/usr/bin/tarazy" study run "$place/deb/usr/share/tarazy/studies/mongolia" --output "$work/mongolia" --quiet
(cd $place/deb/usr && find . -type f | sort) >$tree/package/files-deb
(cd $place/prefix && find . -type f | sort) >$tree/package/files-prefix
cmp $tree/package/files-deb $tree/package/files-prefix || fail "cmake --install lays down other files than the package"
echo "$package: $(wc -c <"$package") bytes, $(wc -l <$tree/package/files-deb) files"
