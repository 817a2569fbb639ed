#include "text/scaling/dominant_subspace.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t spare_vectors = 10;

/// Cells by feature, so that both products run over rows of their result.
struct CellsByFeature {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> document;
    std::vector<double> count;
};

CellsByFeature cells_by_feature(const DocumentFeatureMatrix& matrix) {
    CellsByFeature cells;
    cells.first.assign(matrix.features.size() + 1, 0);
    for (const std::uint32_t feature : matrix.feature) ++cells.first[feature + 1];
    for (std::size_t k = 1; k < cells.first.size(); ++k) cells.first[k] += cells.first[k - 1];
    std::vector<std::size_t> next(cells.first.begin(), cells.first.end() - 1);
    cells.document.resize(matrix.cells());
    cells.count.resize(matrix.cells());
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            const std::size_t place = next[matrix.feature[cell]]++;
            cells.document[place] = static_cast<std::uint32_t>(document);
            cells.count[place] = matrix.count[cell];
        }
    }
    return cells;
}

/// X B
RowMatrix documents_times(const DocumentFeatureMatrix& matrix, const RowMatrix& basis, const SubspaceOptions& options) {
    RowMatrix product = RowMatrix::Zero(static_cast<Eigen::Index>(matrix.documents.size()), basis.cols());
    parallel_chunks(
        matrix.documents.size(), 64, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t document = begin; document < end; ++document) {
                for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell)
                    product.row(static_cast<Eigen::Index>(document)) +=
                        matrix.count[cell] * basis.row(matrix.feature[cell]);
            }
        },
        options.work);
    return product;
}

/// X' C
RowMatrix features_times(const CellsByFeature& cells, const RowMatrix& basis, const SubspaceOptions& options) {
    const std::size_t features = cells.first.size() - 1;
    RowMatrix product = RowMatrix::Zero(static_cast<Eigen::Index>(features), basis.cols());
    parallel_chunks(
        features, 64, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t feature = begin; feature < end; ++feature) {
                for (std::size_t cell = cells.first[feature]; cell < cells.first[feature + 1]; ++cell)
                    product.row(static_cast<Eigen::Index>(feature)) +=
                        cells.count[cell] * basis.row(cells.document[cell]);
            }
        },
        options.work);
    return product;
}

RowMatrix orthonormal(const RowMatrix& columns) {
    const Eigen::HouseholderQR<Eigen::MatrixXd> factor{Eigen::MatrixXd(columns)};
    return factor.householderQ() * Eigen::MatrixXd::Identity(columns.rows(), columns.cols());
}

}  // namespace

DominantSubspace dominant_subspace(const DocumentFeatureMatrix& matrix, const SubspaceOptions& options) {
    const std::size_t documents = matrix.documents.size(), features = matrix.features.size();
    const std::size_t most = std::min(documents, features), width = std::min(most, options.dimensions + spare_vectors);
    DominantSubspace found;
    if (width == 0) return found;
    const CellsByFeature cells = cells_by_feature(matrix);
    Random random(options.seed, "dominant subspace", 0);
    RowMatrix basis(static_cast<Eigen::Index>(features), static_cast<Eigen::Index>(width));
    for (Eigen::Index k = 0; k < basis.size(); ++k) basis.data()[k] = random.uniform() - 0.5;
    WorkStep step(options.work, "singular vectors", options.iterations + 1);
    for (std::size_t iteration = 0; iteration < options.iterations; ++iteration) {
        basis = orthonormal(features_times(cells, documents_times(matrix, basis, options), options));
        step.advance();
    }
    const RowMatrix projected = documents_times(matrix, basis, options);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> ritz(Eigen::MatrixXd(projected.transpose() * projected));
    step.advance();
    const Eigen::Index last = ritz.eigenvalues().size() - 1;
    const double largest = ritz.eigenvalues()[last];
    for (Eigen::Index k = last; k >= 0 && found.dimensions < options.dimensions; --k) {
        if (!(ritz.eigenvalues()[k] > 1e-16 * largest)) break;
        found.singular_values.push_back(std::sqrt(ritz.eigenvalues()[k]));
        ++found.dimensions;
    }
    const RowMatrix vectors =
        basis * ritz.eigenvectors().rightCols(static_cast<Eigen::Index>(found.dimensions)).rowwise().reverse();
    found.vectors.assign(vectors.data(), vectors.data() + vectors.size());
    return found;
}

}  // namespace tarazy
