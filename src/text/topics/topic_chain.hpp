#pragma once

#include "base/random.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarazy {

/// The tokens of documents as numbers of words; their order within a document does not matter to the model.
struct TopicTokens {
    std::size_t words = 0;
    std::vector<std::size_t> first = {0};  ///< where each document's tokens begin; one more than documents
    std::vector<std::uint32_t> word;

    [[nodiscard]] std::size_t documents() const noexcept { return first.size() - 1; }
};

/// Each count as so many tokens. @throws InputError when a count is not whole; LimitError above 2^31 tokens
[[nodiscard]] TopicTokens topic_tokens(const DocumentFeatureMatrix& matrix);

/// Dirichlet priors of latent Dirichlet allocation (Blei, Ng & Jordan 2003), symmetric but for seed words.
struct TopicPrior {
    std::size_t topics = 0;
    double alpha = 0;   ///< of each topic in a document
    double beta = 0.1;  ///< of each word in a topic
    struct Seed {
        std::uint32_t word;
        std::uint32_t topic;
        double weight;  ///< added to beta: as if the word had stood there so often before
    };
    std::vector<Seed> seeds = {};  ///< a word at most once in a topic
};

/// One chain of the collapsed Gibbs sampler: of each token its topic, and the counts that follow from them.
struct TopicChain {
    std::size_t topics = 0, padded = 0;  ///< topics rounded up to whole lanes of four
    std::vector<std::uint16_t> topic;    ///< of each token
    std::vector<float> word_topic;       ///< counts, word after word, `padded` each; exact up to 2^24
    std::vector<float> document_topic;   ///< counts, document after document
    std::vector<double> topic_total;
    std::vector<float> prior_rows;         ///< row 0 of all words without seed, further rows of seed words
    std::vector<std::uint32_t> prior_row;  ///< of each word
    std::vector<double> prior_total;       ///< of each topic over all words
    float alpha = 0;
    Random random;
};

/// A chain at its start: every token in a topic drawn evenly, those of seed words evenly from their topics.
/// @pre 0 < topics <= 65535
[[nodiscard]] TopicChain begin_topic_chain(const TopicTokens& tokens, const TopicPrior& prior, std::uint64_t seed,
                                           std::uint64_t number);

/// Draws the topic of every token anew given those of all others: P(z = k) proportional to
/// (n_wk + beta_wk)(n_dk + alpha)/(n_k + sum_w beta_wk), the token itself not counted (Griffiths & Steyvers 2004, eq.
/// 5). O(tokens x topics), about 40 ns a token for 20 topics.
void sweep_topics(const TopicTokens& tokens, TopicChain& chain);

/// log P(words, topics) of the collapsed model (Griffiths & Steyvers 2004). O((words + documents) topics)
[[nodiscard]] double topic_log_joint(const TopicTokens& tokens, const TopicChain& chain);

}  // namespace tarazy
