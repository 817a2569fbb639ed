#include "align/ideal_points/ideal_point_mode.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// Each node's state, numbered from 0.
std::vector<std::size_t> state_numbers(const VotePanel& panel) {
    std::vector<std::size_t> numbers(panel.nodes.size());
    std::size_t state = 0;
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        if (k > 0 && !panel.continues(k)) ++state;
        numbers[k] = state;
    }
    return numbers;
}

std::vector<double> item_means(const VotePanel& panel) {
    std::vector<double> means(panel.items.size());
    for (std::size_t j = 0; j < means.size(); ++j) {
        double sum = 0;
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) sum += panel.vote[v];
        means[j] = sum / (panel.item_begin[j + 1] - panel.item_begin[j]);
    }
    return means;
}

void normalise(std::vector<double>& scores) {
    double squares = 0;
    for (const double score : scores) squares += score * score;
    const double length = std::sqrt(squares);
    if (length > 0)
        for (double& score : scores) score /= length;
}

/// First left singular vector of the centred votes by power iteration, without forming the matrix.
std::vector<double> first_singular_vector(const VotePanel& panel, const Work& work) {
    const std::vector<std::size_t> state = state_numbers(panel);
    const std::vector<double> mean = item_means(panel);
    std::vector<double> scores(state.back() + 1);
    Random random(1, "spectral start", 0);
    for (double& score : scores) score = random.uniform() - 0.5;
    normalise(scores);
    constexpr unsigned passes = 60;
    WorkStep step(work, "start from the votes' first singular vector", passes);
    for (unsigned pass = 0; pass < passes; ++pass) {
        std::vector<double> next(scores.size(), 0.0);
        for (std::size_t j = 0; j < panel.items.size(); ++j) {
            double projection = 0;
            for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v)
                projection += (panel.vote[v] - mean[j]) * scores[state[panel.vote_node[v]]];
            for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v)
                next[state[panel.vote_node[v]]] += (panel.vote[v] - mean[j]) * projection;
        }
        normalise(next);
        scores = std::move(next);
        step.advance();
    }
    return scores;
}

/// Cut points that give the observed shares, and a slope of the sign in which votes follow the scores.
ItemParameters rough_item(const VotePanel& panel, std::size_t j, const std::vector<double>& theta) {
    std::array<double, 4> count{};
    double n = 0, sum_y = 0, sum_t = 0, sum_ty = 0, sum_tt = 0;
    for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
        const double position = theta[panel.vote_node[v]];
        ++count[panel.vote[v]];
        ++n;
        sum_y += panel.vote[v];
        sum_t += position;
        sum_ty += position * panel.vote[v];
        sum_tt += position * position;
    }
    const double covariance = sum_ty / n - sum_y / n * sum_t / n;
    const double variance = std::max(sum_tt / n - sum_t / n * sum_t / n, 1e-6);
    ItemParameters item;
    item.slope = std::clamp(2 * covariance / variance, -1.5, 1.5);
    const double spread = std::sqrt(1 + item.slope * item.slope * variance);
    const double below_first = (count[1] + 0.5) / (n + 1), below_second = (count[1] + count[2] + 0.5) / (n + 1);
    item.cut = spread * normal_quantile(below_first) + item.slope * sum_t / n;
    if (panel.items[j].three_categories) {
        const double second = spread * normal_quantile(below_second) + item.slope * sum_t / n;
        item.log_gap = std::log(std::max(second - item.cut, 0.05));
    }
    return item;
}

}  // namespace

IdealPointParameters spectral_start(const VotePanel& panel, const IdealPointPriors& priors, const Work& work) {
    const std::vector<std::size_t> state = state_numbers(panel);
    const std::vector<double> scores = first_singular_vector(panel, work);
    IdealPointParameters start;
    for (const std::size_t each : state) start.theta.push_back(scores[each]);
    const Standardisation standard = standardisation(panel, start.theta, 0, 0);
    for (double& theta : start.theta) theta = standard.scale > 0 ? standard(theta) : 0;
    for (std::size_t j = 0; j < panel.items.size(); ++j) start.items.push_back(rough_item(panel, j, start.theta));
    fit_items(panel, start.theta, start.items, priors, 0, 1e-9, work);
    return start;
}

}  // namespace tarazy
