#include "text/counts/feature_selection.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

namespace tarazy {
namespace {

std::vector<std::size_t> documents_of_features(const DocumentFeatureMatrix& matrix) {
    std::vector<std::size_t> documents(matrix.features.size(), 0);
    for (const std::uint32_t feature : matrix.feature) ++documents[feature];
    return documents;
}

/// The matrix without the cells whose value is zero, each cell given its value by a function of document and cell.
template <typename Value>
DocumentFeatureMatrix with_cell_values(const DocumentFeatureMatrix& matrix, Value value) {
    DocumentFeatureMatrix made;
    made.documents = matrix.documents;
    made.features = matrix.features;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            const double count = value(document, cell);
            if (!(count > 0)) continue;
            made.feature.push_back(matrix.feature[cell]);
            made.count.push_back(count);
        }
        made.row_begin.push_back(made.cells());
    }
    return made;
}

}  // namespace

DocumentFeatureMatrix trimmed_features(const DocumentFeatureMatrix& matrix, const FeatureTrim& trim) {
    const std::vector<double> totals = matrix.feature_totals();
    const std::vector<std::size_t> documents = documents_of_features(matrix);
    constexpr std::uint32_t dropped = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> kept(matrix.features.size(), dropped);
    DocumentFeatureMatrix made;
    made.documents = matrix.documents;
    for (std::size_t feature = 0; feature < kept.size(); ++feature) {
        if (totals[feature] < trim.least_count || documents[feature] < trim.least_documents ||
            (trim.most_documents && documents[feature] > *trim.most_documents))
            continue;
        kept[feature] = static_cast<std::uint32_t>(made.features.size());
        made.features.push_back(matrix.features[feature]);
    }
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            if (kept[matrix.feature[cell]] == dropped) continue;
            made.feature.push_back(kept[matrix.feature[cell]]);
            made.count.push_back(matrix.count[cell]);
        }
        made.row_begin.push_back(made.cells());
    }
    return made;
}

DocumentFeatureMatrix grouped_documents(const DocumentFeatureMatrix& matrix, std::span<const std::string> groups) {
    DocumentFeatureMatrix made;
    made.features = matrix.features;
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<std::map<std::uint32_t, double>> sums;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        const auto [entry, fresh] = numbers.try_emplace(groups[document], made.documents.size());
        if (fresh) {
            made.documents.push_back(groups[document]);
            sums.emplace_back();
        }
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell)
            sums[entry->second][matrix.feature[cell]] += matrix.count[cell];
    }
    for (const std::map<std::uint32_t, double>& sum : sums) {
        for (const auto& [feature, count] : sum) {
            made.feature.push_back(feature);
            made.count.push_back(count);
        }
        made.row_begin.push_back(made.cells());
    }
    return made;
}

DocumentFeatureMatrix proportional_counts(const DocumentFeatureMatrix& matrix) {
    std::vector<double> totals;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document)
        totals.push_back(matrix.document_total(document));
    return with_cell_values(
        matrix, [&](std::size_t document, std::size_t cell) { return matrix.count[cell] / totals[document]; });
}

DocumentFeatureMatrix tf_idf(const DocumentFeatureMatrix& matrix) {
    const std::vector<std::size_t> documents = documents_of_features(matrix);
    const auto all = static_cast<double>(matrix.documents.size());
    return with_cell_values(matrix, [&](std::size_t, std::size_t cell) {
        return matrix.count[cell] * std::log10(all / static_cast<double>(documents[matrix.feature[cell]]));
    });
}

}  // namespace tarazy
