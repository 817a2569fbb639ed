#include "simulate/hedge/profile_choice.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t share_points = profile_steps + 1;
constexpr double share_step = 1.0 / static_cast<double>(profile_steps);
/// Terms that matter, 1e-16 of the sum, are then still normal numbers.
constexpr double least_weight_sum = 1e-280;

using ShareWeights = std::array<double, share_points>;  // of 0, 1/20, ..., 1

double utility_of_share(const ProfileUtility& utility, std::size_t share, std::size_t at) {
    const double a = static_cast<double>(at) * share_step;
    return a * (utility.linear[share] - 0.5 * utility.quadratic[share] * a);
}

std::size_t best_point(const ProfileUtility& utility, std::size_t share) {
    std::size_t best = 0;
    if (utility.quadratic[share] > 0) {
        // The parabola's top, then the better of the grid points around it.
        const double top = utility.linear[share] / utility.quadratic[share];
        best = static_cast<std::size_t>(
            std::clamp(std::floor(top / share_step), 0.0, static_cast<double>(profile_steps - 1)));
        if (utility_of_share(utility, share, best + 1) > utility_of_share(utility, share, best)) ++best;
    } else if (utility.linear[share] > 0) {
        best = profile_steps;
    }
    return best;
}

/// exp of the utility, 1 at its greatest. The ratio of neighbouring points changes by a constant factor, so that three
/// exponentials do for all.
void weights_of_share(const ProfileUtility& utility, std::size_t share, ShareWeights& weights) {
    const double linear = utility.linear[share] * share_step,
                 quadratic = utility.quadratic[share] * share_step * share_step;
    const std::size_t best = best_point(utility, share);
    const double at = static_cast<double>(best), fall = std::exp(-quadratic);
    weights[best] = 1;
    double ratio = std::exp(linear - quadratic * (at + 0.5));
    for (std::size_t m = best; m < profile_steps; ++m, ratio *= fall) weights[m + 1] = weights[m] * ratio;
    ratio = std::exp(-linear + quadratic * (at - 0.5));
    for (std::size_t m = best; m > 0; --m, ratio *= fall) weights[m - 1] = weights[m] * ratio;
}

void convolve_weights(const ShareWeights& x, const ShareWeights& y, ShareWeights& sum) {
    sum.fill(0);
    for (std::size_t i = 0; i < share_points; ++i)
        for (std::size_t m = i; m < share_points; ++m) sum[m] += x[i] * y[m - i];
}

/// The weights of one share at each point, all others filling up what remains, summed over these.
struct ShareMarginals {
    std::array<ShareWeights, most_profile_shares> of;
    double sum = 0;
};

/// Weights of each share alone, and of the shares before it and behind it together.
struct ShareConvolutions {
    std::array<ShareWeights, most_profile_shares> weights, before, behind;
};

void fill_marginals(std::size_t shares, ShareConvolutions& c, ShareMarginals& marginals) {
    // before[j] is of the shares before j, behind[j] of those behind it; each of none at the ends.
    c.before[1] = c.weights[0];
    for (std::size_t j = 2; j < shares; ++j) convolve_weights(c.before[j - 1], c.weights[j - 1], c.before[j]);
    c.behind[shares - 2] = c.weights[shares - 1];
    for (std::size_t j = shares - 2; j-- > 0;) convolve_weights(c.behind[j + 1], c.weights[j + 1], c.behind[j]);
    ShareWeights others;
    for (std::size_t j = 0; j < shares; ++j) {
        const ShareWeights* rest = &others;
        if (j == 0)
            rest = &c.behind[0];
        else if (j + 1 == shares)
            rest = &c.before[j];
        else
            convolve_weights(c.before[j], c.behind[j], others);
        for (std::size_t m = 0; m < share_points; ++m)
            marginals.of[j][m] = c.weights[j][m] * (*rest)[profile_steps - m];
    }
    marginals.sum = 0;
    for (const double weight : marginals.of[0]) marginals.sum += weight;
}

double log_sum_of(const double* logs, std::size_t count) {
    double greatest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < count; ++i) greatest = std::max(greatest, logs[i]);
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(logs[i] - greatest);
    return greatest + std::log(sum);
}

void convolve_logs(const ShareWeights& x, const ShareWeights& y, ShareWeights& sum) {
    ShareWeights terms;
    for (std::size_t m = 0; m < share_points; ++m) {
        for (std::size_t i = 0; i <= m; ++i) terms[i] = x[i] + y[m - i];
        sum[m] = log_sum_of(terms.data(), m + 1);
    }
}

