#include "trace/counterfactual/donor_panel.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "stats/squarable.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

using PeriodValues = std::map<std::int64_t, double>;

struct LongPanel {
    std::map<std::string, PeriodValues> units;
    std::set<std::string> all_units;
};

LongPanel read_long_panel(const Table& table, const DonorPanelOptions& options) {
    const std::vector<std::string> needed = {options.unit, options.time, options.outcome};
    require_columns(table, needed);
    const std::vector<std::string> units = require_texts(table, options.unit);
    const std::vector<std::int64_t> times = require_integers(table, options.time);
    const std::vector<double> values = require_reals(table, options.outcome);
    const std::set<std::string> wanted(options.donors.begin(), options.donors.end());
    LongPanel panel;
    Diagnostics faults;
    std::set<std::pair<std::string, std::int64_t>> seen;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (units[row].empty()) {
            faults.add(table.problem(row, options.unit, "the unit is missing", "name it or delete the row"));
            continue;
        }
        panel.all_units.insert(units[row]);
        if (!wanted.empty() && units[row] != options.treated && !wanted.contains(units[row])) continue;
        if (times[row] == Column::missing_integer) {
            faults.add(table.problem(row, options.time, "the time of " + units[row] + " is missing",
                                     "give the year or period as a whole number"));
            continue;
        }
        if (options.since && times[row] < *options.since) continue;
        if (options.until && times[row] > *options.until) continue;
        if (!seen.emplace(units[row], times[row]).second) {
            faults.add(table.problem(row, options.time, units[row] + " has two rows for " + std::to_string(times[row]),
                                     "keep one row a unit and time"));
            continue;
        }
        PeriodValues& own = panel.units[units[row]];
        if (std::isnan(values[row])) continue;
        if (!squarable(values[row]))
            faults.add(table.problem(row, options.outcome,
                                     "the value of " + units[row] + " is " + why_not_squarable(values[row]),
                                     "give the outcome in another unit"));
        own[times[row]] = values[row];
    }
    faults.throw_if_any();
    return panel;
}

std::string periods_text(const std::vector<std::int64_t>& times) {
    std::vector<std::string> texts;
    for (const std::int64_t time : times) texts.push_back(std::to_string(time));
    return first_few(texts, 5);
}

std::vector<std::int64_t> gaps_of(const PeriodValues& values, const std::vector<std::int64_t>& times) {
    std::vector<std::int64_t> gaps;
    for (const std::int64_t time : times)
        if (!values.contains(time)) gaps.push_back(time);
    return gaps;
}

std::vector<double> values_at(const PeriodValues& values, const std::vector<std::int64_t>& times) {
    std::vector<double> all;
    for (const std::int64_t time : times) all.push_back(values.at(time));
    return all;
}

std::size_t values_before(const PeriodValues& values, std::int64_t from) {
    return static_cast<std::size_t>(std::ranges::count_if(values, [&](const auto& one) { return one.first < from; }));
}

/// Examines the treated unit; fills its part of the panel.
std::optional<PanelShortage> examine_treated(const LongPanel& data, const DonorPanelOptions& options,
                                             DonorPanel& panel) {
    using Kind = PanelShortage::Kind;
    const auto own = data.units.find(options.treated);
    if (own == data.units.end() || own->second.empty()) {
        const auto near = nearest_name(options.treated, std::vector(data.all_units.begin(), data.all_units.end()));
        return PanelShortage{Kind::no_treated, "the treated unit '" + options.treated + "' has no value",
                             near && *near != options.treated ? "did you mean '" + *near + "'?"
                                                              : "name a unit that has rows in the period"};
    }
    std::set<std::int64_t> times;
    for (const auto& [unit, values] : data.units)
        for (const auto& [time, value] : values) times.insert(time);
    panel.times.assign(times.begin(), times.end());
    panel.pre = static_cast<std::size_t>(std::ranges::lower_bound(panel.times, options.from) - panel.times.begin());
    const std::int64_t first = own->second.begin()->first, last = own->second.rbegin()->first;
    const std::string span = std::to_string(first) + " to " + std::to_string(last);
    if (options.from > last || panel.pre == panel.times.size())
        return PanelShortage{Kind::outside,
                             "the treatment begins in " + std::to_string(options.from) + ", but " + options.treated +
                                 " has values from " + span,
                             "name a period within the data, or add later data"};
    const std::size_t before = values_before(own->second, options.from);
    if (before < options.least_pre) {
        const std::string count = before == 0   ? "no value"
                                  : before == 1 ? "1 value"
                                                : std::to_string(before) + " values";
        return PanelShortage{Kind::few_pre,
                             options.treated + " has " + count + " before " + std::to_string(options.from) +
                                 " (values from " + span + "); a counterfactual needs " +
                                 std::to_string(options.least_pre) + " at least",
                             "add earlier data; without them there is nothing to fit the donors to"};
    }
    // The panel begins and ends where the treated unit does: other values of donors fit and answer nothing.
    std::erase_if(panel.times, [&](std::int64_t time) { return time < first || time > last; });
    panel.pre = static_cast<std::size_t>(std::ranges::lower_bound(panel.times, options.from) - panel.times.begin());
    const std::vector<std::int64_t> gaps = gaps_of(own->second, panel.times);
    if (!gaps.empty())
        return PanelShortage{Kind::treated_gap, options.treated + " has no value for " + periods_text(gaps),
                             "fill the gap, or take a period without it (--since, --until)"};
    panel.actual = values_at(own->second, panel.times);
    return std::nullopt;
}

