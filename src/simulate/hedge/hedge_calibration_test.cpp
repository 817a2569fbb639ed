#include "simulate/hedge/hedge_calibration.hpp"

#include "simulate/hedge/hedge_fit.hpp"
#include "simulate/hedge/invented_panel_test.hpp"
#include "stats/line_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace tarazy {
namespace hedge_calibration_test {

using namespace testing_hedge;

TEST(HedgeCalibration, ThePosteriorOfALongPanelIsNearTheLaplaceApproximation) {
    const HedgeData data = simulated_data(6, 25, 1);
    const std::vector<HedgeTerm> free = {HedgeTerm::trade, HedgeTerm::precision};
    HedgeCoefficients given = invented_truth();
    const HedgeFit fit = fit_hedge(data, {.free = free, .given = given, .starts = 2});
    Random random(1, "posterior test", 0);
    const std::vector<double> draws =
        hedge_posterior(data, free, given, {.warm_up = 600, .draws = 400, .thin = 6}, random, {});
    std::vector<double> trade;
    for (std::size_t d = 0; d < 400; ++d) trade.push_back(draws[d * 2]);
    const HedgeEstimate& estimate = fit.estimates[0];
    EXPECT_NEAR(*mean(trade), estimate.value, 0.4 * *estimate.se);
    EXPECT_NEAR(*standard_deviation(trade), *estimate.se, 0.2 * *estimate.se);
}

TEST(HedgeCalibration, TheSameAtAnyNumberOfThreads) {
    const HedgeData like = hedge_data(panel_of(invented_panel(2, 8)), invented_free(), 9999);
    HedgeCalibrationOptions options{.free = invented_free(), .replicates = 6, .posterior = {200, 19, 2}};
    options.threads = 1;
    const HedgeCalibration one = calibrate_hedge(like, options);
    options.threads = 2;
    EXPECT_EQ(one.ranks, calibrate_hedge(like, options).ranks);
    ASSERT_EQ(one.ranks.size(), 5U);
    EXPECT_EQ(one.ranks[0].size(), 6U);
    EXPECT_EQ(one.failed, 0U);
}

TEST(HedgeCalibration, SlowRanksAreUniform) {
    const HedgeData like = hedge_data(panel_of(invented_panel(3, 16)), invented_free(), 9999);
    const char* asked = std::getenv("TARAZY_SBC_REPLICATES");  // ./check --slow asks for more
    const std::size_t replicates = asked == nullptr ? 100 : std::stoul(asked);
    const HedgeCalibration found = calibrate_hedge(like, {.free = invented_free(), .replicates = replicates});
    for (std::size_t i = 0; i < found.terms.size(); ++i) {
        const RankUniformity test = rank_uniformity(found.ranks[i], static_cast<std::uint32_t>(found.largest), 20);
        EXPECT_GT(*test.p_value, 0.002) << hedge_parameter(found.terms[i]).symbol;
        EXPECT_GT(*test.ecdf_p_bound, 0.002) << hedge_parameter(found.terms[i]).symbol;
    }
}

TEST(HedgeCalibration, SlowALikelihoodThatIsWrongIsNoticed) {
    // The simulator makes panels of the precision that was drawn; the posterior is told another inertia.
    const std::vector<HedgeTerm> free = {HedgeTerm::precision};
    const HedgeData like = hedge_data(panel_of(invented_panel(3, 16)), invented_free(), 9999);
    HedgeCoefficients wrong = invented_truth();
    wrong[HedgeTerm::inertia] = 0;
    std::vector<std::uint32_t> ranks;
    for (std::uint64_t r = 0; r < 100; ++r) {
        Random random(3, "wrong likelihood", r);
        HedgeCoefficients truth = invented_truth();
        truth[HedgeTerm::precision] = 100 * std::exp(0.7 * normal_draw(random));
        const HedgeData data = simulated_hedge_data(like, truth, random);
        std::uint32_t rank = 0;
        for (const double draw : hedge_posterior(data, free, wrong, {500, 99, 10}, random, {}))
            rank += draw < truth[HedgeTerm::precision] ? 1 : 0;
        ranks.push_back(rank);
    }
    EXPECT_LT(*rank_uniformity(ranks, 99, 10).p_value, 1e-6);
}

}  // namespace hedge_calibration_test
}  // namespace tarazy
