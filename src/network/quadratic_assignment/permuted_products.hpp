#pragma once

#include "base/random.hpp"
#include "network/quadratic_assignment/relation_matrices.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// The pairs of nodes that are compared, and sums over them. A vector over pairs lies row by row: (0,1), (0,2), ...
/// without a direction, and every ordered pair but the diagonal with one.
class PairSpace {
public:
    PairSpace(std::size_t nodes, bool directed) : nodes_(nodes), directed_(directed) {}

    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] std::size_t size() const noexcept { return nodes_ * (nodes_ - 1) / (directed_ ? 1 : 2); }

    /// Cells of a matrix as a vector over pairs, and back (symmetric without a direction).
    [[nodiscard]] std::vector<double> vector_of(std::span<const double> matrix) const;
    [[nodiscard]] std::vector<double> matrix_of(std::span<const double> vector) const;

    /// Sums of products of a matrix, its rows and columns permuted together, with vectors over pairs.
    /// @param order  node i of the permuted matrix is node order[i] of the matrix; @param row  memory for one row
    /// @param sums  one a vector. O(pairs x vectors)
    void permuted_products(std::span<const double> matrix, std::span<const std::uint32_t> order,
                           std::span<const std::vector<double>> vectors, std::vector<double>& row,
                           std::span<double> sums) const;

private:
    [[nodiscard]] double permuted_product(std::span<const double> matrix, std::span<const std::uint32_t> order,
                                          const std::vector<double>& vector) const;

    std::size_t nodes_;
    bool directed_;
};

/// Sum of products, in four running sums. O(size)
[[nodiscard]] double dot_product(std::span<const double> a, std::span<const double> b) noexcept;

/// A random order of so many nodes (Fisher & Yates).
void draw_order(std::vector<std::uint32_t>& order, std::size_t nodes, Random& random);

}  // namespace tarazy
