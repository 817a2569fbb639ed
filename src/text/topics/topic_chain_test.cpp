#include "text/topics/topic_chain.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::topic_chain_test {
namespace {

DocumentFeatureMatrix tiny() {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"a", "b"};
    matrix.features = {"x", "y", "z"};
    matrix.feature = {0, 1, 1, 2};
    matrix.count = {2, 1, 1, 2};
    matrix.row_begin = {0, 2, 4};
    return matrix;
}

/// log P(words, topics) from the topics alone, token by token: each by the rule of succession of its word in its topic
/// and of its topic in its document.
double naive_log_joint(const TopicTokens& tokens, const std::vector<std::uint16_t>& topic, const TopicPrior& prior) {
    std::vector<std::vector<double>> word_topic(tokens.words, std::vector<double>(prior.topics, prior.beta));
    for (const auto& seed : prior.seeds) word_topic[seed.word][seed.topic] += seed.weight;
    std::vector<double> total(prior.topics);
    for (const auto& word : word_topic) {
        for (std::size_t k = 0; k < prior.topics; ++k) total[k] += word[k];
    }
    double sum = 0;
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        std::vector<double> own(prior.topics, prior.alpha);
        double length = prior.alpha * static_cast<double>(prior.topics);
        for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
            const std::size_t k = topic[t];
            sum += std::log(word_topic[tokens.word[t]][k]++ / total[k]++ * own[k]++ / length++);
        }
    }
    return sum;
}

/// Every arrangement of topics on six tokens is visited as often as its posterior says.
void expect_exact_frequencies(const TopicPrior& prior) {
    const TopicTokens tokens = topic_tokens(tiny());
    const std::size_t n = tokens.word.size();
    ASSERT_EQ(n, 6U);
    std::vector<double> exact;
    double all = 0;
    const auto arrangements = static_cast<std::size_t>(std::pow(prior.topics, n));
    for (std::size_t code = 0; code < arrangements; ++code) {
        std::vector<std::uint16_t> topic;
        for (std::size_t t = 0, rest = code; t < n; ++t, rest /= prior.topics)
            topic.push_back(static_cast<std::uint16_t>(rest % prior.topics));
        exact.push_back(std::exp(naive_log_joint(tokens, topic, prior)));
        all += exact.back();
    }
    TopicChain chain = begin_topic_chain(tokens, prior, 11, 0);
    std::vector<double> visits(arrangements);
    constexpr int sweeps = 200'000;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        sweep_topics(tokens, chain);
        std::size_t code = 0;
        for (std::size_t t = n; t-- > 0;) code = code * prior.topics + chain.topic[t];
        ++visits[code];
    }
    double distance = 0;
    for (std::size_t code = 0; code < arrangements; ++code)
        distance += std::abs(visits[code] / sweeps - exact[code] / all) / 2;
    // Of so many independent draws the total variation would be about sqrt(arrangements / (2 pi sweeps)).
    EXPECT_LT(distance, 4 * std::sqrt(static_cast<double>(arrangements) / (6.28 * sweeps))) << prior.topics;
}

TEST(TopicChain, VisitsAllArrangementsAsThePosteriorSays) {
    expect_exact_frequencies({.topics = 2, .alpha = 0.5, .beta = 0.3, .seeds = {}});
    expect_exact_frequencies({.topics = 3, .alpha = 1.2, .beta = 0.1, .seeds = {}});
}

TEST(TopicChain, SeedsChangeThePosteriorAsTheyShould) {
    expect_exact_frequencies({.topics = 2, .alpha = 0.5, .beta = 0.3, .seeds = {{0, 0, 1.5}, {2, 1, 0.7}}});
}

TEST(TopicChain, LogJointIsThatOfTheFormula) {
    const TopicTokens tokens = topic_tokens(tiny());
    const TopicPrior prior{.topics = 5, .alpha = 0.25, .beta = 0.5, .seeds = {{1, 2, 0.75}}};
    TopicChain chain = begin_topic_chain(tokens, prior, 3, 0);
    for (int sweep = 0; sweep < 20; ++sweep) {
        sweep_topics(tokens, chain);
        EXPECT_NEAR(topic_log_joint(tokens, chain), naive_log_joint(tokens, chain.topic, prior), 1e-5);
    }
}

TEST(TopicChain, CountsStayThoseOfTheTopics) {
    DocumentFeatureMatrix matrix;
    for (std::uint32_t j = 0; j < 50; ++j) matrix.features.push_back("w" + std::to_string(j));
    for (std::uint32_t i = 0; i < 10; ++i) {
        matrix.documents.push_back("d" + std::to_string(i));
        for (std::uint32_t j = i; j < 50; j += 3) {
            matrix.feature.push_back(j);
            matrix.count.push_back(1 + (i + j) % 4);
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    const TopicTokens tokens = topic_tokens(matrix);
    for (const std::size_t topics : {7U, 41U}) {  // few lanes, and many
        TopicChain chain = begin_topic_chain(tokens, {.topics = topics, .alpha = 0.5, .beta = 0.1, .seeds = {}}, 5, 0);
        for (int sweep = 0; sweep < 30; ++sweep) sweep_topics(tokens, chain);
        std::vector<float> word_topic(chain.word_topic.size()), document_topic(chain.document_topic.size());
        std::vector<double> total(topics);
        for (std::size_t document = 0; document < tokens.documents(); ++document) {
            for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
                ++word_topic[tokens.word[t] * chain.padded + chain.topic[t]];
                ++document_topic[document * chain.padded + chain.topic[t]];
                ++total[chain.topic[t]];
            }
        }
        EXPECT_EQ(chain.word_topic, word_topic);
        EXPECT_EQ(chain.document_topic, document_topic);
        EXPECT_EQ(chain.topic_total, total);
    }
}

TEST(TopicChain, CountsMustBeWhole) {
    DocumentFeatureMatrix matrix = tiny();
    matrix.count[0] = 1.5;
    EXPECT_THROW((void)topic_tokens(matrix), InputError);
}

}  // namespace
}  // namespace tarazy::topic_chain_test
