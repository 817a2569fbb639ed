#pragma once

#include "serve/workspace/workspace.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Workspaces that are open, each once. From several threads.
class OpenWorkspaces {
public:
    /// Opens or makes the file. One that was taken away or replaced meanwhile (a copy was put back) is opened anew:
    /// what is entered goes into the file that is there. @throws as `Workspace`
    [[nodiscard]] Workspace& of(const std::string& path);

private:
    /// Which file a path leads to: device and number; nothing when there is none.
    using FileNumber = std::optional<std::pair<std::uint64_t, std::uint64_t>>;
    [[nodiscard]] static FileNumber file_number(const std::string& path);
    struct Open {
        FileNumber file;
        std::unique_ptr<Workspace> workspace;
    };
    std::mutex mutex_;
    std::map<std::string, Open> open_;
    std::vector<std::unique_ptr<Workspace>> replaced_;  ///< somebody may still be answering from them
};

}  // namespace tarazy
