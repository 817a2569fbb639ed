#include "text/counts/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {

FeatureDispersion feature_dispersion(const DocumentFeatureMatrix& matrix, std::span<const std::size_t> documents) {
    const std::size_t features = matrix.features.size();
    FeatureDispersion found{std::vector<double>(features, 0.0), std::vector<std::size_t>(features, 0),
                            std::vector<double>(features, std::numeric_limits<double>::quiet_NaN())};
    double all = 0;
    std::vector<double> length;
    for (const std::size_t document : documents) all += length.emplace_back(matrix.document_total(document));
    const auto each_cell = [&](const auto& visit) {
        for (std::size_t k = 0; k < documents.size(); ++k) {
            const std::size_t end = matrix.row_begin[documents[k] + 1];
            for (std::size_t cell = matrix.row_begin[documents[k]]; cell < end; ++cell)
                visit(k, matrix.feature[cell], matrix.count[cell]);
        }
    };
    each_cell([&](std::size_t, std::uint32_t feature, double count) {
        found.total[feature] += count;
        ++found.documents[feature];
    });
    // Documents without the feature deviate by their whole share: 1 less the shares of those that have it.
    std::vector<double> deviation(features, 0.0), share(features, 0.0);
    each_cell([&](std::size_t k, std::uint32_t feature, double count) {
        deviation[feature] += std::abs(count / found.total[feature] - length[k] / all);
        share[feature] += length[k] / all;
    });
    for (std::size_t feature = 0; feature < features; ++feature) {
        if (found.documents[feature] > 0)
            found.dp[feature] = std::clamp((deviation[feature] + 1 - share[feature]) / 2, 0.0, 1.0);
    }
    return found;
}

}  // namespace tarazy
