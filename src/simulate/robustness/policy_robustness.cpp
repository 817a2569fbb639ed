#include "simulate/robustness/policy_robustness.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "base/text_lists.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tarazy {
namespace {

constexpr std::size_t criteria = policy_criteria.size();

/// The place of each text in order of first appearance.
std::vector<std::size_t> places_of(const std::vector<std::string>& texts, std::vector<std::string>& distinct) {
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> places;
    for (const std::string& text : texts) {
        const auto [at, fresh] = known.try_emplace(text, distinct.size());
        if (fresh) distinct.push_back(text);
        places.push_back(at->second);
    }
    return places;
}

std::vector<double> regrets(const PolicyOutcomes& all) {
    const std::size_t worlds = all.worlds.size();
    std::vector<double> regret(all.outcome.size());
    for (std::size_t w = 0; w < worlds; ++w) {
        double best = -std::numeric_limits<double>::infinity();
        for (std::size_t p = 0; p < all.policies.size(); ++p) best = std::max(best, all.outcome[p * worlds + w]);
        for (std::size_t p = 0; p < all.policies.size(); ++p)
            regret[p * worlds + w] = best - all.outcome[p * worlds + w];
    }
    return regret;
}

/// All criteria of all policies over some worlds.
std::vector<double> criteria_over(const PolicyOutcomes& all, const std::vector<double>& regret,
                                  const std::vector<std::uint32_t>& drawn) {
    const std::size_t worlds = all.worlds.size();
    const double n = static_cast<double>(drawn.size());
    std::vector<double> values(all.policies.size() * criteria), sorted(drawn.size());
    for (std::size_t p = 0; p < all.policies.size(); ++p) {
        double* const out = values.data() + p * criteria;
        out[1] = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const std::size_t at = p * worlds + drawn[i];
            out[0] += all.outcome[at] / n;
            out[1] = std::min(out[1], all.outcome[at]);
            sorted[i] = regret[at];
            out[4] += regret[at] / n;
            if (!all.good_enough.empty()) out[5] += all.good_enough[at] ? 1 / n : 0;
        }
        std::ranges::sort(sorted);
        out[2] = sorted.back();
        out[3] = quantile_of_sorted(sorted, 0.9);
    }
    return values;
}

/// Adds to each policy its part of the first place by one criterion. @param sign  1 where more is better, else -1
void add_first(const std::vector<double>& values, std::size_t criterion, double sign, std::vector<double>& share) {
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t p = 0; p < share.size(); ++p) best = std::max(best, sign * values[p * criteria + criterion]);
    const auto is_best = [&](std::size_t p) { return sign * values[p * criteria + criterion] == best; };
    std::size_t ties = 0;
    for (std::size_t p = 0; p < share.size(); ++p) ties += is_best(p) ? 1 : 0;
    for (std::size_t p = 0; p < share.size(); ++p) share[p] += is_best(p) ? 1 / static_cast<double>(ties) : 0;
}

}  // namespace

OutcomeThreshold parse_threshold(std::string_view text, std::string_view option) {
    for (const bool at_least : {true, false}) {
        const std::size_t at = text.find(at_least ? ">=" : "<=");
        if (at == std::string_view::npos) continue;
        const std::optional<double> value = parse_real(trimmed(text.substr(at + 2)));
        const std::string name(trimmed(text.substr(0, at)));
        if (value && !name.empty()) return {name, at_least, *value};
    }
    throw UsageError(std::string(option) + " is '" + std::string(text) +
                     "'; give an outcome, >= or <=, and a number: 'y>=0.5'");
}

