#include "text/topics/topic_model.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/text_lists.hpp"
#include "text/scaling/feature_languages.hpp"
#include "text/topics/keyword_chain.hpp"
#include "text/topics/seed_priors.hpp"
#include "text/topics/topic_chain.hpp"
#include "text/topics/topic_coherence.hpp"
#include "text/topics/topic_matching.hpp"
#include "text/topics/topic_tables.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// Means over the kept sweeps of one chain.
struct ChainMeans {
    std::vector<double> word_shares, document_shares, prevalence, log_joints, alpha, keyword_share;

    ChainMeans() = default;
    ChainMeans(const TopicTokens& tokens, std::size_t topics)
        : word_shares(topics * tokens.words),
          document_shares(topics * tokens.documents()),
          prevalence(topics),
          alpha(topics),
          keyword_share(topics) {}
};

void keep_sweep(ChainMeans& means, const TopicTokens& tokens, const TopicChain& chain) {
    means.log_joints.push_back(topic_log_joint(tokens, chain));
    for (std::size_t word = 0; word < tokens.words; ++word) {
        const float* row = &chain.word_topic[word * chain.padded];
        const float* prior = &chain.prior_rows[chain.prior_row[word] * chain.padded];
        for (std::size_t k = 0; k < chain.topics; ++k)
            means.word_shares[k * tokens.words + word] +=
                (static_cast<double>(row[k]) + static_cast<double>(prior[k])) /
                (chain.topic_total[k] + chain.prior_total[k]);
    }
    const auto alpha = static_cast<double>(chain.alpha);
    for (std::size_t document = 0; document < tokens.documents(); ++document) {
        const auto length = static_cast<double>(tokens.first[document + 1] - tokens.first[document]);
        for (std::size_t k = 0; k < chain.topics; ++k)
            means.document_shares[document * chain.topics + k] +=
                (static_cast<double>(chain.document_topic[document * chain.padded + k]) + alpha) /
                (length + alpha * static_cast<double>(chain.topics));
    }
    for (std::size_t k = 0; k < chain.topics; ++k)
        means.prevalence[k] += chain.topic_total[k] / static_cast<double>(tokens.word.size());
}

/// Sums over the kept sweeps become means.
void take_means(ChainMeans& means) {
    const auto kept = static_cast<double>(means.log_joints.size());
    for (auto* values :
         {&means.word_shares, &means.document_shares, &means.prevalence, &means.alpha, &means.keyword_share}) {
        for (double& value : *values) value /= kept;
    }
}

bool is_kept(std::size_t sweep, const TopicModelOptions& options) {
    return sweep > options.burn_in && (options.sweeps - sweep) % options.thin == 0;
}

void keep_keyword_sweep(ChainMeans& means, const KeywordChain& chain) {
    const std::size_t topics = chain.prior.topics, documents = chain.document_length.size();
    means.log_joints.push_back(keyword_log_joint(chain));
    add_keyword_word_shares(chain, means.word_shares);
    const double all_alpha = std::accumulate(chain.alpha.begin(), chain.alpha.end(), 0.0),
                 all = std::accumulate(chain.document_length.begin(), chain.document_length.end(), 0.0);
    for (std::size_t d = 0; d < documents; ++d) {
        for (std::size_t k = 0; k < topics; ++k)
            means.document_shares[d * topics + k] +=
                (chain.document_topic[d * topics + k] + chain.alpha[k]) / (chain.document_length[d] + all_alpha);
    }
    for (std::size_t k = 0; k < topics; ++k) {
        means.prevalence[k] += (chain.plain_total[k] + chain.keyword_total[k]) / all;
        means.alpha[k] += chain.alpha[k];
        means.keyword_share[k] += keyword_share(chain, k);
    }
}

ChainMeans run_keyword_chain(const TopicTokens& tokens, const KeywordPrior& prior, const TopicModelOptions& options,
                             std::size_t number, WorkStep& step) {
    KeywordChain chain = begin_keyword_chain(tokens, prior, options.seed, number);
    ChainMeans means(tokens, prior.topics);
    for (std::size_t sweep = 1; sweep <= options.sweeps; ++sweep) {
        sweep_keywords(tokens, chain);
        if (is_kept(sweep, options)) keep_keyword_sweep(means, chain);
        step.advance();
    }
    take_means(means);
    return means;
}

