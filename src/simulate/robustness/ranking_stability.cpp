#include "simulate/robustness/ranking_stability.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

/// 1 where the first is larger, -1 where the second is, 0 on a par.
int order_of(double one, double other) noexcept {
    return one > other ? 1 : one < other ? -1 : 0;
}

/// Puts policies and states of the world in the order of their names, so that those of all models correspond.
PolicyOutcomes in_order_of_names(const PolicyOutcomes& all) {
    const auto sorted_places = [](const std::vector<std::string>& names) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < names.size(); ++i) places.push_back(i);
        std::ranges::sort(places, {}, [&names](std::size_t place) { return names[place]; });
        return places;
    };
    const std::vector<std::size_t> policies = sorted_places(all.policies), worlds = sorted_places(all.worlds);
    PolicyOutcomes result;
    for (const std::size_t p : policies) result.policies.push_back(all.policies[p]);
    for (const std::size_t w : worlds) result.worlds.push_back(all.worlds[w]);
    for (const std::size_t p : policies) {
        for (const std::size_t w : worlds) {
            result.outcome.push_back(all.outcome[p * worlds.size() + w]);
            if (!all.good_enough.empty()) result.good_enough.push_back(all.good_enough[p * worlds.size() + w]);
        }
    }
    return result;
}

void check_policies(const std::vector<ModelOutcomes>& models) {
    std::set<std::string> all;
    for (const ModelOutcomes& model : models)
        all.insert(model.outcomes.policies.begin(), model.outcomes.policies.end());
    Diagnostics diagnostics;
    for (const ModelOutcomes& model : models)
        for (const std::string& policy : all)
            if (!std::ranges::binary_search(model.outcomes.policies, policy))
                diagnostics.add({"", 0, 0, "model '" + model.model + "' has no policy '" + policy + "'",
                                 "run the same policies by every model"});
    diagnostics.throw_if_any();
}

/// The policies by one criterion, as goodness: more is better.
std::vector<double> goodness_of(const std::vector<double>& values, std::size_t criterion) {
    std::vector<double> goodness;
    for (std::size_t at = criterion; at < values.size(); at += policy_criteria.size())
        goodness.push_back(more_is_better(criterion) ? values[at] : -values[at]);
    return goodness;
}

/// Orders of all pairs of policies, first against second: as `order_of`.
std::vector<int> pair_orders(const std::vector<double>& goodness) {
    std::vector<int> orders;
    for (std::size_t a = 0; a < goodness.size(); ++a)
        for (std::size_t b = a + 1; b < goodness.size(); ++b) orders.push_back(order_of(goodness[a], goodness[b]));
    return orders;
}

/// Share of pairs of models whose orders are opposite. @param orders  of one pair of policies, by model
double share_opposite(const std::vector<int>& orders) {
    const auto up = std::ranges::count(orders, 1), down = std::ranges::count(orders, -1);
    const auto n = static_cast<double>(orders.size());
    return static_cast<double>(up * down) / (n * (n - 1) / 2);
}

/// By one criterion what all models say: values and, of each resample, values.
class CriterionOverModels {
public:
    CriterionOverModels(const std::vector<CriterionValues>& models, std::size_t criterion) : criterion_(criterion) {
        for (const CriterionValues& model : models) {
            whole_.push_back(goodness_of(model.values, criterion));
            resampled_.emplace_back();
            for (const std::vector<double>& replicate : model.replicates)
                resampled_.back().push_back(goodness_of(replicate, criterion));
        }
    }

