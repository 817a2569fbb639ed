#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

/// Where the fields and rows of delimited text end.
struct FieldIndex {
    std::vector<std::uint32_t> ends;      ///< bytes at which a delimiter or the line feed of a row stands, ascending
    std::vector<std::uint32_t> row_ends;  ///< of these, the line feeds of rows: places in `ends`, ascending
};

/// Finds all delimiters and line feeds, 64 bytes a step (SSE2, with the bit instructions of AVX2
/// processors where there are; byte by byte on other machines).
/// @pre rows ends with a line feed and is shorter than 2^32 bytes
void index_fields(std::string_view rows, char delimiter, FieldIndex& index);

/// The same, where a field that begins with a quote may hold delimiters and line ends up to the closing quote; two
/// quotes inside stand for one (RFC 4180).
void index_quoted_fields(std::string_view rows, char delimiter, FieldIndex& index);

/// Bytes up to the last line feed that ends a row of such text, which begins with a row; 0 when there is none.
[[nodiscard]] std::size_t quoted_rows_end(std::string_view text, char delimiter);

}  // namespace tarazy
