#include "stats/gamma_draws.hpp"

#include "stats/beta.hpp"
#include "stats/gamma.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace tarazy {
namespace gamma_draws_test {

constexpr int draws = 20000;
/// Kolmogorov's distance that a right sampler exceeds once in 10,000 seeds.
const double allowed = 2.23 / std::sqrt(static_cast<double>(draws));

double distance(const std::function<double(Random&)>& draw, const std::function<double(double)>& cdf) {
    Random random(7, "gamma draws test", 0);
    std::vector<double> values;
    for (int i = 0; i < draws; ++i) values.push_back(draw(random));
    std::ranges::sort(values);
    double worst = 0;
    for (int i = 0; i < draws; ++i) {
        const double p = cdf(values[static_cast<std::size_t>(i)]);
        worst = std::max(
            {worst, std::abs(p - static_cast<double>(i) / draws), std::abs(p - static_cast<double>(i + 1) / draws)});
    }
    return worst;
}

TEST(GammaDraws, FollowTheirDistributionFunctions) {
    EXPECT_LT(distance([](Random& r) { return normal_draw(r); }, normal_cdf), allowed);
    for (const double shape : {0.2, 0.5, 1.0, 2.5, 40.0}) {
        EXPECT_LT(distance([&](Random& r) { return gamma_draw(r, shape); },
                           [&](double x) { return 1 - regularised_gamma_upper(shape, x); }),
                  allowed)
            << shape;
    }
    for (const auto& [a, b] : {std::pair(1.0, 1.0), std::pair(1.0, 5.0), std::pair(3.4, 2.6), std::pair(0.5, 0.5)}) {
        EXPECT_LT(distance([&](Random& r) { return beta_draw(r, a, b); }, [&](double x) { return beta_cdf(x, a, b); }),
                  allowed)
            << a << ' ' << b;
    }
}

TEST(GammaDraws, DirichletSharesSumToOneAndAreBetaOneByOne) {
    const std::vector<double> weights = {1, 0, 0.5, 3};
    std::vector<double> shares(4);
    EXPECT_LT(distance(
                  [&](Random& r) {
                      dirichlet_draw(r, weights, shares);
                      EXPECT_NEAR(shares[0] + shares[1] + shares[2] + shares[3], 1, 1e-12);
                      EXPECT_EQ(shares[1], 0);
                      return shares[3];
                  },
                  [](double x) { return beta_cdf(x, 3, 1.5); }),
              allowed);
}

}  // namespace gamma_draws_test
}  // namespace tarazy
