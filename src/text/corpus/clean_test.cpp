#include "text/corpus/clean.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "text/corpus/characters.hpp"

#include <gtest/gtest.h>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace tarazy::clean_test {
namespace {

TEST(Clean, JoinsByWhatTheTextAttests) {
    const CleanText result =
        clean("Әскери-саяси одақ пен қауіпсіздік туралы сөйлеп, әскери-\nсаяси мен қауіп-\nсіздік туралы жазды.",
              {.lines = LinesAre::pieces});
    EXPECT_EQ(result.text,
              "Әскери-саяси одақ пен қауіпсіздік туралы сөйлеп, әскери-саяси мен қауіпсіздік туралы жазды.");
    ASSERT_EQ(result.log.size(), 2u);
    EXPECT_EQ(result.log[0].kind, CleaningChoice::Kind::keep);
    EXPECT_EQ(result.log[0].reason, "attested 0 to 1");
    EXPECT_EQ(result.log[1].kind, CleaningChoice::Kind::join);
    EXPECT_EQ(result.log[1].before, "қауіп-|сіздік");
    EXPECT_EQ(result.log[1].reason, "attested 1 to 0");
}

TEST(Clean, WhatNothingAttestsIsJoinedAndSaid) {
    const CleanText result = clean("бұл бей-\nтараптық еді", {.lines = LinesAre::pieces});
    EXPECT_EQ(result.text, "бұл бейтараптық еді");
    EXPECT_EQ(result.log.at(0).reason, "not attested");
    const CleanText known =
        clean("бұл бей-\nтараптық еді",
              {.lines = LinesAre::pieces, .known_word = [](const auto& word) { return word == "бейтараптық"; }});
    EXPECT_EQ(known.log.at(0).reason, "in the word list");
}

TEST(Clean, TextsAttestEachOthersWords) {
    const std::vector<std::string> texts = {"Қaзақстан", "Қазақстан"};
    const auto together = clean(texts, CleanOptions{}, Work());
    EXPECT_EQ(together[0].text, "Қазақстан");
    EXPECT_EQ(together[0].log.at(0).kind, CleaningChoice::Kind::repair);
    EXPECT_EQ(together[0].log.at(0).source, (TextSpan{0, texts[0].size()}));
    const CleanText alone = clean("Қaзақстан");
    EXPECT_EQ(alone.text, "Қaзақстан") << "nobody attests the repair";
    EXPECT_EQ(alone.log.at(0).kind, CleaningChoice::Kind::leave);
}

TEST(Clean, AWordCutByTheEndOfAPageIsJoined) {
    std::string text;
    for (int page = 0; page < 3; ++page)
        text += "Журналдың жоғарғы жолы " + std::to_string(page) + "\n\n" + "бірінші жол осы бетте тұрған бо-\n\n" +
                std::to_string(page + 10) + "\n\f";
    text += "Журналдың жоғарғы жолы 3\n\nлып болады\n\n13\n\f";
    const CleanText result = clean(text, {.lines = LinesAre::pieces});
    EXPECT_NE(result.text.find("тұрған болып болады"), std::string::npos) << result.text;
    EXPECT_EQ(result.text.find("Журналдың"), std::string::npos);
}

/// A text of all that cleaning has to do with.
std::string odd_text(Random& stream) {
    static const std::vector<std::string> pieces = {
        "қауіпсіздік", "қауіп-\n",  "сіздік",  " ",      "  ",     "\n", "\n\n", "\f",       "\u00AD",
        "\u200B",      "и\u0306",   "e\u0301", "й",      "核武器", "。", ". ",   "Әскери-",  "саяси",
        "Қaзақстан",   "Қазақстан", "\r\n",    "\u00A0", "\t",     "12", "- ",   "Head 1\n", "А",
        "\u00AD\n",    "\u3000",    "і",       "i",      "\u0301", "😀",  "?!"};
    std::string text;
    const std::size_t count = stream.below(120);
    for (std::size_t i = 0; i < count; ++i) text += pieces[stream.below(pieces.size())];
    return text;
}

std::string nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string result;
    icu::Normalizer2::getNFCInstance(status)
        ->normalize(icu::UnicodeString::fromUTF8(text), status)
        .toUTF8String(result);
    return result;
}

TEST(Clean, EveryCharacterComesFromItselfOrItsNormalisation) {
    Random stream(7, "odd texts", 0);
    for (int round = 0; round < 400; ++round) {
        const std::string source = odd_text(stream);
        const CleanText result = clean(source, {.lines = round % 2 == 0 ? LinesAre::pieces : LinesAre::paragraphs});
        ASSERT_EQ(result.map.length, result.text.size());
        for (std::size_t at = 0; at < result.text.size();) {
            const CharacterAt here = character_from(result.text, at);
            const TextSpan span = result.map.source_of(TextSpan{at, at + here.bytes});
            ASSERT_LE(span.end, source.size());
            const std::string from = source.substr(span.begin, span.end - span.begin),
                              to = result.text.substr(at, here.bytes);
            const bool blank = character_kind(here.value) == CharacterKind::blank;
            const bool repaired = to != from && (from == "i" || from == "a");
            if (!blank && !repaired) {
                ASSERT_TRUE(from == to || nfc(from).find(to) != std::string::npos) << '[' << from << "] [" << to << ']';
            }
            at += here.bytes;
        }
        for (const CleaningChoice& choice : result.log) ASSERT_LE(choice.source.end, source.size());
    }
}

TEST(Clean, TheNumberOfThreadsChangesNothing) {
    Random stream(8, "odd texts", 0);
    std::vector<std::string> texts;
    for (int i = 0; i < 40; ++i) texts.push_back(odd_text(stream));
    const auto one = clean(texts, {.threads = 1}, Work()), two = clean(texts, {.threads = 3}, Work());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(one[i].text, two[i].text);
        EXPECT_EQ(one[i].map.runs, two[i].map.runs);
    }
}

TEST(Clean, CanBeStopped) {
    const std::vector<std::string> texts(30, "қауіпсіздік қауіп-\nсіздік");
    expect_stoppable([&](const Work& work) { (void)clean(texts, CleanOptions{}, work); });
}

TEST(Clean, ALineOfTenMillionCharactersIsNoTrouble) {
    std::string text;
    while (text.size() < 10'000'000) text += "сөз  бен сөз ";
    const CleanText result = clean(text, {.lines = LinesAre::pieces});
    EXPECT_LT(result.text.size(), text.size());
    EXPECT_TRUE(clean("").text.empty());
}

}  // namespace
}  // namespace tarazy::clean_test
