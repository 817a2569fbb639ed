#include "trace/evidence/range_draws.hpp"

#include "base/parallel.hpp"
#include "stats/gamma_draws.hpp"
#include "stats/quantile.hpp"
#include "trace/evidence/clue_planner.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t draws_of_a_chunk = 256;

double drawn_in_range(Random& random, const ElicitedProbability& range, RangeShape shape) {
    const double width = range.high - range.low;
    if (!(width > 0)) return range.value;
    if (shape == RangeShape::uniform) return range.low + width * random.uniform();
    const double a = 1 + 4 * (range.value - range.low) / width, b = 1 + 4 * (range.high - range.value) / width;
    return range.low + width * beta_draw(random, a, b);
}

DrawnSummary summary_of_draws(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    DrawnSummary summary;
    if (values.empty()) return summary;
    std::ranges::sort(values);
    summary.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    summary.q05 = quantile_of_sorted(values, 0.05);
    summary.q10 = quantile_of_sorted(values, 0.1);
    summary.q50 = quantile_of_sorted(values, 0.5);
    summary.q90 = quantile_of_sorted(values, 0.9);
    summary.q95 = quantile_of_sorted(values, 0.95);
    return summary;
}

/// Hypotheses and clues in the order of their ids, so that neither draws nor sums depend on that of the rows.
struct OrderedRivals {
    RivalExplanations rivals;
    std::vector<std::size_t> hypotheses, clues;  ///< place of each in the file
};

OrderedRivals ordered_by_ids(const RivalExplanations& rivals) {
    OrderedRivals ordered;
    for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h) ordered.hypotheses.push_back(h);
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) ordered.clues.push_back(c);
    std::ranges::sort(ordered.hypotheses, {}, [&](std::size_t h) { return rivals.hypotheses[h].id; });
    std::ranges::sort(ordered.clues, {}, [&](std::size_t c) { return rivals.clues[c].id; });
    for (const std::size_t h : ordered.hypotheses) ordered.rivals.hypotheses.push_back(rivals.hypotheses[h]);
    for (const std::size_t c : ordered.clues) {
        Clue clue = rivals.clues[c];
        for (std::size_t h = 0; h < clue.likelihoods.size(); ++h)
            clue.likelihoods[h] = rivals.clues[c].likelihoods[ordered.hypotheses[h]];
        ordered.rivals.clues.push_back(std::move(clue));
    }
    return ordered;
}

/// The results under the places that hypotheses and clues have in the file.
RangeDraws in_order_of_file(const RangeDraws& drawn, const OrderedRivals& ordered) {
    RangeDraws result = drawn;
    for (std::size_t a = 0; a < ordered.hypotheses.size(); ++a) {
        const std::size_t at = ordered.hypotheses[a];
        result.posterior[at] = drawn.posterior[a];
        result.leads[at] = drawn.leads[a];
        result.rank[at] = drawn.rank[a];
        for (std::size_t b = 0; b < ordered.hypotheses.size(); ++b)
            result.log_odds[at][ordered.hypotheses[b]] = drawn.log_odds[a][b];
    }
    for (std::size_t c = 0; c < ordered.clues.size(); ++c) result.plans[ordered.clues[c]] = drawn.plans[c];
    return result;
}

/// Evidence whose numbers are drawn.
class DrawnEvidence {
public:
    DrawnEvidence(const RivalExplanations& rivals, const RangeDrawOptions& options)
        : rivals_(rivals), options_(options), weighing_(weigh(rivals)), counting_(clue_counting(rivals)) {
        for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
            if (counting_[c] == ClueCounting::not_sought && !rivals.clues[c].likelihoods.empty()) plans_.push_back(c);
            groups_.push_back(counted_of_group(rivals, counting_, c));
        }
        posterior_.resize(options.draws * rivals.hypotheses.size());
        log_odds_.resize(posterior_.size());
        decibels_.resize(options.draws * plans_.size());
        entropy_.resize(decibels_.size());
    }

    void draw(std::size_t number) {
        Random random(options_.seed, "ranges of evidence", number);
        const std::size_t count = rivals_.hypotheses.size();
        const std::vector<double> prior = drawn_prior(random);
        std::vector<double> logs(count);
        for (std::size_t h = 0; h < count; ++h) logs[h] = std::log(prior[h]);
        std::vector<double> likelihood(rivals_.clues.size() * count);
        for (std::size_t c = 0; c < rivals_.clues.size(); ++c) {
            const Clue& clue = rivals_.clues[c];
            for (std::size_t h = 0; h < clue.likelihoods.size(); ++h) {
                const double p = drawn_in_range(random, clue.likelihoods[h].probability, options_.shape);
                likelihood[c * count + h] = p;
                if (counting_[c] == ClueCounting::counted) logs[h] += std::log(probability_found(clue.found, p));
            }
        }
        const std::vector<double> posterior = normalised(logs).value_or(weighing_.posterior);
        std::ranges::copy(posterior, posterior_.begin() + static_cast<std::ptrdiff_t>(number * count));
        std::ranges::copy(logs, log_odds_.begin() + static_cast<std::ptrdiff_t>(number * count));
        draw_plans(number, posterior, likelihood);
    }

    RangeDraws summarised() const {
        const std::size_t count = rivals_.hypotheses.size();
        RangeDraws result;
        result.draws = options_.draws;
        std::vector<double> leads(count, 0);
        std::vector<std::vector<double>> ranks(count), posterior(count);
        std::vector<double> apart;
        for (std::size_t d = 0; d < options_.draws; ++d) {
            const std::span<const double> drawn(posterior_.data() + d * count, count);
            const std::vector<std::size_t> order = ranking(rivals_, drawn);
            ++leads[order[0]];
            for (std::size_t r = 0; r < count; ++r) ranks[order[r]].push_back(static_cast<double>(r + 1));
            for (std::size_t h = 0; h < count; ++h) posterior[h].push_back(drawn[h]);
            apart.push_back(odds(d, order[0], order[1]));
        }
        for (std::size_t h = 0; h < count; ++h) {
            result.posterior.push_back(summary_of_draws(posterior[h]));
            result.rank.push_back(summary_of_draws(ranks[h]));
            result.leads.push_back(leads[h] / static_cast<double>(options_.draws));
        }
        result.to_reverse = summary_of_draws(apart);
        result.log_odds.assign(count, std::vector<DrawnSummary>(count));
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b)
                if (a != b) result.log_odds[a][b] = summary_of_draws(odds_of(a, b));
        result.plans.resize(rivals_.clues.size());
        for (std::size_t p = 0; p < plans_.size(); ++p) result.plans[plans_[p]] = plan_summary(p);
        return result;
    }

