#include "trace/evidence/sensitivity.hpp"

#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sensitivity_test {

using testing_rivals::random_rivals;
using testing_rivals::read_motives;

TEST(Sensitivity, EachBarIsThePosteriorWithThatOneNumberAtItsEnds) {
    for (std::uint64_t number = 0; number < 20; ++number) {
        const RivalExplanations rivals = random_rivals(number, 3, 4);
        const std::size_t leader = weigh(rivals).leader;
        const std::vector<TornadoBar> bars = tornado(rivals);
        EXPECT_EQ(bars.size(), 3u + 3u * 4u);
        for (std::size_t b = 0; b + 1 < bars.size(); ++b) EXPECT_GE(bars[b].swing(), bars[b + 1].swing());
        for (const TornadoBar& bar : bars) {
            if (!bar.clue) continue;
            for (const bool high : {false, true}) {
                RivalExplanations changed = rivals;
                changed.clues[*bar.clue].likelihoods[bar.hypothesis].probability.value = high ? bar.high : bar.low;
                const Weighing weighing = weigh(changed);
                EXPECT_NEAR(weighing.posterior[leader], high ? bar.at_high : bar.at_low, 1e-12);
                EXPECT_EQ(weighing.leader, high ? bar.leader_at_high : bar.leader_at_low);
            }
        }
    }
}

TEST(Sensitivity, APriorAtItsEndIsMadeUpForInProportion) {
    const RivalExplanations rivals = read_motives();
    for (const TornadoBar& bar : tornado(rivals)) {
        if (bar.clue || rivals.hypotheses[bar.hypothesis].id != "pressure") continue;
        RivalExplanations changed = rivals;
        changed.hypotheses[0].prior.value = 0.5;
        changed.hypotheses[1].prior.value = changed.hypotheses[2].prior.value = 0.25;
        EXPECT_NEAR(weigh(changed).posterior[2], bar.at_high, 1e-14);
        return;
    }
    FAIL() << "no bar of the prior";
}

TEST(Sensitivity, CluesThatDoNotCountHaveNoBar) {
    const RivalExplanations rivals = read_motives();
    for (const TornadoBar& bar : tornado(rivals)) {
        if (!bar.clue) continue;
        EXPECT_NE(rivals.clues[*bar.clue].id, "letter");
        EXPECT_NE(rivals.clues[*bar.clue].id, "minutes");
    }
    const RivalExplanations less = without_clue(rivals, 1);
    EXPECT_EQ(clue_counting(less)[2], ClueCounting::counted) << "the weaker of the group counts where the other falls";
}

}  // namespace sensitivity_test
}  // namespace tarazy