    void add_agreements(double level, std::vector<OrderAgreement>& all) const {
        for (std::size_t a = 0; a < whole_.size(); ++a) {
            for (std::size_t b = a + 1; b < whole_.size(); ++b) {
                OrderAgreement one{criterion_, a, b, kendall_tau_b(whole_[a], whole_[b]), {}, {}};
                std::vector<double> taus;
                for (std::size_t r = 0; r < resampled_[a].size(); ++r)
                    taus.push_back(real_or_missing(kendall_tau_b(resampled_[a][r], resampled_[b][r])));
                if (one.tau && !taus.empty()) {
                    const IndexEstimate estimate = with_interval(*one.tau, taus, level);
                    one.lower = estimate.lower;
                    one.upper = estimate.upper;
                }
                const std::vector<int> left = pair_orders(whole_[a]), right = pair_orders(whole_[b]);
                for (std::size_t pair = 0; pair < left.size(); ++pair) {
                    one.reversed += left[pair] * right[pair] < 0 ? 1 : 0;
                    one.tied += left[pair] * right[pair] == 0 ? 1 : 0;
                }
                all.push_back(one);
            }
        }
    }

    void add_pairs(std::vector<PairStability>& all) const {
        const std::size_t policies = whole_.front().size(), replicates = resampled_.front().size();
        for (std::size_t a = 0; a < policies; ++a) {
            for (std::size_t b = a + 1; b < policies; ++b) {
                PairStability pair{criterion_, a, b, 0, 0, 0, 0, {}};
                const std::vector<int> orders = orders_over(whole_, a, b);
                pair.one_better = static_cast<std::size_t>(std::ranges::count(orders, 1));
                pair.other_better = static_cast<std::size_t>(std::ranges::count(orders, -1));
                pair.tied = static_cast<std::size_t>(std::ranges::count(orders, 0));
                pair.changes = share_opposite(orders);
                double sum = 0;
                for (std::size_t r = 0; r < replicates; ++r) {
                    std::vector<int> of_resample;
                    for (const auto& model : resampled_) of_resample.push_back(order_of(model[r][a], model[r][b]));
                    sum += share_opposite(of_resample);
                }
                if (replicates > 0) pair.changes_resampled = sum / static_cast<double>(replicates);
                all.push_back(pair);
            }
        }
    }

private:
    static std::vector<int> orders_over(const std::vector<std::vector<double>>& models, std::size_t a, std::size_t b) {
        std::vector<int> orders;
        for (const std::vector<double>& model : models) orders.push_back(order_of(model[a], model[b]));
        return orders;
    }

    std::size_t criterion_;
    std::vector<std::vector<double>> whole_;                   ///< models x policies
    std::vector<std::vector<std::vector<double>>> resampled_;  ///< models x resamples x policies
};

/// In how many runs the order of two policies by their outcomes is not that of another model, the mean over runs.
void add_run_by_run(const std::vector<ModelOutcomes>& models, std::vector<PairStability>& all) {
    const std::size_t policies = models.front().outcomes.policies.size(),
                      worlds = models.front().outcomes.worlds.size();
    for (std::size_t a = 0; a < policies; ++a) {
        for (std::size_t b = a + 1; b < policies; ++b) {
            double sum = 0;
            for (std::size_t w = 0; w < worlds; ++w) {
                std::vector<int> orders;
                for (const ModelOutcomes& model : models)
                    orders.push_back(
                        order_of(model.outcomes.outcome[a * worlds + w], model.outcomes.outcome[b * worlds + w]));
                sum += share_opposite(orders);
            }
            all.push_back({{}, a, b, 0, 0, 0, sum / static_cast<double>(worlds), {}});
        }
    }
}

std::string criterion_name(std::optional<std::size_t> criterion) {
    return criterion ? std::string(policy_criteria[*criterion]) : "each_run";
}

}  // namespace

std::optional<double> kendall_tau_b(std::span<const double> one, std::span<const double> other) {
    std::int64_t together = 0, apart_in_one = 0, apart_in_other = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        for (std::size_t j = i + 1; j < one.size(); ++j) {
            const int a = order_of(one[i], one[j]), b = order_of(other[i], other[j]);
            together += a * b;
            apart_in_one += a != 0 ? 1 : 0;
            apart_in_other += b != 0 ? 1 : 0;
        }
    }
    if (apart_in_one == 0 || apart_in_other == 0) return std::nullopt;
    return static_cast<double>(together) /
           std::sqrt(static_cast<double>(apart_in_one) * static_cast<double>(apart_in_other));
}

