#include "trace/evidence/range_draws.hpp"

#include "base/work_test.hpp"
#include "trace/evidence/posterior_bounds.hpp"
#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy {
namespace range_draws_test {

using testing_rivals::random_rivals;
using testing_rivals::read_motives;

RangeDrawOptions few_draws(std::size_t draws = 4000) {
    RangeDrawOptions options;
    options.draws = draws;
    return options;
}

TEST(RangeDraws, StayWithinTheExactBounds) {
    for (std::uint64_t number = 0; number < 10; ++number) {
        const RivalExplanations rivals = random_rivals(number, 3, 5);
        for (const RangeShape shape : {RangeShape::uniform, RangeShape::pert}) {
            RangeDrawOptions options = few_draws(500);
            options.shape = shape;
            const RangeDraws draws = draw_ranges(rivals, options);
            const auto bounds = posterior_bounds(rivals).back();
            for (std::size_t h = 0; h < 3; ++h) {
                EXPECT_GE(draws.posterior[h].q05, bounds[h].low);
                EXPECT_LE(draws.posterior[h].q95, bounds[h].high);
            }
            EXPECT_NEAR(std::accumulate(draws.leads.begin(), draws.leads.end(), 0.0), 1, 1e-12);
        }
    }
}

TEST(RangeDraws, OneUniformLikelihoodGivesTheDistributionThatFollows) {
    RivalExplanations rivals = random_rivals(0, 2, 1);
    for (RivalHypothesis& one : rivals.hypotheses) one.prior = {0.5, 0.5, 0.5};
    rivals.clues[0].found = ClueFound::yes;
    rivals.clues[0].likelihoods[0].probability = {0.5, 0, 1};
    rivals.clues[0].likelihoods[1].probability = {0.5, 0.5, 0.5};
    const RangeDraws draws = draw_ranges(rivals, few_draws(40000));
    // posterior = u/(u + 1/2): at u = q it is q/(q + 1/2)
    EXPECT_NEAR(draws.posterior[0].q05, 0.05 / 0.55, 0.005);
    EXPECT_NEAR(draws.posterior[0].q50, 0.5, 0.005);
    EXPECT_NEAR(draws.posterior[0].q95, 0.95 / 1.45, 0.005);
    EXPECT_NEAR(draws.leads[0], 0.5, 0.01);
    RangeDrawOptions pert = few_draws(40000);
    pert.shape = RangeShape::pert;
    EXPECT_NEAR(draw_ranges(rivals, pert).posterior[0].q05, 0.1893 / 0.6893, 0.01) << "q05 of a beta(3, 3) is 0.1893";
}

TEST(RangeDraws, TheSameSeedGivesTheSameNumbersAtAnyThreadsAndOrderOfRows) {
    const RivalExplanations rivals = read_motives();
    RivalExplanations turned = rivals;
    std::ranges::reverse(turned.hypotheses);
    std::ranges::reverse(turned.clues);
    for (Clue& clue : turned.clues) std::ranges::reverse(clue.likelihoods);
    RangeDrawOptions one = few_draws(1000), two = one;
    one.threads = 1;
    two.threads = 2;
    const RangeDraws a = draw_ranges(rivals, one), b = draw_ranges(rivals, two), c = draw_ranges(turned, two);
    for (std::size_t h = 0; h < 3; ++h) {
        EXPECT_EQ(a.posterior[h].q05, b.posterior[h].q05);
        EXPECT_EQ(a.posterior[h].mean, c.posterior[2 - h].mean);
        EXPECT_EQ(a.leads[h], c.leads[2 - h]);
    }
    EXPECT_EQ(a.plans[4].entropy.q95, c.plans[0].entropy.q95);
    one.seed = 2;
    EXPECT_NE(draw_ranges(rivals, one).posterior[0].q05, a.posterior[0].q05);
}

TEST(RangeDraws, PriorsStayWithinTheirRangesAndSumToOne) {
    RivalExplanations rivals = random_rivals(3, 3, 0);
    rivals.hypotheses[0].prior = {0.5, 0.1, 0.9};
    rivals.hypotheses[1].prior = {0.3, 0.2, 0.4};
    rivals.hypotheses[2].prior = {0.2, 0.2, 0.2};
    const RangeDraws draws = draw_ranges(rivals, few_draws());
    EXPECT_NEAR(draws.posterior[2].q05, 0.2, 1e-12) << "a prior without a range keeps its value";
    EXPECT_NEAR(draws.posterior[2].q95, 0.2, 1e-12);
    EXPECT_GE(draws.posterior[0].q05, 0.4 - 1e-12);
    EXPECT_LE(draws.posterior[0].q95, 0.6 + 1e-12);
}

TEST(RangeDraws, EndWhenAStopIsAsked) {
    const RivalExplanations rivals = read_motives();
    expect_stoppable([&](const Work& work) {
        RangeDrawOptions options = few_draws(20000);
        options.work = work;
        (void)draw_ranges(rivals, options);
    });
}

}  // namespace range_draws_test
}  // namespace tarazy
