#include "align/votes/compared_votes.hpp"

#include "align/votes/joint_table.hpp"
#include "align/votes/roll_call_bits.hpp"
#include "align/votes/synthetic_votes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace compared_votes_test {

/// Mean of 1 - |x - y| / 2 over the marked votes of two members, counted the long way.
double agreement_of_marked(const VoteData& votes, const ComparedVotes& compared, std::size_t a, std::size_t b) {
    double sum = 0, n = 0;
    for (std::size_t call = 0; call < votes.roll_calls.size(); ++call) {
        if (!compared.holds(call * votes.states.size() + a) || !compared.holds(call * votes.states.size() + b))
            continue;
        sum += 1 - std::abs(votes.cell(call, a) - votes.cell(call, b)) / 2.0;
        ++n;
    }
    return sum / n;
}

TEST(ComparedVotes, GiveTheAgreementThatTheMeasureGives) {
    const VoteData votes = synthetic_votes(12, 70, 2, 5);
    const auto [begin, end] = votes.session_range(2);
    const RollCallBits bits(votes, begin, end);
    for (const std::size_t other : {1u, 5u, 11u}) {
        ComparedVotes divided(votes), all(votes);
        divided.add_pair(2, 0, other, false);
        all.add_pair(2, 0, other, true);
        const VoteTable table = bits.joint_table(0, other);
        EXPECT_NEAR(agreement_of_marked(votes, divided, 0, other), *agree_voeten(table, bits.unanimous(0, other)),
                    1e-12);
        EXPECT_NEAR(agreement_of_marked(votes, all, 0, other), *agree_lijphart(table), 1e-12);
    }
}

TEST(ComparedVotes, AreOfTheSessionAndTheMembersAlone) {
    const VoteData votes = synthetic_votes(6, 20, 2, 1);
    ComparedVotes compared(votes);
    compared.add_pair(1, 2, 4, false);
    std::size_t marked = 0;
    for (std::size_t call = 0; call < votes.roll_calls.size(); ++call) {
        EXPECT_EQ(compared.holds_roll_call(call), compared.holds(call * 6 + 2));
        for (std::size_t state = 0; state < 6; ++state) {
            if (!compared.holds(call * 6 + state)) continue;
            ++marked;
            EXPECT_TRUE(state == 2 || state == 4);
            EXPECT_EQ(votes.roll_calls[call].session, 1);
            EXPECT_NE(votes.cell(call, state), VoteData::absent);
        }
    }
    EXPECT_GT(marked, 10u);
}

TEST(ComparedVotes, OfAMemberAreTheRollCallsOnWhichItVoted) {
    const VoteData votes = synthetic_votes(4, 30, 1, 2);
    ComparedVotes compared(votes);
    compared.add_member(3, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    for (std::size_t call = 0; call < 30; ++call)
        EXPECT_EQ(compared.holds(call * 4 + 3), call < 10 && votes.cell(call, 3) != VoteData::absent);
}

}  // namespace compared_votes_test
}  // namespace tarazy
