#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// A number as spreadsheets of other languages write it.
struct LocalNumber {
    enum class Comma { none, decimal, thousands, either };
    std::string as_decimal;    ///< with a point, the comma read as a decimal comma; empty when it cannot be one
    std::string as_thousands;  ///< the same, commas read as marks of thousands
    Comma comma = Comma::none;
    bool grouped = false;       ///< blanks or points part the thousands
    bool point_groups = false;  ///< points do
    bool minus = false;         ///< the sign is U+2212
};

/// Reads "0,81", "1 234,5" (also with no-break spaces), "1.234,5", "1,234.5", "1,234,567", with sign (also U+2212)
/// and exponent. Groups behind the first have three digits, and leading zeros are none ("007,5" is a code). Nothing for
/// other texts and for numbers that need no such reading.
[[nodiscard]] std::optional<LocalNumber> local_number(std::string_view cell);

/// Turns each text column in which every cell is a number in one of these forms (or a plain number, or `NA`) into a
/// column of numbers, with a note that names the columns. Whether a comma is a decimal comma is asked of each column:
/// "0,81" and "12,5" are; "1,234,567" and "1,234.5" part thousands; "1,234" in all cells is a decimal comma where other
/// columns have one or semicolons part the fields, and else stays text with a note.
/// @param decimal  ',' or '.': the caller knows; '\0': found
/// O(distinct texts of the columns in question).
/// @return  does some column have decimal commas?
bool read_local_numbers(Table& table, char delimiter, char decimal);

/// In a file with decimal commas: turns each column of numbers with points whose every cell is spelled as points part
/// thousands ("1.234", "12.345.678", "999", but not "1234.5" or "0.123") into the whole numbers that are meant, with a
/// note. @param spelled  the same columns, those of real numbers as texts; nullptr if there are none.
/// O(distinct texts of the columns).
void read_thousands_by_points(Table& table, const Table* spelled);

}  // namespace tarazy
