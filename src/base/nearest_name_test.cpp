#include "base/nearest_name.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace nearest_name_test {

const std::vector<std::string> columns = {"rcid", "ccode", "vote"};

TEST(NearestName, FindsTheColumnBehindATypingError) {
    EXPECT_EQ(nearest_name("vtoe", columns), "vote");
    EXPECT_EQ(nearest_name("CCODE", columns), "ccode");
    EXPECT_EQ(nearest_name("votes", columns), "vote");
}

TEST(NearestName, ADifferentWordHasNoNearestName) {
    EXPECT_FALSE(nearest_name("population", columns).has_value());
    EXPECT_EQ(name_hint("population", columns), "choose one of: rcid, ccode, vote");
}

TEST(NearestName, OverlongNamesAreNotCompared) {
    EXPECT_FALSE(nearest_name(std::string(100000, 'v'), columns).has_value());
}

TEST(NearestName, OfNoNamesNoneIsProposed) {
    EXPECT_EQ(name_hint("vote", {}), "there is none to choose from");
    EXPECT_EQ(name_hint("vote", std::vector<std::string>{""}), "there is none to choose from");
}

}  // namespace nearest_name_test
}  // namespace tarazy
