#include "trace/counterfactual/donor_matrix.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

bool all_finite(std::span<const double> values) {
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

}  // namespace

DonorMatrix donor_matrix(const std::vector<std::vector<double>>& columns, std::size_t rows) {
    if (columns.empty()) throw UsageError("there is no donor; name at least one");
    if (rows == 0) throw UsageError("there is nothing to fit: no period or predictor");
    DonorMatrix matrix{rows, columns.size()};
    matrix.values.reserve(rows * columns.size());
    for (const std::vector<double>& column : columns) {
        if (column.size() != rows) throw UsageError("every donor needs a number for each row of the target");
        matrix.values.insert(matrix.values.end(), column.begin(), column.end());
    }
    if (!all_finite(matrix.values))
        throw UsageError("weights need finite numbers; a donor has a missing or infinite one");
    return matrix;
}

DonorMatrix donor_differences(const std::vector<std::vector<double>>& columns, std::span<const double> target) {
    DonorMatrix matrix = donor_matrix(columns, target.size());
    if (!all_finite(target)) throw UsageError("weights need finite numbers; the target has a missing or infinite one");
    for (std::size_t i = 0; i < matrix.values.size(); ++i) matrix.values[i] -= target[i % target.size()];
    return matrix;
}

}  // namespace tarazy
