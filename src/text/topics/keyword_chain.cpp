#include "text/topics/keyword_chain.hpp"

#include "stats/gamma.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

constexpr double shape_with_keywords = 1, shape_without = 2;  // of the gamma prior of alpha; its rate is 1

double weight_of_token(const KeywordChain& chain, std::uint32_t word) {
    return chain.prior.weights.empty() ? 1.0 : chain.prior.weights[word];
}

void count_token(KeywordChain& chain, std::size_t document, std::uint32_t word, std::size_t token, double amount) {
    const std::size_t topics = chain.prior.topics, k = chain.topic[token];
    chain.document_topic[document * topics + k] += amount;
    if (chain.as_keyword[token] == 0) {
        chain.word_topic[word * topics + k] += amount;
        chain.plain_total[k] += amount;
        return;
    }
    chain.keyword_total[k] += amount;
    for (std::size_t slot = chain.slot_begin[word]; slot < chain.slot_begin[word + 1]; ++slot)
        chain.slots[slot].count += chain.slots[slot].topic == k ? amount : 0;
}

void set_keyword_slots(KeywordChain& chain, std::size_t words) {
    std::vector<KeywordPrior::Keyword> keywords = chain.prior.keywords;
    std::ranges::sort(keywords, {}, [](const KeywordPrior::Keyword& one) { return std::pair(one.word, one.topic); });
    chain.keywords_of.assign(chain.prior.topics, 0.0);
    chain.slot_begin.assign(words + 1, 0);
    for (const KeywordPrior::Keyword& one : keywords) {
        chain.slots.push_back({one.topic, 0});
        ++chain.slot_begin[one.word + 1];
        ++chain.keywords_of[one.topic];
    }
    std::partial_sum(chain.slot_begin.begin(), chain.slot_begin.end(), chain.slot_begin.begin());
}

/// The share that the coin of a topic has for words at large; 1 without keywords.
double plain_coin(const KeywordChain& chain, std::size_t k) {
    if (!(chain.keywords_of[k] > 0)) return 1;
    const KeywordPrior& prior = chain.prior;
    return (chain.plain_total[k] + prior.gamma_plain) /
           (chain.plain_total[k] + chain.keyword_total[k] + prior.gamma_plain + prior.gamma_keyword);
}

/// log P(topics | alpha) as far as alpha_k matters, with its prior.
double alpha_log_density(const KeywordChain& chain, std::size_t k, double alpha, double others) {
    const std::size_t topics = chain.prior.topics, documents = chain.document_length.size();
    const double shape = chain.keywords_of[k] > 0 ? shape_with_keywords : shape_without, all = others + alpha;
    double sum = (shape - 1) * std::log(alpha) - alpha - log_gamma(shape) +
                 static_cast<double>(documents) * (log_gamma(all) - log_gamma(alpha));
    for (std::size_t d = 0; d < documents; ++d)
        sum += log_gamma(std::max(0.0, chain.document_topic[d * topics + k]) + alpha) -
               log_gamma(chain.document_length[d] + all);
    return sum;
}

/// Slice sampling with shrinkage on p = alpha/(1 + alpha), which lies in (0, 1) (Neal 2003, Annals of Statistics
/// 31:705-767, figure 5).
void draw_alpha(KeywordChain& chain, std::size_t k) {
    constexpr int most_shrinks = 200;
    constexpr double least_share = 1e-9;
    double& alpha = chain.alpha[k];
    const double others = std::accumulate(chain.alpha.begin(), chain.alpha.end(), 0.0) - alpha;
    const auto density = [&](double share) {
        return alpha_log_density(chain, k, share / (1 - share), others) - 2 * std::log(1 - share);
    };
    const double now = alpha / (1 + alpha);
    const double level = density(now) + std::log(chain.random.uniform());
    double low = least_share, high = 1 - least_share;
    for (int shrink = 0; shrink < most_shrinks; ++shrink) {
        const double tried = low + (high - low) * chain.random.uniform();
        if (density(tried) > level) {
            alpha = tried / (1 - tried);
            return;
        }
        (tried < now ? low : high) = tried;
    }
}

}  // namespace

