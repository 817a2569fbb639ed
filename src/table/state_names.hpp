#pragma once

#include "table/not_states.hpp"
#include "table/state_codes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

struct NamedState {
    const State* state = nullptr;
    bool main_name = false;  ///< the text is one of the three names, not one of the further names
};

/// Every state with this name, in the order of the table. Names are compared by `name_key`; where nobody has the whole
/// text as a name, its parts are looked up (`Iran (Persia)`, `Burma/Myanmar`), and what all of them mean is the answer:
/// `Georgia (Atlanta)` names none. O(length of the name).
[[nodiscard]] std::vector<NamedState> states_named(std::string_view name);

/// What the text is when it names an aggregate or a territory, by name or code; nullptr when it does not.
[[nodiscard]] const NotState* not_a_state(std::string_view text);

/// The name that a mistyped name means beyond doubt: one letter wrong (two in names of ten letters and more), in its
/// middle, and no other state, territory or aggregate within one letter more. Nothing otherwise: `Dominican`,
/// `Siberia` and `Chine` are no misspellings of Dominica, Liberia and China. Letters are counted, not bytes.
/// O(number of names x length^2).
[[nodiscard]] std::optional<std::string> nearest_state_name(std::string_view name);

}  // namespace tarazy
