#include "trace/counterfactual/donor_matrix.hpp"

#include "base/error.hpp"

namespace tarazy {

Eigen::MatrixXd donor_matrix(const std::vector<std::vector<double>>& columns, std::size_t rows) {
    if (columns.empty()) throw UsageError("there is no donor; name at least one");
    if (rows == 0) throw UsageError("there is nothing to fit: no period or predictor");
    Eigen::MatrixXd matrix(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        if (columns[j].size() != rows) throw UsageError("every donor needs a number for each row of the target");
        matrix.col(static_cast<Eigen::Index>(j)) =
            Eigen::Map<const Eigen::VectorXd>(columns[j].data(), static_cast<Eigen::Index>(rows));
    }
    if (!matrix.allFinite()) throw UsageError("weights need finite numbers; a donor has a missing or infinite one");
    return matrix;
}

Eigen::MatrixXd donor_differences(const std::vector<std::vector<double>>& columns, std::span<const double> target) {
    Eigen::MatrixXd matrix = donor_matrix(columns, target.size());
    const Eigen::Map<const Eigen::VectorXd> own(target.data(), static_cast<Eigen::Index>(target.size()));
    if (!own.allFinite()) throw UsageError("weights need finite numbers; the target has a missing or infinite one");
    matrix.colwise() -= own;
    return matrix;
}

}  // namespace tarazy
