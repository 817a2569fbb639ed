#pragma once

#include "table/state_codes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A name as it is compared: letter case, accents, punctuation, and a leading "the" are not
/// looked at; "&" reads "and", "St." reads "saint". Words are separated by one blank. UTF-8, invalid bytes replaced.
/// Uses ICU: compatibility decomposition, combining marks removed, default case folding.
[[nodiscard]] std::string folded_name(std::string_view name);

struct NamedState {
    const State* state = nullptr;
    bool main_name = false;  ///< the text is one of the three names, not one of the further names
};

/// Every state with this name, in the order of the table.
[[nodiscard]] std::vector<NamedState> states_named(std::string_view name);

/// The name that a mistyped name most likely means (see base/nearest_name.hpp), letters counted, not bytes.
[[nodiscard]] std::optional<std::string> nearest_state_name(std::string_view name);

}  // namespace tarazy
