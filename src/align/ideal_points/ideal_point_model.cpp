#include "align/ideal_points/ideal_point_model.hpp"

#include "align/ideal_points/ordinal_probit.hpp"

#include <cmath>
#include <numbers>

namespace tarazy {
namespace {

double normal_log_density(double x, double variance) {
    return -0.5 * (x * x / variance + std::log(2 * std::numbers::pi * variance));
}

}  // namespace

ItemTerm item_term(const VotePanel& panel, std::size_t item, std::span<const double> theta,
                   const ItemParameters& parameters, const IdealPointPriors& priors) {
    const auto [slope, cut, log_gap] = parameters;
    const bool three = panel.items[item].three_categories;
    const double gap = three ? std::exp(log_gap) : 0;
    double value = 0, g_slope = 0, g_cut = 0, g_second = 0;
    double bb = 0, bc = 0, b2 = 0, cc = 0, c2 = 0, dd = 0;  // 2: the second cut point
    const LogNormalGrid& grid = log_normal_grid();
    for (std::uint32_t v = panel.item_begin[item]; v < panel.item_begin[item + 1]; ++v) {
        const double position = theta[panel.vote_node[v]];
        const double a = cut - slope * position;
        const VoteTerm term = ordinal_probit(panel.vote[v], a, a + gap, grid);
        const double sum = term.da + term.db, sum_a = term.daa + term.dab, sum_b = term.dab + term.dbb;
        value += term.log_probability;
        g_slope -= position * sum;
        g_cut += sum;
        g_second += term.db;
        bb += position * position * (sum_a + sum_b);
        bc -= position * (sum_a + sum_b);
        b2 -= position * sum_b;
        cc += sum_a + sum_b;
        c2 += sum_b;
        dd += term.dbb;
    }
    ItemTerm result;
    result.value =
        value + normal_log_density(slope, priors.slope_variance) + normal_log_density(cut, priors.cut_variance);
    result.gradient = {g_slope - slope / priors.slope_variance, g_cut - cut / priors.cut_variance, 0};
    result.hessian = {bb - 1 / priors.slope_variance, bc, 0, cc - 1 / priors.cut_variance, 0, -1};
    if (three) {
        // gamma2 = gamma1 + exp(delta): chain rule
        result.value += normal_log_density(log_gap, priors.log_gap_variance);
        result.gradient[2] = gap * g_second - log_gap / priors.log_gap_variance;
        result.hessian[2] = gap * b2;
        result.hessian[4] = gap * c2;
        result.hessian[5] = gap * gap * dd + gap * g_second - 1 / priors.log_gap_variance;
    }
    return result;
}

std::vector<ItemCuts> item_cuts(const VotePanel& panel, std::span<const ItemParameters> items) {
    std::vector<ItemCuts> cuts(items.size());
    for (std::size_t j = 0; j < items.size(); ++j)
        cuts[j] = {items[j].slope, items[j].cut, panel.items[j].three_categories ? std::exp(items[j].log_gap) : 0};
    return cuts;
}

NodeTerm node_term(const VotePanel& panel, std::size_t node, double theta, std::span<const ItemCuts> items) {
    const LogNormalGrid& grid = log_normal_grid();
    NodeTerm result;
    for (std::uint32_t k = panel.node_begin[node]; k < panel.node_begin[node + 1]; ++k) {
        const ItemCuts& item = items[panel.node_item[k]];
        const double a = item.cut - item.slope * theta;
        const VoteTerm term = ordinal_probit(panel.node_vote[k], a, a + item.gap, grid);
        result.gradient -= item.slope * (term.da + term.db);
        result.curvature -= item.slope * item.slope * (term.daa + 2 * term.dab + term.dbb);
    }
    return result;
}

double walk_variance(const VotePanel& panel, std::size_t node, const IdealPointPriors& priors) {
    if (!panel.continues(node)) return priors.first_variance;
    return priors.omega2 * (panel.nodes[node].session - panel.nodes[node - 1].session);
}

double walk_log_density(const VotePanel& panel, std::span<const double> theta, const IdealPointPriors& priors) {
    double sum = 0;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) {
        const double from = panel.continues(k) ? theta[k - 1] : 0;
        sum += normal_log_density(theta[k] - from, walk_variance(panel, k, priors));
    }
    return sum;
}

std::vector<std::size_t> path_begins(const VotePanel& panel) {
    std::vector<std::size_t> begins;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k)
        if (!panel.continues(k)) begins.push_back(k);
    begins.push_back(panel.nodes.size());
    return begins;
}

Standardisation standardisation(const VotePanel& panel, std::span<const double> theta, int positive_anchor,
                                int negative_anchor) {
    double sum = 0, squares = 0;
    std::array<double, 2> anchor{};
    std::array<double, 2> count{};
    for (std::size_t k = 0; k < theta.size(); ++k) {
        sum += theta[k];
        for (const std::size_t which : {0u, 1u}) {
            if (panel.nodes[k].state != (which == 0 ? positive_anchor : negative_anchor)) continue;
            anchor[which] += theta[k];
            ++count[which];
        }
    }
    const double mean = sum / static_cast<double>(theta.size());
    for (const double each : theta) squares += (each - mean) * (each - mean);
    const double sd = std::sqrt(squares / static_cast<double>(theta.size()));
    const double above = count[0] > 0 ? anchor[0] / count[0] : mean, below = count[1] > 0 ? anchor[1] / count[1] : mean;
    return {mean, above < below ? -sd : sd};
}

Standardisation standardisation_along(std::span<const double> theta, std::span<const double> reference) {
    double sum = 0, squares = 0, along = 0;
    for (const double each : theta) sum += each;
    const double mean = sum / static_cast<double>(theta.size());
    for (std::size_t k = 0; k < theta.size(); ++k) {
        squares += (theta[k] - mean) * (theta[k] - mean);
        along += (theta[k] - mean) * reference[k];
    }
    const double sd = std::sqrt(squares / static_cast<double>(theta.size()));
    return {mean, along < 0 ? -sd : sd};
}

std::vector<double> standardised(std::span<const double> theta, const Standardisation& standard) {
    std::vector<double> positions;
    for (const double each : theta) positions.push_back(standard(each));
    return positions;
}

bool has_steps(const VotePanel& panel) {
    for (std::size_t k = 1; k < panel.nodes.size(); ++k)
        if (panel.continues(k)) return true;
    return false;
}

}  // namespace tarazy
