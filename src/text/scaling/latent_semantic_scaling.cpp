#include "text/scaling/latent_semantic_scaling.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "table/table_rows.hpp"
#include "text/scaling/dominant_subspace.hpp"
#include "text/scaling/feature_languages.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace tarazy {
namespace {

bool pattern_fits(const std::string& pattern, const std::string& feature) {
    if (!pattern.ends_with('*')) return pattern == feature;
    return feature.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

/// Weights by feature; those of each side sum to 1 and -1. A pattern shares its weight among the features that it fits.
std::vector<double> seed_weights(const DocumentFeatureMatrix& matrix, const std::vector<PolaritySeed>& seeds,
                                 std::vector<std::string>& notes) {
    const std::vector<double> totals = matrix.feature_totals();
    std::vector<double> weights(matrix.features.size());
    std::vector<std::string> lost;
    double above = 0, below = 0;
    for (const PolaritySeed& seed : seeds) {
        std::vector<std::size_t> fitting;
        for (std::size_t feature = 0; feature < weights.size(); ++feature) {
            if (totals[feature] > 0 && pattern_fits(seed.pattern, matrix.features[feature])) fitting.push_back(feature);
        }
        if (fitting.empty()) {
            lost.push_back(seed.pattern);
            continue;
        }
        for (const std::size_t feature : fitting) weights[feature] += seed.weight / static_cast<double>(fitting.size());
    }
    for (const double weight : weights) (weight > 0 ? above : below) += weight;
    if (!lost.empty()) notes.push_back("these seeds fit no feature: " + first_few(lost, 8));
    if (!(above > 0) || !(below < 0))
        throw InputError({"", 0, 0,
                          std::string("no seed word with a weight ") + (above > 0 ? "below" : "above") +
                              " 0 stands in the documents",
                          "give seeds of both sides that occur, written as the features are (lower case by default)"});
    for (double& weight : weights) {
        if (weight != 0) weight /= weight > 0 ? above : -below;
    }
    return weights;
}

/// Weighted sum of the cosines to the seeds: one product of each word's direction with the sum of theirs.
std::vector<double> polarities(const DominantSubspace& space, const std::vector<double>& weights) {
    const std::size_t dimensions = space.dimensions;
    const auto length_of = [&](std::size_t feature) {
        double squares = 0;
        for (std::size_t d = 0; d < dimensions; ++d)
            squares += space.vectors[feature * dimensions + d] * space.vectors[feature * dimensions + d];
        return std::sqrt(squares);
    };
    std::vector<double> pole(dimensions), found(weights.size());
    for (std::size_t feature = 0; feature < weights.size(); ++feature) {
        const double length = length_of(feature);
        if (weights[feature] == 0 || !(length > 0)) continue;
        for (std::size_t d = 0; d < dimensions; ++d)
            pole[d] += weights[feature] * space.vectors[feature * dimensions + d] / length;
    }
    for (std::size_t feature = 0; feature < weights.size(); ++feature) {
        const double length = length_of(feature);
        if (!(length > 0)) continue;
        for (std::size_t d = 0; d < dimensions; ++d)
            found[feature] += pole[d] * space.vectors[feature * dimensions + d] / length;
    }
    return found;
}

SemanticScaling::Document scored_document(const DocumentFeatureMatrix& matrix, std::size_t document,
                                          const std::vector<double>& polarity) {
    SemanticScaling::Document scored;
    double sum = 0, squares = 0;
    const std::size_t begin = matrix.row_begin[document], end = matrix.row_begin[document + 1];
    for (std::size_t cell = begin; cell < end; ++cell) {
        scored.tokens += matrix.count[cell];
        sum += matrix.count[cell] * polarity[matrix.feature[cell]];
    }
    if (!(scored.tokens > 0)) return scored;
    const double mean = sum / scored.tokens;
    for (std::size_t cell = begin; cell < end; ++cell) {
        const double apart = polarity[matrix.feature[cell]] - mean;
        squares += matrix.count[cell] * apart * apart;
    }
    scored.fit = mean;
    if (scored.tokens > 1) scored.se = std::sqrt(squares / scored.tokens) / std::sqrt(scored.tokens);
    return scored;
}

void standardise_documents(SemanticScaling& scaling) {
    std::vector<SemanticScaling::Document>& documents = scaling.documents;
    double sum = 0, squares = 0, n = 0;
    for (const auto& document : documents) {
        if (document.fit) sum += *document.fit, ++n;
    }
    for (const auto& document : documents) {
        if (document.fit) squares += (*document.fit - sum / n) * (*document.fit - sum / n);
    }
    const double spread = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
    if (!(spread > 1e-14))
        throw InputError({"", 0, 0, "documents all score the same, or there is one only, so that they have no spread",
                          "take --raw"});
    scaling.mean = sum / n;
    scaling.spread = spread;
    for (auto& document : documents) {
        if (document.fit) document.fit = (*document.fit - sum / n) / spread;
        if (document.se) document.se = *document.se / spread;
    }
}

}  // namespace

std::vector<PolaritySeed> read_polarity_seeds(const Table& table) {
    const std::vector<std::string> features = require_texts(table, "feature");
    const std::vector<double> weights = require_reals(table, "weight");
    std::vector<std::string> languages(table.rows());
    if (table.find("language")) languages = require_texts(table, "language");
    std::vector<PolaritySeed> seeds;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (features[row].empty()) problems.add(table.problem(row, "feature", "no feature is named", "name it"));
        if (std::isnan(weights[row]) || weights[row] == 0)
            problems.add(table.problem(row, "weight",
                                       std::isnan(weights[row]) ? "the weight is missing" : "the weight is 0",
                                       "give a number above 0 for one side, below 0 for the other"));
        seeds.push_back({features[row], weights[row], languages[row]});
    }
    problems.throw_if_any();
    return seeds;
}

