#include "serve/workspace/open_workspaces.hpp"

namespace tarazy {

Workspace& OpenWorkspaces::of(const std::string& path) {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<Workspace>& workspace = open_[path];
    if (!workspace) workspace = std::make_unique<Workspace>(path);
    return *workspace;
}

}  // namespace tarazy
