#include "text/coding/stretches.hpp"

#include <gtest/gtest.h>

namespace tarazy::stretches_test {
namespace {

TEST(Stretches, UniteAndShare) {
    const auto one = united_stretches({{8, 9}, {0, 3}, {2, 5}, {5, 6}});
    EXPECT_EQ(one, (std::vector<Stretch>{{0, 6}, {8, 9}}));
    EXPECT_EQ(covered_characters(one), 7u);
    EXPECT_EQ(shared_characters(one, {{4, 20}}), 3u);
    EXPECT_EQ(shared_characters(one, {{6, 8}}), 0u);
    EXPECT_EQ(shared_characters({}, one), 0u);
    EXPECT_TRUE(united_stretches({}).empty());
}

}  // namespace
}  // namespace tarazy::stretches_test
