# Sourced by ./tarazy and ./check: installs and builds what is missing, says what it does on standard error,
# and costs a few milliseconds when everything is in place. Expects $here, the root of the checkout.

say() { printf 'tarazy: %s\n' "$*" >&2; }
die() { say "$*"; exit 4; }

# logged TITLE COMMAND...: runs quietly; shows the end of what it said when it fails.
logged() {
    title=$1
    shift
    say "$title ..."
    mkdir -p "$here/build"
    if ! "$@" >"$here/build/setup.log" 2>&1; then
        tail -n 40 "$here/build/setup.log" >&2
        die "$title failed; the whole log is in build/setup.log"
    fi
}

has_node() {
    command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1 &&
        [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 18 ]
}

# Packages of apt-packages.txt for these uses ("run", or "run check") that are not installed.
missing_packages() {
    for package in $(awk -v uses="$1" '!/^#/ && NF == 2 && index(" " uses " ", " " $2 " ") { print $1 }' "$here/apt-packages.txt"); do
        case $package in nodejs | npm) if has_node; then continue; fi ;; esac
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
        [ "$status" = installed ] || printf '%s ' "$package"
    done
}

install_packages() {
    uses=$1
    packages_seen="$here/build/.packages-$(echo "$uses" | tr ' ' '-')"
    if cmp -s "$here/apt-packages.txt" "$packages_seen"; then return; fi
    missing=$(missing_packages "$uses")
    if [ -n "$missing" ]; then
        if [ "$(id -u)" -eq 0 ]; then
            as_root='env DEBIAN_FRONTEND=noninteractive'
        elif command -v sudo >/dev/null 2>&1; then
            as_root='sudo env DEBIAN_FRONTEND=noninteractive'
        else
            die "these packages are needed; as root run: apt-get install --no-install-recommends $missing"
        fi
        wait_for_lock='-o DPkg::Lock::Timeout=300'
        # $as_root, $wait_for_lock and $missing are lists of words.
        # shellcheck disable=SC2086
        logged "updating the package lists" $as_root apt-get $wait_for_lock update
        # shellcheck disable=SC2086
        logged "installing $(echo $missing | wc -w) packages" \
            $as_root apt-get $wait_for_lock install -y --no-install-recommends $missing
    fi
    mkdir -p "$here/build"
    cp "$here/apt-packages.txt" "$packages_seen"
}

# newer_than STAMP PATH...: is anything under the paths newer than the stamp? Folders count, since a deleted
# file changes its folder.
newer_than() {
    reference=$1
    shift
    [ ! -e "$reference" ] || [ -n "$(find "$@" -newer "$reference" -print -quit)" ]
}

# build_explorer run|check: fetches the packages of explorer/ and bundles the figures that the report carries.
build_explorer() {
    modules="$here/explorer/node_modules"
    lock="$here/explorer/package-lock.json"
    if newer_than "$modules/.installed-check" "$lock"; then # the larger set serves both uses
        if [ "$1" = check ]; then
            logged "fetching the packages of explorer/ and of its tests" npm --prefix "$here/explorer" ci --no-audit --no-fund
            touch "$modules/.installed-check"
        elif newer_than "$modules/.installed-run" "$lock"; then
            logged "fetching the packages of explorer/" npm --prefix "$here/explorer" ci --omit=dev --no-audit --no-fund
            touch "$modules/.installed-run"
        fi
    fi
    # The words of locale/ come to the browser with the data of a report, not with the script.
    if newer_than "$here/explorer/dist/.built" "$here/explorer/src" "$here/explorer/figures" "$here/explorer/build.mjs" \
        "$here/explorer/figure_types.mjs" "$here/explorer/figure_schemas.mjs" "$here/explorer/package.json" "$lock"; then
        logged "building explorer/" npm --prefix "$here/explorer" run build
        touch "$here/explorer/dist/.built"
    fi
}

# build_site: fetches the generator of site/ and makes build/site from the pages.
build_site() {
    modules="$here/site/node_modules"
    if newer_than "$modules/.installed" "$here/site/package-lock.json"; then
        logged "fetching the packages of site/" npm --prefix "$here/site" ci --no-audit --no-fund
        touch "$modules/.installed"
    fi
    npm --prefix "$here/site" run build
}

sources_newer_than() {
    newer_than "$1" "$here/src" "$here/tests" "$here/locale" "$here/cmake" "$here/CMakeLists.txt" \
        "$here/CMakePresets.json" "$here/explorer/dist"
}

# build_preset PRESET ON|OFF [TARGETS [TREE]]: configures and builds, with or without tests, all or some targets, when a
# source is newer than the last build of all, or of these. Tests that TREE has compiled are linked, not compiled again.
build_preset() {
    tree="$here/build/$1"
    stamp=.built-$2${3:+-some}
    if ! sources_newer_than "$tree/.built-ON" || ! sources_newer_than "$tree/$stamp"; then return; fi
    mkdir -p "$tree"
    touch "$tree/.started" # a file saved while the compiler runs counts as newer
    launcher=
    if command -v ccache >/dev/null 2>&1; then
        launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
        # Paths in the checkout count from its root, so that another clone finds what this one has compiled.
        export CCACHE_BASEDIR="$here" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
    fi
    at_root=$(pwd)
    cd "$here"
    # A preset that was changed may name another compiler, for which cmake forgets all it was told.
    fresh=
    if [ CMakePresets.json -nt "$tree/CMakeCache.txt" ]; then fresh=--fresh; fi
    logged "configuring ($1)" cmake --preset "$1" ${fresh:+"$fresh"} "-DTARAZY_TESTS=$2" "-DTARAZY_TEST_OBJECTS=${4:-}" ${launcher:+"$launcher"}
    # The targets are a list of words.
    # shellcheck disable=SC2086
    logged "building ($1; the first time takes a few minutes)" cmake --build "$tree" ${3:+--target $3}
    cd "$at_root"
    mv "$tree/.started" "$tree/$stamp"
}

# One set-up at a time in a checkout: the second waits for the first.
locked() {
    mkdir -p "$here/build"
    exec 9>"$here/build/.setup.lock"
    flock 9
    "$@"
    exec 9>&-
}
