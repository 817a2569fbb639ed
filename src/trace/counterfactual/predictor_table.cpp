#include "trace/counterfactual/predictor_table.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

struct DatedValue {
    std::optional<std::int64_t> time;
    double value = 0;
};
using DatedPredictors = std::map<std::string, std::map<std::string, std::vector<DatedValue>>>;  // predictor, unit

std::set<std::string> panel_units(const DonorPanel& panel) {
    std::set<std::string> units(panel.donors.begin(), panel.donors.end());
    units.insert(panel.treated);
    return units;
}

DatedPredictors dated_predictors(const Table& table, const DonorPanel& panel, const DonorPanelOptions& options) {
    const std::vector<std::string> needed = {options.unit, "predictor", "value"};
    require_columns(table, needed);
    const std::vector<std::string> units = require_texts(table, options.unit),
                                   names = require_texts(table, "predictor");
    const std::vector<double> values = require_reals(table, "value");
    std::vector<std::int64_t> times(units.size(), Column::missing_integer);
    if (table.find(options.time)) times = require_integers(table, options.time);
    const std::set<std::string> wanted = panel_units(panel);
    DatedPredictors all;
    Diagnostics faults;
    std::set<std::tuple<std::string, std::string, std::int64_t>> seen;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (!wanted.contains(units[row]) || std::isnan(values[row])) continue;
        if (names[row].empty()) {
            faults.add(table.problem(row, "predictor", "the predictor has no name", "name it or delete the row"));
            continue;
        }
        if (!seen.emplace(units[row], names[row], times[row]).second) {
            faults.add(table.problem(row, "predictor", units[row] + " has two values of " + names[row],
                                     "keep one row a unit, predictor and time"));
            continue;
        }
        const bool dated = times[row] != Column::missing_integer;
        all[names[row]][units[row]].push_back({dated ? std::optional(times[row]) : std::nullopt, values[row]});
    }
    faults.throw_if_any();
    return all;
}

DatedPredictors with_outcome(DatedPredictors all, const DonorPanel& panel, const std::string& outcome) {
    const auto add = [&](const std::string& unit, const std::vector<double>& values) {
        auto& own = all[outcome][unit];
        for (std::size_t t = 0; t < panel.times.size(); ++t) own.push_back({panel.times[t], values[t]});
    };
    add(panel.treated, panel.actual);
    for (std::size_t j = 0; j < panel.donors.size(); ++j) add(panel.donors[j], panel.outcomes[j]);
    return all;
}

