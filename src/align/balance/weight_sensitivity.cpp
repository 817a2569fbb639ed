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
          medians_(2 * source.poles),
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
    /// @pre once for each `compute`: the draws are put into another order
    [[nodiscard]] double median_of(std::size_t figure) {
        std::vector<double>& values = figures_[figure];
        return medians_[figure].of(std::span(values).first(source_.draws), values.back());
    }
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
    std::vector<NearMedian> medians_;              ///< of each figure
    std::vector<double> largest_, total_, mean_logarithm_, sum_;  ///< a draw
    double most_evenness_;
    std::vector<double> nearest_count_;
};

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
    Centre centre(source);
    std::vector<std::vector<double>> medians(centre.figures(), std::vector<double>(count));
    std::size_t same = 0;
    for (std::size_t k = 0; k < count; ++k) {
        work.check();
        const auto scaled = closure(weights.subspan(k * domains.size(), domains.size()));
        assert(scaled);
        centre.compute(*scaled);
        for (std::size_t i = 0; i < medians.size(); ++i) medians[i][k] = centre.median_of(i);
        same += nearest && centre.nearest_in_most() == nearest ? 1 : 0;
    }
    WeightSensitivity result;
    for (const auto& figure : medians) {
        const auto range = quantiles(figure, std::array{0.05, 0.95});
        result.q05.push_back((*range)[0]);
        result.q95.push_back((*range)[1]);
    }
    result.same_nearest =
        nearest ? static_cast<double>(same) / static_cast<double>(count) : std::numeric_limits<double>::quiet_NaN();
    return result;
}

}  // namespace tarazy
