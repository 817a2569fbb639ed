#pragma once

#include "table/state_codes.hpp"
#include "table/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

struct StateMatch {
    const State* state = nullptr;
    StateScheme scheme = StateScheme::name;  ///< in which the text means this state
};

/// What a text may mean when nobody says which kind of code it is.
struct StateResolution {
    std::vector<StateMatch> matches;  ///< each state once; more than one: ambiguous (MNG, AUS, 970)
};

/// Looks a text up as COW and Gleditsch-Ward number, or as ISO code, COW abbreviation and name. With a year, meanings
/// that are in their system in that year put aside those that are not. Blanks around the text are left out.
[[nodiscard]] StateResolution resolve_state(std::string_view text, std::optional<int> year = std::nullopt);

/// What to say of a text that means no state: `no state has the code or name 'Kazahkstan'`, `'World' is an aggregate,
/// no state`.
[[nodiscard]] std::string unknown_state_text(std::string_view text);

/// What to do about it: `did you mean 'Kazakhstan'?` where that is beyond doubt (see `nearest_state_name`; it takes a
/// millisecond), else where codes and names are listed.
[[nodiscard]] std::string unknown_state_hint(std::string_view text);

/// `'MNG' is Mongolia (iso3) and Montenegro (cow_abb)`. @pre more than one match
[[nodiscard]] std::string ambiguity_text(std::string_view text, const StateResolution& resolution);

/// What to know before using the state's codes: the note of the table and, with a year, whether it was outside the COW
/// system then. Empty when there is nothing to say.
[[nodiscard]] std::string explain_state(const State& state, std::optional<int> year = std::nullopt);

/// `cow,cow_abb,gw,iso2,iso3,name_en,name_ru,name_kk,cow_first,cow_last,gw_first,gw_last,note`; several spells are
/// parted by `;`, an end that is open is `..`.
[[nodiscard]] Table state_table(std::span<const State* const> states);

/// "cow", "cow_abb", "gw", "iso2", "iso3", "name".
[[nodiscard]] std::string_view to_string(StateScheme scheme) noexcept;
[[nodiscard]] std::optional<StateScheme> state_scheme(std::string_view name) noexcept;

}  // namespace tarazy
