#include "text/topics/keyword_chain.hpp"

#include "stats/gamma.hpp"
#include "stats/gamma_draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace tarazy::keyword_chain_test {
namespace {

/// Two documents of two and three tokens over three words.
TopicTokens tiny() {
    TopicTokens tokens;
    tokens.words = 3;
    tokens.word = {0, 1, 0, 1, 2};
    tokens.first = {0, 2, 5};
    return tokens;
}

/// Word 0 is a keyword of topic 0 and of topic 1, word 1 of topic 0; topic 2 has none.
KeywordPrior prior_of(std::size_t topics, std::optional<double> alpha) {
    KeywordPrior prior;
    prior.topics = topics;
    prior.alpha = alpha;
    prior.beta = 0.4;
    prior.keyword_beta = 0.7;
    prior.gamma_keyword = 1.5;
    prior.gamma_plain = 0.8;
    prior.keywords = {{0, 0}, {1, 0}, {0, 1}};
    return prior;
}

bool is_keyword(const KeywordPrior& prior, std::uint32_t word, std::size_t topic) {
    for (const auto& one : prior.keywords) {
        if (one.word == word && one.topic == topic) return true;
    }
    return false;
}

/// P(words, coins | topics), token by token by the rules of succession; 0 where a word cannot come so.
double words_given_topics(const TopicTokens& tokens, const KeywordPrior& prior, const std::vector<int>& state) {
    const std::size_t topics = prior.topics;
    std::vector<double> keyword(topics), plain(topics), number(topics);
    std::vector<std::vector<double>> of_keyword(topics, std::vector<double>(tokens.words)), of_plain = of_keyword;
    for (const auto& one : prior.keywords) ++number[one.topic];
    double product = 1;
    for (std::size_t t = 0; t < tokens.word.size(); ++t) {
        const std::size_t k = static_cast<std::size_t>(state[t]) % topics, word = tokens.word[t];
        const bool as_keyword = state[t] >= static_cast<int>(topics);
        if (as_keyword && !is_keyword(prior, tokens.word[t], k)) return 0;
        const double tosses = keyword[k] + plain[k] + prior.gamma_keyword + prior.gamma_plain;
        if (as_keyword) {
            product *= (keyword[k] + prior.gamma_keyword) / tosses * (of_keyword[k][word]++ + prior.keyword_beta) /
                       (keyword[k]++ + number[k] * prior.keyword_beta);
        } else {
            if (number[k] > 0) product *= (plain[k] + prior.gamma_plain) / tosses;
            product *=
                (of_plain[k][word]++ + prior.beta) / (plain[k]++ + static_cast<double>(tokens.words) * prior.beta);
        }
    }
    return product;
}

double topics_given_alpha(const TopicTokens& tokens, const std::vector<double>& alpha, const std::vector<int>& state) {
    double product = 1;
    for (std::size_t d = 0; d < tokens.documents(); ++d) {
        std::vector<double> own = alpha;
        double length = 0;
        for (const double one : alpha) length += one;
        for (std::size_t t = tokens.first[d]; t < tokens.first[d + 1]; ++t)
            product *= own[static_cast<std::size_t>(state[t]) % alpha.size()]++ / length++;
    }
    return product;
}

std::vector<int> state_of(std::size_t code, std::size_t tokens, std::size_t ways) {
    std::vector<int> state;
    for (std::size_t t = 0; t < tokens; ++t, code /= ways) state.push_back(static_cast<int>(code % ways));
    return state;
}

/// Total variation between the states that the chain visits and the exact posterior, over what chance alone makes.
double distance_to_posterior(const KeywordPrior& prior, const std::function<double(const std::vector<int>&)>& exact,
                             int sweeps) {
    const TopicTokens tokens = tiny();
    const std::size_t n = tokens.word.size(), ways = 2 * prior.topics;
    const auto states = static_cast<std::size_t>(std::pow(ways, n));
    std::vector<double> posterior(states), visits(states);
    double all = 0, possible = 0;
    for (std::size_t code = 0; code < states; ++code) {
        posterior[code] = exact(state_of(code, n, ways));
        all += posterior[code];
        possible += posterior[code] > 0 ? 1 : 0;
    }
    KeywordChain chain = begin_keyword_chain(tokens, prior, 3, 0);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        sweep_keywords(tokens, chain);
        std::size_t code = 0;
        for (std::size_t t = n; t-- > 0;)
            code = code * ways + chain.topic[t] + (chain.as_keyword[t] != 0 ? prior.topics : 0);
        ++visits[code];
    }
    double distance = 0;
    for (std::size_t code = 0; code < states; ++code)
        distance += std::abs(visits[code] / sweeps - posterior[code] / all) / 2;
    return distance / std::sqrt(possible / (6.28 * sweeps));
}

