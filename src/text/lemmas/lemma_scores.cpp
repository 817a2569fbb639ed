#include "text/lemmas/lemma_scores.hpp"

#include <map>
#include <utility>

namespace tarazy {
namespace {

using LemmaCounts = std::map<std::string, std::size_t>;

const std::string& most_frequent_lemma(const LemmaCounts& counts) {
    auto best = counts.begin();
    for (auto one = counts.begin(); one != counts.end(); ++one)
        if (one->second > best->second) best = one;
    return best->first;
}

}  // namespace

LemmaScores lemma_scores(std::span<const std::string> forms, std::span<const std::string> gold,
                         std::span<const std::string> lemmas) {
    LemmaScores scores;
    scores.words = forms.size();
    if (forms.empty()) return scores;
    std::map<std::string, std::pair<LemmaCounts, LemmaCounts>> types;
    std::size_t right = 0;
    for (std::size_t at = 0; at < forms.size(); ++at) {
        right += gold[at] == lemmas[at] ? 1U : 0U;
        auto& [gold_counts, counts] = types[forms[at]];
        ++gold_counts[gold[at]];
        ++counts[lemmas[at]];
    }
    std::map<std::string, std::size_t> gold_groups, groups;
    std::map<std::pair<std::string, std::string>, std::size_t> both;
    for (const auto& [form, counts] : types) {
        const std::string &gold_lemma = most_frequent_lemma(counts.first), &lemma = most_frequent_lemma(counts.second);
        ++gold_groups[gold_lemma];
        ++groups[lemma];
        ++both[{gold_lemma, lemma}];
    }
    for (const auto& [pair, count] : both) {
        const auto n = static_cast<double>(count);
        scores.precision += n * n / static_cast<double>(groups[pair.second]);
        scores.recall += n * n / static_cast<double>(gold_groups[pair.first]);
    }
    scores.types = types.size();
    const auto n_types = static_cast<double>(scores.types);
    scores.precision /= n_types;
    scores.recall /= n_types;
    scores.accuracy = static_cast<double>(right) / static_cast<double>(forms.size());
    scores.f1 = 2 * scores.precision * scores.recall / (scores.precision + scores.recall);
    return scores;
}

}  // namespace tarazy
