#pragma once

#include "base/random.hpp"
#include "text/topics/topic_chain.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// Priors of the keyword assisted topic model, base (Eshima, Imai & Sasaki 2024, American Journal of Political Science
/// 68(2): 730-750). A token of document d comes to be so: its topic k ~ theta_d; a topic with keywords then tosses a
/// coin, s ~ Bernoulli(pi_k); with s = 1 the word is one of the keywords of the topic, w ~ phi~_k, else any word,
/// w ~ phi_k; a topic without keywords always takes w ~ phi_k. pi_k ~ Beta(gamma_1, gamma_0), phi_k ~ Dirichlet(beta),
/// phi~_k ~ Dirichlet(beta~) over the keywords of k, theta_d ~ Dirichlet(alpha_1, ..., alpha_K), and unless it is given
/// alpha_k ~ Gamma(1, 1) for topics with keywords, Gamma(2, 1) for others (shape, rate).
struct KeywordPrior {
    std::size_t topics = 0;
    std::optional<double> alpha = {};  ///< the same for all topics; nothing: each is drawn
    double beta = 0.01, keyword_beta = 0.1;
    double gamma_keyword = 1, gamma_plain = 1;
    struct Keyword {
        std::uint32_t word, topic;
    };
    std::vector<Keyword> keywords = {};  ///< a word at most once in a topic
    std::vector<double> weights = {};    ///< of each word, what one token of it counts; empty: 1
};

/// -log2 of the share of each word among all tokens: frequent words, which say little, count little (Wilson & Chew
/// 2010, "Term weighting schemes for latent Dirichlet allocation", NAACL). O(tokens)
[[nodiscard]] std::vector<double> information_weights(const TopicTokens& tokens);

/// One chain: of each token its topic and whether it came as a keyword, and the (weighted) counts that follow.
struct KeywordChain {
    KeywordPrior prior;
    std::vector<std::uint16_t> topic;
    std::vector<std::uint8_t> as_keyword;
    std::vector<double> word_topic, document_topic;  ///< words x topics without keyword tokens; documents x topics
    std::vector<double> plain_total, keyword_total;  ///< of each topic
    struct Slot {
        std::uint32_t topic = 0;
        double count = 0;
    };
    std::vector<Slot> slots;              ///< word after word, the topics of which it is a keyword
    std::vector<std::size_t> slot_begin;  ///< of each word, and the end
    std::vector<double> keywords_of;      ///< of each topic, how many it has
    std::vector<double> alpha;
    std::vector<double> document_length;  ///< weighted
    Random random;
};

/// Keywords begin in one of their topics as keywords, all other tokens in a topic drawn evenly; alpha_k = 1/K.
/// @pre 1 < topics <= 65535
[[nodiscard]] KeywordChain begin_keyword_chain(const TopicTokens& tokens, const KeywordPrior& prior, std::uint64_t seed,
                                               std::uint64_t number);

/// Draws topic and coin of every token together, given those of all others, with theta, phi, phi~ and pi integrated
/// out; the token itself not counted, V words, L_k keywords:
///   P(z = k, s = 1) ~ (n_dk + alpha_k) (n1_k + gamma_1)/(n_k + gamma_1 + gamma_0) (n1_kw + beta~)/(n1_k + L_k beta~),
///   P(z = k, s = 0) ~ (n_dk + alpha_k) (n0_k + gamma_0)/(n_k + gamma_1 + gamma_0) (n0_kw + beta)/(n0_k + V beta);
/// in topics without keywords the middle factor is 1. Then each alpha_k, unless it is given, by slice sampling (Neal
/// 2003) of alpha/(1 + alpha). O(tokens topics + documents topics)
void sweep_keywords(const TopicTokens& tokens, KeywordChain& chain);

/// log P(words, topics, coins, alpha) with theta, phi, phi~ and pi integrated out. With weights the counts are weighted
/// ones: it still ranks chains, but is no logarithm of a probability. O((words + documents) topics)
[[nodiscard]] double keyword_log_joint(const KeywordChain& chain);

/// P(word | topic) = pi_k phi~_kw + (1 - pi_k) phi_kw at the posterior means given the chain's counts: topics x words,
/// added to `shares`.
void add_keyword_word_shares(const KeywordChain& chain, std::vector<double>& shares);
/// The posterior mean of pi_k; 0 for a topic without keywords.
[[nodiscard]] double keyword_share(const KeywordChain& chain, std::size_t topic);

}  // namespace tarazy
