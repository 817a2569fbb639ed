#pragma once

#include "base/leftovers.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace tarazy {

/// A new folder that is gone, with all that is in it, when its owner goes or the program is interrupted, unless it was
/// put in place under another name. What a killed process left under such a name is swept away first.
class PassingFolder {
public:
    /// @param parent  where it is made; @param beginning  of its name: "tarazy-figures"
    /// @throws FileError if no folder can be made there
    PassingFolder(const std::filesystem::path& parent, const std::string& beginning);
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

    /// Gives it this name and the permissions of other folders. An empty folder of this name gives way with its
    /// permissions kept; the one that this process stands in stays and takes up what lies in this one.
    /// @throws FileError
    void put_in_place(const std::filesystem::path& target) const;

private:
    std::filesystem::path path_;
    int held_ = -1;  ///< tells others that somebody is here
    std::optional<Leftover> leftover_;
};

/// Where the machine keeps such files: TMPDIR, or /tmp. @throws FileError if that is no folder
[[nodiscard]] std::filesystem::path folder_for_passing_files();

}  // namespace tarazy
