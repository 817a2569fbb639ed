#include "network/quadratic_assignment/permuted_products.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace permuted_products_test {

TEST(PermutedProducts, AreThoseOfTheDefinition) {
    Random random(2, "products", 0);
    constexpr std::size_t n = 7;
    for (const bool directed : {false, true}) {
        const PairSpace space(n, directed);
        std::vector<double> matrix(n * n);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (i != j && (directed || i < j)) {
                    matrix[i * n + j] = random.uniform();
                    if (!directed) matrix[j * n + i] = matrix[i * n + j];
                }
        EXPECT_EQ(space.matrix_of(space.vector_of(matrix)), matrix);
        EXPECT_EQ(space.vector_of(matrix).size(), space.size());
        std::vector<double> other(space.size());
        for (double& value : other) value = random.uniform();
        const std::vector<double> other_matrix = space.matrix_of(other);
        std::vector<std::uint32_t> order;
        draw_order(order, n, random);
        EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), n);
        double expected = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = directed ? 0 : i + 1; j < n; ++j)
                if (i != j) expected += matrix[order[i] * n + order[j]] * other_matrix[i * n + j];
        std::vector<double> row, sums(1);
        const std::vector<std::vector<double>> vectors{other};
        space.permuted_products(matrix, order, vectors, row, sums);
        EXPECT_NEAR(sums[0], expected, 1e-12);
        const std::vector<std::vector<double>> twice{other, other};
        sums.resize(2);
        space.permuted_products(matrix, order, twice, row, sums);
        EXPECT_NEAR(sums[0], expected, 1e-12);
        EXPECT_EQ(sums[0], sums[1]);
    }
}

}  // namespace permuted_products_test
}  // namespace tarazy
