#include "network/quadratic_assignment/permuted_products.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {

double dot_product(std::span<const double> a, std::span<const double> b) noexcept {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    const std::size_t whole = a.size() & ~std::size_t{3};
    for (std::size_t i = 0; i < whole; i += 4) {
        s0 += a[i] * b[i];
        s1 += a[i + 1] * b[i + 1];
        s2 += a[i + 2] * b[i + 2];
        s3 += a[i + 3] * b[i + 3];
    }
    for (std::size_t i = whole; i < a.size(); ++i) s0 += a[i] * b[i];
    return (s0 + s1) + (s2 + s3);
}

void draw_order(std::vector<std::uint32_t>& order, std::size_t nodes, Random& random) {
    order.resize(nodes);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t left = nodes; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
}

std::vector<double> PairSpace::vector_of(std::span<const double> matrix) const {
    std::vector<double> vector;
    vector.reserve(size());
    for (std::size_t from = 0; from < nodes_; ++from) {
        for (std::size_t to = directed_ ? 0 : from + 1; to < nodes_; ++to)
            if (from != to) vector.push_back(matrix[from * nodes_ + to]);
    }
    return vector;
}

std::vector<double> PairSpace::matrix_of(std::span<const double> vector) const {
    std::vector<double> matrix(nodes_ * nodes_);
    std::size_t at = 0;
    for (std::size_t from = 0; from < nodes_; ++from) {
        for (std::size_t to = directed_ ? 0 : from + 1; to < nodes_; ++to) {
            if (from == to) continue;
            matrix[from * nodes_ + to] = vector[at];
            if (!directed_) matrix[to * nodes_ + from] = vector[at];
            ++at;
        }
    }
    return matrix;
}

/// One vector needs no row set aside.
double PairSpace::permuted_product(std::span<const double> matrix, std::span<const std::uint32_t> order,
                                   const std::vector<double>& vector) const {
    double sum = 0;
    const double* at = vector.data();
    const auto add_cells = [&](const double* cells, std::size_t begin, std::size_t end) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        std::size_t to = begin;
        for (; to + 4 <= end; to += 4, at += 4) {
            s0 += cells[order[to]] * at[0];
            s1 += cells[order[to + 1]] * at[1];
            s2 += cells[order[to + 2]] * at[2];
            s3 += cells[order[to + 3]] * at[3];
        }
        for (; to < end; ++to) s0 += cells[order[to]] * *at++;
        sum += (s0 + s1) + (s2 + s3);
    };
    for (std::size_t from = 0; from < nodes_; ++from) {
        const double* const cells = matrix.data() + order[from] * nodes_;
        if (directed_) add_cells(cells, 0, from);
        add_cells(cells, from + 1, nodes_);
    }
    return sum;
}

void PairSpace::permuted_products(std::span<const double> matrix, std::span<const std::uint32_t> order,
                                  std::span<const std::vector<double>> vectors, std::vector<double>& row,
                                  std::span<double> sums) const {
    if (vectors.size() == 1) {
        sums[0] = permuted_product(matrix, order, vectors[0]);
        return;
    }
    std::ranges::fill(sums, 0.0);
    row.resize(nodes_);
    std::size_t at = 0;
    for (std::size_t from = 0; from < nodes_; ++from) {
        const double* const cells = matrix.data() + order[from] * nodes_;
        std::size_t filled = 0;
        if (directed_)
            for (std::size_t to = 0; to < from; ++to) row[filled++] = cells[order[to]];
        for (std::size_t to = from + 1; to < nodes_; ++to) row[filled++] = cells[order[to]];
        const auto gathered = std::span<const double>(row).first(filled);
        for (std::size_t one = 0; one < vectors.size(); ++one)
            sums[one] += dot_product(gathered, std::span(vectors[one]).subspan(at, filled));
        at += filled;
    }
}

}  // namespace tarazy
