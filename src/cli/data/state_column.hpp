#pragma once

#include "cli/command.hpp"
#include "table/state_codes_resolve.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// How a column of codes or names of states is to be read and written.
struct StateColumn {
    std::string column;
    std::string from = {};         ///< kind of code; empty: any
    std::string to = {};           ///< kind of code, name_ru or name_kk
    std::string year_column = {};  ///< the year in which each is used
    std::optional<int> year = {};
    bool strict = false;  ///< texts that mean no state are errors
};

/// The column in the other code: missing where a text means no state, with warnings that list these.
/// @throws InputError for texts with two meanings, and in strict reading for those without one
[[nodiscard]] Column column_of_states(Session& session, const Table& table, const StateColumn& options);

/// How a state is called: `name_ru` and `name_kk` beside the codes of `code_of`.
[[nodiscard]] std::string code_or_name_of(const State& state, const std::string& to);
/// What a text means, in one kind of code or (empty) in any.
[[nodiscard]] StateResolution states_meant_by(const std::string& text, const std::string& from,
                                              std::optional<int> year);
/// Codes as a column: numbers where the codes are numbers.
[[nodiscard]] Column column_of_codes(const std::vector<std::string>& codes, const std::string& to);
/// A hint for a text that means no state, as long as it will be shown: hints take a millisecond each.
[[nodiscard]] std::string shown_state_hint(const Diagnostics& diagnostics, const std::string& text);

}  // namespace tarazy
