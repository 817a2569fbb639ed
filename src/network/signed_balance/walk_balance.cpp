#include "network/signed_balance/walk_balance.hpp"

#include <Eigen/Eigenvalues>

#include <cmath>
#include <complex>

namespace tarazy {
namespace {

/// Sum of exp(lambda - shift) over the eigenvalues, and the largest real part among them.
struct ExponentialTrace {
    std::vector<std::complex<double>> values;

    [[nodiscard]] double largest() const {
        double most = values.front().real();
        for (const auto& value : values) most = std::max(most, value.real());
        return most;
    }
    [[nodiscard]] double relative_to(double shift) const {
        double sum = 0;
        for (const auto& value : values) sum += std::exp(value - shift).real();
        return sum;
    }
};

ExponentialTrace exponential_trace(const Eigen::MatrixXd& matrix, bool directed) {
    ExponentialTrace trace;
    if (directed) {
        const Eigen::EigenSolver<Eigen::MatrixXd> solver(matrix, false);
        for (const auto& value : solver.eigenvalues()) trace.values.push_back(value);
    } else {
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix, Eigen::EigenvaluesOnly);
        for (const double value : solver.eigenvalues()) trace.values.emplace_back(value);
    }
    return trace;
}

}  // namespace

std::optional<double> walk_balance(const Network& network) {
    if (network.size() == 0 || network.size() > most_walk_nodes) return std::nullopt;
    const auto n = static_cast<Eigen::Index>(network.size());
    const std::vector<double> weights = adjacency_weights(network);
    const Eigen::MatrixXd matrix = Eigen::Map<const Eigen::MatrixXd>(weights.data(), n, n).transpose();
    const ExponentialTrace with_signs = exponential_trace(matrix, network.directed),
                           without = exponential_trace(matrix.cwiseAbs(), network.directed);
    const double shift = without.largest();
    return with_signs.relative_to(shift) / without.relative_to(shift);
}

}  // namespace tarazy
