#include "simulate/hedge/hedge_fit.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "base/text_lists.hpp"
#include "base/too_little_data.hpp"
#include "simulate/hedge/bounded_minimum.hpp"
#include "simulate/hedge/observed_information.hpp"
#include "stats/gamma_draws.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

/// Two starts that end so near in log-likelihood have found the same.
constexpr double same_likelihood = 0.01;

/// The free parameters as numbers that a search can step through: the precision by its logarithm, the others by an
/// inverse hyperbolic sine, near 0 as they are and far off by their logarithm.
class FreeTerms {
public:
    FreeTerms(const HedgeData& data, std::vector<HedgeTerm> terms, const HedgeCoefficients& given)
        : data_(data), terms_(std::move(terms)), given_(given) {
        for (const HedgeTerm term : terms_) {
            lower_.push_back(searched(term, hedge_parameter(term).least));
            upper_.push_back(searched(term, hedge_parameter(term).most));
        }
    }

    static double searched(HedgeTerm term, double value) {
        return term == HedgeTerm::precision ? std::log(value) : std::asinh(value);
    }
    static double found(HedgeTerm term, double x) { return term == HedgeTerm::precision ? std::exp(x) : std::sinh(x); }

    [[nodiscard]] HedgeCoefficients at(std::span<const double> x) const {
        HedgeCoefficients coefficients = given_;
        for (std::size_t i = 0; i < terms_.size(); ++i) {
            const HedgeParameter& parameter = hedge_parameter(terms_[i]);
            coefficients[terms_[i]] = std::clamp(found(terms_[i], x[i]), parameter.least, parameter.most);
        }
        return coefficients;
    }
    [[nodiscard]] double cost(std::span<const double> x) const { return -hedge_log_likelihood(data_, at(x)); }
    [[nodiscard]] BoundedMinimum search(std::span<const double> start, const Work& work) const {
        return bounded_minimum([this](std::span<const double> x) { return cost(x); }, start, lower_, upper_,
                               {.tolerance = 1e-3, .difference = 1e-4, .work = work});
    }

    [[nodiscard]] const std::vector<HedgeTerm>& terms() const { return terms_; }
    [[nodiscard]] std::span<const double> lower() const { return lower_; }
    [[nodiscard]] std::span<const double> upper() const { return upper_; }
    [[nodiscard]] const HedgeData& data() const { return data_; }

private:
    const HedgeData& data_;
    std::vector<HedgeTerm> terms_;
    HedgeCoefficients given_;
    std::vector<double> lower_, upper_;
};

/// Starts spread over weak and strong inertia, between which the grid of profiles makes several hills; the first four
/// are the same whatever the seed.
std::vector<double> start_of(const FreeTerms& free, std::uint64_t seed, unsigned number) {
    constexpr std::array<double, 4> inertias = {100, 1500, 20, 400}, entrapments = {1, 30, 1, 30};
    Random random(seed, "starts of the alignment model", number);
    std::vector<double> start;
    for (const HedgeTerm term : free.terms()) {
        const double draw = number < 4 ? 0 : normal_draw(random);
        double x = 0;
        if (term == HedgeTerm::precision)
            x = std::log(100.0) + draw;
        else if (term == HedgeTerm::inertia)
            x = std::asinh(inertias[number % 4]) + draw / 2;
        else if (term == HedgeTerm::entrapment)
            x = std::asinh(entrapments[number % 4]) + draw;
        else if (hedge_parameter(term).least >= 0)
            x = std::asinh(1.0) + 2 * std::abs(draw);
        else
            x = 1.5 * draw;
        start.push_back(x);
    }
    return start;
}

struct SearchResult {
    BoundedMinimum best;
    unsigned at_best = 0;
};

SearchResult search_from_all(const FreeTerms& free, const HedgeFitOptions& options) {
    std::vector<BoundedMinimum> found(options.starts);
    WorkStep step(options.work, "search for the greatest likelihood", options.starts);
    parallel_chunks(
        options.starts, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                found[i] = free.search(start_of(free, options.seed, static_cast<unsigned>(i)), options.work);
        },
        step);
    SearchResult result;
    result.best.value = std::numeric_limits<double>::infinity();
    for (const BoundedMinimum& one : found)
        if (std::isfinite(one.value) && one.value < result.best.value) result.best = one;
    if (!std::isfinite(result.best.value))
        throw LimitError("no start of the search has a finite likelihood; take fewer free parameters");
    for (const BoundedMinimum& one : found)
        if (one.value <= result.best.value + same_likelihood) ++result.at_best;
    return result;
}

/// The scale of intervals, where the likelihood is nearer to a parabola: the precision by its logarithm, parameters
/// that are not negative as the search has them, the others themselves.
double interval_scale(HedgeTerm term, double value) {
    return hedge_parameter(term).least < 0 ? value : FreeTerms::searched(term, value);
}
double from_interval_scale(HedgeTerm term, double value) {
    return hedge_parameter(term).least < 0 ? value : FreeTerms::found(term, value);
}
/// Standard error of the parameter from that on the scale of intervals (delta method).
double error_of(HedgeTerm term, double value, double se) {
    if (hedge_parameter(term).least < 0) return se;
    return term == HedgeTerm::precision ? value * se : std::sqrt(1 + value * value) * se;
}

