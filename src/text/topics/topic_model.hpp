#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A word that is to pull a topic.
struct SeedWord {
    std::string topic;    ///< name
    std::string pattern;  ///< a feature; `*` at its end stands for any ending
};

/// Seeds from a table `topic,feature`. @throws InputError with every row that lacks one of the two
[[nodiscard]] std::vector<SeedWord> read_seed_words(const Table& table);

enum class TopicModelKind {
    lda,     ///< latent Dirichlet allocation; with seeds, priors of seed words are larger in their topics
    keyatm,  ///< keyword assisted topic model, base: the seeds are its keywords (keyword_chain.hpp)
};

struct TopicModelOptions {
    TopicModelKind kind = TopicModelKind::lda;
    std::size_t topics = 20;  ///< all, those of seeds among them
    /// Of each topic in a document; lda: 50 / topics (Griffiths & Steyvers 2004), keyatm: drawn, topic by topic.
    std::optional<double> alpha = {};
    std::optional<double> beta = {};  ///< of each word in a topic; lda: 0.1 (same paper), keyatm: 0.01
    double keyword_beta = 0.1;        ///< keyatm: of each keyword among those of its topic
    bool weigh_words = true;          ///< keyatm: frequent words count less (information_weights)
    std::size_t sweeps = 1000, burn_in = 500;
    std::size_t thin = 10;  ///< of the sweeps after the burn-in every so manieth is kept
    std::size_t chains = 4;
    std::vector<SeedWord> seeds = {};
    double seed_weight = 0.01;   ///< share of a seed word's count that is added to its prior in its topic
    std::size_t top_words = 10;  ///< of coherence and tables
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct TopicModel {
    std::vector<std::string> documents, words;
    std::vector<std::string> names;       ///< of topics: those of the seeds, the others "topic 1", ...
    std::vector<double> word_shares;      ///< of each topic its words: topics x words
    std::vector<double> document_shares;  ///< of each document its topics: documents x topics
    std::vector<double> prevalence;       ///< share of all tokens
    std::vector<std::optional<double>> coherence;
    std::vector<double> alpha;  ///< of each topic; drawn ones as means
    /// keyatm: pi, how much of a topic comes as keywords; none for topics without.
    std::vector<std::optional<double>> keyword_share;
    /// How like a topic is to its matches in the other chains: mean of sum_w sqrt(p_w q_w) (Bhattacharyya 1943), 1 =
    /// the same. None with one chain.
    std::vector<std::optional<double>> stability;
    struct Chain {
        double log_joint = 0;                    ///< mean over the kept sweeps of log P(words, topics)
        double first_half = 0, second_half = 0;  ///< of the kept sweeps: still rising?
        double spread = 0;                       ///< standard deviation over the kept sweeps
        std::optional<double> likeness;          ///< of its topics to those of the best chain, mean
    };
    std::vector<Chain> chains;
    std::size_t best = 0;  ///< the chain that is reported
    std::size_t tokens = 0, draws = 0;
    std::vector<std::string> notes;
};

/// Latent Dirichlet allocation by collapsed Gibbs sampling (Griffiths & Steyvers 2004), from several starts. Reported
/// is the chain with the highest mean log P(words, topics); shares are means over its kept sweeps, topics in order of
/// their prevalence, seeded ones first as they were given. Topics of the other chains are matched one to one to those
/// of the best. With seeds (Watanabe & Baturo 2024) a seed word's prior in its topic is larger by seed_weight times its
/// count. As keyatm (Eshima, Imai & Sasaki 2024; keyword_chain.hpp) shares and prevalence are of weighted counts,
/// unless `weigh_words` is false. Same bytes at any number of threads: each chain has a random stream of its own.
/// @throws InputError  no document or word with counts, a count that is not whole, a seed without any feature
/// @throws UsageError  fewer topics than seeded ones, burn_in not below sweeps, keyatm without seeds
/// O(chains sweeps tokens topics) time; 4 bytes (words + documents) topics and 2 a token for each running chain
[[nodiscard]] TopicModel fit_topics(const DocumentFeatureMatrix& matrix, const TopicModelOptions& options);

}  // namespace tarazy
