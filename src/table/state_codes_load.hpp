#pragma once

#include "table/state_codes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Cells of one CSV record (RFC 4180 without line breaks in cells), taken from the front of `text`.
[[nodiscard]] std::vector<std::string> take_record(std::string_view& text);

/// Rows of the table of state codes. Throws std::logic_error naming the line: the table is part of the program, so
/// a fault in it is ours.
[[nodiscard]] std::vector<State> parse_state_codes(std::string_view csv);

/// The table as it is built into the program.
[[nodiscard]] std::string_view state_codes_csv();

}  // namespace tarazy
