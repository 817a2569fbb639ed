#include "text/topics/topic_model.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "text/topics/topic_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy::topic_model_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

DocumentFeatureMatrix two_topics() {
    return read_document_feature_matrix(read_table(testdata + "two_topics.csv"));
}
TopicModelOptions short_run() {
    return {.topics = 2, .alpha = 0.5, .sweeps = 300, .burn_in = 100, .thin = 2, .chains = 3};
}

/// Place of the topic in which a word is most likely.
std::size_t topic_of(const TopicModel& model, const std::string& word) {
    const auto place = static_cast<std::size_t>(std::ranges::find(model.words, word) - model.words.begin());
    return model.word_shares[place] > model.word_shares[model.words.size() + place] ? 0 : 1;
}

TEST(TopicModel, FindsTheTwoTopicsAndTheirSharesInDocuments) {
    const TopicModel model = fit_topics(two_topics(), short_run());
    const std::size_t first = topic_of(model, "treaty"), second = topic_of(model, "grain");
    EXPECT_NE(first, second);
    for (const char* word : {"test", "site", "nuclear", "weapons", "ban", "disarmament"})
        EXPECT_EQ(topic_of(model, word), first) << word;
    for (const char* word : {"trade", "rail", "market", "export", "tariff", "growth"})
        EXPECT_EQ(topic_of(model, word), second) << word;
    EXPECT_GT(model.document_shares[first], 0.8);
    EXPECT_GT(model.document_shares[11 * 2 + second], 0.8);
    EXPECT_NEAR(model.document_shares[0] + model.document_shares[1], 1, 1e-9);
    EXPECT_NEAR(model.prevalence[0] + model.prevalence[1], 1, 1e-9);
    EXPECT_GE(model.prevalence[0], model.prevalence[1]);
    double sum = 0;
    for (std::size_t word = 0; word < model.words.size(); ++word) sum += model.word_shares[word];
    EXPECT_NEAR(sum, 1, 1e-5);
    // All chains find the same two topics.
    EXPECT_GT(*model.stability[0], 0.97);
    EXPECT_GT(*model.stability[1], 0.97);
    for (const auto& chain : model.chains) EXPECT_LE(chain.log_joint, model.chains[model.best].log_joint);
}

TEST(TopicModel, TheSameAtAnyNumberOfThreads) {
    TopicModelOptions one = short_run(), two = short_run();
    one.threads = 1;
    two.threads = 2;
    const TopicModel a = fit_topics(two_topics(), one), b = fit_topics(two_topics(), two);
    EXPECT_EQ(a.word_shares, b.word_shares);
    EXPECT_EQ(a.document_shares, b.document_shares);
    EXPECT_EQ(a.best, b.best);
    two.seed = 2;
    EXPECT_NE(a.word_shares, fit_topics(two_topics(), two).word_shares);
}

TEST(TopicModel, SeededTopicsStandFirstUnderTheirNames) {
    TopicModelOptions options = short_run();
    options.topics = 3;
    options.seeds = read_seed_words(read_table(testdata + "two_topics_seeds.csv"));
    options.seed_weight = 0.5;
    const TopicModel model = fit_topics(two_topics(), options);
    EXPECT_EQ(model.names, (std::vector<std::string>{"disarmament", "trade", "topic 1"}));
    const auto share = [&](std::size_t topic, const std::string& word) {
        const auto place = static_cast<std::size_t>(std::ranges::find(model.words, word) - model.words.begin());
        return model.word_shares[topic * model.words.size() + place];
    };
    EXPECT_GT(share(0, "treaty"), share(1, "treaty"));
    EXPECT_GT(share(1, "grain"), share(0, "grain"));
}

TEST(TopicModel, KeywordsNameTopicsAndSeveralChainsAgree) {
    TopicModelOptions options = short_run();
    options.kind = TopicModelKind::keyatm;
    options.topics = 3;
    options.alpha.reset();
    options.seeds = read_seed_words(read_table(testdata + "two_topics_seeds.csv"));
    for (const bool weighed : {true, false}) {
        options.weigh_words = weighed;
        const TopicModel model = fit_topics(two_topics(), options);
        EXPECT_EQ(model.names, (std::vector<std::string>{"disarmament", "trade", "topic 1"}));
        const std::size_t words = model.words.size();
        const auto share = [&](std::size_t topic, const std::string& word) {
            const auto place = static_cast<std::size_t>(std::ranges::find(model.words, word) - model.words.begin());
            return model.word_shares[topic * words + place];
        };
        EXPECT_GT(share(0, "weapons"), share(1, "weapons")) << "no keyword, but their neighbour";
        EXPECT_GT(share(1, "tariff"), share(0, "tariff"));
        for (std::size_t k = 0; k < 3; ++k) {
            double sum = 0;
            for (std::size_t word = 0; word < words; ++word) sum += model.word_shares[k * words + word];
            EXPECT_NEAR(sum, 1, 1e-9);
            EXPECT_GT(model.alpha[k], 0);
            EXPECT_EQ(model.keyword_share[k].has_value(), k < 2);
            EXPECT_TRUE(model.coherence[k]);
        }
        EXPECT_GT(*model.stability[0], 0.8);
        options.threads = 2;
        EXPECT_EQ(fit_topics(two_topics(), options).word_shares, model.word_shares);
        options.threads = 1;
    }
    options.seeds.clear();
    EXPECT_THROW((void)fit_topics(two_topics(), options), UsageError);
}

TEST(TopicModel, FaultsAreNamed) {
    TopicModelOptions options = short_run();
    options.seeds = {{"a", "absent"}, {"b", "gone"}};
    try {
        (void)fit_topics(two_topics(), options);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2U);
    }
    options = short_run();
    options.burn_in = 300;
    EXPECT_THROW((void)fit_topics(two_topics(), options), UsageError);
    options = short_run();
    options.topics = 1;
    EXPECT_THROW((void)fit_topics(two_topics(), options), UsageError);
    EXPECT_THROW((void)fit_topics(DocumentFeatureMatrix{}, short_run()), InputError);
}

TEST(TopicModel, EmptyDocumentsHaveThePriorShares) {
    DocumentFeatureMatrix matrix = two_topics();
    matrix.documents.push_back("empty");
    matrix.row_begin.push_back(matrix.cells());
    const TopicModel model = fit_topics(matrix, short_run());
    EXPECT_NEAR(model.document_shares[12 * 2], 0.5, 1e-9);
}

TEST(TopicModel, CanBeStopped) {
    expect_stoppable([](const Work& work) {
        TopicModelOptions options = short_run();
        options.work = work;
        (void)fit_topics(two_topics(), options);
    });
}

}  // namespace
}  // namespace tarazy::topic_model_test
