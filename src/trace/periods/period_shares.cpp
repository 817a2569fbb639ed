#include "trace/periods/period_shares.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// The days among which the event is drawn or spread.
std::optional<DayRange> days_in_question(const EdtfDate& date, SpanRule rule, std::optional<std::int64_t> until) {
    if (date.kind == DateKind::span && rule == SpanRule::start) {
        if (date.begins.from == -DayRange::infinity || date.begins.to == DayRange::infinity) return std::nullopt;
        return date.begins;
    }
    if (date.earliest.kind != DayBound::Kind::known) return std::nullopt;
    if (date.latest.kind == DayBound::Kind::known) return DayRange{date.earliest.day, date.latest.day};
    const bool open_span = date.kind == DateKind::span && date.latest.kind == DayBound::Kind::open;
    if (!open_span || !until) return std::nullopt;
    return DayRange{date.earliest.day, std::max(*until, date.earliest.day)};
}

}  // namespace

std::optional<std::vector<PeriodShare>> period_shares(const EdtfDate& date, SpanRule rule, const PeriodScale& scale,
                                                      std::optional<std::int64_t> since,
                                                      std::optional<std::int64_t> until) {
    const auto days = days_in_question(date, rule, until);
    if (!days) return std::nullopt;
    std::vector<PeriodShare> shares;
    const std::int64_t from = std::max(days->from, since.value_or(days->from));
    const std::int64_t to = std::min(days->to, until.value_or(days->to));
    if (from > to) return shares;
    const auto length = static_cast<double>(days->to - days->from + 1);
    const std::int64_t first = period_of(from, scale), last = period_of(to, scale);
    if (last - first >= most_periods_of_an_event)
        throw LimitError("an event lies in more than " + std::to_string(most_periods_of_an_event) +
                         " periods; take longer periods or --since and --until");
    for (std::int64_t period = first; period <= last; ++period) {
        const std::int64_t begin = std::max(from, first_day(period, scale));
        const std::int64_t end = std::min(to + 1, first_day(period + 1, scale));
        shares.push_back({period, static_cast<double>(end - begin) / length});
    }
    return shares;
}

}  // namespace tarazy
