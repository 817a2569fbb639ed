#include "text/lemmas/kazakh_stems.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy::kazakh_stems_test {
namespace {

TEST(KazakhStems, EachHasOneNumberInTheOrderOfAdding) {
    KazakhStems stems;
    EXPECT_EQ(stems.find(U"ел"), KazakhStems::none);
    EXPECT_EQ(stems.add(U"ел"), 0U);
    EXPECT_EQ(stems.add(U""), 1U);
    EXPECT_EQ(stems.add(U"ел"), 0U);
    EXPECT_EQ(stems.add(U"елі"), 2U);
    EXPECT_EQ(stems.size(), 3U);
    EXPECT_EQ(stems.find(U""), 1U);
    EXPECT_TRUE(stems[2] == U"елі");
}

TEST(KazakhStems, ManyAreFoundAgainAsTheTableGrows) {
    KazakhStems stems;
    std::map<std::u32string, std::uint32_t> expected;
    for (std::uint32_t at = 0; at < 20'000; ++at) {
        std::u32string word;
        for (std::uint32_t rest = at; rest > 0; rest /= 30) word += static_cast<char32_t>(U'а' + rest % 30);
        expected.emplace(word, at);
        EXPECT_EQ(stems.add(word), at);
        if (at == 100) stems.reserve(5'000);
    }
    for (const auto& [word, number] : expected) EXPECT_EQ(stems.find(word), number);
    EXPECT_EQ(stems.find(U"жоқ"), KazakhStems::none);
}

}  // namespace
}  // namespace tarazy::kazakh_stems_test
