#include "text/topics/topic_chain.hpp"

#include "base/error.hpp"
#include "stats/gamma.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace tarazy {
namespace {

constexpr std::size_t lanes = 4;
using Lanes [[gnu::vector_size(lanes * sizeof(float))]] = float;
constexpr double most_tokens = 2147483648.0;

Lanes load_lanes(const float* from) {
    Lanes values;
    std::memcpy(&values, from, sizeof values);
    return values;
}

/// Uniform numbers with 32 bits, two of each draw.
class UniformPairs {
public:
    explicit UniformPairs(Random& random) : random_(random) {}
    double next() {
        if (half_) {
            half_ = false;
            return uniform_of(static_cast<std::uint32_t>(bits_ >> 32U));
        }
        bits_ = random_();
        half_ = true;
        return uniform_of(static_cast<std::uint32_t>(bits_));
    }

private:
    static double uniform_of(std::uint32_t bits) { return (static_cast<double>(bits) + 0.5) * 0x1p-32; }
    Random& random_;
    std::uint64_t bits_ = 0;
    bool half_ = false;
};

void store_lanes(float* to, const Lanes& values) {
    std::memcpy(to, &values, sizeof values);
}

/// Asks for the counts of a word that is soon needed: they lie anywhere in memory.
void fetch_row(const TopicChain& chain, std::uint32_t word) {
    const float* row = &chain.word_topic[word * chain.padded];
    __builtin_prefetch(row, 1);
    __builtin_prefetch(row + chain.padded - 1, 1);
}

/// Which topic the number falls into: first the lane, then the group of four within it. Up to eight groups are counted
/// without branches, which the processor could not foresee. Shares of padding are 0 and are never taken.
std::size_t chosen_topic(const float* shares, std::size_t groups, const Lanes& sums, double uniform) {
    const double first = static_cast<double>(sums[0]), second = first + static_cast<double>(sums[1]),
                 third = second + static_cast<double>(sums[2]);
    const double at = uniform * (third + static_cast<double>(sums[3]));
    const std::size_t lane = static_cast<std::size_t>(at >= first) + static_cast<std::size_t>(at >= second) +
                             static_cast<std::size_t>(at >= third);
    const std::array<double, lanes> before = {0, first, second, third};
    const auto left = static_cast<float>(at - before[lane]);
    float sum = 0;
    std::size_t group = 0;
    if (groups <= 8) {
        for (std::size_t g = 0; g < groups; ++g) {
            sum += shares[g * lanes + lane];
            group += static_cast<std::size_t>(left >= sum);
        }
    } else {
        while (group < groups && left >= (sum += shares[group * lanes + lane])) ++group;
    }
    // Rounding may lead past the end, or onto a share of 0.
    group = std::min(group, groups - 1);
    while (group > 0 && !(shares[group * lanes + lane] > 0)) --group;
    return group * lanes + lane;
}

void fill_priors(TopicChain& chain, const TopicPrior& prior, std::size_t words) {
    chain.prior_row.assign(words, 0);
    const auto plain = [&] {
        for (std::size_t k = 0; k < chain.padded; ++k)
            chain.prior_rows.push_back(k < chain.topics ? static_cast<float>(prior.beta) : 0.0F);
    };
    plain();
    chain.prior_total.assign(chain.topics, prior.beta * static_cast<double>(words));
    for (const TopicPrior::Seed& seed : prior.seeds) {
        std::uint32_t& row = chain.prior_row[seed.word];
        if (row == 0) {
            row = static_cast<std::uint32_t>(chain.prior_rows.size() / chain.padded);
            plain();
        }
        chain.prior_rows[row * chain.padded + seed.topic] += static_cast<float>(seed.weight);
        chain.prior_total[seed.topic] += seed.weight;
    }
}

/// Topics of a word that has seeds; all topics for any other.
std::vector<std::uint16_t> starting_topics(const TopicChain& chain, double beta, std::size_t word) {
    const float* row = &chain.prior_rows[chain.prior_row[word] * chain.padded];
    std::vector<std::uint16_t> topics;
    for (std::size_t k = 0; k < chain.topics; ++k) {
        if (row[k] > static_cast<float>(beta)) topics.push_back(static_cast<std::uint16_t>(k));
    }
    return topics;
}

}  // namespace

TopicTokens topic_tokens(const DocumentFeatureMatrix& matrix) {
    TopicTokens tokens;
    tokens.words = matrix.features.size();
    double all = 0;
    for (const double n : matrix.count) {
        if (n != std::floor(n))
            throw InputError({"", 0, 0, "a count is no whole number", "topics need counts of words, not weights"});
        all += n;
    }
    if (!(all < most_tokens)) throw LimitError("there are more than 2^31 tokens; leave out frequent words");
    tokens.word.reserve(static_cast<std::size_t>(all));
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell)
            tokens.word.insert(tokens.word.end(), static_cast<std::size_t>(matrix.count[cell]), matrix.feature[cell]);
        tokens.first.push_back(tokens.word.size());
    }
    return tokens;
}

