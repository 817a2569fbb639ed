#include "text/scaling/sentence_counts.hpp"

#include "text/scaling/sentence_units.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr std::uint32_t no_feature = ~std::uint32_t{0};

/// Counts are gathered in a row of all features; `touched` says where.
void close_sampled_row(DocumentFeatureMatrix& matrix, std::vector<double>& row, std::vector<std::uint32_t>& touched) {
    std::ranges::sort(touched);
    for (const std::uint32_t feature : touched) {
        matrix.feature.push_back(feature);
        matrix.count.push_back(row[feature]);
        row[feature] = 0;
    }
    touched.clear();
    matrix.row_begin.push_back(matrix.cells());
}

}  // namespace

SentenceCounts sentence_counts(const Tokens& tokens, const DocumentFeatureMatrix& model) {
    SentenceCounts counts;
    counts.model = model;
    counts.sentences.features = model.features;
    std::unordered_map<std::string_view, std::uint32_t> place_of_feature;
    for (std::uint32_t feature = 0; feature < model.features.size(); ++feature)
        place_of_feature[model.features[feature]] = feature;
    std::vector<std::uint32_t> feature_of_type;
    for (const std::string& type : tokens.types) {
        const auto found = place_of_feature.find(type);
        feature_of_type.push_back(found == place_of_feature.end() ? no_feature : found->second);
    }
    std::unordered_map<std::string_view, std::size_t> place_of_document;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document)
        place_of_document[tokens.documents[document]] = document;
    const Tokens units = sentence_units(tokens);
    std::vector<double> row(model.features.size());
    std::vector<std::uint32_t> touched;
    for (const std::string& name : model.documents) {
        const auto found = place_of_document.find(name);
        assert(found != place_of_document.end());
        const std::size_t begin = tokens.first[found->second], end = tokens.first[found->second + 1];
        auto sentence = static_cast<std::size_t>(std::ranges::lower_bound(units.first, begin) - units.first.begin());
        for (; sentence + 1 < units.first.size() && units.first[sentence] < end; ++sentence) {
            for (std::size_t token = units.first[sentence]; token < units.first[sentence + 1]; ++token) {
                const std::uint32_t feature = feature_of_type[tokens.type[token]];
                if (feature == no_feature) continue;
                if (row[feature]++ == 0) touched.push_back(feature);
            }
            counts.sentences.documents.push_back(units.documents[sentence]);
            close_sampled_row(counts.sentences, row, touched);
        }
        counts.first.push_back(counts.sentences.documents.size());
    }
    return counts;
}

SentenceCounts selected_sentences(const SentenceCounts& counts, std::span<const std::size_t> documents) {
    std::vector<std::uint32_t> place(counts.model.features.size(), no_feature);
    for (const std::size_t document : documents) {
        for (std::size_t cell = counts.model.row_begin[document]; cell < counts.model.row_begin[document + 1]; ++cell)
            place[counts.model.feature[cell]] = 0;
    }
    SentenceCounts selected;
    for (std::size_t feature = 0; feature < place.size(); ++feature) {
        if (place[feature] == no_feature) continue;
        place[feature] = static_cast<std::uint32_t>(selected.model.features.size());
        selected.model.features.push_back(counts.model.features[feature]);
    }
    selected.sentences.features = selected.model.features;
    const auto copy_row = [&](const DocumentFeatureMatrix& from, std::size_t row, DocumentFeatureMatrix& to) {
        to.documents.push_back(from.documents[row]);
        for (std::size_t cell = from.row_begin[row]; cell < from.row_begin[row + 1]; ++cell) {
            to.feature.push_back(place[from.feature[cell]]);
            to.count.push_back(from.count[cell]);
        }
        to.row_begin.push_back(to.cells());
    };
    for (const std::size_t document : documents) {
        copy_row(counts.model, document, selected.model);
        for (std::size_t sentence = counts.first[document]; sentence < counts.first[document + 1]; ++sentence)
            copy_row(counts.sentences, sentence, selected.sentences);
        selected.first.push_back(selected.sentences.documents.size());
    }
    return selected;
}

DocumentFeatureMatrix resampled_sentences(const SentenceCounts& counts, Random& random) {
    DocumentFeatureMatrix made;
    made.documents = counts.model.documents;
    made.features = counts.model.features;
    std::vector<double> row(made.features.size());
    std::vector<std::uint32_t> touched;
    for (std::size_t document = 0; document < made.documents.size(); ++document) {
        const std::size_t first = counts.first[document], sentences = counts.first[document + 1] - first;
        for (std::size_t draw = 0; draw < sentences; ++draw) {
            const std::size_t sentence = first + random.below(sentences);
            for (std::size_t cell = counts.sentences.row_begin[sentence];
                 cell < counts.sentences.row_begin[sentence + 1]; ++cell) {
                const std::uint32_t feature = counts.sentences.feature[cell];
                if (row[feature] == 0) touched.push_back(feature);
                row[feature] += counts.sentences.count[cell];
            }
        }
        close_sampled_row(made, row, touched);
    }
    return made;
}

}  // namespace tarazy
