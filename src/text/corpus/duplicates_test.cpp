#include "text/corpus/duplicates.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::duplicates_test {
namespace {

std::string long_text(int from, int words) {
    std::string text;
    for (int i = from; i < from + words; ++i) text += "сөз" + std::to_string(i) + ' ';
    return text;
}

TEST(Duplicates, NearlyTheSameIsFoundAndExact) {
    const std::string one = long_text(0, 500), two = one + "тағы екі", other = long_text(250, 500),
                      short_text = "Екі сөз";
    const std::vector<std::string_view> texts = {one, other, two, short_text, short_text, ""};
    const auto pairs = near_duplicates(texts, 0.9, 1, Work());
    ASSERT_EQ(pairs.size(), 2u);
    EXPECT_EQ(pairs[0].first, 0u);
    EXPECT_EQ(pairs[0].second, 2u);
    EXPECT_NEAR(pairs[0].similarity, 496.0 / 498.0, 1e-12);
    EXPECT_EQ(pairs[1].first, 3u);
    EXPECT_EQ(pairs[1].similarity, 1);
    EXPECT_EQ(near_duplicates(texts, 0.9, 3, Work()).size(), 2u);
}

TEST(Duplicates, CaseAndPunctuationDoNotMatter) {
    const std::string one = "Біз бітім мен келісімге шақырамыз, достар!",
                      two = "біз БІТІМ мен келісімге шақырамыз достар";
    const std::vector<std::string_view> texts = {one, two};
    EXPECT_EQ(near_duplicates(texts, 0.9, 1, Work()).size(), 1u);
}

TEST(Duplicates, CanBeStopped) {
    const std::string one = long_text(0, 50);
    const std::vector<std::string_view> texts(50, one);
    expect_stoppable([&](const Work& work) { (void)near_duplicates(texts, 0.9, 2, work); });
}

}  // namespace
}  // namespace tarazy::duplicates_test
