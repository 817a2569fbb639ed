#include "table/keys.hpp"

#include "base/text_lists.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace tarazy {
namespace {

using Hash = std::uint64_t;

Hash mixed(Hash hash, std::uint64_t cell) {
    hash = (hash ^ cell) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

/// Equal cells have equal words: the integer, the bits of the number (one zero only), the code of the text.
std::uint64_t cell_word(const Column& column, std::size_t row) {
    switch (column.type()) {
        case ColumnType::integer: return static_cast<std::uint64_t>(column.integers()[row]);
        case ColumnType::real: return std::bit_cast<std::uint64_t>(column.reals()[row] + 0.0);
        case ColumnType::text: return static_cast<std::uint32_t>(column.texts().codes[row]);
    }
    return 0;
}

class KeyRows {
public:
    KeyRows(const Table& table, std::span<const std::string> keys)
        : slots_(std::bit_ceil(table.rows() * 2 + 2), empty), shift_(64 - std::countr_zero(slots_.size())) {
        for (const std::string& key : keys) columns_.push_back(&table[key]);
    }

    bool any_missing(std::size_t row) const {
        return std::ranges::any_of(columns_, [row](const Column* column) { return column->missing(row); });
    }

    /// The row that holds this row's key; the row itself if the key is new.
    std::size_t first_with_key_of(std::size_t row) {
        Hash hash = 0;
        for (const Column* column : columns_) hash = mixed(hash, cell_word(*column, row));
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t slot = (hash * 0xD6E8FEB86659FD93u) >> shift_;; slot = (slot + 1) & mask) {
            if (slots_[slot] == empty) {
                slots_[slot] = static_cast<std::uint32_t>(row);
                return row;
            }
            if (same_key(slots_[slot], row)) return slots_[slot];
        }
    }

private:
    static constexpr std::uint32_t empty = ~std::uint32_t{0};

    bool same_key(std::size_t a, std::size_t b) const {
        return std::ranges::all_of(
            columns_, [a, b](const Column* column) { return cell_word(*column, a) == cell_word(*column, b); });
    }

    std::vector<std::uint32_t> slots_;
    int shift_;
    std::vector<const Column*> columns_;
};

}  // namespace

std::size_t line_of_row(const Table& table, std::size_t row) {
    return table.origin.lines.empty() ? row + 2 : table.origin.lines[row];
}

std::vector<RepeatedKey> repeated_keys(const Table& table, std::span<const std::string> keys) {
    require_columns(table, keys);
    std::vector<RepeatedKey> repeated;
    if (keys.empty()) return repeated;
    KeyRows key_rows(table, keys);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (key_rows.any_missing(row)) continue;
        const std::size_t first = key_rows.first_with_key_of(row);
        if (first != row) repeated.push_back({row, first});
    }
    return repeated;
}

std::vector<RepeatedKey> repeated_rows(const Table& table) {
    std::vector<RepeatedKey> repeated;
    KeyRows key_rows(table, table.names);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t first = key_rows.first_with_key_of(row);
        if (first != row) repeated.push_back({row, first});
    }
    return repeated;
}

std::string repeated_rows_note(const Table& table, std::string_view what) {
    const std::vector<RepeatedKey> repeated = repeated_rows(table);
    if (repeated.empty()) return {};
    constexpr std::size_t shown = 5;
    std::vector<std::string> lines;
    for (const RepeatedKey& one : repeated)
        lines.push_back(std::to_string(line_of_row(table, one.row)) + " (" +
                        std::to_string(line_of_row(table, one.first_row)) + ")");
    return std::string(what) +
           " have rows that repeat an earlier one (its line in brackets) and count once: " + first_few(lines, shown);
}

std::string key_text(const Table& table, std::span<const std::string> keys, std::size_t row) {
    std::string text;
    for (const std::string& key : keys) {
        if (!text.empty()) text += ", ";
        text += key + ' ' + table[key].display(row);
    }
    return text;
}

void require_unique(const Table& table, const std::vector<std::string>& keys) {
    Diagnostics diagnostics;
    for (const RepeatedKey& repeated : repeated_keys(table, keys)) {
        diagnostics.add(table.problem(repeated.row, keys.front(),
                                      key_text(table, keys, repeated.row) + " stands already on line " +
                                          std::to_string(line_of_row(table, repeated.first_row)),
                                      "keep one of the two rows"));
    }
    diagnostics.throw_if_any();
}

}  // namespace tarazy
