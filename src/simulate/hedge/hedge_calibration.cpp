#include "simulate/hedge/hedge_calibration.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "stats/gamma_draws.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr double wanted_acceptance = 0.3;

/// A parameter on the whole line: itself, or its logarithm where it is positive.
bool is_logarithm(HedgeTerm term) {
    return hedge_prior(term).kind != HedgePrior::Kind::normal;
}

double prior_draw(HedgeTerm term, Random& random) {
    const HedgePrior prior = hedge_prior(term);
    const double draw = normal_draw(random) * prior.scale;
    switch (prior.kind) {
        case HedgePrior::Kind::normal: return draw;
        case HedgePrior::Kind::half_normal: return std::abs(draw);
        case HedgePrior::Kind::lognormal: return std::exp(prior.location + draw);
    }
    return draw;
}

/// Logarithm of the prior density on the whole line, up to a constant.
double log_prior(HedgeTerm term, double x) {
    const HedgePrior prior = hedge_prior(term);
    if (prior.kind == HedgePrior::Kind::half_normal) {
        const double scaled = std::exp(x) / prior.scale;
        return x - 0.5 * scaled * scaled;
    }
    const double scaled = (x - prior.location) / prior.scale;
    return -0.5 * scaled * scaled;
}

/// A Markov chain on the posterior, and what it learns for its steps.
class PosteriorChain {
public:
    PosteriorChain(const HedgeData& data, const std::vector<HedgeTerm>& free, const HedgeCoefficients& given,
                   Random& random)
        : data_(data),
          free_(free),
          given_(given),
          random_(random),
          n_(free.size()),
          x_(n_),
          mean_(n_),
          covariance_(n_ * n_),
          root_(n_ * n_) {
        for (std::size_t i = 0; i < n_; ++i) {
            // The middle of the prior; log 2/3 is about that of a half-normal one.
            const HedgePrior prior = hedge_prior(free_[i]);
            x_[i] = prior.kind == HedgePrior::Kind::half_normal ? std::log(0.67 * prior.scale) : prior.location;
            root_[i * n_ + i] = is_logarithm(free_[i]) ? 0.3 : 0.3 * prior.scale;
        }
        density_ = log_density(x_);
    }

    void warm_up(std::size_t steps, const Work& work) {
        for (std::size_t t = 1; t <= steps; ++t) {
            if ((t & 63U) == 0) work.check();
            const double accepted = step();
            // The scale goes to the wanted rate of acceptance, ever more slowly.
            log_scale_ += (accepted - wanted_acceptance) * std::pow(static_cast<double>(t), -0.6);
            // The first fifth is the way from the start and teaches nothing of the shape.
            if (t == steps / 5) seen_ = 0;
            learn();
            if (t > steps / 5 && t % 100 == 0) take_root();
        }
    }

    double step() {
        std::vector<double> normal(n_), proposal = x_;
        for (double& draw : normal) draw = normal_draw(random_);
        const double scale = std::exp(log_scale_);
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t k = 0; k <= i; ++k) proposal[i] += scale * root_[i * n_ + k] * normal[k];
        const double density = log_density(proposal), ratio = std::exp(std::min(0.0, density - density_));
        if (random_.uniform() < ratio) {
            x_ = proposal;
            density_ = density;
        }
        return std::isnan(ratio) ? 0 : ratio;
    }

    [[nodiscard]] double value(std::size_t i) const { return is_logarithm(free_[i]) ? std::exp(x_[i]) : x_[i]; }

private:
    double log_density(const std::vector<double>& x) const {
        HedgeCoefficients coefficients = given_;
        double sum = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            const double value = is_logarithm(free_[i]) ? std::exp(x[i]) : x[i];
            // Far beyond any prior draw the utilities would overflow.
            if (!(std::abs(value) < 1e6)) return -std::numeric_limits<double>::infinity();
            coefficients[free_[i]] = value;
            sum += log_prior(free_[i], x[i]);
        }
        const double likelihood = hedge_log_likelihood(data_, coefficients);
        return std::isfinite(likelihood) ? sum + likelihood : -std::numeric_limits<double>::infinity();
    }

    void learn() {
        ++seen_;
        if (seen_ == 1) {
            mean_ = x_;
            std::ranges::fill(covariance_, 0.0);
            return;
        }
        const double weight = 1 / static_cast<double>(seen_);
        std::vector<double> from_mean(n_);
        for (std::size_t i = 0; i < n_; ++i) from_mean[i] = x_[i] - mean_[i];
        for (std::size_t i = 0; i < n_; ++i) {
            mean_[i] += weight * from_mean[i];
            for (std::size_t k = 0; k < n_; ++k)
                covariance_[i * n_ + k] +=
                    weight * ((1 - weight) * from_mean[i] * from_mean[k] - covariance_[i * n_ + k]);
        }
    }

    /// Cholesky root of the covariance seen, a little widened so that it exists.
    void take_root() {
        std::vector<double> root(n_ * n_, 0.0);
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t k = 0; k <= i; ++k) {
                double sum = covariance_[i * n_ + k] + (i == k ? 1e-6 : 0);
                for (std::size_t m = 0; m < k; ++m) sum -= root[i * n_ + m] * root[k * n_ + m];
                if (i == k && !(sum > 0)) return;
                root[i * n_ + k] = i == k ? std::sqrt(sum) : sum / root[k * n_ + k];
            }
        }
        // Root and scale change hands once; after that the scale is relative to the root.
        if (!shaped_) log_scale_ = std::log(2.4 / std::sqrt(static_cast<double>(n_)));
        shaped_ = true;
        root_ = root;
    }

    const HedgeData& data_;
    const std::vector<HedgeTerm>& free_;
    HedgeCoefficients given_;
    Random& random_;
    std::size_t n_;
    std::vector<double> x_, mean_, covariance_, root_;
    double density_ = 0, log_scale_ = 0;
    std::size_t seen_ = 0;
    bool shaped_ = false;
};

}  // namespace

