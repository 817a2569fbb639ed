#include "align/votes/roll_call_bits.hpp"

#include "align/votes/synthetic_votes_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace roll_call_bits_test {

TEST(RollCallBits, AgreeWithCountingOneVoteAfterTheOther) {
    for (const int roll_calls : {1, 63, 64, 65, 200}) {
        const VoteData votes = synthetic_votes(12, roll_calls, 1, 11);
        const RollCallBits bits(votes, 0, votes.roll_calls.size());
        for (std::size_t a = 0; a < votes.states.size(); ++a) {
            for (std::size_t b = 0; b < votes.states.size(); ++b) {
                VoteTable naive;
                std::int64_t unanimous = 0;
                for (std::size_t call = 0; call < votes.roll_calls.size(); ++call) {
                    const int x = votes.cell(call, a), y = votes.cell(call, b);
                    if (x == 0 || y == 0) continue;
                    ++naive.count[static_cast<std::size_t>(x - 1)][static_cast<std::size_t>(y - 1)];
                    unanimous += bits.unanimous(call) ? 1 : 0;
                }
                EXPECT_EQ(bits.joint_table(a, b).count, naive.count);
                EXPECT_EQ(bits.unanimous(a, b), unanimous);
            }
        }
    }
}

TEST(RollCallBits, UnanimityIsJudgedOverAllVotingMembers) {
    VoteData votes;
    votes.roll_calls = {{1, 0, {}}, {2, 0, {}}, {3, 0, {}}};
    votes.states = {2, 20, 365};
    votes.cells = {1, 1, 1, /**/ 1, 1, 3, /**/ 2, 0, 2};
    const RollCallBits bits(votes, 0, 3);
    EXPECT_TRUE(bits.unanimous(0));
    EXPECT_FALSE(bits.unanimous(1));  // the two states agree, a third does not
    EXPECT_TRUE(bits.unanimous(2));   // absent states have no say
    EXPECT_EQ(bits.unanimous(0, 1), 1);
}

}  // namespace roll_call_bits_test
}  // namespace tarazy
