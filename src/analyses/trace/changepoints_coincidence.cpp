#include "analyses/trace/changepoints_coincidence.hpp"

#include "stats/holm.hpp"
#include "table/table_rows.hpp"
#include "trace/attribution/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// What is said of each year, cut to the years of a series.
std::vector<double> cut_to_years(const std::vector<double>& by_year, int first_of_all, int first, int last) {
    std::vector<double> cut;
    for (int year = first; year <= last; ++year) {
        const int place = year - first_of_all;
        cut.push_back(place >= 0 && place < static_cast<int>(by_year.size()) ? by_year[static_cast<std::size_t>(place)]
                                                                             : 0);
    }
    return cut;
}

/// P(a change after the year) of each year from the first to the last, gaps without observation included.
std::vector<double> change_by_year(const DatedPoints& one) {
    std::vector<double> change(static_cast<std::size_t>(one.years.back() - one.years.front() + 1), 0.0);
    for (std::size_t i = 0; i + 1 < one.years.size(); ++i)
        change[static_cast<std::size_t>(one.years[i] - one.years.front())] = one.points.posterior.change_after[i];
    return change;
}

/// Expected number of decisions that begin in each year.
std::vector<double> decisions_by_year(const EventYears& events, int first, int last) {
    std::vector<double> sum(static_cast<std::size_t>(last - first + 1), 0.0);
    for (const CodedEvent& event : events.events) {
        if (!event.decision) continue;
        const std::vector<double> cut = cut_to_years(event.in_year, events.first, first, last);
        for (std::size_t i = 0; i < cut.size(); ++i) sum[i] += cut[i];
    }
    return sum;
}

struct DecisionsNear {
    std::optional<double> near;
    double decisions = 0;
    std::optional<double> p;
};

DecisionsNear decisions_near(const std::vector<double>& decisions, const std::vector<double>& near, const Work& work) {
    DecisionsNear result;
    result.decisions = std::accumulate(decisions.begin(), decisions.end(), 0.0);
    if (!(result.decisions > 0)) return result;
    std::vector<double> share = decisions;
    for (double& one : share) one = std::min(1.0, one / result.decisions);
    result.near = coincidence_score(share, near);
    result.p = circular_shift_p(share, near, work);
    return result;
}

/// Ranges of the same state, one behind the other.
std::vector<std::span<const DatedPoints>> by_state(std::span<const DatedPoints> all) {
    std::vector<std::span<const DatedPoints>> states;
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from;
        while (to < all.size() && all[to].state == all[from].state) ++to;
        states.push_back(all.subspan(from, to - from));
        from = to;
    }
    return states;
}

}  // namespace

std::vector<int> years_of_series(const TimeSeries& series) {
    std::vector<int> years;
    for (const double time : series.time) {
        if (time != std::floor(time) || std::abs(time) > 9999) return {};
        years.push_back(static_cast<int>(time));
    }
    return years;
}

std::vector<ChangeWindow> windows_around_years(std::span<const int> years, int window) {
    std::vector<ChangeWindow> windows;
    if (years.empty()) return windows;
    for (int year = years.front(); year <= years.back(); ++year)
        windows.push_back({static_cast<double>(year - window), static_cast<double>(year + window), ""});
    return windows;
}

Table coincidence_table(std::span<const DatedPoints> all, const EventYears& events, int window, const Work& work) {
    TableRows rows(TextColumn{"state"}, TextColumn{"series"}, IntegerColumn{"window"}, RealColumn{"changes"},
                   RealColumn{"hits"}, RealColumn{"share"}, RealColumn{"coverage"}, RealColumn{"p"},
                   RealColumn{"p_holm"}, RealColumn{"events"});
    for (const auto& state : by_state(all)) {
        std::vector<Attribution> found;
        std::vector<double> p_values, counts;
        for (const DatedPoints& one : state) {
            std::vector<std::vector<double>> in_year;
            double count = 0;
            for (const CodedEvent& event : events.events) {
                if (!event.documented) continue;
                in_year.push_back(cut_to_years(event.in_year, events.first, one.years.front(), one.years.back()));
                count += std::accumulate(in_year.back().begin(), in_year.back().end(), 0.0);
            }
            const std::vector<double> change = change_by_year(one);
            const auto within = event_within(in_year, change.size(), static_cast<std::size_t>(window));
            found.push_back(attribution_of(change, within, work));
            p_values.push_back(real_or_missing(found.back().p_circular));
            counts.push_back(count);
        }
        const std::vector<double> corrected = holm(p_values);
        for (std::size_t s = 0; s < state.size(); ++s) {
            const Attribution& one = found[s];
            rows.add(state[s].state, state[s].points.name, window, one.changes, one.hits,
                     one.changes > 0 ? std::optional(one.hits / one.changes) : std::nullopt, one.coverage,
                     one.p_circular, corrected[s], counts[s]);
        }
    }
    return rows.table();
}

Table decision_table(std::span<const DatedPoints> all, const EventYears& events, const Work& work) {
    TableRows rows(TextColumn{"state"}, TextColumn{"series"}, RealColumn{"near"}, RealColumn{"decisions"},
                   RealColumn{"p"});
    for (const auto& state : by_state(all)) {
        int first = state.front().years.front(), last = state.front().years.back();
        for (const DatedPoints& one : state) {
            first = std::max(first, one.years.front());
            last = std::min(last, one.years.back());
            const auto decisions = decisions_by_year(events, one.years.front(), one.years.back());
            const DecisionsNear near = decisions_near(decisions, one.change_near, work);
            rows.add(state.front().state, one.points.name, near.near, near.decisions, std::nullopt);
        }
        if (last < first) continue;  // no year that all series have
        std::vector<double> near_any(static_cast<std::size_t>(last - first + 1), 0.0);
        for (const DatedPoints& one : state) {
            const auto cut = cut_to_years(one.change_near, one.years.front(), first, last);
            for (std::size_t i = 0; i < cut.size(); ++i) near_any[i] += cut[i] / static_cast<double>(state.size());
        }
        for (double& one : near_any) one = std::min(1.0, one);
        const DecisionsNear joint = decisions_near(decisions_by_year(events, first, last), near_any, work);
        rows.add(state.front().state, "", joint.near, joint.decisions, joint.p);
    }
    return rows.table();
}

std::vector<const CodedEvent*> coinciding_events(const EventYears& events, int year, int window) {
    std::vector<std::pair<int, const CodedEvent*>> found;
    for (const CodedEvent& event : events.events) {
        if (!event.documented) continue;
        const int away = std::max({0, event.first - year, year - event.last});
        if (away <= window) found.emplace_back(away, &event);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, const CodedEvent*>::first);
    std::vector<const CodedEvent*> nearest;
    for (const auto& [away, event] : found) nearest.push_back(event);
    return nearest;
}

Table event_year_table(const EventYears& events) {
    TableRows rows(TextColumn{"id"}, TextColumn{"title"}, TextColumn{"edtf"}, IntegerColumn{"first_year"},
                   IntegerColumn{"last_year"}, IntegerColumn{"documented"}, IntegerColumn{"decision"});
    for (const CodedEvent& event : events.events)
        rows.add(event.id, event.title, event.edtf, event.first, event.last, event.documented, event.decision);
    return rows.table();
}

}  // namespace tarazy
