#include "trace/breaks/break_posterior.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "trace/breaks/change_location.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr double negligible_mass = 1e-20;

/// Probabilities of numbers that follow one another, the small ones at either end left out.
struct NumberBand {
    std::size_t first = 0;
    std::vector<double> mass;

    /// Adds `factor` times the band, its numbers raised by `raise`.
    void take(const NumberBand& other, std::size_t raise, double factor) {
        if (other.mass.empty()) return;
        const std::size_t from = other.first + raise, to = from + other.mass.size();
        if (mass.empty()) first = from;
        if (from < first) {
            mass.insert(mass.begin(), first - from, 0.0);
            first = from;
        }
        if (to > first + mass.size()) mass.resize(to - first, 0.0);
        for (std::size_t i = 0; i < other.mass.size(); ++i) mass[from - first + i] += factor * other.mass[i];
    }
    void trim() {
        while (!mass.empty() && mass.back() < negligible_mass) mass.pop_back();
        std::size_t small = 0;
        while (small < mass.size() && mass[small] < negligible_mass) ++small;
        mass.erase(mass.begin(), mass.begin() + static_cast<std::ptrdiff_t>(small));
        first += small;
    }
};

/// The forward pass: what begins where, with how many changes before it.
class ForwardPass {
public:
    explicit ForwardPass(std::size_t n) : begins_(n, 0), bands_(n), level_(n + 1, 0), square_(n + 1, 0) {
        begins_[0] = 1;
        bands_[0] = {0, {1}};
    }

    void take(std::size_t t, const SegmentRow& row) {
        const std::size_t n = begins_.size();
        NumberBand& here = bands_[t];
        here.trim();
        for (std::size_t m = 1; m <= row.ends.size(); ++m) {
            const double joint = begins_[t] * row.ends[m - 1];
            if (joint == 0) continue;
            level_[t] += joint * row.mean[m - 1];
            level_[t + m] -= joint * row.mean[m - 1];
            square_[t] += joint * row.mean_square[m - 1];
            square_[t + m] -= joint * row.mean_square[m - 1];
            NumberBand& there = t + m == n ? number_ : bands_[t + m];
            if (t + m < n) begins_[t + m] += joint;
            if (joint > negligible_mass) there.take(here, t + m < n ? 1 : 0, row.ends[m - 1]);
        }
        here = {};
    }

    void finish(BreakPosterior& result, double m0) && {
        const std::size_t n = begins_.size();
        result.change_after.assign(begins_.begin() + 1, begins_.end());
        for (double& probability : result.change_after) probability = std::min(probability, 1.0);
        result.number_of_changes.assign(number_.first, 0.0);
        result.number_of_changes.insert(result.number_of_changes.end(), number_.mass.begin(), number_.mass.end());
        while (result.number_of_changes.size() > 1 && result.number_of_changes.back() < 1e-16)
            result.number_of_changes.pop_back();
        double level = 0, square = 0;
        for (std::size_t i = 0; i < n; ++i) {
            level += level_[i];
            square += square_[i];
            result.mean.push_back(level);
            result.sd.push_back(std::sqrt(std::max(0.0, square - (level - m0) * (level - m0))));
        }
    }

private:
    std::vector<double> begins_;     ///< P(a segment begins at t)
    std::vector<NumberBand> bands_;  ///< the same with the number of changes up to there
    NumberBand number_;
    std::vector<double> level_, square_;  ///< what changes at each observation in the sums over segments
};

/// Where `map_changes` of draws lie: with the most probable number of changes.
std::vector<std::size_t> dates_over_draws(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                          const BreakPosterior& posterior, const Work& work, unsigned threads) {
    const auto most = std::ranges::max_element(posterior.number_of_changes);
    const auto changes = static_cast<std::size_t>(most - posterior.number_of_changes.begin());
    return most_probable_dates(change_locations(draws, prior, changes, work, threads));
}

void check_draws(std::span<const std::vector<double>> draws) {
    if (draws.empty()) throw InputError({"", 0, 0, "there is no draw of the series", "give at least one"});
    for (const auto& draw : draws) {
        if (draw.size() != draws.front().size())
            throw InputError({"", 0, 0,
                              "draws of the series have " + std::to_string(draws.front().size()) + " and " +
                                  std::to_string(draw.size()) + " observations",
                              "give every draw the same periods"});
    }
}

}  // namespace

double BreakPosterior::expected_changes() const {
    double sum = 0;
    for (const double probability : change_after) sum += probability;
    return sum;
}

double BreakPosterior::any_change() const {
    double sum = 0;
    for (std::size_t k = 1; k < number_of_changes.size(); ++k) sum += number_of_changes[k];
    return std::min(1.0, sum);
}

