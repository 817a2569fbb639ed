#include "text/topics/topic_tables.hpp"

#include "base/text_lists.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {

std::vector<std::uint32_t> top_words(const TopicModel& model, std::size_t topic, std::size_t most) {
    std::vector<std::uint32_t> words(model.words.size());
    std::iota(words.begin(), words.end(), 0U);
    const double* shares = &model.word_shares[topic * words.size()];
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(std::min(most, words.size()));
    std::partial_sort(words.begin(), middle, words.end(), [&](std::uint32_t a, std::uint32_t b) {
        return shares[a] != shares[b] ? shares[a] > shares[b] : model.words[a] < model.words[b];
    });
    words.erase(middle, words.end());
    return words;
}

Table topic_word_table(const TopicModel& model, std::size_t most) {
    TableRows rows(TextColumn{"topic"}, IntegerColumn{"rank"}, TextColumn{"feature"}, RealColumn{"probability"});
    for (std::size_t k = 0; k < model.names.size(); ++k) {
        std::size_t rank = 0;
        for (const std::uint32_t word : top_words(model, k, most))
            rows.add(model.names[k], ++rank, model.words[word], model.word_shares[k * model.words.size() + word]);
    }
    return rows.table();
}

Table topic_document_table(const TopicModel& model) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"topic"}, RealColumn{"share"});
    for (std::size_t document = 0; document < model.documents.size(); ++document) {
        for (std::size_t k = 0; k < model.names.size(); ++k)
            rows.add(model.documents[document], model.names[k],
                     model.document_shares[document * model.names.size() + k]);
    }
    return rows.table();
}

Table topic_summary_table(const TopicModel& model, std::size_t most) {
    TableRows rows(TextColumn{"topic"}, RealColumn{"prevalence"}, RealColumn{"coherence"}, RealColumn{"stability"},
                   ListColumn{"words"}, RealColumn{"alpha"}, RealColumn{"keyword_share"});
    for (std::size_t k = 0; k < model.names.size(); ++k) {
        std::vector<std::string> words;
        for (const std::uint32_t word : top_words(model, k, most)) words.push_back(model.words[word]);
        rows.add(model.names[k], model.prevalence[k], model.coherence[k], model.stability[k], words, model.alpha[k],
                 model.keyword_share[k]);
    }
    return rows.table();
}

Table topic_chain_table(const TopicModel& model) {
    TableRows rows(IntegerColumn{"chain"}, RealColumn{"log_joint"}, RealColumn{"first_half"}, RealColumn{"second_half"},
                   RealColumn{"likeness"}, IntegerColumn{"reported"});
    for (std::size_t c = 0; c < model.chains.size(); ++c) {
        const TopicModel::Chain& chain = model.chains[c];
        rows.add(c + 1, chain.log_joint, chain.first_half, chain.second_half, chain.likeness, c == model.best);
    }
    return rows.table();
}

}  // namespace tarazy
