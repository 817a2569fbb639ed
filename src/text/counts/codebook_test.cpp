#include "text/counts/codebook.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::codebook_test {
namespace {

std::optional<CodeEntry> entry_of(std::string_view text) {
    std::string why;
    return code_entry(text, 1, why);
}

TEST(Codebook, AnEntryOfEveryKind) {
    const auto entry = entry_of("lang:kk \"қауіпсіздік кепіл*\" ~5 /^ядро/ not: отын not: \"бейбіт атом\"");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->language, "kk");
    EXPECT_EQ(entry->phrase, phrase_of("қауіпсіздік кепіл*"));
    ASSERT_TRUE(entry->near);
    EXPECT_EQ(entry->near_distance, 5U);
    EXPECT_EQ(entry->near->front().pattern.form, WordPattern::Form::regex);
    ASSERT_EQ(entry->contexts.size(), 2U);
    EXPECT_EQ(entry->contexts[1], phrase_of("бейбіт атом"));
    EXPECT_FALSE(entry_of("peace not:"));
    EXPECT_FALSE(entry_of("peace ~3"));
    EXPECT_FALSE(entry_of("  "));
}

TEST(Codebook, ATableOfEntries) {
    TableRows rows(TextColumn{"code"}, TextColumn{"entry"}, TextColumn{"language"});
    rows.add("peace", "peace*", "");
    rows.add("peace", "бейбіт*", "kk");
    const Codebook codebook = codebook_of_table(rows.table());
    ASSERT_EQ(codebook.codes.size(), 1U);
    EXPECT_EQ(codebook.codes[0].entries[1].language, "kk");
    TableRows bad(TextColumn{"code"}, TextColumn{"entry"});
    bad.add("", "peace");
    bad.add("peace", "");
    EXPECT_THROW((void)codebook_of_table(bad.table()), InputError);
}

TEST(Codebook, TheNameOfTheFileSaysItsForm) {
    EXPECT_TRUE(is_codebook_name("a/B.YML"));
    EXPECT_FALSE(is_codebook_name("codes.csv"));
    EXPECT_THROW((void)read_codebook("", "codes.txt"), UsageError);
    EXPECT_THROW((void)read_codebook("", "codes.yml"), InputError);
}

TEST(Codebook, SaysWhetherItAsksForLanguagesOrLemmas) {
    const Codebook plain = read_codebook("p: [peace]", "c.yml"), lemmas = read_codebook("p: ['lemma:peace']", "c.yml"),
                   languages = read_codebook("p: ['lang:en peace']", "c.yml");
    EXPECT_FALSE(asks_language(plain) || asks_lemmas(plain));
    EXPECT_TRUE(asks_lemmas(lemmas) && !asks_language(lemmas));
    EXPECT_TRUE(asks_language(languages) && !asks_lemmas(languages));
}

std::string refusal_of(const std::string& text, const std::string& path) {
    try {
        (void)read_codebook(text, path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Codebook, AnEntryTwiceInOneCodeNamesBothLinesInEveryForm) {
    const std::string what = " stands already on line ", remedy =
                                                             "; keep it once, or mend the word or the code of one "
                                                             "of the two";
    EXPECT_EQ(refusal_of("p:\n  - peace\n  - calm\n  - 'peace'\n", "c.yml"),
              "c.yml:4:5: 'peace'" + what + "2 in the code 'p'" + remedy);
    EXPECT_EQ(refusal_of("%\n1\tp\n%\npeace\t1\ncalm\t1\npeace\t1\n", "c.dic"),
              "c.dic:6: 'peace'" + what + "4 in the code 'p'" + remedy);
    EXPECT_EQ(refusal_of("+P\npeace\n\"peace\"\n", "c.lcd"),
              "c.lcd:3: '\"peace\"'" + what + "2 in the code 'P'" + remedy);
    EXPECT_EQ(refusal_of("p: [peace, 'lang:kk peace', Peace]\nq: [peace]\n", "c.yml"), "accepted")
        << "in another language, in capitals (--case-sensitive) or code it is another entry";
    EXPECT_NE(refusal_of("p: [peace]\nq: [war]\np: [calm]\n", "c.yml")
                  .find("c.yml:3:1: the code 'p' stands here a second time, first on line 1"),
              std::string::npos);
}

}  // namespace
}  // namespace tarazy::codebook_test
