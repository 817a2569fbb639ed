#include "compare/sets/literals.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace literals_test {

TEST(Literals, AllAreWrittenWithBracesOnceAConditionHasSeveralValues) {
    const PropertySpace crisp({{"A", 2, false, false}, {"B", 2, false, false}});
    EXPECT_EQ(term_text(crisp, crisp.literal(0, 0) | crisp.literal(1, 1)), "~A*B");
    EXPECT_EQ(term_text(crisp, {}), "1");
    const PropertySpace mixed({{"A", 2, false, false}, {"B", 3, true, false}});
    EXPECT_EQ(term_text(mixed, mixed.literal(0, 0) | mixed.literal(1, 2)), "A{0}*B{2}");
    EXPECT_EQ(mixed.configurations(), 6U);
}

TEST(Literals, ATermCoversWhatHoldsAllItsLiterals) {
    const Literals term = Literals::one(3) | Literals::one(100);
    EXPECT_TRUE(term.covers(term | Literals::one(5)));
    EXPECT_FALSE(term.covers(Literals::one(3)));
    EXPECT_EQ(term.size(), 2);
}

}  // namespace literals_test
}  // namespace tarazy
