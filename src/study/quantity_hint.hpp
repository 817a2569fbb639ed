#pragma once

#include "study/method.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What a mistyped quantity most likely means: `did you mean 'mean_share.THIRD.1991-2023'? others: ...`. A mistyping is
/// found by its letters (`nearest_name`). Else the forms are ordered by how many of the written parts (between points)
/// they hold, whole, as a pair the other way round, or in a longer word ("share" in "mean_share"); the state studied
/// goes before others, numbers over a window go before those of a single year, since a test is seldom about one year.
/// At most three are named; without any likeness the first eight forms. O(forms x length^2).
[[nodiscard]] std::string quantity_hint(std::string_view written, const std::vector<QuantityForm>& forms);

}  // namespace tarazy
