#include "simulate/bargain/third_parties.hpp"

#include "simulate/bargain/election.hpp"
#include "simulate/bargain/vote_lanes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace third_parties_test {

TEST(ThirdParties, AThirdPartyJoinsTheSideThatLeavesItWhereItIs) {
    // i = 0 at 0, j = 1 at 1, k = 2 at 0.9; u = 1 - d, all of weight 1.
    const std::size_t stride = padded_to_lanes(3);
    const std::vector<double> x = {0, 1, 0.9};
    std::vector<double> gap(3 * stride), reach(3 * stride), risk(stride),
        weight = {0, 1, 1, 0}, worth(stride), principal(stride, 1e-10), opponent(stride, 1e-10);
    for (std::size_t k = 0; k < 3; ++k) {
        for (std::size_t j = 0; j < 3; ++j) {
            reach[k * stride + j] = std::abs(x[k] - x[j]);
            gap[k * stride + j] = 1 - reach[k * stride + j];
        }
        worth[k] = gap[k * stride];
    }
    principal[1] += 1;
    opponent[1] += 1;
    std::vector<double> strength = principal, other = opponent;
    join_third_parties(VotingRule::proportional,
                       {3, stride, gap.data(), reach.data(), risk.data(), weight.data(), worth.data(), principal.data(),
                        opponent.data()},
                       strength.data(), other.data());
    // k leans to j by 0.8, so p = 1/(1 + 1.8); joining i is worth p (u_kk - u_ki) - (1 - p)(u_kk - u_kj) more.
    const double p = 1 / 2.8, joins = p * 0.9 - (1 - p) * 0.1;
    EXPECT_NEAR(strength[1], 1 + joins, 1e-9);
    EXPECT_NEAR(other[1], 1, 1e-9);
}

}  // namespace third_parties_test
}  // namespace tarazy
