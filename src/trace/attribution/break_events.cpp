#include "trace/attribution/break_events.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "stats/holm.hpp"
#include "table/table_rows.hpp"
#include "trace/chronology/chronology.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace tarazy {
namespace {

/// A cell of the table of breaks.
struct BreakRow {
    std::size_t row;
    std::optional<std::int64_t> period;
    double weight;
};

class BreakTableReader {
public:
    BreakTableReader(const Table& table, const BreakReading& reading) : table_(table), reading_(reading) {}

    std::vector<BreakSeries> read() {
        if (table_.rows() == 0)
            throw InputError(Problem{table_.origin.path, 0, 0, "the table of breaks has no rows",
                                     "give what trace changepoints printed"});
        const std::vector<std::string> needed = {"change_after"};
        require_columns(table_, needed);
        whole_ = table_.find("t").has_value();
        const auto names =
            table_.find("series") ? require_texts(table_, "series") : std::vector<std::string>(table_.rows(), "series");
        times_ = require_texts(table_, whole_ ? "t" : "change_after");
        weights_ = weight_cells();
        std::vector<std::string> poles;
        std::map<std::string, std::vector<BreakRow>> rows;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const auto [found, fresh] = rows.try_emplace(names[row]);
            if (fresh) poles.push_back(names[row]);
            found->second.push_back(read_row(row));
        }
        diagnostics_.throw_if_any();
        std::vector<BreakSeries> series;
        for (const std::string& pole : poles) series.push_back(series_of(pole, rows.at(pole)));
        diagnostics_.throw_if_any();
        return series;
    }

private:
    std::vector<double> weight_cells() const {
        if (whole_) return require_reals(table_, "change_after");
        if (table_.find("probability")) return require_reals(table_, "probability");
        return std::vector<double>(table_.rows(), 1.0);
    }

    [[nodiscard]] std::string_view time_column() const { return whole_ ? "t" : "change_after"; }

    BreakRow read_row(std::size_t row) {
        BreakRow result{row, std::nullopt, weights_[row]};
        const std::string& time = times_[row];
        if (time.empty() && !whole_) return result;
        if (reading_.numbered) {
            const auto number = parse_integer(time);
            if (number && *number >= 1) result.period = reading_.first_period.value() + *number - 1;
        } else {
            result.period = period_named(time, reading_.scale);
        }
        if (!result.period)
            diagnostics_.add(
                table_.problem(row, time_column(),
                               "'" + time + "' is no " + (reading_.numbered ? "number of an observation" : "period"),
                               "give periods as --period says (1991, 1991-12, 1991-12-16), or --first when "
                               "observations are numbered"));
        // The posterior of the last period is missing: no observation follows it.
        if (result.weight != result.weight) result.weight = whole_ ? 0 : 1;
        if (result.weight < 0 || result.weight > 1)
            diagnostics_.add(table_.problem(row, whole_ ? "change_after" : "probability",
                                            number_text(result.weight) + " is no probability",
                                            "probabilities lie between 0 and 1"));
        return result;
    }

