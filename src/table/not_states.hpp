#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What tables of states list beside states.
struct NotState {
    enum class Kind {
        aggregate,   ///< World, Europe & Central Asia, High income, European Union
        territory,   ///< Aruba, Greenland, Crimea: part of a state or of disputed standing, in no state system
        historical,  ///< Hamburg, Oldenburg: once a state, but in neither state system
    };
    Kind kind = Kind::aggregate;
    std::string name;
    std::vector<std::string> codes;  ///< of the World Bank or ISO 3166
    std::string part_of;             ///< of a territory; empty when there is none (Antarctica)
    std::vector<std::string> other_names;
};

/// Our own compilation (src/table/not_states.csv): aggregates of the World Bank and of the statistics division of the
/// United Nations, territories of ISO 3166-1 and those that V-Dem and Freedom House rate apart.
[[nodiscard]] const std::vector<NotState>& all_not_states();

/// Rows of `kind,name,codes,part_of,other_names`. Throws std::logic_error naming the line.
[[nodiscard]] std::vector<NotState> parse_not_states(std::string_view csv);

/// `an aggregate, no state`, `a territory (Netherlands), no state`.
[[nodiscard]] std::string describe(const NotState& entry);

}  // namespace tarazy