/// The same in logarithms, each share's marginals summing to 1: for utilities whose best shares together are far from
/// a profile, so that the weights of all profiles underflow.
void marginals_by_logs(const ProfileUtility& utility, ShareMarginals& marginals) {
    std::array<ShareWeights, most_profile_shares> logs;
    ShareWeights others, sum;
    for (std::size_t j = 0; j < utility.shares; ++j)
        for (std::size_t m = 0; m < share_points; ++m) logs[j][m] = utility_of_share(utility, j, m);
    for (std::size_t j = 0; j < utility.shares; ++j) {
        bool first = true;
        for (std::size_t i = 0; i < utility.shares; ++i) {
            if (i == j) continue;
            if (first)
                others = logs[i];
            else
                convolve_logs(ShareWeights(others), logs[i], sum), others = sum;
            first = false;
        }
        ShareWeights terms;
        for (std::size_t m = 0; m < share_points; ++m) terms[m] = logs[j][m] + others[profile_steps - m];
        const double whole = log_sum_of(terms.data(), share_points);
        for (std::size_t m = 0; m < share_points; ++m) marginals.of[j][m] = std::exp(terms[m] - whole);
    }
    marginals.sum = 1;
}

}  // namespace

double profile_count(std::size_t shares) noexcept {
    assert(shares >= 1 && shares <= most_profile_shares);
    double count = 1;
    for (std::size_t i = 1; i < shares; ++i)
        count = count * static_cast<double>(profile_steps + i) / static_cast<double>(i);
    return std::round(count);
}

ProfileChoice choose_profile(const ProfileUtility& utility) noexcept {
    assert(utility.shares >= 2 && utility.shares <= most_profile_shares);
    const std::size_t shares = utility.shares;
    ShareConvolutions convolutions;
    ShareMarginals marginals;
    double greatest = 0;
    for (std::size_t j = 0; j < shares; ++j) {
        weights_of_share(utility, j, convolutions.weights[j]);
        greatest += utility_of_share(utility, j, best_point(utility, j));
    }
    fill_marginals(shares, convolutions, marginals);
    const bool by_logs = !(marginals.sum > least_weight_sum);
    if (by_logs) marginals_by_logs(utility, marginals);

    ProfileChoice choice;
    double whole = 0, mean_utility = 0;
    for (std::size_t j = 0; j < shares; ++j) {
        double first = 0, second = 0;
        for (std::size_t m = 1; m < share_points; ++m) {
            const double a = static_cast<double>(m) * share_step, weight = marginals.of[j][m] / marginals.sum;
            first += a * weight;
            second += a * a * weight;
        }
        choice.expected[j] = first;
        whole += first;
        mean_utility += utility.linear[j] * first - 0.5 * utility.quadratic[j] * second;
    }
    for (std::size_t j = 0; j < shares; ++j) choice.expected[j] /= whole;
    double log_whole = greatest + std::log(marginals.sum);
    if (by_logs) {
        ShareWeights all, sum;
        for (std::size_t m = 0; m < share_points; ++m) all[m] = utility_of_share(utility, 0, m);
        for (std::size_t j = 1; j < shares; ++j) {
            ShareWeights logs;
            for (std::size_t m = 0; m < share_points; ++m) logs[m] = utility_of_share(utility, j, m);
            convolve_logs(all, logs, sum);
            all = sum;
        }
        log_whole = all[profile_steps];
    }
    choice.entropy = std::clamp(log_whole - mean_utility, 0.0, std::log(profile_count(shares)));
    return choice;
}

void draw_profile(const ProfileUtility& utility, std::span<const double> uniforms, std::span<double> profile) noexcept {
    const std::size_t shares = utility.shares;
    assert(uniforms.size() + 1 >= shares && profile.size() == shares);
    // logs[j][m]: of all ways in which the shares from j on sum to m.
    std::array<ShareWeights, most_profile_shares> own, from;
    for (std::size_t j = 0; j < shares; ++j)
        for (std::size_t m = 0; m < share_points; ++m) own[j][m] = utility_of_share(utility, j, m);
    from[shares - 1] = own[shares - 1];
    for (std::size_t j = shares - 1; j-- > 0;) convolve_logs(from[j + 1], own[j], from[j]);
    std::size_t left = profile_steps;
    for (std::size_t j = 0; j + 1 < shares; ++j) {
        std::size_t m = 0;
        double below = 0;
        for (; m < left; ++m) {
            below += std::exp(own[j][m] + from[j + 1][left - m] - from[j][left]);
            if (uniforms[j] < below) break;
        }
        profile[j] = static_cast<double>(m) * share_step;
        left -= m;
    }
    profile[shares - 1] = static_cast<double>(left) * share_step;
}

}  // namespace tarazy