void add_wald_intervals(HedgeFit& fit, const HedgeData& data, const HedgeFitOptions& options) {
    std::vector<HedgeTerm> inside;
    for (const HedgeEstimate& estimate : fit.estimates)
        if (estimate.free && estimate.note.empty()) inside.push_back(estimate.term);
    std::vector<double> at, lower, upper;
    for (const HedgeTerm term : inside) {
        at.push_back(interval_scale(term, fit.coefficients[term]));
        lower.push_back(interval_scale(term, hedge_parameter(term).least));
        upper.push_back(interval_scale(term, hedge_parameter(term).most));
    }
    const auto cost = [&](std::span<const double> x) {
        HedgeCoefficients moved = fit.coefficients;
        for (std::size_t i = 0; i < inside.size(); ++i) moved[inside[i]] = from_interval_scale(inside[i], x[i]);
        return -hedge_log_likelihood(data, moved);
    };
    const ObservedInformation information = observed_information(cost, at, lower, upper);
    fit.varied = inside;
    fit.root = information.root;
    const double z = normal_quantile(0.5 + options.level / 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        HedgeEstimate& estimate = fit.estimates[static_cast<std::size_t>(inside[i])];
        const HedgeParameter& parameter = hedge_parameter(inside[i]);
        if (information.on_bound[i]) {
            estimate.note =
                "at its bound " + number_text(estimate.value - parameter.least < parameter.most - estimate.value
                                                  ? parameter.least
                                                  : parameter.most);
            continue;
        }
        if (!information.identified[i]) {
            estimate.note = "not identified: the likelihood is flat along it";
            continue;
        }
        const double se = information.standard_error(i);
        estimate.se = error_of(inside[i], estimate.value, se);
        estimate.lower = std::max(parameter.least, from_interval_scale(inside[i], at[i] - z * se));
        estimate.upper = std::min(parameter.most, from_interval_scale(inside[i], at[i] + z * se));
    }
}

/// How far one parameter can go before the likelihood, all others maximised anew, falls too low.
class ProfileWalk {
public:
    ProfileWalk(const FreeTerms& free, std::span<const double> best, std::size_t term, double ceiling, const Work& work)
        : free_(free), term_(term), ceiling_(ceiling), work_(work), x_(best.begin(), best.end()), best_(x_) {}

    /// @param direction  -1 or 1. @return nothing where it reaches the bound of the search
    std::optional<double> end(double direction) {
        x_ = best_;
        const double bound = direction < 0 ? free_.lower()[term_] : free_.upper()[term_];
        double inner = best_[term_], reach = 0.05;
        double outer = inner;
        while (true) {
            outer = inner + direction * reach;
            if (direction * (outer - bound) >= 0) outer = bound;
            if (excess(outer) > 0) break;
            if (outer == bound) return std::nullopt;
            inner = outer;
            reach *= 2;
        }
        for (int halving = 0; halving < 40 && std::abs(outer - inner) > 1e-4; ++halving) {
            const double middle = 0.5 * (inner + outer);
            (excess(middle) > 0 ? outer : inner) = middle;
        }
        return 0.5 * (inner + outer);
    }

private:
    /// By how much minus the log-likelihood with the parameter held lies above the ceiling.
    double excess(double held) {
        std::vector<double> lower(free_.lower().begin(), free_.lower().end()),
            upper(free_.upper().begin(), free_.upper().end());
        lower[term_] = upper[term_] = held;
        const BoundedMinimum found =
            bounded_minimum([this](std::span<const double> x) { return free_.cost(x); }, x_, lower, upper,
                            {.tolerance = 1e-2, .difference = 1e-4, .work = work_});
        if (!std::isfinite(found.value)) return 1;
        x_ = found.x;
        return found.value - ceiling_;
    }

    const FreeTerms& free_;
    std::size_t term_;
    double ceiling_;
    const Work& work_;
    std::vector<double> x_, best_;
};

void add_profile_intervals(HedgeFit& fit, const FreeTerms& free, const BoundedMinimum& best,
                           const HedgeFitOptions& options) {
    const double z = normal_quantile(0.5 + options.level / 2), ceiling = best.value + z * z / 2;
    WorkStep step(options.work, "profile intervals", free.terms().size());
    parallel_chunks(
        free.terms().size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const HedgeTerm term = free.terms()[i];
                HedgeEstimate& estimate = fit.estimates[static_cast<std::size_t>(term)];
                ProfileWalk walk(free, best.x, i, ceiling, options.work);
                const std::optional<double> low = walk.end(-1), high = walk.end(1);
                estimate.lower = estimate.upper = std::nullopt;
                if (low) estimate.lower = FreeTerms::found(term, *low);
                if (high) estimate.upper = FreeTerms::found(term, *high);
                // A sign that the model says is an end that belongs to it.
                if (!low && hedge_parameter(term).least == 0) estimate.lower = 0;
                if (!high || !estimate.lower)
                    estimate.note += std::string(estimate.note.empty() ? "" : "; ") + "the interval is open";
            }
        },
        step);
}