TopicChain begin_topic_chain(const TopicTokens& tokens, const TopicPrior& prior, std::uint64_t seed,
                             std::uint64_t number) {
    const std::size_t padded = (prior.topics + lanes - 1) / lanes * lanes;
    TopicChain chain{prior.topics,
                     padded,
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     static_cast<float>(prior.alpha),
                     Random(seed, "topics", number)};
    fill_priors(chain, prior, tokens.words);
    chain.topic.resize(tokens.word.size());
    chain.word_topic.assign(tokens.words * padded, 0.0F);
    chain.document_topic.assign(tokens.documents() * padded, 0.0F);
    chain.topic_total.assign(prior.topics, 0.0);
    std::vector<std::vector<std::uint16_t>> seeded(tokens.words);
    for (const TopicPrior::Seed& one : prior.seeds) seeded[one.word] = starting_topics(chain, prior.beta, one.word);
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
            const std::vector<std::uint16_t>& own = seeded[tokens.word[t]];
            const auto topic = own.empty() ? static_cast<std::uint16_t>(chain.random.below(prior.topics))
                                           : own[chain.random.below(own.size())];
            chain.topic[t] = topic;
            ++chain.word_topic[tokens.word[t] * padded + topic];
            ++chain.document_topic[document * padded + topic];
            ++chain.topic_total[topic];
        }
    }
    return chain;
}

void sweep_topics(const TopicTokens& tokens, TopicChain& chain) {
    const std::size_t padded = chain.padded, groups = padded / lanes;
    std::vector<float> inverse(padded, 0.0F);  // 1 / (n_k + prior)
    const auto inverse_of = [&](std::size_t k, double less) {
        return 1 / static_cast<float>(chain.topic_total[k] + chain.prior_total[k] - less);
    };
    for (std::size_t k = 0; k < chain.topics; ++k) inverse[k] = inverse_of(k, 0);
    std::vector<float> weights(padded), shares(padded);
    UniformPairs uniforms(chain.random);
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        float* const own = &chain.document_topic[document * padded];
        // (n_dk + alpha) / (n_k + prior): of the document and the topic, renewed where a topic changes.
        const auto reweigh = [&](std::size_t k) { weights[k] = (own[k] + chain.alpha) * inverse[k]; };
        for (std::size_t k = 0; k < chain.topics; ++k) reweigh(k);
        for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
            const std::uint32_t word = tokens.word[t];
            if (t + 8 < tokens.word.size()) fetch_row(chain, tokens.word[t + 8]);
            float* const row = &chain.word_topic[word * padded];
            const float* const prior = &chain.prior_rows[chain.prior_row[word] * padded];
            Lanes sums = {};
            for (std::size_t k = 0; k < padded; k += lanes) {
                const Lanes share = (load_lanes(row + k) + load_lanes(prior + k)) * load_lanes(&weights[k]);
                sums += share;
                store_lanes(&shares[k], share);
            }
            // The token itself does not count: its topic's share is put right afterwards, so that the counts stay as
            // they are when the same topic is drawn again.
            const std::uint16_t old = chain.topic[t];
            const float without = (row[old] - 1 + prior[old]) * (own[old] - 1 + chain.alpha) * inverse_of(old, 1);
            sums[old % lanes] += without - shares[old];
            shares[old] = without;
            const std::size_t fresh = chosen_topic(shares.data(), groups, sums, uniforms.next());
            if (fresh == old) continue;
            chain.topic[t] = static_cast<std::uint16_t>(fresh);
            --row[old];
            ++row[fresh];
            --own[old];
            ++own[fresh];
            --chain.topic_total[old];
            ++chain.topic_total[fresh];
            inverse[old] = inverse_of(old, 0);
            inverse[fresh] = inverse_of(fresh, 0);
            reweigh(old);
            reweigh(fresh);
        }
    }
}

double topic_log_joint(const TopicTokens& tokens, const TopicChain& chain) {
    double sum = 0;
    for (std::size_t word = 0; word < tokens.words; ++word) {
        const float* row = &chain.word_topic[word * chain.padded];
        const float* prior = &chain.prior_rows[chain.prior_row[word] * chain.padded];
        for (std::size_t k = 0; k < chain.topics; ++k) {
            if (row[k] > 0)
                sum += log_gamma(static_cast<double>(row[k]) + static_cast<double>(prior[k])) -
                       log_gamma(static_cast<double>(prior[k]));
        }
    }
    for (std::size_t k = 0; k < chain.topics; ++k)
        sum += log_gamma(chain.prior_total[k]) - log_gamma(chain.prior_total[k] + chain.topic_total[k]);
    const auto alpha = static_cast<double>(chain.alpha), all = alpha * static_cast<double>(chain.topics);
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        const auto length = static_cast<double>(tokens.first[document + 1] - tokens.first[document]);
        sum += log_gamma(all) - log_gamma(all + length);
        for (std::size_t k = 0; k < chain.topics; ++k) {
            const float n = chain.document_topic[document * chain.padded + k];
            if (n > 0) sum += log_gamma(static_cast<double>(n) + alpha) - log_gamma(alpha);
        }
    }
    return sum;
}

}  // namespace tarazy