/// Mean of a unit's values, by increasing time so that the order of rows changes no digit.
std::optional<double> window_mean(std::vector<DatedValue> values, std::int64_t first, std::int64_t last) {
    std::ranges::sort(values, {}, &DatedValue::time);
    double sum = 0;
    std::size_t count = 0;
    for (const DatedValue& value : values) {
        if (value.time && (*value.time < first || *value.time > last)) continue;
        sum += value.value;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

}  // namespace

std::vector<PredictorWindow> predictor_windows(const std::string& text) {
    std::vector<PredictorWindow> windows;
    for (const std::string& item : listed(text, ',')) {
        const std::size_t colon = item.rfind(':'), dash = item.find('-', colon == std::string::npos ? 0 : colon + 2);
        const auto refuse = [&] {
            throw UsageError("'" + item + "' is no window of a predictor; write name:first-last, as in gdp:1960-1969");
        };
        if (colon == std::string::npos || dash == std::string::npos) refuse();
        const auto first = parse_integer(item.substr(colon + 1, dash - colon - 1)),
                   last = parse_integer(item.substr(dash + 1));
        if (colon == 0 || !first || !last || *first > *last) refuse();
        windows.push_back({item.substr(0, colon), *first, *last});
    }
    return windows;
}

PredictorTable read_predictors(const Table* table, const DonorPanel& panel, const DonorPanelOptions& options,
                               const std::vector<PredictorWindow>& windows) {
    DatedPredictors all;
    if (table != nullptr) all = dated_predictors(*table, panel, options);
    const bool of_outcome = std::ranges::any_of(windows, [&](const auto& w) { return w.predictor == options.outcome; });
    if (of_outcome && !all.contains(options.outcome)) all = with_outcome(std::move(all), panel, options.outcome);
    std::vector<std::string> known;
    for (const auto& [name, values] : all) known.push_back(name);
    std::vector<PredictorWindow> used;
    std::vector<std::string> names;
    for (const PredictorWindow& window : windows) {
        if (!all.contains(window.predictor))
            throw UsageError("there is no predictor '" + window.predictor + "'; " + name_hint(window.predictor, known));
        if (window.last >= panel.from())
            throw UsageError("the window of " + window.predictor + " reaches to " + std::to_string(window.last) +
                             ", into the treatment; end it before " + std::to_string(panel.from()));
        used.push_back(window);
        names.push_back(window.predictor + ' ' + std::to_string(window.first) + '-' + std::to_string(window.last));
    }
    for (const std::string& name : known) {
        if (std::ranges::any_of(windows, [&](const auto& w) { return w.predictor == name; })) continue;
        used.push_back({name, std::numeric_limits<std::int64_t>::min(), panel.from() - 1});
        names.push_back(name);
    }
    PredictorTable predictors{names, {}};
    std::vector<std::string> lacking;
    for (const std::string& unit : panel_units(panel)) {
        std::vector<double>& own = predictors.values[unit];
        for (std::size_t p = 0; p < used.size(); ++p) {
            const auto mean = window_mean(all[used[p].predictor][unit], used[p].first, used[p].last);
            if (!mean) lacking.push_back(unit + " has no value of " + names[p]);
            own.push_back(mean.value_or(0));
        }
    }
    if (names.empty() || !lacking.empty()) {
        const std::string what = names.empty() ? "there is no predictor" : first_few(lacking, 5);
        throw InputError(Problem{table == nullptr ? std::string() : table->origin.path, 1, 0, what,
                                 "give a value before the treatment for each unit of the panel"});
    }
    return predictors;
}

PredictorTable outcome_predictors(const DonorPanel& panel) {
    PredictorTable predictors;
    const auto own = [&](const std::vector<double>& values) {
        return std::vector<double>(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(panel.pre));
    };
    for (std::size_t t = 0; t < panel.pre; ++t) predictors.names.push_back(std::to_string(panel.times[t]));
    predictors.values[panel.treated] = own(panel.actual);
    for (std::size_t j = 0; j < panel.donors.size(); ++j) predictors.values[panel.donors[j]] = own(panel.outcomes[j]);
    return predictors;
}

std::vector<double> read_predictor_weights(const Table& table, const PredictorTable& predictors) {
    const std::vector<std::string> needed = {"predictor", "v"};
    require_columns(table, needed);
    const std::vector<std::string> names = require_texts(table, "predictor");
    const std::vector<double> values = require_reals(table, "v");
    std::map<std::string, double> weights;
    Diagnostics faults;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (std::ranges::find(predictors.names, names[row]) == predictors.names.end())
            faults.add(table.problem(row, "predictor", "there is no predictor '" + names[row] + "'",
                                     name_hint(names[row], predictors.names)));
        else if (!(values[row] >= 0))
            faults.add(table.problem(row, "v", "the weight of " + names[row] + " is missing or negative",
                                     "give a number of at least 0"));
        else if (!weights.emplace(names[row], values[row]).second)
            faults.add(table.problem(row, "predictor", names[row] + " stands twice", "keep one row a predictor"));
    }
    double sum = 0;
    std::vector<double> all;
    for (const std::string& name : predictors.names) {
        const auto found = weights.find(name);
        if (found == weights.end() && faults.empty())
            faults.add({table.origin.path, 1, 0, "there is no weight of the predictor '" + name + "'",
                        "add a row for it; 0 leaves it out"});
        all.push_back(found == weights.end() ? 0 : found->second);
        sum += all.back();
    }
    if (faults.empty() && !(sum > 0)) faults.add({table.origin.path, 1, 0, "all weights are zero", "give one above 0"});
    faults.throw_if_any();
    for (double& weight : all) weight /= sum;
    return all;
}

}  // namespace tarazy
