#include "text/counts/document_feature_matrix.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

/// Names by number, in order of first appearance.
class NumberedNames {
public:
    explicit NumberedNames(std::vector<std::string>& names) : names_(names) {}
    std::uint32_t number(const std::string& name) {
        const auto [found, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back(name);
        return found->second;
    }

private:
    std::vector<std::string>& names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct CountedCell {
    std::uint32_t document, feature;
    double count;
    std::size_t row;
};

void check_triplet(const Table& table, std::size_t row, const std::string& document, const std::string& feature,
                   double count, Diagnostics& problems) {
    if (document.empty()) problems.add(table.problem(row, "doc_id", "no document is named", "name it"));
    if (feature.empty()) problems.add(table.problem(row, "feature", "no feature is named", "name it"));
    if (!(count >= 0))
        problems.add(table.problem(row, "n", std::isnan(count) ? "the count is missing" : "the count is negative",
                                   "give a number of occurrences, 0 or more"));
}

}  // namespace

double DocumentFeatureMatrix::document_total(std::size_t document) const {
    double sum = 0;
    for (std::size_t cell = row_begin[document]; cell < row_begin[document + 1]; ++cell) sum += count[cell];
    return sum;
}

std::vector<double> DocumentFeatureMatrix::feature_totals() const {
    std::vector<double> totals(features.size(), 0.0);
    for (std::size_t cell = 0; cell < cells(); ++cell) totals[feature[cell]] += count[cell];
    return totals;
}

DocumentFeatureMatrix document_feature_matrix(const Tokens& tokens) {
    DocumentFeatureMatrix matrix;
    matrix.documents = tokens.documents;
    matrix.features = tokens.types;
    std::vector<double> counts(tokens.types.size(), 0.0);
    std::vector<std::uint32_t> met;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        met.clear();
        for (const std::uint32_t type : tokens.of_document(document)) {
            if (counts[type]++ == 0) met.push_back(type);
        }
        std::ranges::sort(met);
        for (const std::uint32_t type : met) {
            matrix.feature.push_back(type);
            matrix.count.push_back(std::exchange(counts[type], 0.0));
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

DocumentFeatureMatrix read_document_feature_matrix(const Table& table) {
    const std::vector<std::string> documents = require_texts(table, "doc_id"),
                                   features = require_texts(table, "feature");
    const std::vector<double> counts = require_reals(table, "n");
    DocumentFeatureMatrix matrix;
    NumberedNames document_numbers(matrix.documents), feature_numbers(matrix.features);
    std::vector<CountedCell> cells;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        check_triplet(table, row, documents[row], features[row], counts[row], problems);
        cells.push_back(
            {document_numbers.number(documents[row]), feature_numbers.number(features[row]), counts[row], row});
    }
    if (cells.empty())
        throw InputError({table.origin.path, 0, 0, "there is no count", "give at least one row doc_id,feature,n"});
    std::ranges::sort(cells, {},
                      [](const CountedCell& cell) { return std::tuple(cell.document, cell.feature, cell.row); });
    for (std::size_t k = 1; k < cells.size(); ++k) {
        if (cells[k].document == cells[k - 1].document && cells[k].feature == cells[k - 1].feature)
            problems.add(table.problem(cells[k].row, "feature",
                                       "'" + features[cells[k].row] + "' is counted a second time in the document '" +
                                           documents[cells[k].row] + "'",
                                       "keep one count of each feature in a document"));
    }
    problems.throw_if_any();
    matrix.row_begin.assign(matrix.documents.size() + 1, 0);
    for (const CountedCell& cell : cells) {
        if (cell.count == 0) continue;
        ++matrix.row_begin[cell.document + 1];
        matrix.feature.push_back(cell.feature);
        matrix.count.push_back(cell.count);
    }
    std::partial_sum(matrix.row_begin.begin(), matrix.row_begin.end(), matrix.row_begin.begin());
    return matrix;
}

Table document_feature_table(const DocumentFeatureMatrix& matrix) {
    const bool whole = std::ranges::all_of(matrix.count, [](double n) { return n == std::floor(n) && n < 9e15; });
    TextCells documents, features;
    documents.codes.reserve(matrix.cells());
    features.codes.reserve(matrix.cells());
    std::vector<std::int32_t> level(matrix.features.size(), -1);  // of each feature, in order of first appearance
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        if (matrix.row_begin[document] == matrix.row_begin[document + 1]) continue;
        documents.codes.resize(matrix.row_begin[document + 1], static_cast<std::int32_t>(documents.levels.size()));
        documents.levels.push_back(matrix.documents[document]);
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            std::int32_t& code = level[matrix.feature[cell]];
            if (code < 0) {
                code = static_cast<std::int32_t>(features.levels.size());
                features.levels.push_back(matrix.features[matrix.feature[cell]]);
            }
            features.codes.push_back(code);
        }
    }
    Table table;
    table.add("doc_id", Column(std::move(documents)));
    table.add("feature", Column(std::move(features)));
    if (whole) {
        table.add("n", Column(std::vector<std::int64_t>(matrix.count.begin(), matrix.count.end())));
    } else {
        table.add("n", Column(matrix.count));
    }
    return table;
}

}  // namespace tarazy