std::size_t BreakPosterior::changes_quantile(double probability) const {
    double sum = 0;
    for (std::size_t k = 0; k < number_of_changes.size(); ++k) {
        sum += number_of_changes[k];
        if (sum >= probability) return k;
    }
    return number_of_changes.empty() ? 0 : number_of_changes.size() - 1;
}

BreakPosterior break_posterior(std::span<const double> y, const SegmentPrior& prior, const Work& work) {
    const SegmentChain chain(y, prior, work);
    BreakPosterior result;
    result.log_evidence = chain.log_evidence();
    result.map_changes = chain.most_probable_changes();
    result.truncated = chain.truncated();
    ForwardPass forward(y.size());
    SegmentRow row;
    WorkStep step(work, "probabilities of changes", y.size());
    for (std::size_t t = 0; t < y.size(); ++t) {
        chain.row(t, row);
        forward.take(t, row);
        step.advance();
    }
    std::move(forward).finish(result, prior.m0);
    return result;
}

SegmentPrior default_segment_prior(std::span<const std::vector<double>> draws) {
    check_draws(draws);
    std::vector<double> mean(draws.front().size(), 0);
    for (std::size_t i = 0; i < mean.size(); ++i) {
        for (const auto& draw : draws) mean[i] += draw[i];
        mean[i] /= static_cast<double>(draws.size());
    }
    return default_segment_prior(mean);
}

BreakPosterior break_posterior(std::span<const std::vector<double>> draws, const SegmentPrior& prior, const Work& work,
                               unsigned threads) {
    check_draws(draws);
    if (draws.size() == 1) return break_posterior(draws.front(), prior, work);
    std::vector<BreakPosterior> each(draws.size());
    WorkStep step(work, "posterior of each draw", draws.size());
    parallel_chunks(
        draws.size(), 1, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t d = begin; d < end; ++d) each[d] = break_posterior(draws[d], prior, work.unheard());
        },
        step);
    BreakPosterior result;
    const std::size_t n = draws.front().size();
    result.change_after.assign(n - 1, 0);
    result.mean.assign(n, 0);
    result.sd.assign(n, 0);
    const double share = 1 / static_cast<double>(draws.size());
    for (const BreakPosterior& one : each) {
        result.log_evidence += share * one.log_evidence;
        result.truncated = result.truncated || one.truncated;
        if (one.number_of_changes.size() > result.number_of_changes.size())
            result.number_of_changes.resize(one.number_of_changes.size(), 0);
        for (std::size_t k = 0; k < one.number_of_changes.size(); ++k)
            result.number_of_changes[k] += share * one.number_of_changes[k];
        for (std::size_t i = 0; i + 1 < n; ++i) result.change_after[i] += share * one.change_after[i];
        for (std::size_t i = 0; i < n; ++i) result.mean[i] += share * one.mean[i];
    }
    // Variance of a mixture: the mean of the variances and the variance of the means.
    for (const BreakPosterior& one : each) {
        for (std::size_t i = 0; i < n; ++i) {
            const double off = one.mean[i] - result.mean[i];
            result.sd[i] += share * (one.sd[i] * one.sd[i] + off * off);
        }
    }
    for (double& sd : result.sd) sd = std::sqrt(sd);
    result.map_changes = dates_over_draws(draws, prior, result, work, threads);
    return result;
}

std::vector<PriorSensitivity> prior_sensitivity(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                                const Work& work, unsigned threads) {
    check_segment_prior(prior);
    struct Multiple {
        const char* name;
        double SegmentPrior::*parameter;
        double factor;
    };
    constexpr Multiple multiples[] = {{"as given", &SegmentPrior::p, 1},  {"p x 0.5", &SegmentPrior::p, 0.5},
                                      {"p x 2", &SegmentPrior::p, 2},     {"k0 x 0.1", &SegmentPrior::k0, 0.1},
                                      {"k0 x 10", &SegmentPrior::k0, 10}, {"a0 x 0.5", &SegmentPrior::a0, 0.5},
                                      {"a0 x 2", &SegmentPrior::a0, 2},   {"b0 x 0.5", &SegmentPrior::b0, 0.5},
                                      {"b0 x 2", &SegmentPrior::b0, 2}};
    std::vector<PriorSensitivity> rows;
    for (const Multiple& multiple : multiples) {
        SegmentPrior other = prior;
        other.*multiple.parameter *= multiple.factor;
        if (other.p >= 1) continue;
        const BreakPosterior posterior = break_posterior(draws, other, work, threads);
        rows.push_back({multiple.name, other, posterior.log_evidence, posterior.expected_changes(),
                        posterior.any_change(), posterior.map_changes});
    }
    return rows;
}

}  // namespace tarazy
