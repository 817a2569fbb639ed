#include "trace/counterfactual/mean_contrast.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

void check_windows(const ContrastOptions& options) {
    if (options.before_first > options.before_last || options.after_first > options.after_last)
        throw UsageError("a window ends before it begins; write first-last");
    if (options.before_last >= options.after_first)
        throw UsageError("the windows overlap: " + std::to_string(options.before_last) + " is not before " +
                         std::to_string(options.after_first) + "; part them");
}

std::map<std::string, std::map<std::int64_t, double>> contrast_values(const Table& table,
                                                                      const ContrastOptions& options) {
    const std::vector<std::string> needed = {options.unit, options.time, options.outcome};
    require_columns(table, needed);
    const std::vector<std::string> units = require_texts(table, options.unit);
    const std::vector<std::int64_t> times = require_integers(table, options.time);
    const std::vector<double> values = require_reals(table, options.outcome);
    const std::set<std::string> wanted(options.units.begin(), options.units.end());
    std::map<std::string, std::map<std::int64_t, double>> all;
    Diagnostics faults;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (units[row].empty() || std::isnan(values[row])) continue;
        if (!wanted.empty() && !wanted.contains(units[row])) continue;
        if (times[row] == Column::missing_integer)
            faults.add(table.problem(row, options.time, "the time of " + units[row] + " is missing",
                                     "give the year or period as a whole number"));
        else if (!all[units[row]].emplace(times[row], values[row]).second)
            faults.add(table.problem(row, options.time, units[row] + " has two rows for " + std::to_string(times[row]),
                                     "keep one row a unit and time"));
    }
    faults.throw_if_any();
    for (const std::string& unit : wanted) all[unit];  // who has no row is left out by name
    return all;
}

}  // namespace

MeanContrast mean_contrast(const Table& table, const ContrastOptions& options) {
    check_windows(options);
    MeanContrast result;
    for (const auto& [name, values] : contrast_values(table, options)) {
        UnitContrast unit{name};
        for (const auto& [time, value] : values) {
            if (time >= options.before_first && time <= options.before_last) {
                ++unit.n_before;
                unit.before += value;
            }
            if (time >= options.after_first && time <= options.after_last) {
                ++unit.n_after;
                unit.after += value;
            }
        }
        if (unit.n_before < options.least || unit.n_after < options.least) {
            result.left_out.push_back(name);
            continue;
        }
        unit.before /= static_cast<double>(unit.n_before);
        unit.after /= static_cast<double>(unit.n_after);
        unit.change = unit.after - unit.before;
        result.units.push_back(std::move(unit));
    }
    const double count = static_cast<double>(result.units.size());
    if (result.units.size() < 2) return result;
    double sum = 0;
    for (const UnitContrast& unit : result.units) sum += unit.change;
    for (UnitContrast& unit : result.units) unit.difference = unit.change - (sum - unit.change) / (count - 1);
    for (UnitContrast& unit : result.units) {
        const double own = std::abs(*unit.difference);
        unit.rank = static_cast<std::size_t>(std::ranges::count_if(
            result.units, [&](const UnitContrast& other) { return std::abs(*other.difference) >= own * (1 - 1e-12); }));
        unit.p = static_cast<double>(unit.rank) / count;
    }
    return result;
}

}  // namespace tarazy
