#include "text/scaling/sentence_counts.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::sentence_counts_test {
namespace {

/// a: "peace . war war ." b: "trade"; c: empty.
Tokens small_tokens() {
    Tokens tokens;
    tokens.documents = {"b", "a", "c"};
    tokens.types = {"trade", "peace", ".", "war"};
    tokens.type = {0, 1, 2, 3, 3, 2};
    tokens.start.assign(6, 0);
    tokens.length.assign(6, 1);
    tokens.first = {0, 1, 6, 6};
    return tokens;
}

/// In the order of names, without the mark.
DocumentFeatureMatrix small_model() {
    DocumentFeatureMatrix model;
    model.documents = {"a", "b", "c"};
    model.features = {"peace", "trade", "war"};
    model.feature = {0, 2, 1};
    model.count = {1, 2, 1};
    model.row_begin = {0, 2, 3, 3};
    return model;
}

TEST(SentenceCounts, InTheOrderAndTheFeaturesOfTheModel) {
    const SentenceCounts counts = sentence_counts(small_tokens(), small_model());
    EXPECT_EQ(counts.first, (std::vector<std::size_t>{0, 2, 3, 3}));
    EXPECT_EQ(counts.sentences.documents, (std::vector<std::string>{"a#1", "a#2", "b#1"}));
    EXPECT_EQ(counts.sentences.feature, (std::vector<std::uint32_t>{0, 2, 1}));
    EXPECT_EQ(counts.sentences.count, (std::vector<double>{1, 2, 1}));
}

TEST(SentenceCounts, DocumentsAreMadeOfTheirOwnSentences) {
    const SentenceCounts counts = sentence_counts(small_tokens(), small_model());
    double peace = 0;
    constexpr int draws = 4000;
    for (std::uint64_t r = 0; r < draws; ++r) {
        Random random(1, "test", r);
        const DocumentFeatureMatrix made = resampled_sentences(counts, random);
        EXPECT_EQ(made.documents, counts.model.documents);
        EXPECT_EQ(made.document_total(1), 1) << "its only sentence";
        EXPECT_EQ(made.document_total(2), 0);
        const double words = made.document_total(0);
        EXPECT_TRUE(words == 2 || words == 3 || words == 4) << words;
        peace += made.feature_totals()[0];
    }
    EXPECT_NEAR(peace / draws, 1, 0.06) << "each sentence is drawn once on average";
}

TEST(SentenceCounts, SomeDocumentsWithTheirFeatures) {
    const SentenceCounts counts = sentence_counts(small_tokens(), small_model());
    const std::vector<std::size_t> first = {0, 2};
    const SentenceCounts some = selected_sentences(counts, first);
    EXPECT_EQ(some.model.documents, (std::vector<std::string>{"a", "c"}));
    EXPECT_EQ(some.model.features, (std::vector<std::string>{"peace", "war"}));
    EXPECT_EQ(some.sentences.documents, (std::vector<std::string>{"a#1", "a#2"}));
    EXPECT_EQ(some.sentences.feature, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(some.first, (std::vector<std::size_t>{0, 2, 2}));
}

}  // namespace
}  // namespace tarazy::sentence_counts_test
