#include "trace/evidence/evidence_results.hpp"

#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

/// A weight for a cell: nothing when it is infinite or there is none.
std::optional<double> finite_weight(double weight) {
    if (!std::isfinite(weight)) return std::nullopt;
    return std::abs(weight) < 1e-12 ? 0 : weight;  // what roundings leave of equal terms
}

const std::string& hypothesis_id(const EvidenceResult& result, std::size_t h) {
    return result.rivals.hypotheses[h].id;
}

std::size_t clues_with_sign(const EvidenceResult& result, std::size_t hypothesis, double sign) {
    std::size_t count = 0;
    for (const std::vector<double>& weights : result.given_others) count += weights[hypothesis] * sign > 1e-9 ? 1 : 0;
    return count;
}

}  // namespace

EvidenceResult weigh_evidence(RivalExplanations rivals, const RangeDrawOptions& options) {
    EvidenceResult result;
    result.rivals = std::move(rivals);
    result.weighing = weigh(result.rivals);
    result.bounds = posterior_bounds(result.rivals);
    result.prior = prior_bounds(result.rivals);
    result.given_others = weights_given_others(result.rivals, result.weighing);
    result.draws = draw_ranges(result.rivals, options);
    result.bars = tornado(result.rivals);
    result.plans = plan_clues(result.rivals, result.weighing);
    return result;
}

std::size_t clues_for(const EvidenceResult& result, std::size_t hypothesis) {
    return clues_with_sign(result, hypothesis, 1);
}

std::size_t clues_against(const EvidenceResult& result, std::size_t hypothesis) {
    return clues_with_sign(result, hypothesis, -1);
}

double decibels_to_reverse(const EvidenceResult& result, std::size_t hypothesis) {
    const Weighing& weighing = result.weighing;
    const std::size_t other = hypothesis == weighing.leader ? weighing.runner_up : hypothesis;
    return decibels(weighing.posterior[weighing.leader], weighing.posterior[other]);
}

Table evidence_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"clue"}, TextColumn{"hypothesis"}, RealColumn{"likelihood"}, RealColumn{"weight_db"},
                   RealColumn{"posterior"}, RealColumn{"posterior_low"}, RealColumn{"posterior_high"},
                   RealColumn{"likelihood_low"}, RealColumn{"likelihood_high"}, TextColumn{"found"},
                   TextColumn{"counting"}, TextColumn{"group"}, TextColumn{"judged_by"});
    for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) {
        const Clue& clue = result.rivals.clues[c];
        const WeighedClue& step = result.weighing.steps[c];
        for (std::size_t h = 0; h < result.rivals.hypotheses.size(); ++h) {
            const ClueLikelihood* one = clue.likelihoods.empty() ? nullptr : &clue.likelihoods[h];
            const auto value = [&](double ElicitedProbability::*part) {
                return one == nullptr ? std::nullopt : std::optional(one->probability.*part);
            };
            const bool sought = step.counting != ClueCounting::not_sought;
            rows.add(clue.id, hypothesis_id(result, h), value(&ElicitedProbability::value),
                     sought ? finite_weight(step.weight[h]) : std::nullopt, step.posterior[h], result.bounds[c][h].low,
                     result.bounds[c][h].high, value(&ElicitedProbability::low), value(&ElicitedProbability::high),
                     to_string(clue.found), to_string(step.counting), clue.group,
                     one == nullptr ? std::string() : one->judged_by);
        }
    }
    return rows.table();
}

Table ladder_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"clue"}, TextColumn{"leader"}, TextColumn{"runner_up"}, RealColumn{"weight_db"},
                   RealColumn{"weight_low"}, RealColumn{"weight_high"}, RealColumn{"cumulative_db"},
                   RealColumn{"cumulative_low"}, RealColumn{"cumulative_high"}, TextColumn{"found"},
                   TextColumn{"counting"});
    const std::size_t a = result.weighing.leader, b = result.weighing.runner_up;
    WeightRange sum = prior_weight(result.rivals, a, b);
    const auto add = [&](const std::string& clue, const WeightRange& weight, std::string_view found,
                         std::string_view counting) {
        rows.add(clue, hypothesis_id(result, a), hypothesis_id(result, b), finite_weight(weight.value),
                 finite_weight(weight.low), finite_weight(weight.high), finite_weight(sum.value),
                 finite_weight(sum.low), finite_weight(sum.high), found, counting);
    };
    add("", sum, "", "prior");
    for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) {
        const Clue& clue = result.rivals.clues[c];
        const ClueCounting counting = result.weighing.steps[c].counting;
        if (counting == ClueCounting::not_sought || clue.likelihoods.empty()) continue;
        const WeightRange weight = pair_weight(clue, a, b);
        if (counting == ClueCounting::counted) {
            sum.value += weight.value;
            sum.low += weight.low;
            sum.high += weight.high;
        }
        add(clue.id, weight, to_string(clue.found), to_string(counting));
    }
    return rows.table();
}

