#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "trace/attribution/attribution.hpp"
#include "trace/periods/period_shares.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Changes of one series (a pole), one weight for each period.
struct BreakSeries {
    std::string pole;
    std::int64_t first_period = 0;
    std::vector<double> changes;  ///< P(a change after this period), 1 for certain changes
};

struct BreakReading {
    PeriodScale scale;
    /// First and last period of the series; may be left out where the table has a row for each period.
    std::optional<std::int64_t> first_period, last_period;
    /// Times in the table are numbers of observations, of which 1 is `first_period`.
    bool numbered = false;
};

/// Reads breaks as `trace changepoints` prints them: `series,change_after[,probability]`, one row a change (a missing
/// `change_after` is a series without one; without `probability` a change is certain), or
/// `series,t,..,change_after`, one row a period with the posterior probability of a change after it. Without a column
/// `series` the table is one series, called `series`. A change "after" a period is one whose last observation of the
/// old segment lies in it. Series come in the order of the table.
/// @throws InputError for a time that is no period or lies outside, a probability outside [0, 1], a period twice in a
///         series, a table without rows; UsageError when the periods are not known
[[nodiscard]] std::vector<BreakSeries> read_break_series(const Table& table, const BreakReading& reading);

/// A documented event, and the periods in which it may lie.
struct DatedEvent {
    std::string id, edtf, title;
    std::vector<std::string> tags;
    std::vector<PeriodShare> shares;
};

struct DatedEvents {
    std::vector<DatedEvent> events;
    std::vector<std::string> warnings;  ///< events whose days have no bound, as `file:line:column: what; what to do`
};

/// The events of a chronology (`id,edtf,title`, optional `tags`; see `read_chronology`). @throws InputError, LimitError
[[nodiscard]] DatedEvents read_dated_events(const Table& table, const PeriodScale& scale, SpanRule spans);

struct BreakEventOptions {
    std::size_t window = 1;                                        ///< periods on either side
    std::vector<std::string> tags = {};                            ///< only events with one of these; empty = all
    std::map<std::string, std::vector<std::string>> tags_of = {};  ///< instead of `tags`, for the named poles
    Work work = {};
};

/// What the tests say of each series:
/// `pole,hits,p_circular,p_hypergeometric,p_holm,changes,coverage,periods,events`. `hits` is the expected number of
/// changes that coincide with an event (attribution.hpp), `p_holm` Holm's correction of `p_circular` over the poles,
/// `coverage` the share of periods near an event, `events` how many events can lie near a period of the series.
/// @throws InputError when a pole has no event, UsageError for a tag that no event has or a pole of `tags_of` that is
///         none, Interrupted
[[nodiscard]] Table break_event_table(std::span<const BreakSeries> series, std::span<const DatedEvent> events,
                                      const PeriodScale& scale, const BreakEventOptions& options);

/// What coincides with what: `pole,change_after,probability,event,edtf,title,p_within`, a row a change and event with a
/// probability above 0 that the event lies within the window of the change.
[[nodiscard]] Table coincidence_table(std::span<const BreakSeries> series, std::span<const DatedEvent> events,
                                      const PeriodScale& scale, const BreakEventOptions& options);

}  // namespace tarazy
