#include "simulate/ensemble/ensemble_tables.hpp"

#include "base/number_text.hpp"
#include "stats/quantile.hpp"
#include "stats/wilson_interval.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// Runs with a finite outcome, the least first.
std::vector<double> sorted_outcomes(const Ensemble& ensemble, std::size_t policy, std::size_t year,
                                    std::size_t outcome) {
    std::vector<double> values;
    for (std::size_t run = 0; run < ensemble.design.rows(); ++run) {
        const double value = ensemble.result(run, policy, year, outcome);
        if (std::isfinite(value)) values.push_back(value);
    }
    std::ranges::sort(values);
    return values;
}

/// The fan of numbers in order: quantiles at .05, .1, .25, .5, .75, .9, .95.
template <class Rows>
void add_fan(Rows& rows, const std::string& policy, const std::string& outcome, int year,
             const std::vector<double>& sorted) {
    const auto at = [&](double probability) {
        return sorted.empty() ? std::nullopt : std::optional(quantile_of_sorted(sorted, probability));
    };
    rows.add(policy, outcome, year, sorted.size(), at(0.05), at(0.1), at(0.25), at(0.5), at(0.75), at(0.9), at(0.95));
}

auto fan_rows() {
    return TableRows(TextColumn{"policy"}, TextColumn{"outcome"}, IntegerColumn{"year"}, IntegerColumn{"n"},
                     RealColumn{"q05"}, RealColumn{"q10"}, RealColumn{"q25"}, RealColumn{"q50"}, RealColumn{"q75"},
                     RealColumn{"q90"}, RealColumn{"q95"});
}

}  // namespace

Table fan_table(const Scenario& scenario, const Ensemble& ensemble) {
    auto rows = fan_rows();
    for (std::size_t p = 0; p < ensemble.policies; ++p)
        for (std::size_t o = 0; o < ensemble.outcomes; ++o)
            for (std::size_t year = 0; year < ensemble.years; ++year)
                add_fan(rows, scenario.policies[p].name, scenario.model.outcomes[o],
                        scenario.first_year + static_cast<int>(year), sorted_outcomes(ensemble, p, year, o));
    return rows.table();
}

Scenario without_changes(const Scenario& scenario) {
    Scenario still = scenario;
    still.trends.clear();
    still.shocks.clear();
    still.policies = {{"none", {}, scenario.first_year}};
    return still;
}

Table effect_table(const Scenario& scenario, const Ensemble& ensemble, const Ensemble& unchanged) {
    auto rows = fan_rows();
    std::vector<double> differences;
    for (std::size_t p = 0; p < ensemble.policies; ++p) {
        for (std::size_t o = 0; o < ensemble.outcomes; ++o) {
            for (std::size_t year = 0; year < ensemble.years; ++year) {
                differences.clear();
                for (std::size_t run = 0; run < ensemble.design.rows(); ++run) {
                    const double difference = ensemble.result(run, p, year, o) - unchanged.result(run, 0, year, o);
                    if (std::isfinite(difference)) differences.push_back(difference);
                }
                std::ranges::sort(differences);
                add_fan(rows, scenario.policies[p].name, scenario.model.outcomes[o],
                        scenario.first_year + static_cast<int>(year), differences);
            }
        }
    }
    return rows.table();
}

Table runs_table(const Scenario& scenario, const Ensemble& ensemble, std::optional<std::size_t> policy) {
    const std::size_t runs = ensemble.design.rows();
    std::vector<std::size_t> shown, policies;
    for (std::size_t p = 0; p < ensemble.policies; ++p)
        if (!policy || p == *policy) policies.push_back(p);
    for (std::size_t i = 0; i < policies.size(); ++i)
        for (std::size_t run = 0; run < runs; ++run) shown.push_back(run);
    Table table = take_rows(design_table(ensemble.design), shown);
    table.origin = {};
    // The policy stands before the inputs, with what else tells a row from others.
    Table result;
    std::vector<std::string> names;
    for (const std::size_t p : policies) names.insert(names.end(), runs, scenario.policies[p].name);
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (c + ensemble.design.inputs.size() == table.names.size() && policies.size() > 1)
            result.add("policy", Column(std::span<const std::string>(names)));
        result.add(table.names[c], table.columns[c]);
    }
    for (std::size_t o = 0; o < ensemble.outcomes; ++o) {
        std::vector<double> cells;
        for (const std::size_t p : policies) {
            for (std::size_t run = 0; run < runs; ++run) {
                const double value = ensemble.result(run, p, ensemble.years - 1, o);
                cells.push_back(std::isfinite(value) ? value : Column::missing_real);
            }
        }
        result.add(scenario.model.outcomes[o], Column(std::move(cells)));
    }
    return result;
}

Table threshold_table(const Scenario& scenario, const Ensemble& ensemble, double level) {
    TableRows rows(TextColumn{"policy"}, TextColumn{"threshold"}, TextColumn{"outcome"}, TextColumn{"limit"},
                   IntegerColumn{"n"}, RealColumn{"share"}, RealColumn{"share_lower"}, RealColumn{"share_upper"});
    for (std::size_t p = 0; p < ensemble.policies; ++p) {
        for (const ScenarioThreshold& threshold : scenario.thresholds) {
            double met = 0, n = 0;
            for (std::size_t run = 0; run < ensemble.design.rows(); ++run) {
                const double value = ensemble.result(run, p, ensemble.years - 1, threshold.outcome);
                if (!std::isfinite(value)) continue;
                ++n;
                met += threshold.condition.met(value) ? 1 : 0;
            }
            const std::string limit =
                (threshold.condition.at_least ? ">= " : "<= ") + number_text(threshold.condition.value);
            const auto count = static_cast<std::size_t>(n);
            if (count == 0) {
                rows.add(scenario.policies[p].name, threshold.name, threshold.condition.outcome, limit, count,
                         std::nullopt, std::nullopt, std::nullopt);
                continue;
            }
            const WilsonInterval interval = wilson_interval(met, n, level);
            rows.add(scenario.policies[p].name, threshold.name, threshold.condition.outcome, limit, count, met / n,
                     interval.lower, interval.upper);
        }
    }
    return rows.table();
}

std::size_t undefined_outcomes(const Ensemble& ensemble) {
    return static_cast<std::size_t>(
        std::ranges::count_if(ensemble.results, [](double value) { return !std::isfinite(value); }));
}

}  // namespace tarazy