std::vector<double> information_weights(const TopicTokens& tokens) {
    std::vector<double> weights(tokens.words, 0.0);
    for (const std::uint32_t word : tokens.word) ++weights[word];
    for (double& weight : weights) {
        if (weight > 0) weight = -std::log2(weight / static_cast<double>(tokens.word.size()));
    }
    return weights;
}

KeywordChain begin_keyword_chain(const TopicTokens& tokens, const KeywordPrior& prior, std::uint64_t seed,
                                 std::uint64_t number) {
    const std::size_t topics = prior.topics;
    KeywordChain chain{prior, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, Random(seed, "keyword topics", number)};
    set_keyword_slots(chain, tokens.words);
    chain.topic.resize(tokens.word.size());
    chain.as_keyword.assign(tokens.word.size(), 0);
    chain.word_topic.assign(tokens.words * topics, 0.0);
    chain.document_topic.assign(tokens.documents() * topics, 0.0);
    chain.plain_total.assign(topics, 0.0);
    chain.keyword_total.assign(topics, 0.0);
    chain.alpha.assign(topics, prior.alpha.value_or(1 / static_cast<double>(topics)));
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        double length = 0;
        for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
            const std::uint32_t word = tokens.word[t];
            const std::size_t own = chain.slot_begin[word + 1] - chain.slot_begin[word];
            chain.as_keyword[t] = own > 0 ? 1 : 0;
            chain.topic[t] =
                static_cast<std::uint16_t>(own > 0 ? chain.slots[chain.slot_begin[word] + chain.random.below(own)].topic
                                                   : chain.random.below(topics));
            count_token(chain, document, word, t, weight_of_token(chain, word));
            length += weight_of_token(chain, word);
        }
        chain.document_length.push_back(length);
    }
    return chain;
}

void sweep_keywords(const TopicTokens& tokens, KeywordChain& chain) {
    const KeywordPrior& prior = chain.prior;
    const std::size_t topics = prior.topics;
    const double all_beta = prior.beta * static_cast<double>(tokens.words);
    std::vector<double> shares(topics), of_topic(topics);  // of_topic: coin/(n0_k + V beta)
    const auto renew = [&](std::size_t k) { of_topic[k] = plain_coin(chain, k) / (chain.plain_total[k] + all_beta); };
    for (std::size_t k = 0; k < topics; ++k) renew(k);
    std::vector<double> keyword_shares;
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        const double* const own = &chain.document_topic[document * topics];
        for (std::size_t t = tokens.first[document]; t < tokens.first[document + 1]; ++t) {
            const std::uint32_t word = tokens.word[t];
            const double weight = weight_of_token(chain, word);
            count_token(chain, document, word, t, -weight);
            renew(chain.topic[t]);
            const double* const row = &chain.word_topic[word * topics];
            double sum = 0;
            for (std::size_t k = 0; k < topics; ++k) {
                // What is taken off again and again may leave a speck below zero.
                shares[k] = std::max(0.0, (own[k] + chain.alpha[k]) * (row[k] + prior.beta) * of_topic[k]);
                sum += shares[k];
            }
            const std::size_t first = chain.slot_begin[word], last = chain.slot_begin[word + 1];
            keyword_shares.assign(last - first, 0.0);
            for (std::size_t slot = first; slot < last; ++slot) {
                const std::size_t k = chain.slots[slot].topic;
                const double share = (own[k] + chain.alpha[k]) * (1 - plain_coin(chain, k)) *
                                     (chain.slots[slot].count + prior.keyword_beta) /
                                     (chain.keyword_total[k] + prior.keyword_beta * chain.keywords_of[k]);
                keyword_shares[slot - first] = std::max(0.0, share);
                sum += keyword_shares[slot - first];
            }
            double left = chain.random.uniform() * sum;
            std::size_t slot = 0;
            while (slot < keyword_shares.size() && left >= keyword_shares[slot]) left -= keyword_shares[slot++];
            chain.as_keyword[t] = slot < keyword_shares.size() ? 1 : 0;
            std::size_t drawn = 0;
            if (slot < keyword_shares.size()) {
                drawn = chain.slots[first + slot].topic;
            } else {
                while (drawn + 1 < topics && left >= shares[drawn]) left -= shares[drawn++];
            }
            chain.topic[t] = static_cast<std::uint16_t>(drawn);
            count_token(chain, document, word, t, weight);
            renew(drawn);
        }
    }
    if (prior.alpha) return;
    for (std::size_t k = 0; k < topics; ++k) draw_alpha(chain, k);
}