TEST(KeywordChain, VisitsAllStatesAsThePosteriorSays) {
    for (const std::size_t topics : {std::size_t{2}, std::size_t{3}}) {
        const KeywordPrior prior = prior_of(topics, 0.6);
        const std::vector<double> alpha(topics, 0.6);
        EXPECT_LT(distance_to_posterior(
                      prior,
                      [&](const std::vector<int>& state) {
                          return words_given_topics(tiny(), prior, state) * topics_given_alpha(tiny(), alpha, state);
                      },
                      200'000),
                  4)
            << topics;
    }
}

TEST(KeywordChain, AlphaIsIntegratedOverItsPrior) {
    KeywordPrior prior = prior_of(2, std::nullopt);
    prior.keywords = {{0, 0}, {1, 0}};  // topic 0 has shape 1, topic 1, without keywords, shape 2
    constexpr int cells = 60;
    const auto exact = [&](const std::vector<int>& state) {
        const double words = words_given_topics(tiny(), prior, state);
        if (!(words > 0)) return 0.0;
        double sum = 0;
        for (int i = 0; i < cells; ++i) {
            for (int j = 0; j < cells; ++j) {
                const double p = (i + 0.5) / cells, q = (j + 0.5) / cells, a = p / (1 - p), b = q / (1 - q);
                sum += topics_given_alpha(tiny(), {a, b}, state) * std::exp(-a) * b * std::exp(-b) /
                       ((1 - p) * (1 - p) * (1 - q) * (1 - q));
            }
        }
        return words * sum;
    };
    EXPECT_LT(distance_to_posterior(prior, exact, 200'000), 5);
}

TEST(KeywordChain, LogJointIsThatOfTheRulesOfSuccession) {
    const TopicTokens tokens = tiny();
    const KeywordPrior prior = prior_of(3, 0.6);
    KeywordChain chain = begin_keyword_chain(tokens, prior, 8, 0);
    for (int sweep = 0; sweep < 5; ++sweep) {
        sweep_keywords(tokens, chain);
        std::vector<int> state;
        for (std::size_t t = 0; t < tokens.word.size(); ++t)
            state.push_back(static_cast<int>(chain.topic[t] + (chain.as_keyword[t] != 0 ? prior.topics : 0)));
        EXPECT_NEAR(
            keyword_log_joint(chain),
            std::log(words_given_topics(tokens, prior, state) * topics_given_alpha(tokens, {.6, .6, .6}, state)), 1e-9);
    }
    std::vector<double> shares(9);
    add_keyword_word_shares(chain, shares);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(shares[3 * k] + shares[3 * k + 1] + shares[3 * k + 2], 1, 1e-12);
    EXPECT_EQ(keyword_share(chain, 2), 0) << "a topic without keywords";
}

TEST(KeywordChain, WeightsAreBitsOfRarity) {
    const std::vector<double> weights = information_weights(tiny());
    EXPECT_NEAR(weights[0], -std::log2(0.4), 1e-15);
    EXPECT_NEAR(weights[2], -std::log2(0.2), 1e-15);
    KeywordPrior prior = prior_of(2, 0.6);
    prior.weights = weights;
    KeywordChain chain = begin_keyword_chain(tiny(), prior, 1, 0);
    for (int sweep = 0; sweep < 50; ++sweep) sweep_keywords(tiny(), chain);
    double all = 0;
    for (std::size_t k = 0; k < 2; ++k) all += chain.plain_total[k] + chain.keyword_total[k];
    EXPECT_NEAR(all, 4 * weights[0] + weights[2], 1e-9);
}

/// Draws of the model itself: two topics with three keywords each and one without, 40 words each favours ten.
struct SimulatedTopics {
    TopicTokens tokens;
    std::vector<double> shares, theta;  // topics x words, documents x topics
    KeywordPrior prior;
};

SimulatedTopics simulated_topics(std::uint64_t seed) {
    Random random(seed, "simulated keyword topics", 0);
    SimulatedTopics made;
    made.prior.topics = 3;
    made.tokens.words = 40;
    for (std::uint32_t k = 0; k < 2; ++k) {
        for (std::uint32_t word = 0; word < 3; ++word) made.prior.keywords.push_back({10 * k + word, k});
    }
    const std::vector<double> pi = {0.4, 0.25, 0};
    for (std::size_t k = 0; k < 3; ++k) {
        std::vector<double> weights(40, 0.1), phi(40);
        for (std::size_t word = 10 * k; word < 10 * k + 10; ++word) weights[word] = 2;
        dirichlet_draw(random, weights, phi);
        for (std::size_t word = 0; word < 40; ++word) {
            const bool key = k < 2 && word / 10 == k && word % 10 < 3;
            made.shares.push_back((1 - pi[k]) * phi[word] + (key ? pi[k] / 3 : 0));
        }
    }
    for (std::size_t d = 0; d < 120; ++d) {
        std::vector<double> weights = {0.5, 0.5, 0.5}, theta(3);
        dirichlet_draw(random, weights, theta);
        for (const double share : theta) made.theta.push_back(share);
        const auto drawn = [&](const double* shares) {
            double left = random.uniform();
            std::size_t k = 0;
            while (left >= shares[k] && left > 1e-12) left -= shares[k++];
            return k;
        };
        for (int t = 0; t < 80; ++t) {
            const std::size_t k = std::min<std::size_t>(drawn(theta.data()), 2);
            const std::size_t word = std::min<std::size_t>(drawn(&made.shares[40 * k]), 39);
            made.tokens.word.push_back(static_cast<std::uint32_t>(word));
        }
        made.tokens.first.push_back(made.tokens.word.size());
    }
    return made;
}

TEST(KeywordChain, RecoversWhatDataWereDrawnFrom) {
    const SimulatedTopics made = simulated_topics(4);
    KeywordChain chain = begin_keyword_chain(made.tokens, made.prior, 2, 0);
    std::vector<double> shares(120), documents(360), alpha(3);
    constexpr int burn_in = 200, kept = 200;
    for (int sweep = 0; sweep < burn_in + kept; ++sweep) {
        sweep_keywords(made.tokens, chain);
        if (sweep < burn_in) continue;
        add_keyword_word_shares(chain, shares);
        for (std::size_t cell = 0; cell < 360; ++cell) documents[cell] += chain.document_topic[cell] / 80 / kept;
        for (std::size_t k = 0; k < 3; ++k) alpha[k] += chain.alpha[k] / kept;
    }
    double words_apart = 0, documents_apart = 0;
    for (std::size_t cell = 0; cell < 120; ++cell) words_apart += std::abs(shares[cell] / kept - made.shares[cell]) / 6;
    for (std::size_t cell = 0; cell < 360; ++cell)
        documents_apart += std::abs(documents[cell] - made.theta[cell]) / 240;
    // Half the sum of differences a topic or document, on average.
    EXPECT_LT(words_apart, 0.06);
    EXPECT_LT(documents_apart, 0.07);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(alpha[k], 0.5, 0.35) << k;
    EXPECT_GT(keyword_share(chain, 0), 0.2);
}

}  // namespace
}  // namespace tarazy::keyword_chain_test