PolicyOutcomes read_policy_outcomes(const Table& table, const std::string& outcome, bool larger_is_better,
                                    const std::vector<OutcomeThreshold>& thresholds) {
    std::vector<std::string> needed = {"policy", "run", outcome};
    for (const OutcomeThreshold& threshold : thresholds) needed.push_back(threshold.outcome);
    require_columns(table, needed);
    PolicyOutcomes all;
    const std::vector<std::size_t> policy = places_of(require_texts(table, "policy"), all.policies);
    const std::vector<std::size_t> world = places_of(require_texts(table, "run"), all.worlds);
    const std::vector<double> values = require_reals(table, outcome);
    std::vector<std::vector<double>> limits;
    for (const OutcomeThreshold& threshold : thresholds) limits.push_back(require_reals(table, threshold.outcome));
    const std::size_t worlds = all.worlds.size();
    Diagnostics diagnostics;
    if (all.policies.size() < 2)
        diagnostics.add({table.origin.path, 0, 0,
                         std::to_string(all.policies.size()) + " policy in the column `policy`",
                         "give two or more: regret is measured against the others"});
    all.outcome.assign(all.policies.size() * worlds, std::nan(""));
    if (!thresholds.empty()) all.good_enough.assign(all.outcome.size(), true);
    std::vector<bool> seen(all.outcome.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        const std::size_t at = policy[row] * worlds + world[row];
        const std::string pair = "policy '" + all.policies[policy[row]] + "' in run '" + all.worlds[world[row]] + "'";
        if (seen[at]) diagnostics.add(table.problem(row, "policy", pair + " stands twice", "keep one row"));
        seen[at] = true;
        if (std::isnan(values[row]))
            diagnostics.add(table.problem(row, outcome, pair + " has no outcome", "regret needs all; compute it"));
        all.outcome[at] = larger_is_better ? values[row] : -values[row];
        for (std::size_t i = 0; i < thresholds.size(); ++i) {
            if (std::isnan(limits[i][row]))
                diagnostics.add(table.problem(row, thresholds[i].outcome,
                                              pair + " has no value to hold against its threshold", "compute it"));
            if (!thresholds[i].met(limits[i][row])) all.good_enough[at] = false;
        }
    }
    for (std::size_t at = 0; at < seen.size(); ++at) {
        if (!seen[at])
            diagnostics.add(
                {table.origin.path, 0, 0,
                 "policy '" + all.policies[at / worlds] + "' was not run in '" + all.worlds[at % worlds] + "'",
                 "run every policy in the same states of the world"});
    }
    diagnostics.throw_if_any();
    return all;
}

CriterionValues criterion_values(const PolicyOutcomes& outcomes, const ResamplingOptions& options) {
    check_resampling(options);
    const std::size_t worlds = outcomes.worlds.size(), n = options.replicates;
    const std::vector<double> regret = regrets(outcomes);
    std::vector<std::uint32_t> every(worlds);
    std::iota(every.begin(), every.end(), 0u);
    CriterionValues result{criteria_over(outcomes, regret, every), std::vector<std::vector<double>>(n)};
    WorkStep step(options.work, "bootstrap of states of the world", n);
    parallel_chunks(
        n, 4, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<std::uint32_t> drawn(worlds);
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                Random random(options.seed, "bootstrap of states of the world", replicate);
                for (std::uint32_t& world : drawn) world = static_cast<std::uint32_t>(random.below(worlds));
                result.replicates[replicate] = criteria_over(outcomes, regret, drawn);
            }
        },
        step);
    return result;
}

std::vector<PolicyRobustness> policy_robustness(const PolicyOutcomes& outcomes, const ResamplingOptions& options) {
    const std::size_t policies = outcomes.policies.size(), n = options.replicates;
    const auto [values, replicates] = criterion_values(outcomes, options);
    std::vector<double> by_regret(policies), by_q90(policies), by_satisficing(policies);
    for (const std::vector<double>& replicate : replicates) {
        add_first(replicate, 2, -1, by_regret);
        add_first(replicate, 3, -1, by_q90);
        add_first(replicate, 5, 1, by_satisficing);
    }
    const auto estimate = [&, &values = values, &replicates = replicates](std::size_t policy, std::size_t criterion) {
        std::vector<double> of_criterion;
        for (const std::vector<double>& replicate : replicates)
            of_criterion.push_back(replicate[policy * criteria + criterion]);
        return with_interval(values[policy * criteria + criterion], of_criterion, options.level);
    };
    std::vector<PolicyRobustness> all;
    for (std::size_t p = 0; p < policies; ++p) {
        PolicyRobustness one{
            estimate(p, 0), estimate(p, 1), estimate(p, 2), estimate(p, 3), estimate(p, 4), {}, 0, 0, {}};
        const double share = n == 0 ? std::nan("") : 1 / static_cast<double>(n);
        one.first_by_regret = by_regret[p] * share;
        one.first_by_regret_q90 = by_q90[p] * share;
        if (!outcomes.good_enough.empty()) {
            one.satisficing = estimate(p, 5);
            one.first_by_satisficing = by_satisficing[p] * share;
        }
        all.push_back(one);
    }
    return all;
}

}  // namespace tarazy
