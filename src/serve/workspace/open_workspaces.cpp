#include "serve/workspace/open_workspaces.hpp"

#include <sys/stat.h>

namespace tarazy {

OpenWorkspaces::FileNumber OpenWorkspaces::file_number(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return std::pair(static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino));
}

Workspace& OpenWorkspaces::of(const std::string& path) {
    const std::lock_guard lock(mutex_);
    Open& open = open_[path];
    if (open.workspace && open.file != file_number(path)) replaced_.push_back(std::move(open.workspace));
    if (!open.workspace) {
        open.workspace = std::make_unique<Workspace>(path);
        open.file = file_number(path);
    }
    return *open.workspace;
}

}  // namespace tarazy