Table scoreboard_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"hypothesis"}, IntegerColumn{"rank"}, RealColumn{"prior"}, RealColumn{"prior_low"},
                   RealColumn{"prior_high"}, RealColumn{"posterior"}, RealColumn{"posterior_low"},
                   RealColumn{"posterior_high"}, RealColumn{"mean"}, RealColumn{"q05"}, RealColumn{"q10"},
                   RealColumn{"q50"}, RealColumn{"q90"}, RealColumn{"q95"}, RealColumn{"p_leads"},
                   RealColumn{"rank_q05"}, RealColumn{"rank_q10"}, RealColumn{"rank_q50"}, RealColumn{"rank_q90"},
                   RealColumn{"rank_q95"}, RealColumn{"decibels_to_reverse"}, IntegerColumn{"clues_for"},
                   IntegerColumn{"clues_against"});
    const std::vector<std::size_t> order = ranking(result.rivals, result.weighing.posterior);
    for (std::size_t h = 0; h < result.rivals.hypotheses.size(); ++h) {
        const auto rank = std::ranges::find(order, h) - order.begin() + 1;
        const ElicitedProbability& prior = result.rivals.hypotheses[h].prior;
        const ProbabilityBounds last = result.bounds.empty() ? result.prior[h] : result.bounds.back()[h];
        const DrawnSummary& drawn = result.draws.posterior[h];
        rows.add(hypothesis_id(result, h), rank, prior.value, result.prior[h].low, result.prior[h].high,
                 result.weighing.posterior[h], last.low, last.high, drawn.mean, drawn.q05, drawn.q10, drawn.q50,
                 drawn.q90, drawn.q95, result.draws.leads[h], result.draws.rank[h].q05, result.draws.rank[h].q10,
                 result.draws.rank[h].q50, result.draws.rank[h].q90, result.draws.rank[h].q95,
                 finite_weight(decibels_to_reverse(result, h)), clues_for(result, h), clues_against(result, h));
    }
    return rows.table();
}

Table tornado_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"clue"}, TextColumn{"hypothesis"}, RealColumn{"low"},
                   RealColumn{"high"}, RealColumn{"posterior_at_low"}, RealColumn{"posterior_at_high"},
                   RealColumn{"swing"}, TextColumn{"leader_at_low"}, TextColumn{"leader_at_high"});
    for (const TornadoBar& bar : result.bars) {
        rows.add(bar.clue ? "likelihood" : "prior", bar.clue ? result.rivals.clues[*bar.clue].id : std::string(),
                 hypothesis_id(result, bar.hypothesis), bar.low, bar.high, bar.at_low, bar.at_high, bar.swing(),
                 hypothesis_id(result, bar.leader_at_low), hypothesis_id(result, bar.leader_at_high));
    }
    return rows.table();
}

Table planner_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"clue"}, RealColumn{"chance"}, RealColumn{"expected_db"}, RealColumn{"expected_db_q05"},
                   RealColumn{"expected_db_q95"}, RealColumn{"entropy_reduction"}, RealColumn{"entropy_q05"},
                   RealColumn{"entropy_q95"}, RealColumn{"if_found_db"}, RealColumn{"if_not_found_db"},
                   TextColumn{"group"});
    for (const PlannedClue& planned : result.plans) {
        const CluePlan& plan = planned.plan;
        const DrawnPlan& drawn = result.draws.plans[planned.clue];
        const bool finite = std::isfinite(plan.decibels);
        rows.add(result.rivals.clues[planned.clue].id, plan.chance, finite_weight(plan.decibels),
                 finite ? std::optional(drawn.decibels.q05) : std::nullopt,
                 finite ? std::optional(drawn.decibels.q95) : std::nullopt, plan.entropy_reduction, drawn.entropy.q05,
                 drawn.entropy.q95, finite_weight(plan.if_found), finite_weight(plan.if_not_found),
                 result.rivals.clues[planned.clue].group);
    }
    return rows.table();
}

Table weights_table(const EvidenceResult& result) {
    TableRows rows(TextColumn{"clue"}, TextColumn{"hypothesis"}, TextColumn{"against"}, RealColumn{"weight_db"},
                   RealColumn{"weight_low"}, RealColumn{"weight_high"}, RealColumn{"q05"}, RealColumn{"q10"},
                   RealColumn{"q50"}, RealColumn{"q90"}, RealColumn{"q95"});
    const std::size_t count = result.rivals.hypotheses.size();
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b) continue;
            WeightRange sum = prior_weight(result.rivals, a, b);
            for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) {
                if (result.weighing.steps[c].counting != ClueCounting::counted) continue;
                const WeightRange weight = pair_weight(result.rivals.clues[c], a, b);
                sum = {sum.value + weight.value, sum.low + weight.low, sum.high + weight.high};
                rows.add(result.rivals.clues[c].id, hypothesis_id(result, a), hypothesis_id(result, b),
                         finite_weight(weight.value), finite_weight(weight.low), finite_weight(weight.high),
                         std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
            }
            const DrawnSummary& drawn = result.draws.log_odds[a][b];
            const bool finite = std::isfinite(sum.value);
            const auto quantile = [&](double value) { return finite ? std::optional(value) : std::nullopt; };
            rows.add("", hypothesis_id(result, a), hypothesis_id(result, b), finite_weight(sum.value),
                     finite_weight(sum.low), finite_weight(sum.high), quantile(drawn.q05), quantile(drawn.q10),
                     quantile(drawn.q50), quantile(drawn.q90), quantile(drawn.q95));
        }
    }
    return rows.table();
}

}  // namespace tarazy