KeywordPrior keyword_prior(const TopicTokens& tokens, const SeedPriors& seeds, const TopicModelOptions& options) {
    KeywordPrior prior;
    prior.topics = options.topics;
    prior.alpha = options.alpha;
    prior.beta = options.beta.value_or(prior.beta);
    prior.keyword_beta = options.keyword_beta;
    for (const TopicPrior::Seed& seed : seeds.seeds) prior.keywords.push_back({seed.word, seed.topic});
    if (options.weigh_words) prior.weights = information_weights(tokens);
    return prior;
}

ChainMeans run_chain(const TopicTokens& tokens, const TopicPrior& prior, const TopicModelOptions& options,
                     std::size_t number, WorkStep& step) {
    TopicChain chain = begin_topic_chain(tokens, prior, options.seed, number);
    ChainMeans means(tokens, prior.topics);
    for (std::size_t sweep = 1; sweep <= options.sweeps; ++sweep) {
        sweep_topics(tokens, chain);
        if (is_kept(sweep, options)) keep_sweep(means, tokens, chain);
        step.advance();
    }
    take_means(means);
    means.alpha.assign(prior.topics, prior.alpha);
    return means;
}

double mean_from(const std::vector<double>& values, std::size_t begin, std::size_t end) {
    if (begin == end) return values.empty() ? 0 : values.back();
    const auto at = [&](std::size_t k) { return values.begin() + static_cast<std::ptrdiff_t>(k); };
    return std::accumulate(at(begin), at(end), 0.0) / static_cast<double>(end - begin);
}

