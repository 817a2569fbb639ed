#include "trace/event_data/interned_texts.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace interned_texts_test {

TEST(InternedTexts, EachTextHasOneNumberInOrderOfAppearance) {
    InternedTexts texts;
    EXPECT_EQ(texts.number_of("KAZ"), 0u);
    EXPECT_EQ(texts.number_of(""), 1u);
    EXPECT_EQ(texts.number_of("KAZ"), 0u);
    EXPECT_EQ(texts.number_of("KAZGOV"), 2u);
    EXPECT_EQ(texts[2], "KAZGOV");
    EXPECT_EQ(texts.size(), 3u);
}

TEST(InternedTexts, ManyTextsOfAllLengths) {
    InternedTexts texts;
    std::map<std::string, std::uint32_t> expected;
    Random random(4, "interned texts", 0);
    for (int i = 0; i < 60'000; ++i) {
        std::string text;
        const std::size_t length = random.below(20);
        for (std::size_t k = 0; k < length; ++k) text += static_cast<char>('A' + random.below(3));
        const auto [known, fresh] = expected.emplace(text, static_cast<std::uint32_t>(expected.size()));
        ASSERT_EQ(texts.number_of(text), known->second) << text;
    }
    EXPECT_EQ(texts.size(), expected.size());
    const InternedTexts moved = std::move(texts);
    for (const auto& [text, number] : expected) EXPECT_EQ(moved[number], text);
}

TEST(InternedTexts, ShortTextsOfEqualLettersDiffer) {
    for (const auto& [a, b] : {std::pair{"a", "aa"}, {"aaa", "aa"}, {"aaaa", "aaaaa"}, {"12345678", "123456781234"}}) {
        EXPECT_NE(InternedTexts::hash_of(a), InternedTexts::hash_of(b));
    }
}

}  // namespace interned_texts_test
}  // namespace tarazy
