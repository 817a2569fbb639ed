#include "text/counts/code_counts.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

namespace tarazy::code_counts_test {
namespace {

Tokens tokens_of(std::vector<std::string> texts) {
    Corpus corpus;
    for (std::size_t k = 0; k < texts.size(); ++k) corpus.ids.push_back("d" + std::to_string(k + 1));
    corpus.texts = std::move(texts);
    return tokenise(corpus, {});
}

std::vector<std::string> found(const std::string& text, const std::string& yaml, const CodeOptions& options = {}) {
    const Tokens tokens = tokens_of({text});
    const Codebook codebook = read_codebook(yaml, "codes.yml");
    std::vector<std::string> words;
    const Table table = code_hit_table(tokens, codebook, find_codes(tokens, codebook, options));
    for (std::size_t row = 0; row < table.rows(); ++row)
        words.push_back((table["negated"].integer(row) == 1 ? "neg_" : "") + table["code"].display(row) + ": " +
                        table["text"].display(row));
    return words;
}
using Words = std::vector<std::string>;

TEST(CodeCounts, TheLongestFindOfACodeCountsOnce) {
    EXPECT_EQ(found("nuclear weapons and nuclear tests", "n: [nuclear, nuclear weapon*]"),
              (Words{"n: nuclear weapons", "n: nuclear"}));
}

TEST(CodeCounts, CodesMayShareWordsUnlessExclusive) {
    const std::string yaml = "arms: [nuclear weapon*]\nnuclear: [nuclear]";
    EXPECT_EQ(found("nuclear weapons", yaml), (Words{"arms: nuclear weapons", "nuclear: nuclear"}));
    CodeOptions exclusive;
    exclusive.exclusive = true;
    EXPECT_EQ(found("nuclear weapons", yaml, exclusive), Words{"arms: nuclear weapons"});
}

TEST(CodeCounts, NegationsAreCountedApart) {
    EXPECT_EQ(found("We do not threaten Russia. Russia agreed.", "r: [russia]"), (Words{"neg_r: Russia", "r: Russia"}));
    CodeOptions none;
    none.negation_window = 0;
    EXPECT_EQ(found("not Russia", "r: [russia]", none), Words{"r: Russia"});
}

TEST(CodeCounts, AWindowReachesOverAFewTokensOfASentence) {
    const std::string yaml = "g: [\"security ~3 guarantee*\"]";
    EXPECT_EQ(found("security and other guarantees", yaml), Words{"g: security and other guarantees"});
    EXPECT_EQ(found("guarantees of security", yaml), Words{"g: guarantees of security"});
    EXPECT_EQ(found("security and many other such guarantees", yaml), Words{});
    EXPECT_EQ(found("security. Guarantees", yaml), Words{});
}

TEST(CodeCounts, AContextKeepsAFindFromCounting) {
    const std::string yaml = "c: [\"china not: \\\"south china sea\\\"\"]";
    EXPECT_EQ(found("South China Sea. China", yaml), Words{"c: China"});
}

TEST(CodeCounts, ByLanguageWithAWarningWhereOneCarriesACode) {
    const Tokens tokens = tokens_of({"peace peace peace peace peace peace", "бейбіт peace"});
    const Codebook codebook = read_codebook("p: [\"lang:en peace\", \"lang:kk бейбіт*\"]\nempty: [war]\n", "codes.yml");
    EXPECT_THROW((void)find_codes(tokens, codebook, {}), InputError);
    CodeOptions options;
    const LanguagesOfTokens languages = languages_of_documents(tokens, std::vector<std::string>{"en", "kk"});
    options.languages = &languages;
    const CodeHits hits = find_codes(tokens, codebook, options);
    EXPECT_EQ(hits.hits.size(), 7U);
    ASSERT_EQ(hits.warnings.size(), 2U);
    EXPECT_NE(hits.warnings[0].find("1 code has no hit: empty"), std::string::npos);
    EXPECT_NE(hits.warnings[1].find("6 of 7 hits in text of the language 'en'"), std::string::npos);
    const Table rates = code_rate_table(codebook, hits, languages);
    ASSERT_EQ(rates.rows(), 4U);
    EXPECT_EQ(rates["per_10000"].real(1), 5000);
    EXPECT_TRUE(rates["share"].missing(2));
}

TEST(CodeCounts, ALanguageIsThatOfTheSegmentNotOfTheDocument) {
    Corpus corpus;
    corpus.ids = {"article"};
    corpus.texts = {
        "Қазақстан ядролық қарудан өз еркімен бас тартты, бұл бейбіт жол. Казахстан добровольно отказался от ядерного "
        "оружия, это мирный путь."};
    const Tokens tokens = tokenise(corpus, {});
    const auto segments = corpus_segments(corpus, 1);
    const LanguagesOfTokens languages = languages_of_segments(tokens, segments, {});
    const Codebook codebook =
        read_codebook("ru: [\"lang:ru ядро*\", \"lang:ru ядер*\"]\nkk: [\"lang:kk яд*\"]", "c.yml");
    CodeOptions options;
    options.languages = &languages;
    const CodeHits hits = find_codes(tokens, codebook, options);
    const Table table = code_hit_table(tokens, codebook, hits);
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table["text"].display(0), "ядерного");
    EXPECT_EQ(table["text"].display(1), "ядролық");
    const Table rates = code_rate_table(codebook, hits, languages);
    EXPECT_EQ(rates.rows(), 4U);
}

TEST(CodeCounts, ANegatedWordThatWasAskedForIsFoundAndNotNegated) {
    const Tokens tokens = tokens_of({"ядросыз мәртебе таңдалды", "ядросыз мәртебе емес"});
    const Codebook codebook =
        read_codebook("asked: [ядросыз]\nglob: ['ядро*']\nphrase: [ядросыз мәртебе]\n", "codes.yml");
    CodeOptions options;
    options.negation_window = 3;
    const CodeHits hits = find_codes(tokens, codebook, options);
    std::vector<bool> negated;
    for (const CodeHit& hit : hits.hits) negated.push_back(hit.negated);
    EXPECT_EQ(negated, std::vector<bool>({false, true, false, true, true, true}));
}

TEST(CodeCounts, FaultyPatternsAreToldWithTheirLine) {
    const Tokens tokens = tokens_of({"peace"});
    const Codebook codebook = read_codebook("p:\n  - /(peace/\n  - 'lemma:peace'\n", "codes.yml");
    try {
        (void)find_codes(tokens, codebook, {});
        FAIL();
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2U);
        EXPECT_EQ(error.problems()[0].line, 2U);
        EXPECT_EQ(error.problems()[1].line, 3U);
    }
}

TEST(CodeCounts, IsStoppedWhenAsked) {
    const Tokens tokens = tokens_of(std::vector<std::string>(50, "peace"));
    const Codebook codebook = read_codebook("p: [peace]", "codes.yml");
    expect_stoppable([&](const Work& work) {
        CodeOptions options;
        options.work = work;
        (void)find_codes(tokens, codebook, options);
    });
}

}  // namespace
}  // namespace tarazy::code_counts_test
