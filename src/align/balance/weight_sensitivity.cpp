#include "align/balance/weight_sensitivity.hpp"

#include "align/balance/composition.hpp"
#include "base/random.hpp"
#include "stats/near_median.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t most_draws = 101;  // odd: the median is one of them

/// The domains' draws as logarithms, in which the centre is linear: (domain * poles + pole) * (draws + 1) + draw, so
/// that a weighted sum runs through memory in order. The last is no draw but the median of the others: what follows
/// from it is near to the medians of what follows from them.
struct LogDraws {
    std::size_t draws = 0, poles = 0;
    std::vector<double> logarithms;

    [[nodiscard]] std::span<const double> of(std::size_t domain, std::size_t pole) const {
        return std::span(logarithms).subspan((domain * poles + pole) * (draws + 1), draws + 1);
    }
};

LogDraws log_draws(std::span<const CompositionDraws> domains) {
    LogDraws result;
    const std::size_t all = joint_draws(domains);
    result.draws = std::min(all, most_draws);
    result.poles = domains.front().poles;
    for (const CompositionDraws& domain : domains) {
        for (std::size_t p = 0; p < result.poles; ++p) {
            std::vector<double> logarithms;
            for (std::size_t d = 0; d < result.draws; ++d)
                logarithms.push_back(std::log(domain.at(d * all / result.draws)[p]));
            result.logarithms.insert(result.logarithms.end(), logarithms.begin(), logarithms.end());
            result.logarithms.push_back(NearMedian::in_place(logarithms));
        }
    }
    return result;
}

/// Figures of the centre under one set of weights.
class Centre {
public:
    explicit Centre(const LogDraws& source)
        : source_(source),
          figures_(2 * source.poles, std::vector<double>(source.draws + 1)),
          logarithms_(source.poles, std::vector<double>(source.draws + 1)),
          most_evenness_(std::log(static_cast<double>(source.poles))) {}

    void compute(std::span<const double> weights) {
        for (std::size_t p = 0; p < source_.poles; ++p) {
            std::ranges::fill(logarithms_[p], 0.0);
            for (std::size_t m = 0; m < weights.size(); ++m) {
                const auto of = source_.of(m, p);
                for (std::size_t d = 0; d <= source_.draws; ++d) logarithms_[p][d] += weights[m] * of[d];
            }
        }
        compute_parts();
        compute_tilts();
    }
    [[nodiscard]] std::size_t figures() const { return figures_.size(); }
    [[nodiscard]] std::span<double> draws_of(std::size_t figure) {
        return std::span(figures_[figure]).first(source_.draws);
    }
    [[nodiscard]] double guess_of(std::size_t figure) const { return figures_[figure].back(); }
    [[nodiscard]] std::optional<std::size_t> nearest_in_most() const { return largest_part(nearest_count_); }

private:
    /// Loops over the draws, which become vector instructions where no exp or log stands in them.
    void compute_parts() {
        const std::size_t poles = source_.poles, all = source_.draws + 1;
        largest_ = logarithms_[0];
        for (std::size_t p = 1; p < poles; ++p) {
            for (std::size_t d = 0; d < all; ++d) largest_[d] = std::max(largest_[d], logarithms_[p][d]);
        }
        total_.assign(all, 0.0);
        mean_logarithm_.assign(all, 0.0);
        for (std::size_t p = 0; p < poles; ++p) {
            for (std::size_t d = 0; d < all; ++d) {
                const double below = logarithms_[p][d] - largest_[d], part = below == 0 ? 1.0 : std::exp(below);
                total_[d] += part;
                mean_logarithm_[d] += part * below;
                figures_[p][d] = part;
            }
        }
        count_nearest();
        for (std::size_t p = 0; p < poles; ++p) {
            for (std::size_t d = 0; d < all; ++d) figures_[p][d] /= total_[d];
        }
        // -sum w log w with log w = l - log(total)
        for (std::size_t d = 0; d < all; ++d)
            figures_[poles][d] = (std::log(total_[d]) - mean_logarithm_[d] / total_[d]) / most_evenness_;
    }

    /// In how many draws is a pole nearer than all others?
    void count_nearest() {
        nearest_count_.assign(source_.poles, 0);
        for (std::size_t d = 0; d < source_.draws; ++d) {
            std::size_t nearest = 0, equal = 0;
            for (std::size_t p = 0; p < source_.poles; ++p) {
                const bool largest = logarithms_[p][d] == largest_[d];
                equal += largest ? 1 : 0;
                nearest = largest ? p : nearest;
            }
            nearest_count_[nearest] += equal == 1 ? 1 : 0;
        }
    }

    /// ilr (composition.hpp): log-ratios, so the constant that closes the parts drops out.
    void compute_tilts() {
        sum_.assign(source_.draws + 1, 0.0);
        for (std::size_t k = 1; k < source_.poles; ++k) {
            const auto number = static_cast<double>(k);
            const double scale = std::sqrt(number / (number + 1));
            for (std::size_t d = 0; d <= source_.draws; ++d) {
                sum_[d] += logarithms_[k - 1][d];
                figures_[source_.poles + k][d] = scale * (sum_[d] / number - logarithms_[k][d]);
            }
        }
    }

