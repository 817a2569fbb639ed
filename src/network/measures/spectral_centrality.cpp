#include "network/measures/spectral_centrality.hpp"

#include "network/measures/tie_lists.hpp"

#include <Eigen/Dense>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr Eigen::Index most_arnoldi_steps = 40;
constexpr int most_restarts = 5000;
constexpr double eigen_error = 1e-12;

Eigen::VectorXd received(const TieLists& arriving, const Eigen::VectorXd& x) {
    Eigen::VectorXd sums(x.size());
    for (std::size_t node = 0; node < arriving.size(); ++node) {
        double sum = 0;
        for (const TieEnd& end : arriving[node]) sum += end.weight * x[end.node];
        sums[static_cast<Eigen::Index>(node)] = sum;
    }
    return sums;
}

/// Does any way lead back to where it began? Without one every eigenvalue is 0 and what rounding makes of them is
/// noise. (Kahn 1962)
bool leads_back(const Network& network) {
    if (!network.directed) return !network.ties.empty();
    const TieLists leaving = leaving_ties(network), arriving = arriving_ties(network);
    std::vector<std::size_t> open(network.size());
    std::vector<std::uint32_t> sources;
    for (std::uint32_t node = 0; node < network.size(); ++node)
        if ((open[node] = arriving[node].size()) == 0) sources.push_back(node);
    std::size_t taken = 0;
    for (; taken < sources.size(); ++taken) {
        for (const TieEnd& end : leaving[sources[taken]])
            if (--open[end.node] == 0) sources.push_back(end.node);
    }
    return taken < network.size();
}

struct RitzPair {
    double value = 0, error = 0;  ///< |A x - value x|, with |x| = 1
    Eigen::VectorXd vector;
};

/// The best approximation of the largest eigenvalue and its vector from a start and what the matrix makes of it.
RitzPair arnoldi_pair(const TieLists& arriving, const Eigen::VectorXd& start) {
    const Eigen::Index n = start.size(), most = std::min(most_arnoldi_steps, n);
    Eigen::MatrixXd basis(n, most + 1), small = Eigen::MatrixXd::Zero(most + 1, most);
    basis.col(0) = start.normalized();
    Eigen::Index steps = 0;
    while (steps < most) {
        Eigen::VectorXd next = received(arriving, basis.col(steps));
        const double length = next.norm();
        // Twice is enough (Giraud, Langou & Rozloznik 2005).
        for (int pass = 0; pass < 2; ++pass) {
            for (Eigen::Index k = 0; k <= steps; ++k) {
                const double along = basis.col(k).dot(next);
                small(k, steps) += along;
                next -= along * basis.col(k);
            }
        }
        const double rest = next.norm();
        ++steps;
        if (!(rest > 1e-14 * length)) break;
        small(steps, steps - 1) = rest;
        basis.col(steps) = next / rest;
    }
    const Eigen::EigenSolver<Eigen::MatrixXd> solver(small.topLeftCorner(steps, steps));
    Eigen::Index best = 0;
    for (Eigen::Index k = 1; k < steps; ++k)
        if (solver.eigenvalues()[k].real() > solver.eigenvalues()[best].real()) best = k;
    RitzPair pair;
    pair.vector = (basis.leftCols(steps) * solver.eigenvectors().col(best).real()).normalized();
    const Eigen::VectorXd turned = received(arriving, pair.vector);
    pair.value = pair.vector.dot(turned);
    pair.error = (turned - pair.value * pair.vector).norm();
    return pair;
}

}  // namespace

std::optional<EigenvectorCentrality> eigenvector_centrality(const Network& network, const Work& work) {
    if (!leads_back(network)) return std::nullopt;
    const TieLists arriving = arriving_ties(network);
    Eigen::VectorXd x(static_cast<Eigen::Index>(network.size()));
    for (std::size_t node = 0; node < network.size(); ++node)
        x[static_cast<Eigen::Index>(node)] = arriving.strength(node);
    WorkStep step(work, "eigenvector centrality", 0);
    for (int restart = 0; restart < most_restarts; ++restart) {
        RitzPair pair = arnoldi_pair(arriving, x);
        step.advance();
        // The largest eigenvalue of a matrix without negative cells has a vector without negative cells (Frobenius
        // 1912).
        x = pair.vector.cwiseAbs();
        if (!(pair.error <= eigen_error * pair.value)) continue;
        EigenvectorCentrality found;
        found.eigenvalue = pair.value;
        x /= x.maxCoeff();
        // What is left over from rounding is not a share.
        for (const double share : x) found.scores.push_back(share < 1e-14 ? 0 : share);
        return found;
    }
    return std::nullopt;
}

std::vector<double> pagerank(const Network& network, double damping, const Work& work) {
    const std::size_t n = network.size();
    if (n == 0) return {};
    const TieLists leaving = leaving_ties(network), arriving = arriving_ties(network);
    std::vector<double> strength(n), rank(n, 1 / static_cast<double>(n)), per_weight(n), next(n);
    for (std::size_t node = 0; node < n; ++node) strength[node] = leaving.strength(node);
    WorkStep step(work, "PageRank", 0);
    for (double change = 1; change > 1e-15;) {
        double jumping = 0, sum = 0;
        for (std::size_t node = 0; node < n; ++node) {
            if (strength[node] == 0) jumping += rank[node];
            per_weight[node] = strength[node] > 0 ? rank[node] / strength[node] : 0;
        }
        const double everywhere = (1 - damping + damping * jumping) / static_cast<double>(n);
        for (std::size_t node = 0; node < n; ++node) {
            double given = 0;
            for (const TieEnd& end : arriving[node]) given += end.weight * per_weight[end.node];
            next[node] = everywhere + damping * given;
            sum += next[node];
        }
        double difference = 0;
        for (std::size_t node = 0; node < n; ++node) {
            next[node] /= sum;
            difference += std::abs(next[node] - rank[node]);
        }
        rank.swap(next);
        step.advance();
        // Each round brings the error down by the damping at least; when it no longer does, rounding is all that is
        // left.
        if (difference >= change && change < 1e-12) break;
        change = difference;
    }
    return rank;
}

}  // namespace tarazy
