#pragma once

#include "trace/event_data/dyad_cells.hpp"
#include "trace/event_data/event_layout.hpp"
#include "trace/event_data/field_index.hpp"
#include "trace/event_data/row_blocks.hpp"
#include "trace/periods/period.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// How rows become events.
struct EventRowRules {
    PeriodScale scale;
    QuadRule quad = QuadRule::gdelt;
    std::optional<std::int64_t> since, until;  ///< first and last day that count; day numbers
    bool day_first = false;                    ///< 1/3/2014 is the first of March
};

/// A row that cannot be counted.
struct BadRow {
    std::size_t block = 0;
    std::uint64_t line = 0;  ///< line within its block, from 0
    std::size_t column = 0;  ///< field, from 1; 0 = the row as a whole
    std::string what, remedy;
};

/// How many rows there were, and what became of them.
struct RowTally {
    std::uint64_t rows = 0;           ///< all but empty lines and the header
    std::uint64_t bad = 0;            ///< cannot be read
    std::uint64_t cut = 0;            ///< of the bad ones: last rows of files that end in their middle
    std::uint64_t outside = 0;        ///< before `since` or after `until`
    std::uint64_t without_actor = 0;  ///< no source or no target: no dyad, but part of what a period holds
    std::uint64_t goldstein_from_table = 0;
};

/// Reads blocks of rows one after another: what one thread does. Bad rows are counted, the first twenty are kept.
class EventRowReader {
public:
    explicit EventRowReader(EventRowRules rules) : rules_(rules) {}

    void read(const RowBlock& block);

    [[nodiscard]] const DyadCells& cells() const noexcept { return cells_; }
    [[nodiscard]] const RowTally& tally() const noexcept { return tally_; }
    [[nodiscard]] const std::vector<BadRow>& bad_rows() const noexcept { return bad_rows_; }
    struct BlockLines {
        std::size_t block, file;
        std::uint64_t line_ends, rows;
    };
    [[nodiscard]] const std::vector<BlockLines>& block_lines() const noexcept { return block_lines_; }
    /// Files whose last row has no line end and was counted, since it has all its fields.
    [[nodiscard]] const std::vector<std::size_t>& unfinished() const noexcept { return unfinished_; }

private:
    struct Row;
    enum class Outcome { counted, outside, bad };
    [[nodiscard]] Outcome read_row(const Row& row);
    [[nodiscard]] bool read_date(std::string_view text);
    [[nodiscard]] std::uint32_t read_kind(const Row& row);
    void report(const Row& row, std::size_t column, std::string what, std::string remedy);

    EventRowRules rules_;
    DyadCells cells_;
    RowTally tally_;
    FieldIndex index_;
    std::vector<BadRow> bad_rows_;
    std::vector<BlockLines> block_lines_;
    std::vector<std::size_t> unfinished_;
    EventVocabulary vocabulary_ = EventVocabulary::cameo;
    enum KindNote : std::uint8_t { kind_plain = 0, kind_bad = 1, kind_from_table = 2 };
    std::vector<std::uint8_t> kind_notes_;
    struct KnownDate {
        std::uint64_t text = 0;  ///< its eight characters; 0 = none yet
        std::int32_t period = 0;
        std::uint32_t day = 0;  ///< within the period
        bool inside = false;    ///< of `since` and `until`
    };
    [[nodiscard]] std::optional<KnownDate> made_out(std::string_view text) const;
    // Dates come again and again. Those of eight characters have a place by their hash.
    std::array<KnownDate, 1024> known_dates_{};
    KnownDate date_;
    std::string key_, unquoted_[3];
};

}  // namespace tarazy
