#include "ledger/way_clear.hpp"

#include "base/error.hpp"
#include "ledger/manifest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace tarazy {

namespace fs = std::filesystem;

namespace {

/// May files be moved into this folder and out of it? Permissions ask for the folder, not for what lies in it, except
/// where only owners may (sticky).
bool takes_files(const fs::path& folder) {
    struct stat status {};
    if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0) return false;
    if (::stat(folder.c_str(), &status) != 0 || (status.st_mode & S_ISVTX) == 0) return true;
    return ::geteuid() == 0 || status.st_uid == ::geteuid();
}

}  // namespace

bool stays_inside(const std::string& relative) {
    const fs::path path(relative);
    return !relative.empty() && path.is_relative() && std::ranges::find(path, fs::path("..")) == path.end() &&
           path.has_filename();
}

bool way_is_clear(const fs::path& folder, const std::string& relative) {
    std::error_code ignored;
    for (fs::path parent = fs::path(relative).parent_path(); !parent.empty(); parent = parent.parent_path()) {
        const fs::file_type type = fs::symlink_status(folder / parent, ignored).type();
        if (type != fs::file_type::directory && type != fs::file_type::not_found) return false;
    }
    return true;
}

void require_way_clear(const fs::path& folder, const std::vector<std::string>& files,
                       const std::vector<OutputRecord>& former, bool holds_results) {
    std::error_code ignored;
    for (const std::string& relative : files) {
        const fs::path target = folder / relative;
        if (!way_is_clear(folder, relative))
            throw FileError(target.string() + ": its folder is a file or a link; move it away and run again");
        const fs::file_type type = fs::symlink_status(target, ignored).type();
        if (type == fs::file_type::not_found) continue;
        const bool written_by_a_run = (holds_results && (relative == manifest_name || relative == ledger_name)) ||
                                      std::ranges::find(former, relative, &OutputRecord::path) != former.end();
        if (!written_by_a_run || type == fs::file_type::directory) {
            throw FileError(target.string() +
                            ": is in the way and was not written by an earlier run; move it away and run again");
        }
    }
}

void require_folders_writable(const fs::path& folder, const std::vector<std::string>& files) {
    std::error_code ignored;
    std::set<fs::path> folders = {folder};
    for (const std::string& relative : files) {
        fs::path parent = (folder / relative).parent_path();
        while (!fs::exists(parent, ignored) && parent.has_relative_path()) parent = parent.parent_path();
        folders.insert(parent);
    }
    for (const fs::path& path : folders) {
        if (!takes_files(path))
            throw FileError(path.string() +
                            ": cannot be written; nothing was changed. Give yourself the right to write "
                            "there, or name another folder");
    }
}

}  // namespace tarazy
