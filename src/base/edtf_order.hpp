#pragma once

#include "base/edtf.hpp"

#include <string_view>

namespace tarazy {

/// How two dates stand to one another, as far as they tell. The thirteen relations of Allen (1983) cannot be told apart
/// when days are unknown, so only what holds for every day that the dates allow is said, and `unknown` otherwise.
enum class DateOrder {
    before,    ///< the first is over before the second begins
    after,     ///< the second is over before the first begins
    same_day,  ///< both are the same known day
    overlap,   ///< they surely share a day, and it is not the whole of both
    unknown,   ///< the dates allow more than one of these
};
[[nodiscard]] std::string_view to_string(DateOrder order) noexcept;

[[nodiscard]] DateOrder date_order(const EdtfDate& a, const EdtfDate& b) noexcept;

/// What the dates say about "a led to b", judged by beginnings and ends.
enum class CausalOrder {
    possible,    ///< a surely began no later than b
    undecided,   ///< a may have begun first, or b
    impossible,  ///< a cannot have begun before b was over
};
[[nodiscard]] CausalOrder causal_order(const EdtfDate& cause, const EdtfDate& effect) noexcept;

}  // namespace tarazy
