#include "analyses/align/tested_numbers.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace tested_numbers_test {

AnalysisPlan plan() {
    AnalysisPlan made;
    made.id = "hedge";
    made.tested = {"positions.years_closer.RUS-CHN.1992-2025", "standing_of_evenness.2000-2001"};
    return made;
}

TEST(TestedNumbers, AreThoseNamedThoseOfOtherStatesAndTheirStanding) {
    ClaimParts parts{"", "positions", "years_closer", {"RUS", "CHN"}, "1992-2025"};
    EXPECT_TRUE(is_tested(plan(), parts));
    parts.state = "UZB";
    EXPECT_TRUE(is_tested(plan(), parts));
    for (const char* quantity : {"standing_of_years_closer", "rank_of_years_closer"}) {
        parts = {"", "positions", quantity, {"RUS", "CHN"}, "1992-2025"};
        EXPECT_TRUE(is_tested(plan(), parts)) << quantity;
        parts.domain = "overall";
        EXPECT_FALSE(is_tested(plan(), parts)) << quantity;
    }
}

TEST(TestedNumbers, OfOtherWindowsAndPolesAreNot) {
    EXPECT_FALSE(is_tested(plan(), {"", "positions", "years_closer", {"RUS", "CHN"}, "1992-2024"}));
    EXPECT_FALSE(is_tested(plan(), {"", "positions", "years_closer", {"RUS"}, "1992-2025"}));
    EXPECT_FALSE(is_tested(plan(), {"", "", "years_closer", {"RUS", "CHN"}, "1992-2025"}));
}

TEST(TestedNumbers, AStandingMayBeNamedItself) {
    EXPECT_TRUE(is_tested(plan(), {"", "", "standing_of_evenness", {}, "2000-2001"}));
    EXPECT_FALSE(is_tested(plan(), {"", "", "rank_of_evenness", {}, "2000-2001"}));
    EXPECT_FALSE(is_tested(plan(), {"", "", "evenness", {}, "2000-2001"}));
}

}  // namespace tested_numbers_test
}  // namespace tarazy