RankingStability ranking_stability(std::vector<ModelOutcomes> models, const ResamplingOptions& options) {
    if (models.size() < 2)
        throw UsageError("there is one model; give the runs of two or more to compare their rankings");
    for (ModelOutcomes& model : models) model.outcomes = in_order_of_names(model.outcomes);
    check_policies(models);
    RankingStability result;
    result.policies = models.front().outcomes.policies;
    result.same_worlds = std::ranges::all_of(
        models, [&](const ModelOutcomes& model) { return model.outcomes.worlds == models.front().outcomes.worlds; });
    std::vector<CriterionValues> values;
    for (const ModelOutcomes& model : models) {
        result.models.push_back(model.model);
        values.push_back(criterion_values(model.outcomes, options));
    }
    for (std::size_t criterion = 0; criterion < policy_criteria.size(); ++criterion) {
        if (policy_criteria[criterion] == "satisficing" && models.front().outcomes.good_enough.empty()) continue;
        const CriterionOverModels over(values, criterion);
        over.add_agreements(options.level, result.agreements);
        over.add_pairs(result.pairs);
    }
    if (result.same_worlds) add_run_by_run(models, result.pairs);
    return result;
}

Table agreement_table(const RankingStability& stability) {
    TableRows rows(TextColumn{"criterion"}, TextColumn{"model_1"}, TextColumn{"model_2"}, RealColumn{"tau"},
                   RealColumn{"tau_lower"}, RealColumn{"tau_upper"}, IntegerColumn{"policies"}, IntegerColumn{"pairs"},
                   IntegerColumn{"reversed"}, IntegerColumn{"tied"});
    const std::size_t n = stability.policies.size();
    for (const OrderAgreement& one : stability.agreements)
        rows.add(criterion_name(one.criterion), stability.models[one.first], stability.models[one.second], one.tau,
                 one.lower, one.upper, n, n * (n - 1) / 2, one.reversed, one.tied);
    return rows.table();
}

Table pair_stability_table(const RankingStability& stability) {
    TableRows rows(TextColumn{"criterion"}, TextColumn{"policy_1"}, TextColumn{"policy_2"}, IntegerColumn{"models"},
                   IntegerColumn{"first_better"}, IntegerColumn{"second_better"}, IntegerColumn{"tied"},
                   RealColumn{"changes"}, RealColumn{"changes_resampled"});
    for (const PairStability& pair : stability.pairs) {
        const auto told = [&pair](std::size_t count) { return pair.criterion ? std::optional(count) : std::nullopt; };
        rows.add(criterion_name(pair.criterion), stability.policies[pair.one], stability.policies[pair.other],
                 stability.models.size(), told(pair.one_better), told(pair.other_better), told(pair.tied), pair.changes,
                 pair.changes_resampled);
    }
    return rows.table();
}

std::vector<std::string> stability_notes(const RankingStability& stability) {
    std::vector<std::string> notes;
    const std::size_t pairs = stability.policies.size() * (stability.policies.size() - 1) / 2;
    const auto most_reversed = std::ranges::max_element(stability.agreements, {}, &OrderAgreement::reversed);
    if (most_reversed != stability.agreements.end() && most_reversed->reversed > 0)
        notes.push_back("the ranking hangs on the model: by " + criterion_name(most_reversed->criterion) + ", '" +
                        stability.models[most_reversed->first] + "' and '" + stability.models[most_reversed->second] +
                        "' order " + std::to_string(most_reversed->reversed) + " of " + std::to_string(pairs) +
                        " pairs of policies the other way round");
    else
        notes.emplace_back("no two models order any two policies the other way round, by any criterion");
    if (!stability.same_worlds)
        notes.emplace_back(
            "the models were not run in the same states of the world: policies are not compared run by run");
    return notes;
}

}  // namespace tarazy
