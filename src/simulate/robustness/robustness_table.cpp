#include "simulate/robustness/robustness_table.hpp"

#include "base/text_lists.hpp"
#include "table/table_rows.hpp"

#include <cmath>
#include <functional>

namespace tarazy {
namespace {

using Criterion = std::function<double(const PolicyRobustness&)>;  // more is better

struct NamedCriterion {
    std::string name;
    Criterion value;
};

std::vector<NamedCriterion> criteria_of(const std::vector<PolicyRobustness>& policies) {
    std::vector<NamedCriterion> all = {{"worst", [](const PolicyRobustness& p) { return p.worst.value; }},
                                       {"regret_max", [](const PolicyRobustness& p) { return -p.regret_max.value; }},
                                       {"regret_q90", [](const PolicyRobustness& p) { return -p.regret_q90.value; }}};
    if (!policies.empty() && policies.front().satisficing)
        all.push_back({"satisficing", [](const PolicyRobustness& p) { return p.satisficing->value; }});
    return all;
}

std::vector<std::size_t> ranks_by(const std::vector<PolicyRobustness>& policies, const Criterion& value) {
    std::vector<std::size_t> ranks;
    for (const PolicyRobustness& policy : policies) {
        std::size_t rank = 1;
        for (const PolicyRobustness& other : policies) rank += value(other) > value(policy) ? 1 : 0;
        ranks.push_back(rank);
    }
    return ranks;
}

void add_reals(Table& table, const std::string& name, const std::vector<PolicyRobustness>& policies,
               const std::function<std::optional<double>(const PolicyRobustness&)>& value) {
    std::vector<double> cells;
    for (const PolicyRobustness& policy : policies) cells.push_back(real_or_missing(value(policy)));
    table.add(name, Column(std::move(cells)));
}

void add_estimate(Table& table, const std::string& name, const std::vector<PolicyRobustness>& policies, double sign,
                  const std::function<std::optional<IndexEstimate>(const PolicyRobustness&)>& of) {
    const auto part = [&](const std::function<std::optional<double>(const IndexEstimate&)>& take) {
        return [&of, take, sign](const PolicyRobustness& policy) -> std::optional<double> {
            const std::optional<IndexEstimate> estimate = of(policy);
            const std::optional<double> value = estimate ? take(*estimate) : std::nullopt;
            return value ? std::optional(sign * *value) : std::nullopt;
        };
    };
    add_reals(table, name, policies, part([](const IndexEstimate& e) { return std::optional(e.value); }));
    // With the sign turned the ends change places.
    add_reals(table, name + "_lower", policies,
              part([sign](const IndexEstimate& e) { return sign > 0 ? e.lower : e.upper; }));
    add_reals(table, name + "_upper", policies,
              part([sign](const IndexEstimate& e) { return sign > 0 ? e.upper : e.lower; }));
}

}  // namespace

Table robustness_table(const PolicyOutcomes& outcomes, const std::vector<PolicyRobustness>& policies,
                       bool larger_is_better) {
    Table table;
    table.add("policy", Column(std::span<const std::string>(outcomes.policies)));
    const double sign = larger_is_better ? 1 : -1;
    using Estimate = std::optional<IndexEstimate>;
    add_estimate(table, "mean", policies, sign, [](const PolicyRobustness& p) { return Estimate(p.mean); });
    add_estimate(table, "worst", policies, sign, [](const PolicyRobustness& p) { return Estimate(p.worst); });
    add_estimate(table, "regret_max", policies, 1, [](const PolicyRobustness& p) { return Estimate(p.regret_max); });
    add_estimate(table, "regret_q90", policies, 1, [](const PolicyRobustness& p) { return Estimate(p.regret_q90); });
    add_estimate(table, "regret_mean", policies, 1, [](const PolicyRobustness& p) { return Estimate(p.regret_mean); });
    add_estimate(table, "satisficing", policies, 1, [](const PolicyRobustness& p) { return p.satisficing; });
    for (const NamedCriterion& criterion : criteria_of(policies)) {
        std::vector<std::int64_t> cells;
        for (const std::size_t rank : ranks_by(policies, criterion.value))
            cells.push_back(static_cast<std::int64_t>(rank));
        table.add("rank_" + criterion.name, Column(std::move(cells)));
    }
    if (!table.find("rank_satisficing"))
        table.add("rank_satisficing", Column(std::vector<std::int64_t>(policies.size(), Column::missing_integer)));
    add_reals(table, "first_by_regret_max", policies,
              [](const PolicyRobustness& p) { return std::optional(p.first_by_regret); });
    add_reals(table, "first_by_regret_q90", policies,
              [](const PolicyRobustness& p) { return std::optional(p.first_by_regret_q90); });
    add_reals(table, "first_by_satisficing", policies,
              [](const PolicyRobustness& p) { return p.first_by_satisficing; });
    return table;
}

std::vector<std::string> robustness_notes(const PolicyOutcomes& outcomes,
                                          const std::vector<PolicyRobustness>& policies) {
    std::vector<std::string> firsts, notes;
    bool differ = false;
    for (const NamedCriterion& criterion : criteria_of(policies)) {
        const std::vector<std::size_t> ranks = ranks_by(policies, criterion.value);
        std::string names;
        for (std::size_t p = 0; p < ranks.size(); ++p)
            if (ranks[p] == 1) add_item(names, outcomes.policies[p], " and ");
        firsts.push_back(criterion.name + ": " + names);
        differ =
            differ || firsts.back().substr(firsts.back().find(':')) != firsts.front().substr(firsts.front().find(':'));
    }
    if (differ) notes.push_back("the criteria put different policies first (" + joined(firsts, "; ") + ")");
    for (std::size_t p = 0; p < policies.size(); ++p) {
        const std::vector<std::size_t> ranks =
            ranks_by(policies, [](const PolicyRobustness& one) { return -one.regret_max.value; });
        if (ranks[p] == 1 && policies[p].first_by_regret < 0.5)
            notes.push_back("'" + outcomes.policies[p] +
                            "' has the smallest largest regret, but in less than half of the resamples");
    }
    return notes;
}

}  // namespace tarazy