SemanticScaling semantic_scaling(const DocumentFeatureMatrix& contexts, const DocumentFeatureMatrix& documents,
                                 const SemanticScalingOptions& options) {
    SemanticScaling scaling;
    scaling.seed_weight = seed_weights(contexts, options.seeds, scaling.notes);
    if (const auto warning = language_warning(documents)) scaling.notes.push_back(*warning);
    scaling.space = dominant_subspace(
        contexts,
        {.dimensions = options.dimensions, .seed = options.seed, .threads = options.threads, .work = options.work});
    const DominantSubspace& space = scaling.space;
    scaling.dimensions = space.dimensions;
    if (space.dimensions < options.dimensions)
        scaling.notes.push_back("the contexts have " + std::to_string(space.dimensions) +
                                " dimensions, fewer than the " + std::to_string(options.dimensions) + " asked for");
    scaling.polarity = polarities(space, scaling.seed_weight);
    for (std::size_t document = 0; document < documents.documents.size(); ++document)
        scaling.documents.push_back(scored_document(documents, document, scaling.polarity));
    if (options.standardise) standardise_documents(scaling);
    return scaling;
}

Table semantic_document_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling) {
    constexpr double z = 1.959963984540054;
    TableRows rows(TextColumn{"doc_id"}, RealColumn{"fit"}, RealColumn{"se"}, RealColumn{"lwr"}, RealColumn{"upr"},
                   RealColumn{"tokens"});
    for (std::size_t i = 0; i < scaling.documents.size(); ++i) {
        const auto& [fit, se, tokens] = scaling.documents[i];
        const bool interval = fit && se;
        rows.add(documents.documents[i], fit, se, interval ? RealCell(*fit - z * *se) : RealCell(std::nullopt),
                 interval ? RealCell(*fit + z * *se) : RealCell(std::nullopt), tokens);
    }
    return rows.table();
}

Table nearest_word_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling,
                         const std::vector<std::string>& patterns, std::size_t most) {
    const std::size_t dimensions = scaling.space.dimensions, features = documents.features.size();
    const auto direction = [&](std::size_t f) {
        return std::span(scaling.space.vectors).subspan(f * dimensions, dimensions);
    };
    std::vector<double> lengths;
    for (std::size_t f = 0; f < features; ++f) {
        double squares = 0;
        for (const double x : direction(f)) squares += x * x;
        lengths.push_back(std::sqrt(squares));
    }
    TableRows rows(TextColumn{"word"}, IntegerColumn{"rank"}, TextColumn{"feature"}, RealColumn{"cosine"});
    Diagnostics problems;
    for (const std::string& pattern : patterns) {
        bool fits = false;
        for (std::size_t word = 0; word < features; ++word) {
            if (!pattern_fits(pattern, documents.features[word]) || !(lengths[word] > 0)) continue;
            fits = true;
            std::vector<std::pair<double, std::size_t>> near;  // falling cosine, then the order of names
            for (std::size_t f = 0; f < features; ++f) {
                if (f == word || !(lengths[f] > 0)) continue;
                double product = 0;
                for (std::size_t d = 0; d < dimensions; ++d) product += direction(f)[d] * direction(word)[d];
                near.emplace_back(-product / lengths[f] / lengths[word], f);
            }
            const auto end = near.begin() + static_cast<std::ptrdiff_t>(std::min(most, near.size()));
            std::partial_sort(near.begin(), end, near.end());
            for (auto one = near.begin(); one != end; ++one)
                rows.add(documents.features[word], one - near.begin() + 1, documents.features[one->second],
                         -one->first);
        }
        if (!fits) problems.add({"", 0, 0, "no word is '" + pattern + "'", name_hint(pattern, documents.features)});
    }
    problems.throw_if_any();
    return rows.table();
}

Table semantic_word_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling) {
    const std::vector<double> totals = documents.feature_totals();
    TableRows rows(TextColumn{"feature"}, RealColumn{"polarity"}, RealColumn{"n"}, RealColumn{"seed"});
    for (std::size_t j = 0; j < documents.features.size(); ++j)
        rows.add(documents.features[j], scaling.polarity[j], totals[j],
                 scaling.seed_weight[j] != 0 ? RealCell(scaling.seed_weight[j]) : RealCell(std::nullopt));
    return rows.table();
}

}  // namespace tarazy