    const LogDraws& source_;
    std::vector<std::vector<double>> figures_;     ///< shares, evenness, tilts; then a draw, last the guess
    std::vector<std::vector<double>> logarithms_;  ///< a pole, then a draw, last the guess: not closed
    std::vector<double> largest_, total_, mean_logarithm_, sum_;  ///< a draw
    double most_evenness_;
    std::vector<double> nearest_count_;
};

/// Medians of one figure under all weights. Only quantiles at the two ends are asked for: once it is known about where
/// these lie, a median that is surely none of the outer ones is not searched for, and a value between them stands for
/// it.
class OuterMedians {
public:
    OuterMedians(std::size_t count, bool every_one) : count_(count), every_one_(every_one) {}

    void add(std::span<double> values, double guess) {
        if (outer_known_ && median_.lies_between(least_, most_, values, guess)) {
            medians_.push_back(least_);
            some_left_out_ = true;
            return;
        }
        medians_.push_back(median_.of(values, guess));
        if (!every_one_ && medians_.size() == seen_first) bound_inner_ones();
    }

    /// Are the medians that decide about the two quantiles all known?
    [[nodiscard]] bool suffice() const {
        if (!some_left_out_) return true;
        const std::size_t needed = static_cast<std::size_t>(outer * static_cast<double>(count_ - 1)) + 2;
        std::size_t below = 0, above = 0;
        for (const double median : medians_) {
            below += median < least_ ? 1 : 0;
            above += median > most_ ? 1 : 0;
        }
        return below >= needed && above >= needed;
    }
    [[nodiscard]] std::vector<double> range() const { return *quantiles(medians_, std::array{outer, 1 - outer}); }

private:
    static constexpr double outer = 0.05, surely_inner = 0.15;
    static constexpr std::size_t seen_first = 200;

    void bound_inner_ones() {
        const auto bounds = *quantiles(medians_, std::array{surely_inner, 1 - surely_inner});
        least_ = bounds[0];
        most_ = bounds[1];
        outer_known_ = true;
    }

    std::size_t count_;
    bool every_one_, outer_known_ = false, some_left_out_ = false;
    NearMedian median_;
    std::vector<double> medians_;
    double least_ = 0, most_ = 0;  ///< medians between these are inner ones
};

struct Medians {
    std::vector<OuterMedians> of_figures;
    std::size_t same_nearest = 0;  ///< under so many weights
};

Medians medians_under(std::span<const double> weights, std::size_t count, const LogDraws& source, bool every_one,
                      std::optional<std::size_t> nearest, const Work& work) {
    const std::size_t domains = weights.size() / count;
    Centre centre(source);
    Medians medians{std::vector(centre.figures(), OuterMedians(count, every_one)), 0};
    for (std::size_t k = 0; k < count; ++k) {
        work.check();
        const auto scaled = closure(weights.subspan(k * domains, domains));
        assert(scaled);
        centre.compute(*scaled);
        for (std::size_t i = 0; i < centre.figures(); ++i)
            medians.of_figures[i].add(centre.draws_of(i), centre.guess_of(i));
        medians.same_nearest += nearest && centre.nearest_in_most() == nearest ? 1 : 0;
    }
    return medians;
}

}  // namespace

std::vector<double> weight_draws(std::span<const std::string> domains, std::size_t count, std::uint64_t seed) {
    std::vector<double> draws(count * domains.size());
    for (std::size_t m = 0; m < domains.size(); ++m) {
        const std::string purpose = "balance weight of " + domains[m];
        for (std::size_t k = 0; k < count; ++k) {
            draws[k * domains.size() + m] = -std::log(Random(seed, purpose, k).uniform());
        }
    }
    return draws;
}

WeightSensitivity weight_sensitivity(std::span<const CompositionDraws> domains, std::span<const double> weights,
                                     std::optional<std::size_t> nearest, const Work& work) {
    assert(!domains.empty() && !weights.empty() && weights.size() % domains.size() == 0);
    // A single domain has all the weight, whatever is drawn.
    const std::size_t count = domains.size() == 1 ? 1 : weights.size() / domains.size();
    const LogDraws source = log_draws(domains);
    weights = weights.first(count * domains.size());
    Medians medians = medians_under(weights, count, source, false, nearest, work);
    if (!std::ranges::all_of(medians.of_figures, &OuterMedians::suffice))
        medians = medians_under(weights, count, source, true, nearest, work);
    WeightSensitivity result;
    for (const OuterMedians& figure : medians.of_figures) {
        const std::vector<double> range = figure.range();
        result.q05.push_back(range[0]);
        result.q95.push_back(range[1]);
    }
    result.same_nearest = nearest ? static_cast<double>(medians.same_nearest) / static_cast<double>(count)
                                  : std::numeric_limits<double>::quiet_NaN();
    return result;
}

}  // namespace tarazy
