#pragma once

#include "base/work.hpp"
#include "io/byte_stream.hpp"
#include "trace/event_data/event_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Some whole rows of one file.
struct RowBlock {
    std::vector<char> bytes;  ///< reused from block to block
    std::size_t size = 0;     ///< every row ends with a line feed
    std::size_t file = 0;     ///< which of the files
    std::size_t number = 0;   ///< of the block, from 0, over all files
    std::shared_ptr<const EventColumns> columns;
    bool unfinished = false;  ///< the file ends behind the last row without a line end (one was added)

    [[nodiscard]] std::string_view rows() const noexcept { return {bytes.data(), size}; }
};

/// Cuts files of event data into blocks of whole rows, one after another, for any number of threads. Memory: a block or
/// two, whatever the length of the files.
class RowBlocks {
public:
    static constexpr std::size_t usual_size = std::size_t{1} << 18;
    static constexpr std::size_t longest_row = std::size_t{1} << 24;

    RowBlocks(std::vector<std::string> paths, EventLayout layout, ActorLevel level, Work work = {});

    /// The next block; false at the end of the last file. Safe to call from several threads.
    /// @throws FileError, InputError for a file that is empty, has another header than its layout or a row longer than
    ///         `longest_row`, LimitError, Interrupted
    [[nodiscard]] bool next(RowBlock& block);

    [[nodiscard]] const std::vector<std::string>& paths() const noexcept { return paths_; }
    /// After the end: the files whose packed data ended too early, by their place.
    [[nodiscard]] const std::vector<std::size_t>& cut_short() const noexcept { return cut_short_; }
    /// The file that a block is of.
    [[nodiscard]] std::size_t file_of(std::size_t block) const { return starts_[block].file; }
    /// After the end: line on which the first row of a block stands, from 1, given how many line ends each block holds.
    [[nodiscard]] std::vector<std::uint64_t> first_lines(const std::vector<std::uint64_t>& line_ends) const;

private:
    [[nodiscard]] bool next_of_files(RowBlock& block);
    bool open_next();
    void fill(RowBlock& block);
    void read_columns(std::string& beginning);
    [[nodiscard]] std::size_t whole_rows(std::string_view bytes) const;

    std::vector<std::string> paths_;
    EventLayout layout_;
    ActorLevel level_;
    WorkStep step_;
    std::mutex mutex_;
    bool failed_ = false;     ///< an exception has left `next`
    std::size_t opened_ = 0;  ///< files opened so far
    std::optional<ByteStream> stream_;
    std::uint64_t told_ = 0;
    std::string carried_;  ///< read, but not yet in a block
    std::shared_ptr<const EventColumns> columns_;
    std::vector<std::size_t> cut_short_;
    struct BlockStart {
        std::size_t file;
        std::uint64_t lines_before;  ///< of the header
    };
    std::vector<BlockStart> starts_;
    std::uint64_t header_lines_ = 0;
};

}  // namespace tarazy
