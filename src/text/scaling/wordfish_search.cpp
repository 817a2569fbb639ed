#include "text/scaling/wordfish_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_conjugate_steps = 250;
constexpr int most_halvings = 30;

double dot_of(const WordfishParameters& a, const WordfishParameters& b) {
    const auto product = [](const std::vector<double>& x, const std::vector<double>& y) {
        return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
    };
    return product(a.alpha, b.alpha) + product(a.theta, b.theta) + product(a.psi, b.psi) + product(a.beta, b.beta);
}

/// a + factor b
WordfishParameters moved(WordfishParameters a, double factor, const WordfishParameters& b) {
    const auto add = [factor](std::vector<double>& x, const std::vector<double>& y) {
        for (std::size_t k = 0; k < x.size(); ++k) x[k] += factor * y[k];
    };
    add(a.alpha, b.alpha);
    add(a.theta, b.theta);
    add(a.psi, b.psi);
    add(a.beta, b.beta);
    return a;
}

/// Newton's direction, as exactly as the distance from the optimum deserves.
WordfishParameters newton_direction(const WordfishCounts& counts, const WordfishPoint& point,
                                    const WordfishModel& model) {
    WordfishParameters solution(counts.documents, counts.words());
    WordfishParameters residual = point.gradient, scaled = block_solution(point, residual), direction = scaled;
    double length = dot_of(residual, scaled);
    const double exactness = std::min(0.1, std::sqrt(point.kkt)), enough = length * exactness * exactness;
    for (std::size_t step = 0; step < most_conjugate_steps && length > enough; ++step) {
        model.work.check();
        const WordfishParameters bent = curvature_times(counts, point, direction, model);
        const double curvature = dot_of(direction, bent);
        if (!(curvature > 0)) return step == 0 ? scaled : solution;
        const double distance = length / curvature;
        solution = moved(std::move(solution), distance, direction);
        residual = moved(std::move(residual), -distance, bent);
        scaled = block_solution(point, residual);
        const double next = dot_of(residual, scaled);
        direction = moved(scaled, next / length, direction);
        length = next;
    }
    return solution;
}

bool usable(const WordfishParameters& parameters) {
    const auto finite = [](const std::vector<double>& values) {
        return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
    };
    return finite(parameters.alpha) && finite(parameters.theta) && finite(parameters.psi) && finite(parameters.beta);
}

/// A higher point along the direction. @return false when there is none
bool climb_along(const WordfishCounts& counts, WordfishOptimum& optimum, const WordfishParameters& direction,
                 const WordfishModel& model) {
    const double slope = dot_of(optimum.point.gradient, direction);
    if (!(slope > 0)) return false;
    // Below what sums of this size resolve, the derivatives decide.
    const double resolved = 1e-11 * std::abs(optimum.point.objective);
    double step = 1;
    for (int halving = 0; halving < most_halvings; ++halving, step /= 2) {
        WordfishParameters candidate = moved(optimum.point.at, step, direction);
        identify(candidate);
        if (!usable(candidate)) continue;
        WordfishPoint point = evaluate_wordfish(counts, std::move(candidate), model);
        ++optimum.evaluations;
        const bool higher = point.objective >= optimum.point.objective + 1e-4 * step * slope,
                   level = slope * step < resolved && point.kkt < optimum.point.kkt;
        if (!(higher || level)) continue;
        optimum.point = std::move(point);
        return true;
    }
    return false;
}

}  // namespace

WordfishOptimum climb_wordfish(const WordfishCounts& counts, const WordfishParameters& start,
                               const WordfishSearch& search, const WordfishModel& model) {
    WordfishOptimum optimum;
    WordfishParameters first = start;
    identify(first);
    optimum.point = evaluate_wordfish(counts, std::move(first), model);
    optimum.evaluations = 1;
    WorkStep step(model.work, "wordfish", 0);
    while (optimum.iterations < search.iterations) {
        optimum.converged = optimum.point.kkt < search.tolerance;
        if (optimum.converged) break;
        step.advance();
        ++optimum.iterations;
        if (climb_along(counts, optimum, newton_direction(counts, optimum.point, model), model)) continue;
        if (!climb_along(counts, optimum, block_solution(optimum.point, optimum.point.gradient), model)) break;
    }
    optimum.converged = optimum.point.kkt < search.tolerance;
    return optimum;
}

}  // namespace tarazy