    BreakSeries series_of(const std::string& pole, const std::vector<BreakRow>& rows) {
        BreakSeries series;
        series.pole = pole;
        auto first = reading_.first_period, last = reading_.last_period;
        if (whole_) {
            std::int64_t least = std::numeric_limits<std::int64_t>::max(), greatest = -least;
            for (const BreakRow& row : rows) {
                least = std::min(least, *row.period);
                greatest = std::max(greatest, *row.period);
            }
            if (!first) first = least;
            if (!last) last = greatest;
        }
        if (!first || !last)
            throw UsageError(
                "how many periods the series have is not known; give --since and --until, or a table with a row for "
                "each period (trace changepoints --show each)");
        constexpr std::int64_t most = 10'000'000;
        if (*first > *last || *last - *first >= most)
            throw UsageError("--since and --until name no more than ten million periods, the first before the last");
        series.first_period = *first;
        series.changes.assign(static_cast<std::size_t>(*last - *first + 1), 0.0);
        std::map<std::int64_t, std::size_t> seen;
        for (const BreakRow& row : rows) {
            if (!row.period) continue;
            const auto [known, fresh] = seen.emplace(*row.period, row.row);
            if (!fresh) {
                diagnostics_.add(table_.problem(row.row, time_column(),
                                                pole + " has " + times_[row.row] + " twice, first on line " +
                                                    std::to_string(table_.problem(known->second, "", "", "").line),
                                                "keep one of the two; or take shorter periods (--period)"));
            } else if (*row.period < *first || *row.period > *last) {
                // A table of all periods may be cut by --since and --until; a change that is lost is an error.
                if (whole_) continue;
                diagnostics_.add(table_.problem(row.row, time_column(),
                                                "the change after " + times_[row.row] + " lies outside of " +
                                                    period_text(*first, reading_.scale) + " to " +
                                                    period_text(*last, reading_.scale),
                                                "correct --since or --until"));
            } else {
                series.changes[static_cast<std::size_t>(*row.period - *first)] = row.weight;
            }
        }
        return series;
    }

    const Table& table_;
    const BreakReading& reading_;
    Diagnostics diagnostics_;
    bool whole_ = false;  ///< a row for each period
    std::vector<std::string> times_;
    std::vector<double> weights_;
};

bool has_one_of(const DatedEvent& event, const std::vector<std::string>& tags) {
    if (tags.empty()) return true;
    return std::ranges::any_of(event.tags,
                               [&](const std::string& tag) { return std::ranges::find(tags, tag) != tags.end(); });
}

const std::vector<std::string>& tags_for(const BreakSeries& series, const BreakEventOptions& options) {
    const auto own = options.tags_of.find(series.pole);
    return own == options.tags_of.end() ? options.tags : own->second;
}

void check_tags(std::span<const BreakSeries> series, std::span<const DatedEvent> events,
                const BreakEventOptions& options) {
    std::set<std::string> known;
    for (const DatedEvent& event : events) known.insert(event.tags.begin(), event.tags.end());
    const std::vector<std::string> names(known.begin(), known.end());
    const auto check = [&](const std::vector<std::string>& tags) {
        for (const std::string& tag : tags) {
            if (!known.contains(tag)) throw UsageError("no event has the tag '" + tag + "'; " + name_hint(tag, names));
        }
    };
    check(options.tags);
    std::vector<std::string> poles;
    for (const BreakSeries& one : series) poles.push_back(one.pole);
    for (const auto& [pole, tags] : options.tags_of) {
        if (std::ranges::find(poles, pole) == poles.end())
            throw UsageError("--tags-of: there is no series '" + pole + "'; " + name_hint(pole, poles));
        check(tags);
    }
}

/// P(the event within the window of each period of the series); empty when that is nowhere above 0.
std::vector<double> event_near(const BreakSeries& series, const DatedEvent& event, std::size_t window) {
    const auto periods = static_cast<std::int64_t>(series.changes.size()), reach = static_cast<std::int64_t>(window);
    std::vector<double> near;
    for (const auto& [period, share] : event.shares) {
        const std::int64_t at = period - series.first_period;
        const std::int64_t from = std::max<std::int64_t>(0, at - reach), to = std::min(periods - 1, at + reach);
        if (from > to) continue;
        if (near.empty()) near.assign(series.changes.size(), 0.0);
        for (std::int64_t t = from; t <= to; ++t) {
            double& sum = near[static_cast<std::size_t>(t)];
            sum = std::min(1.0, sum + share);
        }
    }
    return near;
}

}  // namespace

std::vector<BreakSeries> read_break_series(const Table& table, const BreakReading& reading) {
    if (reading.numbered && !reading.first_period)
        throw UsageError("observations are numbered, but the period of the first is not known");
    return BreakTableReader(table, reading).read();
}

