#include "text/tokens/word_segments.hpp"

#include "base/random.hpp"
#include "base/utf8.hpp"
#include "text/tokens/entity_names.hpp"
#include "text/tokens/word_break_class.hpp"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>

#include <algorithm>
#include <memory>

namespace tarazy::word_segments_test {
namespace {

std::vector<std::string> words_of(std::string_view text, TokenRules rules = TokenRules::unicode) {
    const std::vector<std::string> names = usual_chinese_names();
    const EntityNames entities(names);
    std::vector<TokenSpan> spans;
    WordSegmenter(rules, rules == TokenRules::unicode ? &entities : nullptr).add_segments(text, spans);
    std::vector<std::string> words;
    for (const TokenSpan& span : spans) words.emplace_back(text.substr(span.start, span.length));
    return words;
}
using Words = std::vector<std::string>;

TEST(WordSegments, WordsNumbersAndMarks) {
    EXPECT_EQ(words_of("It didn't cost 3.5%.\n"), (Words{"It", "didn't", "cost", "3.5", "%", "."}));
    EXPECT_TRUE(words_of("").empty());
    EXPECT_TRUE(words_of(" \n\t ").empty());
}

TEST(WordSegments, WhatScholarsKeepWhole) {
    EXPECT_EQ(words_of("U.S.-led (A/RES/70/57) e-mail, Nur-Sultan's"),
              (Words{"U.S.-led", "(", "A/RES/70/57", ")", "e-mail", ",", "Nur-Sultan's"}));
    EXPECT_EQ(words_of("военно-политический 2024 ж."), (Words{"военно-политический", "2024", "ж", "."}));
    EXPECT_EQ(words_of("Ядролық қарусыз әлем"), (Words{"Ядролық", "қарусыз", "әлем"}));
}

TEST(WordSegments, ChineseNamesAreOneWordButNotInsideOfOthers) {
    EXPECT_EQ(words_of("哈萨克斯坦放弃了核武器"), (Words{"哈萨克斯坦", "放弃", "了", "核武器"}));
    EXPECT_EQ(words_of("哈萨克斯坦", TokenRules::quanteda), (Words{"哈萨克", "斯坦"}));
    const Words developing = words_of("发展中国家");
    EXPECT_EQ(std::ranges::count(developing, "中国"), 0);
}

TEST(WordSegments, BytesThatAreNoTextDoNotStopIt) {
    EXPECT_EQ(words_of("peace \xFF\xC3 war"), (Words{"peace", "\xFF", "\xC3", "war"}));
    EXPECT_EQ(words_of("a\xD0"), (Words{"a", "\xD0"}));
}

/// The boundaries as ICU finds them over the whole text; without blanks. Slow, and without what we keep whole.
std::vector<TokenSpan> icu_segments(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText* const bytes = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words->setText(bytes, status);
    std::vector<TokenSpan> spans;
    std::int32_t start = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; start = end, end = words->next()) {
        const WordBreak kind = word_break_class(utf8_character(text, static_cast<std::size_t>(start)).code);
        if (kind != WordBreak::blank && kind != WordBreak::extend && kind != WordBreak::joiner)
            spans.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start)});
    }
    utext_close(bytes);
    return spans;
}

TEST(WordSegments, AgreeWithIcuOnTextsOfEveryKindOfCharacter) {
    // Without - / # @ w h f, where we keep whole what ICU cuts.
    const std::vector<std::string> parts = {
        "a",  "Z",  "é",  "д",  "қ",  "Ұ",  "ә",  "א",  "ع", "7", "٣",  "_",      ".",      ",",      ":", ";",
        "'",  "’",  "!",  "(",  " ",  " ",  "\n", "\t", "«", "…", "—",  "\u0301", "\u200D", "\u00AD", "+", "€",
        "中", "核", "武", "器", "和", "平", "😀",  "👩",  "🇰", "🇿", "ж.", "3.5",    "it's",   "\u00A0"};
    for (std::uint64_t round = 0; round < 4000; ++round) {
        Random random(1, "word segments", round);
        std::string text;
        for (std::uint64_t length = random.below(14); length > 0; --length) text += parts[random.below(parts.size())];
        std::vector<TokenSpan> spans;
        WordSegmenter(TokenRules::quanteda).add_segments(text, spans);
        ASSERT_EQ(spans, icu_segments(text)) << round << " '" << text << "'";
    }
}

}  // namespace
}  // namespace tarazy::word_segments_test
