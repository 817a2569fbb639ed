#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "trace/event_data/event_sums.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What counts are divided by: nothing, all events of the period (its volume of news), or all events of the source in
/// the period.
enum class EventBase { none, volume, actor };

struct DyadTableOptions {
    std::vector<std::string> actors = {};  ///< only dyads of these among themselves; empty = all
    EventBase base = EventBase::none;
    bool complete = false;  ///< also the periods in which a dyad has no event
    /// First and last period of `complete`; by default those of the first and the last event.
    std::optional<std::int64_t> first_period = {}, last_period = {};
    Work work = {};
};

inline constexpr std::size_t most_table_cells = 20'000'000;

/// One row for each directed dyad and period, sorted by them:
/// `source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean`. Counts are whole numbers, or
/// expected ones where dates are uncertain. The mean is that of the events that have a value, missing where there is
/// none; the sum is missing where there are events and none has a value. With a base follow `base` (the events that
/// counts are divided by, of all actors and also without source or target) and `n_share`, `vcoop_share`, `mcoop_share`,
/// `vconf_share`, `mconf_share`. Rows of `complete` without event have counts 0, sum 0 and a missing mean; their shares
/// are missing where the base is 0.
/// @throws UsageError for an actor that no event names, LimitError beyond `most_table_cells` rows. O(rows)
[[nodiscard]] Table dyad_table(const EventSums& sums, const DyadTableOptions& options = {});

}  // namespace tarazy
