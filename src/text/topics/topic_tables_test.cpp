#include "text/topics/topic_tables.hpp"

#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy::topic_tables_test {
namespace {

TopicModel by_hand() {
    TopicModel model;
    model.documents = {"d1"};
    model.words = {"b", "a", "c"};
    model.names = {"one", "two"};
    model.word_shares = {0.25, 0.25, 0.5, 0.6, 0.3, 0.1};
    model.document_shares = {0.7, 0.3};
    model.prevalence = {0.7, 0.3};
    model.coherence = {0.5, std::nullopt};
    model.stability = {std::nullopt, std::nullopt};
    model.alpha = {0.5, 0.25};
    model.keyword_share = {0.75, std::nullopt};
    model.chains = {{-10, -11, -9, 1, std::nullopt}};
    return model;
}

TEST(TopicTables, EqualWordsStandInTheOrderOfTheirNames) {
    EXPECT_EQ(top_words(by_hand(), 0, 2), (std::vector<std::uint32_t>{2, 1}));
    EXPECT_EQ(top_words(by_hand(), 1, 9), (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(TopicTables, HaveTheirColumns) {
    const TopicModel model = by_hand();
    const Table words = topic_word_table(model, 2);
    EXPECT_EQ(words.names, (std::vector<std::string>{"topic", "rank", "feature", "probability"}));
    EXPECT_EQ(text_in(words, "feature", 0), "c");
    EXPECT_EQ(number_in(words, "rank", 3), 2);
    EXPECT_EQ(number_in(topic_document_table(model), "share", 1), 0.3);
    const Table summary = topic_summary_table(model, 2);
    EXPECT_FALSE(number_in(summary, "coherence", 1));
    EXPECT_EQ(text_in(summary, "words", 0), "c; a");
    EXPECT_EQ(number_in(summary, "alpha", 1), 0.25);
    EXPECT_EQ(number_in(summary, "keyword_share", 0), 0.75);
    EXPECT_EQ(number_in(topic_chain_table(model), "reported", 0), 1);
}

}  // namespace
}  // namespace tarazy::topic_tables_test
