#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <span>
#include <string>
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

/// `rcid 3, ccode 2`: the key of a row as messages show it.
[[nodiscard]] std::string key_text(const Table& table, std::span<const std::string> keys, std::size_t row);

/// @throws InputError naming both lines of every repeated key (at most twenty, then the count)
void require_unique(const Table& table, const std::vector<std::string>& keys);

}  // namespace tarazy
