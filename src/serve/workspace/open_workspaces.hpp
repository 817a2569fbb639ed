#pragma once

#include "serve/workspace/workspace.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace tarazy {

/// Workspaces that are open, each once. From several threads.
class OpenWorkspaces {
public:
    /// Opens or makes the file. @throws as `Workspace`
    [[nodiscard]] Workspace& of(const std::string& path);

private:
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Workspace>> open_;
};

}  // namespace tarazy
