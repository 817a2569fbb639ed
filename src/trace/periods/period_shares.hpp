#pragma once

#include "base/edtf.hpp"
#include "trace/periods/period.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// When an event that lasts counts: at its beginning, or spread over its days.
enum class SpanRule { start, spread };

/// Part of an event that falls into a period: the probability that it lies there, or the part of its days.
struct PeriodShare {
    std::int64_t period = 0;
    double share = 0;
};

/// More periods than this for one event are a LimitError.
inline constexpr std::int64_t most_periods_of_an_event = 1'000'000;

/// How a dated event falls into periods, in proportion to days, ascending; the shares add up to 1 when no day is left
/// out. A point falls into one period. An uncertain date (one unknown day between two bounds) counts in each period by
/// the share of its days: the expectation over a day drawn uniformly, so that no draw is needed. Of a span, `start`
/// takes the beginning (in proportion where that is uncertain) and `spread` all days; an end that is open is the last
/// day `until` then. Days before `since` or behind `until` have no share.
///
/// Nothing when the days in question have no bound: a beginning that is open or unknown, or (`spread`) an unknown end,
/// or an open one without `until`. O(periods) @throws LimitError
[[nodiscard]] std::optional<std::vector<PeriodShare>> period_shares(const EdtfDate& date, SpanRule rule,
                                                                    const PeriodScale& scale,
                                                                    std::optional<std::int64_t> since = {},
                                                                    std::optional<std::int64_t> until = {});

}  // namespace tarazy