std::optional<PanelShortage> examine_donors(const LongPanel& data, const DonorPanelOptions& options,
                                            DonorPanel& panel) {
    using Kind = PanelShortage::Kind;
    std::set<std::string> names(options.donors.begin(), options.donors.end());
    if (names.empty()) names = data.all_units;
    names.erase(options.treated);
    std::vector<std::string> incomplete;
    for (const std::string& donor : names) {
        const auto own = data.units.find(donor);
        const PeriodValues none;
        const std::vector<std::int64_t> gaps = gaps_of(own == data.units.end() ? none : own->second, panel.times);
        if (gaps.empty()) {
            panel.donors.push_back(donor);
            panel.outcomes.push_back(values_at(own->second, panel.times));
            continue;
        }
        panel.left_out.push_back(donor);
        const bool any = gaps.size() < panel.times.size();
        incomplete.push_back(any ? donor + " has no value for " + periods_text(gaps) : donor + " has no value at all");
    }
    if (!incomplete.empty() && !options.leave_out_gaps)
        return PanelShortage{Kind::donor_gap, joined(incomplete, "; "),
                             "name donors without gaps (--donors), leave those with gaps out (--drop-gaps), or shorten "
                             "the period"};
    if (panel.donors.empty())
        return PanelShortage{Kind::no_donor,
                             incomplete.empty() ? "there is no donor beside " + options.treated
                                                : "no donor is left: " + joined(incomplete, "; "),
                             "name units that nothing happened to and that have values for the whole period"};
    return std::nullopt;
}

}  // namespace

Table rows_of_series(const Table& table, const std::string& column, const std::string& name) {
    require_column(table, column);
    const std::vector<std::string> names = require_texts(table, column);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < names.size(); ++row)
        if (names[row] == name) rows.push_back(row);
    if (rows.empty() && !names.empty()) {
        const std::set<std::string> known(names.begin(), names.end());
        Problem problem = table.problem(0, column, "no row has " + column + " '" + name + "'",
                                        name_hint(name, std::vector(known.begin(), known.end())));
        problem.line = 1;
        throw InputError(std::move(problem));
    }
    return take_rows(table, rows);
}

PanelReading examine_donor_panel(const Table& table, const DonorPanelOptions& options) {
    const LongPanel data = read_long_panel(table, options);
    PanelReading reading;
    reading.panel.treated = options.treated;
    if (const auto own = data.units.find(options.treated); own != data.units.end() && !own->second.empty()) {
        reading.pre_values = values_before(own->second, options.from);
        reading.post_values = own->second.size() - reading.pre_values;
        reading.first = own->second.begin()->first;
        reading.last = own->second.rbegin()->first;
    }
    reading.shortage = examine_treated(data, options, reading.panel);
    if (!reading.shortage) reading.shortage = examine_donors(data, options, reading.panel);
    return reading;
}

DonorPanel read_donor_panel(const Table& table, const DonorPanelOptions& options) {
    PanelReading reading = examine_donor_panel(table, options);
    if (!reading.shortage) return std::move(reading.panel);
    using Kind = PanelShortage::Kind;
    const Kind kind = reading.shortage->kind;
    const bool of_unit = kind == Kind::no_treated || kind == Kind::no_donor;
    const bool of_time = kind == Kind::outside || kind == Kind::few_pre;
    const std::string& column = of_unit ? options.unit : of_time ? options.time : options.outcome;
    Problem problem = table.problem(0, column, reading.shortage->what, reading.shortage->remedy);
    problem.line = 1;  // of the whole column, not of a row
    throw InputError(std::move(problem));
}

DonorPanel with_treated(const DonorPanel& panel, std::size_t donor) {
    DonorPanel placebo = panel;
    std::swap(placebo.treated, placebo.donors[donor]);
    std::swap(placebo.actual, placebo.outcomes[donor]);
    return placebo;
}

DonorPanel treated_earlier(const DonorPanel& panel, std::size_t pre) {
    DonorPanel placebo = panel;
    placebo.times.resize(panel.pre);
    placebo.actual.resize(panel.pre);
    for (auto& values : placebo.outcomes) values.resize(panel.pre);
    placebo.pre = pre;
    return placebo;
}

}  // namespace tarazy
