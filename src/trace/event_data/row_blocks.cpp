#include "trace/event_data/row_blocks.hpp"

#include "base/error.hpp"
#include "trace/event_data/field_index.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace tarazy {
namespace {

std::uint64_t bytes_on_disk(const std::vector<std::string>& paths) {
    std::uint64_t sum = 0;
    for (const std::string& path : paths) {
        std::error_code error;
        const auto size = std::filesystem::file_size(path, error);
        if (error) return 0;  // a pipe, or a file that opening will complain about
        sum += size;
    }
    return sum;
}

}  // namespace

RowBlocks::RowBlocks(std::vector<std::string> paths, EventLayout layout, ActorLevel level, Work work)
    : paths_(std::move(paths)), layout_(layout), level_(level), step_(work, "reading events", bytes_on_disk(paths_)) {}

bool RowBlocks::next(RowBlock& block) {
    const std::scoped_lock lock(mutex_);
    // One thread throws what went wrong; to the others this is the end.
    if (failed_) return false;
    failed_ = true;
    const bool some = next_of_files(block);
    failed_ = false;
    return some;
}

bool RowBlocks::next_of_files(RowBlock& block) {
    for (;;) {
        if (!stream_ && !open_next()) return false;
        fill(block);
        if (block.size == 0) continue;
        block.file = opened_ - 1;
        block.number = starts_.size();
        block.columns = columns_;
        starts_.push_back({block.file, header_lines_});
        return true;
    }
}

/// The columns by the first line, which stays when it is a row.
void RowBlocks::read_columns(std::string& beginning) {
    const std::string& path = paths_[opened_ - 1];
    if (beginning.starts_with("\xEF\xBB\xBF")) beginning.erase(0, 3);
    if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF"))
        throw InputError(Problem{path, 1, 0, "the file is in UTF-16", "save it as UTF-8"});
    const std::size_t end = beginning.find('\n');
    const std::string_view first(beginning.data(), end == std::string::npos ? beginning.size() : end + 1);
    const bool nothing_whole = beginning.empty() || (end == std::string::npos && has_header(layout_, first));
    if (nothing_whole && stream_->cut_short())
        throw InputError(Problem{path, 0, 0, "the file is cut short: its packed data end before the first line does",
                                 "fetch or pack the file again"});
    if (first.find_first_not_of("\r\n") == std::string_view::npos)
        throw InputError(Problem{path, 1, 0, beginning.empty() ? "the file is empty" : "the first line is empty",
                                 "give a file with events"});
    header_lines_ = 0;
    if (!has_header(layout_, first)) {
        columns_ = std::make_shared<const EventColumns>(gdelt_columns(layout_, level_, first, path));
        return;
    }
    columns_ = std::make_shared<const EventColumns>(named_event_columns(layout_, level_, first, path));
    header_lines_ = 1;
    beginning.erase(0, first.size());
}

bool RowBlocks::open_next() {
    if (opened_ == paths_.size()) return false;
    stream_.emplace(paths_[opened_], step_.work());
    ++opened_;
    told_ = 0;
    carried_.clear();
    constexpr std::size_t piece = std::size_t{1} << 16;
    while (carried_.find('\n') == std::string::npos && carried_.size() < longest_row) {
        const std::size_t before = carried_.size();
        carried_.resize(before + piece);
        const std::size_t count = stream_->read(carried_.data() + before, piece);
        carried_.resize(before + count);
        if (count == 0) break;
    }
    read_columns(carried_);
    return true;
}

/// Bytes up to the last line end outside quotes; `bytes` begins outside of them.
std::size_t RowBlocks::whole_rows(std::string_view bytes) const {
    const std::size_t last = bytes.rfind('\n');
    if (last == std::string_view::npos) return 0;
    if (!columns_->quoted || bytes.find('"') == std::string_view::npos) return last + 1;
    return quoted_rows_end(bytes, columns_->delimiter);
}

void RowBlocks::fill(RowBlock& block) {
    std::size_t wanted = std::max(usual_size, carried_.size());
    block.unfinished = false;
    block.size = 0;
    for (;;) {
        if (block.bytes.size() < wanted + 1) block.bytes.resize(wanted + 1);
        if (block.size == 0) {
            std::memcpy(block.bytes.data(), carried_.data(), carried_.size());
            block.size = carried_.size();
            carried_.clear();
        }
        while (block.size < wanted) {
            const std::size_t count = stream_->read(block.bytes.data() + block.size, wanted - block.size);
            const std::uint64_t packed = stream_->packed_bytes_read();
            step_.advance(packed - told_);
            told_ = packed;
            if (count > 0) {
                block.size += count;
                continue;
            }
            if (stream_->cut_short()) cut_short_.push_back(opened_ - 1);
            stream_.reset();
            block.unfinished = block.size > 0 && block.bytes[block.size - 1] != '\n';
            if (block.unfinished) block.bytes[block.size++] = '\n';
            return;
        }
        const std::size_t whole = whole_rows(block.rows());
        if (whole > 0) {
            carried_.assign(block.bytes.data() + whole, block.size - whole);
            block.size = whole;
            return;
        }
        if (wanted >= longest_row)
            throw InputError(Problem{paths_[opened_ - 1], 0, 0,
                                     "a row is longer than " + std::to_string(longest_row) + " bytes",
                                     "is a quote never closed, or is it no file of events?"});
        wanted *= 2;
    }
}

std::vector<std::uint64_t> RowBlocks::first_lines(const std::vector<std::uint64_t>& line_ends) const {
    std::vector<std::uint64_t> lines(starts_.size(), 1);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        const bool same_file = i > 0 && starts_[i].file == starts_[i - 1].file;
        lines[i] = same_file ? lines[i - 1] + line_ends[i - 1] : 1 + starts_[i].lines_before;
    }
    return lines;
}

}  // namespace tarazy
