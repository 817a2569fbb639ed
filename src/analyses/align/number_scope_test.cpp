#include "analyses/align/number_scope.hpp"

#include "analyses/rows_entered_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace number_scope_test {

TEST(NumberScope, OfAWindowAreTheYearsThatCount) {
    const RowsBehind behind("shares");
    const NumberScope scope =
        number_scope(every_method_result(), *behind.result, behind.claim("mean_share.RUS.2005-2010"));
    ASSERT_EQ(scope.states.size(), 1u);
    EXPECT_EQ(scope.states.front().state, "KAZ");
    EXPECT_EQ(years_in(scope), (std::set<int>{2005, 2006, 2007, 2008, 2009, 2010}));
    EXPECT_EQ(scope.poles.size(), 3u);
}

TEST(NumberScope, ClosenessAndDifferencesAreOfThePolesNamed) {
    const RowsBehind behind("shares");
    const auto poles = [&](const char* rest) {
        return number_scope(every_method_result(), *behind.result, behind.claim(rest)).poles.size();
    };
    EXPECT_EQ(poles("closeness.RUS.2006"), 1u);
    EXPECT_EQ(poles("difference.RUS-CHN.2005-2010"), 2u);
    EXPECT_EQ(poles("years_nearest.RUS.2005-2010"), 3u);
    EXPECT_EQ(poles("share.RUS.2006"), 3u);
}

TEST(NumberScope, APositionIsOfItsStateAndThatOfAPoleOfItsMembers) {
    const RowsBehind behind("points");
    const NumberScope own = number_scope(every_method_result(), *behind.result, behind.claim("position.KAZ.2006"));
    ASSERT_EQ(own.states.size(), 1u);
    EXPECT_EQ(own.states.front().state, "KAZ");
    EXPECT_TRUE(own.poles.empty());
    const NumberScope west = number_scope(every_method_result(), *behind.result, behind.claim("position.WEST.2006"));
    ASSERT_EQ(west.states.size(), 2u);
    EXPECT_EQ(west.states.back().state, "FRA");
}

TEST(NumberScope, AYearIsNamedAloneOrAsAWindow) {
    EXPECT_EQ(years_named("1992-2012"), std::pair(1992, 2012));
    EXPECT_EQ(years_named("1992"), std::pair(1992, 1992));
    EXPECT_EQ(years_named("fast"), std::pair(0, -1));
}

}  // namespace number_scope_test
}  // namespace tarazy
