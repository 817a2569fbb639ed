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

/// Items of a cell that are parted by semicolons.
[[nodiscard]] std::vector<std::string> split_list(std::string_view cell);

/// Adds the further names of `state,names` (the state by its English name, names parted by `;`) to the states.
/// Throws std::logic_error naming the line.
void add_aliases(std::vector<State>& states, std::string_view csv);

/// The tables as they are built into the program.
[[nodiscard]] std::string_view state_codes_csv();
[[nodiscard]] std::string_view state_aliases_csv();
[[nodiscard]] std::string_view not_states_csv();

}  // namespace tarazy