DatedEvents read_dated_events(const Table& table, const PeriodScale& scale, SpanRule spans) {
    const Chronology chronology = read_chronology(table);
    DatedEvents result;
    for (std::size_t row = 0; row < chronology.events.size(); ++row) {
        const ChronologyEvent& event = chronology.events[row];
        auto shares = period_shares(std::get<EdtfDate>(parse_edtf(event.edtf)), spans, scale);
        if (!shares) {
            result.warnings.push_back(to_string(
                table.problem(row, "edtf", "the event " + event.id + " (" + event.edtf + ") has days without bound",
                              "it is left out; give an earliest and a latest day")));
            continue;
        }
        result.events.push_back({event.id, event.edtf, event.title, event.tags, std::move(*shares)});
    }
    return result;
}

Table break_event_table(std::span<const BreakSeries> series, std::span<const DatedEvent> events, const PeriodScale&,
                        const BreakEventOptions& options) {
    check_tags(series, events, options);
    struct Found {
        Attribution attribution;
        std::size_t events = 0;
    };
    std::vector<Found> found;
    std::vector<double> p_values;
    for (const BreakSeries& one : series) {
        Found result;
        std::vector<double> none(one.changes.size(), 1.0);
        for (const DatedEvent& event : events) {
            if (!has_one_of(event, tags_for(one, options))) continue;
            const std::vector<double> near = event_near(one, event, options.window);
            result.events += near.empty() ? 0 : 1;
            for (std::size_t t = 0; t < near.size(); ++t) none[t] *= 1 - near[t];
        }
        if (result.events == 0)
            throw InputError(Problem{"", 0, 0, "no event lies near the periods of " + one.pole,
                                     "check the dates of the events, --period and the tags"});
        for (double& value : none) value = 1 - value;
        result.attribution = attribution_of(one.changes, none, options.work.part(one.pole));
        p_values.push_back(real_or_missing(result.attribution.p_circular));
        found.push_back(result);
    }
    const std::vector<double> adjusted = holm(p_values);
    TableRows rows(TextColumn{"pole"}, RealColumn{"hits"}, RealColumn{"p_circular"}, RealColumn{"p_hypergeometric"},
                   RealColumn{"p_holm"}, RealColumn{"changes"}, RealColumn{"coverage"}, IntegerColumn{"periods"},
                   IntegerColumn{"events"});
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Attribution& one = found[i].attribution;
        rows.add(series[i].pole, one.hits, one.p_circular, one.p_hypergeometric, adjusted[i], one.changes, one.coverage,
                 series[i].changes.size(), found[i].events);
    }
    return rows.table();
}

Table coincidence_table(std::span<const BreakSeries> series, std::span<const DatedEvent> events,
                        const PeriodScale& scale, const BreakEventOptions& options) {
    check_tags(series, events, options);
    TableRows rows(TextColumn{"pole"}, TextColumn{"change_after"}, RealColumn{"probability"}, TextColumn{"event"},
                   TextColumn{"edtf"}, TextColumn{"title"}, RealColumn{"p_within"});
    for (const BreakSeries& one : series) {
        std::vector<std::pair<const DatedEvent*, std::vector<double>>> near;
        for (const DatedEvent& event : events) {
            if (!has_one_of(event, tags_for(one, options))) continue;
            std::vector<double> probabilities = event_near(one, event, options.window);
            if (!probabilities.empty()) near.emplace_back(&event, std::move(probabilities));
        }
        for (std::size_t t = 0; t < one.changes.size(); ++t) {
            options.work.check();
            if (one.changes[t] == 0) continue;
            const std::string period = period_text(one.first_period + static_cast<std::int64_t>(t), scale);
            for (const auto& [event, probabilities] : near) {
                if (probabilities[t] > 0)
                    rows.add(one.pole, period, one.changes[t], event->id, event->edtf, event->title, probabilities[t]);
            }
        }
    }
    return rows.table();
}

}  // namespace tarazy
