#pragma once

#include "table/state_codes.hpp"
#include "table/table.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The state that a text of an option, of a study file or of a column of states means, its latest form: a whole number
/// is a COW number, three letters are an ISO alpha-3 code or else a COW abbreviation, two letters an ISO alpha-2 code,
/// anything else (and letters that are no code) a name. Letter case and blanks around the text do not matter.
/// The order makes a choice where `resolve_state` would report two meanings: AUS is Australia, 970 Nauru.
/// @return nullptr when it means none. O(length of the text).
[[nodiscard]] const State* state_meant(std::string_view text);

/// The ISO alpha-3 code of that state, by which a state is followed through time: `kaz`, `KZ`, `705`, `KZK`,
/// `Kazakhstan`, `Казахстан` are KAZ; 255, 260 and Germany are DEU. Nothing when the text means no state or one without
/// such a code (Zanzibar, South Vietnam).
[[nodiscard]] std::optional<std::string> iso3_meant(std::string_view text);

/// All COW numbers that the state had through time: DEU is 255 and 260. Empty when the text means no state, or one
/// outside of the COW system. A whole number is itself, known or not.
[[nodiscard]] std::vector<int> cow_numbers_meant(std::string_view text);

/// What is wrong with a text that `iso3_meant` does not know: no such state, an aggregate, or a state without code.
[[nodiscard]] std::string not_meant_text(std::string_view text);
[[nodiscard]] std::string not_meant_hint(std::string_view text);

/// The items of a list with commas. Blanks around items are dropped; a name that holds commas may stand in double
/// quotes, or as it is where only that makes sense: `Korea, Rep., KAZ` is two items, since `Rep.` is none. Of the ways
/// to part the text in which every item is accepted, the one with most items is taken; the plain one when there is
/// none. O(commas x 4 calls of `accepts`).
[[nodiscard]] std::vector<std::string> split_list_of_states(std::string_view text,
                                                            const std::function<bool(const std::string&)>& accepts);

/// A column of states, each cell as its ISO alpha-3 code; cells that mean no state stay as they are, for the caller to
/// report or to leave out. Cells in `kept` (ids of poles) stay too. Each text is looked up once.
/// @throws InputError if there is no such column
[[nodiscard]] std::vector<std::string> states_in_column(const Table& table, std::string_view name,
                                                        const std::vector<std::string>& kept = {});

/// The same by the names that were asked for: a cell that means the same state as one of `asked`, in another spelling,
/// becomes that one; all other cells stay as they are. A name that stands in the column as it is written is taken as
/// written, and other spellings of its state are those of other units, unless it is the state's ISO code.
/// @param notes  one sentence when cells were read so
/// @throws InputError if there is no such column
/// O(rows log texts + texts x length)
[[nodiscard]] std::vector<std::string> states_as_asked(const Table& table, std::string_view name,
                                                       std::span<const std::string> asked,
                                                       std::vector<std::string>& notes);

}  // namespace tarazy