HedgePrior hedge_prior(HedgeTerm term) noexcept {
    switch (term) {
        case HedgeTerm::coercion: return {HedgePrior::Kind::half_normal, 0, 10};
        case HedgeTerm::neighbours: return {HedgePrior::Kind::normal, 0, 1};
        case HedgeTerm::entrapment: return {HedgePrior::Kind::half_normal, 0, 20};
        case HedgeTerm::inertia: return {HedgePrior::Kind::half_normal, 0, 50};
        case HedgeTerm::precision: return {HedgePrior::Kind::lognormal, std::log(100.0), 0.7};
        default: return {HedgePrior::Kind::normal, 0, 10};
    }
}

std::string hedge_prior_text(HedgeTerm term) {
    const HedgePrior prior = hedge_prior(term);
    switch (prior.kind) {
        case HedgePrior::Kind::normal: return "normal around 0, sd " + number_text(prior.scale);
        case HedgePrior::Kind::half_normal: return "half-normal, scale " + number_text(prior.scale);
        case HedgePrior::Kind::lognormal:
            return "lognormal, median " + number_text(std::round(std::exp(prior.location) * 1e6) / 1e6) +
                   ", sd of the logarithm " + number_text(prior.scale);
    }
    return "";
}

std::vector<double> hedge_posterior(const HedgeData& data, const std::vector<HedgeTerm>& free,
                                    const HedgeCoefficients& given, const HedgePosteriorOptions& options,
                                    Random& random, const Work& work) {
    PosteriorChain chain(data, free, given, random);
    chain.warm_up(options.warm_up, work);
    std::vector<double> draws;
    for (std::size_t d = 0; d < options.draws; ++d) {
        work.check();
        for (std::size_t t = 0; t < options.thin; ++t) (void)chain.step();
        for (std::size_t i = 0; i < free.size(); ++i) draws.push_back(chain.value(i));
    }
    return draws;
}

HedgeCalibration calibrate_hedge(const HedgeData& like, const HedgeCalibrationOptions& options) {
    const std::size_t width = options.free.size();
    constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> ranks(options.replicates * width, none);
    WorkStep step(options.work, "simulation-based calibration", options.replicates);
    parallel_chunks(
        options.replicates, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t r = begin; r < end; ++r) {
                Random random(options.seed, "calibration of the alignment model", r);
                HedgeCoefficients truth = options.given;
                for (const HedgeTerm term : options.free) truth[term] = prior_draw(term, random);
                HedgeData data;
                try {
                    data = simulated_hedge_data(like, truth, random);
                } catch (const LimitError&) {
                    continue;  // told by the caller
                }
                const std::vector<double> draws = hedge_posterior(data, options.free, options.given, options.posterior,
                                                                  random, options.work.unheard());
                for (std::size_t i = 0; i < width; ++i) {
                    std::uint32_t rank = 0;
                    for (std::size_t d = 0; d < options.posterior.draws; ++d)
                        rank += draws[d * width + i] < truth[options.free[i]] ? 1 : 0;
                    ranks[r * width + i] = rank;
                }
            }
        },
        step);
    HedgeCalibration calibration{.terms = options.free, .largest = options.posterior.draws};
    calibration.ranks.resize(width);
    for (std::size_t r = 0; r < options.replicates; ++r) {
        if (ranks[r * width] == none) ++calibration.failed;
        for (std::size_t i = 0; i < width && ranks[r * width] != none; ++i)
            calibration.ranks[i].push_back(ranks[r * width + i]);
    }
    return calibration;
}

}  // namespace tarazy
