#include "text/lemmas/kazakh_context.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_context_test {
namespace {

KazakhGrammar two_words() {
    KazakhGrammar grammar{kazakh_suffixes(), {}, kazakh_closed_class()};
    grammar.lexicon = kazakh_lexicon_of("2\nқаза/A\nқызыл/A\n");
    return grammar;
}

KazakhCandidates candidates_of(const std::u32string& word) {
    static const KazakhGrammar grammar = two_words();
    return kazakh_candidates({word, 1, 0}, {}, grammar, {});
}

TEST(KazakhContext, AParticleAfterAPredicateAVerbElsewhere) {
    const KazakhCandidates word = candidates_of(U"қой"), mark = candidates_of(U"."), noun = candidates_of(U"қызыл");
    EXPECT_EQ(word[candidate_in_context(word, &noun, &mark)].lemma, U"ғой");
    EXPECT_EQ(word[candidate_in_context(word, nullptr, &noun)].lemma, U"қой");
}

TEST(KazakhContext, ASyllableSaidTwiceIsTheWordItself) {
    EXPECT_EQ(candidates_of(U"қып-қызыл").front().lemma, U"қызыл");
}

TEST(KazakhContext, SeveralWordsInOneTokenHaveTheLemmaOfTheFirst) {
    EXPECT_EQ(candidates_of(U"болған жоқ").front().lemma, U"бол");
}

TEST(KazakhContext, AnythingHasACandidateAndSharesAreAtMostOne) {
    for (const char* text : {"", " ", ".", "12", "\xFF", "а", "ә-", "-", "мемлекеттеріміздегі", "USA-ның", "қой"}) {
        const KazakhCandidates found = candidates_of(lower_code_points(text));
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_LE(found.size(), most_kazakh_candidates);
        EXPECT_LT(candidate_in_context(found, nullptr, nullptr), found.size());
        for (const KazakhCandidate& one : found) EXPECT_LE(one.share, 1 + 1e-9);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_context_test
