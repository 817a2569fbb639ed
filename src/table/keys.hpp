#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// A row whose key stands already on an earlier row.
struct RepeatedKey {
    std::size_t row;
    std::size_t first_row;  ///< the earliest row with this key
};

/// Rows that repeat the key of an earlier row, in row order. Cells are compared as stored (text by text, numbers by
/// value). A row with a missing cell in its key repeats nothing: two unknowns need not be the same.
/// Expected O(rows x keys), a hash table of 8 bytes for each row at most half full.
/// @throws InputError if a key column is lacking
[[nodiscard]] std::vector<RepeatedKey> repeated_keys(const Table& table, std::span<const std::string> keys);

/// Rows that are the same as an earlier one in every cell, missing cells too, in row order. Such a row says nothing
/// new: it is counted once, and told. Expected O(cells).
[[nodiscard]] std::vector<RepeatedKey> repeated_rows(const Table& table);

/// `the memberships have rows that repeat an earlier one (its line in brackets) and count once: 4 (2), 9 (3)`, at most
/// five of them; empty when there are none. @param what  in the plural, as the sentence begins
[[nodiscard]] std::string repeated_rows_note(const Table& table, std::string_view what);

/// The line of the file on which a row stands.
[[nodiscard]] std::size_t line_of_row(const Table& table, std::size_t row);

/// `rcid 3, ccode 2`: the key of a row as messages show it.
[[nodiscard]] std::string key_text(const Table& table, std::span<const std::string> keys, std::size_t row);

/// @throws InputError naming both lines of every repeated key (at most twenty, then the count)
void require_unique(const Table& table, const std::vector<std::string>& keys);

}  // namespace tarazy
