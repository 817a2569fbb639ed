#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tarazy {

/// A file as it arrives, beside its place as `<name>.arriving-<32 digits>`; given up, and gone at once, unless `keep`
/// was called. While it arrives the file is locked, so that another server does not take it for a leftover.
class ArrivingFile {
public:
    /// @throws FileError
    explicit ArrivingFile(std::string path);
    ArrivingFile(const ArrivingFile&) = delete;
    ArrivingFile& operator=(const ArrivingFile&) = delete;
    ~ArrivingFile();

    /// @throws FileError (`DiskError`): the disk is full, ...
    void take(std::string_view bytes);
    /// Puts it in its place. @throws FileError
    void keep();
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

private:
    std::string path_, aside_;
    int file_ = -1;
    std::uint64_t size_ = 0;
    bool kept_ = false;
};

/// Removes what killed uploads have left in a folder and below it: files of such names only, written last before
/// `before`, that nobody writes any more. Follows no links, looks at 200,000 entries at most. @return how many
std::size_t sweep_arriving_files(const std::string& folder, std::filesystem::file_time_type before);

}  // namespace tarazy
