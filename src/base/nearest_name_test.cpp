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

TEST(NearestName, NamesThatAreEquallyNearAreAllProposed) {
    const std::vector<std::string> ids = {"e101", "e102", "e111", "e112", "e121"};
    EXPECT_EQ(name_hint("e11", {{"e111", "e112", "e122"}}), "did you mean 'e111' or 'e112'?");
    EXPECT_EQ(name_hint("e11", ids), "did you mean 'e101', 'e111', 'e112', ...?");
    EXPECT_EQ(name_hint("e19", {{"e1", "e9", "f19"}}), "did you mean 'e1', 'e9' or 'f19'?");
    EXPECT_EQ(name_hint("e109", {{"e101", "e102", "e103", "e104"}}), "did you mean 'e101', 'e102', 'e103', ...?");
    EXPECT_EQ(name_hint("vtoe", {{"vote", "vote"}}), "did you mean 'vote'?");
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