double spread_of(const std::vector<double>& values) {
    const double mean = mean_from(values, 0, values.size());
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

/// Likeness of each topic of the first to each of the second.
std::vector<double> likenesses(const ChainMeans& first, const ChainMeans& second, std::size_t topics,
                               std::size_t words) {
    std::vector<double> likeness(topics * topics);
    for (std::size_t a = 0; a < topics; ++a) {
        for (std::size_t b = 0; b < topics; ++b) {
            for (std::size_t word = 0; word < words; ++word)
                likeness[a * topics + b] +=
                    std::sqrt(first.word_shares[a * words + word] * second.word_shares[b * words + word]);
        }
    }
    return likeness;
}

/// Matches the topics of all chains to those of the best.
void compare_chains(TopicModel& model, const std::vector<ChainMeans>& chains, const std::vector<std::size_t>& order,
                    const TopicModelOptions& options) {
    const std::size_t topics = order.size(), words = model.words.size();
    model.stability.assign(topics, std::nullopt);
    if (chains.size() < 2) return;
    std::vector<std::vector<double>> matched(chains.size(), std::vector<double>(topics, 1.0));
    parallel_chunks(
        chains.size(), 1, options.threads,
        [&](std::size_t c, std::size_t) {
            if (c == model.best) return;
            const std::vector<double> likeness = likenesses(chains[model.best], chains[c], topics, words);
            const std::vector<std::size_t> partner = best_assignment(likeness, topics);
            for (std::size_t k = 0; k < topics; ++k) matched[c][k] = likeness[k * topics + partner[k]];
        },
        options.work);
    const auto others = static_cast<double>(chains.size() - 1);
    for (std::size_t place = 0; place < topics; ++place) {
        double sum = 0;
        for (std::size_t c = 0; c < chains.size(); ++c) sum += c == model.best ? 0 : matched[c][order[place]];
        model.stability[place] = sum / others;
    }
    for (std::size_t c = 0; c < chains.size(); ++c) {
        if (c != model.best) model.chains[c].likeness = mean_from(matched[c], 0, topics);
    }
}

void report_best(TopicModel& model, const ChainMeans& best, const std::vector<std::size_t>& order) {
    const std::size_t topics = order.size(), words = model.words.size(), documents = model.documents.size();
    model.word_shares.resize(topics * words);
    model.document_shares.resize(topics * documents);
    for (std::size_t place = 0; place < topics; ++place) {
        const std::size_t topic = order[place];
        model.prevalence.push_back(best.prevalence[topic]);
        model.alpha.push_back(best.alpha[topic]);
        const bool with_keywords = best.keyword_share[topic] > 0;
        model.keyword_share.push_back(with_keywords ? std::optional(best.keyword_share[topic]) : std::nullopt);
        for (std::size_t word = 0; word < words; ++word)
            model.word_shares[place * words + word] = best.word_shares[topic * words + word];
        for (std::size_t document = 0; document < documents; ++document)
            model.document_shares[document * topics + place] = best.document_shares[document * topics + topic];
    }
}

/// Seeded topics as given, then the others, the most frequent first.
std::vector<std::size_t> topic_order(const std::vector<double>& prevalence, std::size_t seeded) {
    std::vector<std::size_t> order(prevalence.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(seeded), order.end(),
                     [&](std::size_t a, std::size_t b) { return prevalence[a] > prevalence[b]; });
    return order;
}

void check_topic_options(const TopicModelOptions& options, std::size_t seeded) {
    if (options.kind == TopicModelKind::keyatm && seeded == 0)
        throw UsageError("the model keyatm needs keywords of at least one topic; give --keywords");
    if (options.burn_in >= options.sweeps)
        throw UsageError("--burn-in is " + std::to_string(options.burn_in) + " of " + std::to_string(options.sweeps) +
                         " sweeps; leave some to keep");
    if (options.topics < std::max<std::size_t>(2, seeded) || options.topics > 10'000)
        throw UsageError("--k is " + std::to_string(options.topics) + "; give 2 to 10000 topics" +
                         (seeded > 0 ? ", the " + std::to_string(seeded) + " with seeds among them" : ""));
}

std::string settling_note(const TopicModel& model) {
    const TopicModel::Chain& best = model.chains[model.best];
    const double rise = best.second_half - best.first_half;
    // By more than it scatters, and more than a nat a thousand tokens.
    if (rise < std::max(1e-3 * static_cast<double>(model.tokens), best.spread)) return {};
    return "the best chain still rises from the first half of the kept sweeps to the second; give more sweeps and a "
           "longer burn-in";
}

}  // namespace

TopicModel fit_topics(const DocumentFeatureMatrix& matrix, const TopicModelOptions& options) {
    const SeedPriors seeds = seed_priors(matrix, options.seeds, options.seed_weight);
    check_topic_options(options, seeds.names.size());
    const TopicTokens tokens = topic_tokens(matrix);
    if (tokens.word.empty()) throw InputError({"", 0, 0, "no document has a word", "give documents with words"});
    TopicModel model;
    model.documents = matrix.documents;
    model.words = matrix.features;
    model.tokens = tokens.word.size();
    model.draws = model.tokens * options.sweeps * options.chains;
    if (const auto warning = language_warning(matrix)) model.notes.push_back(*warning);
    const bool keyatm = options.kind == TopicModelKind::keyatm;
    constexpr double lda_beta = 0.1;
    const TopicPrior prior{options.topics, options.alpha.value_or(50.0 / static_cast<double>(options.topics)),
                           options.beta.value_or(lda_beta), seeds.seeds};
    const KeywordPrior keywords = keyatm ? keyword_prior(tokens, seeds, options) : KeywordPrior();
    std::vector<ChainMeans> chains(options.chains);
    WorkStep step(options.work, "topics", options.chains * options.sweeps);
    parallel_chunks(options.chains, 1, options.threads, [&](std::size_t c, std::size_t) {
        chains[c] =
            keyatm ? run_keyword_chain(tokens, keywords, options, c, step) : run_chain(tokens, prior, options, c, step);
    });
    for (const ChainMeans& chain : chains) {
        const std::size_t kept = chain.log_joints.size(), half = kept / 2;
        model.chains.push_back({mean_from(chain.log_joints, 0, kept), mean_from(chain.log_joints, 0, half),
                                mean_from(chain.log_joints, half, kept), spread_of(chain.log_joints), std::nullopt});
        if (model.chains.back().log_joint > model.chains[model.best].log_joint) model.best = model.chains.size() - 1;
    }
    const std::vector<std::size_t> order = topic_order(chains[model.best].prevalence, seeds.names.size());
    report_best(model, chains[model.best], order);
    compare_chains(model, chains, order, options);
    model.names = seeds.names;
    for (std::size_t k = seeds.names.size(); k < options.topics; ++k)
        model.names.push_back("topic " + std::to_string(k + 1 - seeds.names.size()));
    for (std::size_t k = 0; k < options.topics; ++k)
        model.coherence.push_back(npmi_coherence(matrix, top_words(model, k, options.top_words)));
    if (const std::string note = settling_note(model); !note.empty()) model.notes.push_back(note);
    return model;
}

}  // namespace tarazy