void tell_search(const SearchResult& search, HedgeFit& fit) {
    if (!search.best.converged)
        fit.notes.emplace_back("the search reached its limit of steps: the fit is not the best");
    if (search.at_best < 2 && fit.starts > 1)
        fit.notes.push_back("only one of " + std::to_string(fit.starts) +
                            " starts reached the greatest likelihood: take more (--starts)");
    std::vector<std::string> flat;
    for (const HedgeEstimate& estimate : fit.estimates)
        if (estimate.note.starts_with("not identified")) flat.emplace_back(hedge_parameter(estimate.term).symbol);
    if (!flat.empty())
        fit.notes.push_back("not identified by these data: " + first_few(flat, 8) +
                            "; the likelihood is flat along them, fix them or give more data");
}

}  // namespace

std::vector<HedgeTerm> drivers_needed(const HedgeFitOptions& options) {
    std::vector<HedgeTerm> needed;
    for (std::size_t d = 0; d < hedge_drivers; ++d) {
        const auto term = static_cast<HedgeTerm>(d);
        if (std::ranges::find(options.free, term) != options.free.end() || options.given[term] != 0)
            needed.push_back(term);
    }
    return needed;
}

void check_hedge_fit(const HedgePanel& panel, const HedgeFitOptions& options) {
    if (options.free.empty() || options.free.size() > most_free_terms)
        refuse_argument("--free", std::to_string(options.free.size()) + " parameters", "give one to six");
    if (options.starts == 0) refuse_argument("--starts", "0", "give at least 1");
    if (!(options.level > 0 && options.level < 1))
        refuse_argument("--level", number_text(options.level), "give a number between 0 and 1");
    for (const HedgeTerm term : drivers_needed(options)) {
        const HedgeParameter& parameter = hedge_parameter(term);
        if (!panel.has_driver[static_cast<std::size_t>(term)])
            throw UsageError("the panel has no " + std::string(parameter.name) + " for " +
                             std::string(parameter.symbol) + "; add columns " + std::string(parameter.name) +
                             "_<pole>, or leave it out");
    }
    const bool pulls = std::ranges::find(options.free, HedgeTerm::neighbours) != options.free.end() ||
                       options.given[HedgeTerm::neighbours] != 0;
    if (pulls && panel.neighbours.empty())
        throw UsageError("nothing says who is whose neighbour, for b_N; give --neighbours");
}

HedgeFit fit_hedge(const HedgeData& data, const HedgeFitOptions& options) {
    if (data.size() < options.free.size() + 2)
        throw TooLittleData(Problem{"", 0, 0,
                                    "there are " + std::to_string(data.size()) +
                                        " profiles with one in the year before (and the drivers that are asked for)",
                                    "give at least " + std::to_string(options.free.size() + 2) + " for " +
                                        std::to_string(options.free.size()) + " free parameters"});
    std::vector<HedgeTerm> terms = options.free;
    std::ranges::sort(terms);
    const FreeTerms free(data, terms, options.given);
    const SearchResult search = search_from_all(free, options);
    HedgeFit fit;
    fit.coefficients = free.at(search.best.x);
    fit.log_likelihood = -search.best.value;
    fit.pairs = data.size();
    fit.starts = options.starts;
    fit.starts_at_best = search.at_best;
    fit.converged = search.best.converged;
    for (const HedgeParameter& parameter : hedge_parameters())
        fit.estimates.push_back({.term = parameter.term, .value = fit.coefficients[parameter.term]});
    for (std::size_t i = 0; i < terms.size(); ++i) {
        HedgeEstimate& estimate = fit.estimates[static_cast<std::size_t>(terms[i])];
        estimate.free = true;
        if (search.best.at_bound[i]) estimate.note = "at its bound " + number_text(estimate.value);
    }
    if (options.with_intervals) {
        add_wald_intervals(fit, data, options);
        if (options.intervals == HedgeIntervals::profile) add_profile_intervals(fit, free, search.best, options);
    }
    tell_search(search, fit);
    return fit;
}

HedgeCoefficients drawn_coefficients(const HedgeFit& fit, Random& random) {
    const std::size_t n = fit.varied.size();
    std::vector<double> normal(n);
    for (double& draw : normal) draw = normal_draw(random);
    HedgeCoefficients drawn = fit.coefficients;
    for (std::size_t i = 0; i < n; ++i) {
        const HedgeParameter& parameter = hedge_parameter(fit.varied[i]);
        double value = interval_scale(fit.varied[i], fit.coefficients[fit.varied[i]]);
        for (std::size_t k = 0; k < n; ++k) value += fit.root[i * n + k] * normal[k];
        drawn[fit.varied[i]] = std::clamp(from_interval_scale(fit.varied[i], value), parameter.least, parameter.most);
    }
    return drawn;
}

}  // namespace tarazy
