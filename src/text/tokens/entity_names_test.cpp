#include "text/tokens/entity_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::entity_names_test {
namespace {

TEST(EntityNames, TheLongestWins) {
    const std::vector<std::string> list = {"哈萨克", "哈萨克斯坦"};
    const EntityNames names(list);
    EXPECT_EQ(names.longest_at("在哈萨克斯坦", 3), 15U);
    EXPECT_EQ(names.longest_at("在哈萨克族", 3), 9U);
    EXPECT_EQ(names.longest_at("在哈萨克族", 0), 0U);
    EXPECT_TRUE(EntityNames().empty());
}

TEST(EntityNames, StatesHaveTheirChineseNames) {
    const std::vector<std::string> names = usual_chinese_names();
    EXPECT_TRUE(std::ranges::count(names, "哈萨克斯坦") == 1);
    EXPECT_TRUE(std::ranges::count(names, "中国") == 1);
}

TEST(EntityNames, ALineANameWithoutRemarks) {
    EXPECT_EQ(names_of_lines("# states\n中国\r\n\n 美国 \n"), (std::vector<std::string>{"中国", "美国"}));
}

}  // namespace
}  // namespace tarazy::entity_names_test
