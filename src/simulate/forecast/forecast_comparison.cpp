#include "simulate/forecast/forecast_comparison.hpp"

#include "base/random.hpp"
#include "stats/beta.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

/// P(|T| > t) (NIST Handbook of Mathematical Functions, Olver et al. 2010, sec. 8.17).
double student_two_sided(double t, double degrees) {
    return beta_cdf(degrees / (degrees + t * t), degrees / 2, 0.5);
}

double autocovariance(std::span<const double> centred, std::size_t lag) {
    double sum = 0;
    for (std::size_t i = lag; i < centred.size(); ++i) sum += centred[i] * centred[i - lag];
    return sum / static_cast<double>(centred.size());
}

/// Sums of scores over a choice of origins.
struct SkillSums {
    double own = 0;
    std::vector<double> benchmarks;

    [[nodiscard]] std::size_t best() const {
        return static_cast<std::size_t>(std::ranges::min_element(benchmarks) - benchmarks.begin());
    }
    /// None when the best benchmark has no error at all.
    [[nodiscard]] std::optional<double> skill() const {
        const double least = benchmarks[best()];
        return least > 0 ? std::optional(1 - own / least) : std::nullopt;
    }
};

/// The origins where all have scores, own scores first: origins x (1 + benchmarks).
std::vector<std::vector<double>> complete_origins(std::span<const double> scores,
                                                  const std::vector<std::vector<double>>& benchmarks) {
    std::vector<std::vector<double>> rows;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        std::vector<double> row = {scores[i]};
        for (const std::vector<double>& benchmark : benchmarks) row.push_back(benchmark[i]);
        if (std::ranges::none_of(row, [](double score) { return std::isnan(score); })) rows.push_back(std::move(row));
    }
    return rows;
}

void add_origin(SkillSums& sums, const std::vector<double>& row) {
    sums.own += row[0];
    for (std::size_t b = 0; b < sums.benchmarks.size(); ++b) sums.benchmarks[b] += row[b + 1];
}

}  // namespace

DieboldMariano diebold_mariano(std::span<const double> first, std::span<const double> second, std::size_t horizon) {
    assert(first.size() == second.size() && horizon >= 1);
    std::vector<double> difference;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (!std::isnan(first[i] - second[i])) difference.push_back(first[i] - second[i]);
    DieboldMariano test{.statistic = {}, .p_value = {}, .origins = difference.size()};
    if (difference.size() < horizon + 2) return test;
    const auto n = static_cast<double>(difference.size()), h = static_cast<double>(horizon);
    double mean = 0, largest = 0;
    for (const double d : difference) {
        mean += d / n;
        largest = std::max(largest, std::abs(d));
    }
    for (double& d : difference) d -= mean;
    const double at_once = autocovariance(difference, 0);
    if (!(at_once > 1e-24 * largest * largest)) return test;
    double variance = at_once;
    for (std::size_t lag = 1; lag < horizon; ++lag) variance += 2 * autocovariance(difference, lag);
    double correction = (n + 1 - 2 * h + h * (h - 1) / n) / n;
    if (!(variance > 0)) {
        test.without_lags = true;
        variance = at_once;
        correction = (n - 1) / n;
    }
    test.statistic = mean / std::sqrt(variance / n) * std::sqrt(correction);
    test.p_value = student_two_sided(*test.statistic, n - 1);
    return test;
}

Skill skill_over(std::span<const double> scores, const std::vector<std::vector<double>>& benchmarks,
                 std::size_t horizon, const SkillOptions& options) {
    assert(!benchmarks.empty());
    const std::vector<std::vector<double>> rows = complete_origins(scores, benchmarks);
    Skill skill{.value = {}, .lower = {}, .upper = {}, .best = 0, .origins = rows.size()};
    if (rows.empty()) return skill;
    SkillSums all{0, std::vector<double>(benchmarks.size())};
    for (const std::vector<double>& row : rows) add_origin(all, row);
    skill.best = all.best();
    skill.value = all.skill();
    const std::size_t n = rows.size();
    skill.block = std::max(horizon, static_cast<std::size_t>(std::ceil(std::cbrt(static_cast<double>(n)))));
    if (!skill.value || n < 2 * skill.block || options.replicates < 2) return skill;
    std::vector<double> replicates;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        if ((replicate & 255U) == 0) options.work.check();
        Random random(options.seed, "block bootstrap of origins", replicate);
        SkillSums drawn{0, std::vector<double>(benchmarks.size())};
        for (std::size_t taken = 0, at = 0; taken < n; ++taken, ++at) {
            if (taken % skill.block == 0) at = random.below(n);
            add_origin(drawn, rows[at % n]);
        }
        if (const std::optional<double> value = drawn.skill()) replicates.push_back(*value);
    }
    skill.lower = quantile(replicates, (1 - options.level) / 2);
    skill.upper = quantile(replicates, (1 + options.level) / 2);
    return skill;
}

}  // namespace tarazy