private:
    /// Priors drawn one by one and moved to the sum of one within their ranges.
    std::vector<double> drawn_prior(Random& random) const {
        std::vector<double> prior(rivals_.hypotheses.size());
        double over = -1;
        for (std::size_t h = 0; h < prior.size(); ++h) {
            prior[h] = drawn_in_range(random, rivals_.hypotheses[h].prior, options_.shape);
            over += prior[h];
        }
        double room = 0;
        const auto room_of = [&](std::size_t h) {
            const ElicitedProbability& range = rivals_.hypotheses[h].prior;
            return over > 0 ? prior[h] - range.low : range.high - prior[h];
        };
        for (std::size_t h = 0; h < prior.size(); ++h) room += room_of(h);
        if (!(room > 0)) return prior;
        const double share = std::min(1.0, std::abs(over) / room) * (over > 0 ? -1 : 1);
        std::vector<double> moved = prior;
        for (std::size_t h = 0; h < prior.size(); ++h) moved[h] += share * room_of(h);
        return moved;
    }

    void draw_plans(std::size_t number, std::span<const double> posterior, std::span<const double> likelihood) {
        const std::size_t count = rivals_.hypotheses.size();
        for (std::size_t p = 0; p < plans_.size(); ++p) {
            const std::size_t c = plans_[p];
            const std::optional<std::size_t> group = groups_[c];
            if (group && rivals_.clues[*group].joint) continue;
            std::vector<double> counted;
            for (std::size_t h = 0; group && h < count; ++h) {
                counted.push_back(probability_found(rivals_.clues[*group].found, likelihood[*group * count + h]));
            }
            const CluePlan plan = plan_clue(posterior, likelihood.subspan(c * count, count), counted, weighing_.leader,
                                            weighing_.runner_up);
            decibels_[number * plans_.size() + p] = plan.decibels;
            entropy_[number * plans_.size() + p] = plan.entropy_reduction;
        }
    }

    [[nodiscard]] double odds(std::size_t draw, std::size_t a, std::size_t b) const {
        const double* logs = log_odds_.data() + draw * rivals_.hypotheses.size();
        return (logs[a] - logs[b]) * (10 / std::log(10.0));
    }
    [[nodiscard]] std::vector<double> odds_of(std::size_t a, std::size_t b) const {
        std::vector<double> values;
        for (std::size_t d = 0; d < options_.draws; ++d) values.push_back(odds(d, a, b));
        return values;
    }
    [[nodiscard]] DrawnPlan plan_summary(std::size_t p) const {
        std::vector<double> weights, reductions;
        DrawnPlan plan;
        for (std::size_t d = 0; d < options_.draws; ++d) {
            weights.push_back(decibels_[d * plans_.size() + p]);
            reductions.push_back(entropy_[d * plans_.size() + p]);
            plan.infinite += std::isfinite(weights.back()) ? 0 : 1;
        }
        plan.decibels = summary_of_draws(std::move(weights));
        plan.entropy = summary_of_draws(std::move(reductions));
        return plan;
    }

    const RivalExplanations& rivals_;
    const RangeDrawOptions& options_;
    const Weighing weighing_;
    const std::vector<ClueCounting> counting_;
    std::vector<std::size_t> plans_;                  ///< clues to look for
    std::vector<std::optional<std::size_t>> groups_;  ///< the clue that counts in the group of each
    std::vector<double> posterior_, log_odds_, decibels_, entropy_;
};

}  // namespace

RangeDraws draw_ranges(const RivalExplanations& rivals, const RangeDrawOptions& options) {
    const OrderedRivals ordered = ordered_by_ids(rivals);
    DrawnEvidence drawn(ordered.rivals, options);
    WorkStep step(options.work, "draws within the ranges", options.draws);
    parallel_chunks(
        options.draws, draws_of_a_chunk, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t d = begin; d < end; ++d) drawn.draw(d);
        },
        step);
    return in_order_of_file(drawn.summarised(), ordered);
}

}  // namespace tarazy
