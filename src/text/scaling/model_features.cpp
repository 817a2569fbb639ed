#include "text/scaling/model_features.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

std::vector<std::size_t> order_of_names(const std::vector<std::string>& names) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return std::string_view(names[k]); });
    return order;
}

}  // namespace

DocumentFeatureMatrix model_features(const DocumentFeatureMatrix& matrix, const FeatureLimits& limits) {
    constexpr auto left_out = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::size_t> documents_with(matrix.features.size());
    for (const std::uint32_t feature : matrix.feature) ++documents_with[feature];
    const std::vector<double> totals = matrix.feature_totals();
    DocumentFeatureMatrix kept;
    std::vector<std::uint32_t> place(matrix.features.size(), left_out);
    for (const std::size_t feature : order_of_names(matrix.features)) {
        if (totals[feature] < limits.min_count || documents_with[feature] < limits.min_documents) continue;
        place[feature] = static_cast<std::uint32_t>(kept.features.size());
        kept.features.push_back(matrix.features[feature]);
    }
    std::vector<std::pair<std::uint32_t, double>> cells;
    for (const std::size_t document : order_of_names(matrix.documents)) {
        kept.documents.push_back(matrix.documents[document]);
        cells.clear();
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            if (place[matrix.feature[cell]] != left_out)
                cells.emplace_back(place[matrix.feature[cell]], matrix.count[cell]);
        }
        std::ranges::sort(cells);
        for (const auto& [feature, count] : cells) {
            kept.feature.push_back(feature);
            kept.count.push_back(count);
        }
        kept.row_begin.push_back(kept.cells());
    }
    return kept;
}

}  // namespace tarazy