double keyword_log_joint(const KeywordChain& chain) {
    const KeywordPrior& prior = chain.prior;
    const std::size_t topics = prior.topics, words = chain.slot_begin.size() - 1;
    const double all_beta = prior.beta * static_cast<double>(words);
    const auto gain = [](double count, double own) {
        return count > 0 ? log_gamma(count + own) - log_gamma(own) : 0.0;
    };
    double sum = 0;
    for (const double count : chain.word_topic) sum += gain(count, prior.beta);
    for (const KeywordChain::Slot& slot : chain.slots) sum += gain(slot.count, prior.keyword_beta);
    for (std::size_t k = 0; k < topics; ++k) {
        sum -= gain(chain.plain_total[k], all_beta);
        if (!(chain.keywords_of[k] > 0)) continue;
        sum -= gain(chain.keyword_total[k], prior.keyword_beta * chain.keywords_of[k]);
        sum += gain(chain.keyword_total[k], prior.gamma_keyword) + gain(chain.plain_total[k], prior.gamma_plain) -
               gain(chain.keyword_total[k] + chain.plain_total[k], prior.gamma_keyword + prior.gamma_plain);
    }
    const double all_alpha = std::accumulate(chain.alpha.begin(), chain.alpha.end(), 0.0);
    for (std::size_t d = 0; d < chain.document_length.size(); ++d) {
        sum -= gain(chain.document_length[d], all_alpha);
        for (std::size_t k = 0; k < topics; ++k) sum += gain(chain.document_topic[d * topics + k], chain.alpha[k]);
    }
    if (prior.alpha) return sum;
    for (std::size_t k = 0; k < topics; ++k) {
        const double shape = chain.keywords_of[k] > 0 ? shape_with_keywords : shape_without;
        sum += (shape - 1) * std::log(chain.alpha[k]) - chain.alpha[k] - log_gamma(shape);
    }
    return sum;
}

void add_keyword_word_shares(const KeywordChain& chain, std::vector<double>& shares) {
    const KeywordPrior& prior = chain.prior;
    const std::size_t topics = prior.topics, words = chain.slot_begin.size() - 1;
    const double all_beta = prior.beta * static_cast<double>(words);
    for (std::size_t k = 0; k < topics; ++k) {
        const double scale = plain_coin(chain, k) / (chain.plain_total[k] + all_beta);
        for (std::size_t word = 0; word < words; ++word)
            shares[k * words + word] += (chain.word_topic[word * topics + k] + prior.beta) * scale;
    }
    for (std::size_t word = 0; word < words; ++word) {
        for (std::size_t slot = chain.slot_begin[word]; slot < chain.slot_begin[word + 1]; ++slot) {
            const std::size_t k = chain.slots[slot].topic;
            shares[k * words + word] += (1 - plain_coin(chain, k)) * (chain.slots[slot].count + prior.keyword_beta) /
                                        (chain.keyword_total[k] + prior.keyword_beta * chain.keywords_of[k]);
        }
    }
}

double keyword_share(const KeywordChain& chain, std::size_t topic) {
    return 1 - plain_coin(chain, topic);
}

}  // namespace tarazy
