#include "network/quadratic_assignment/qap.hpp"

#include "base/ranks.hpp"
#include "network/quadratic_assignment/permuted_products.hpp"
#include "table/table_rows.hpp"

#include <array>
#include <cmath>
#include <functional>

namespace tarazy {
namespace {

constexpr double same_value = 1e-9;

/// How many permutations were at least, at most, in absolute value at least as large as what was observed.
using TailCounts = std::array<double, 3>;

void count_tails_of(double observed, double drawn, double* counts) {
    // A permutation for which the statistic is not defined speaks for neither side: it is counted on both.
    const bool undefined = std::isnan(drawn);
    const double size = std::max(std::abs(observed), std::abs(drawn));
    const bool equal = undefined || std::abs(drawn - observed) <= same_value * size;
    counts[0] += equal || drawn > observed ? 1 : 0;
    counts[1] += equal || drawn < observed ? 1 : 0;
    counts[2] += undefined || std::abs(drawn) >= std::abs(observed) - same_value * size ? 1 : 0;
}

/// Writes the statistics of all terms for one permutation.
using PermutedStatistics = std::function<void(std::span<const std::uint32_t> order, std::span<double> statistics)>;

/// @param maker  makes what computes the statistics, for every block anew, so that it may own its memory
void permute_terms(const RelationMatrices& matrices, const QapOptions& options, std::span<const double> observed,
                   const std::function<PermutedStatistics()>& maker, QapResult& result) {
    const std::size_t terms = observed.size();
    const ReplicateBlocks blocks{options.draws};
    const std::vector<double> found =
        spread_replicates(blocks, terms * 3, options.threads, options.work, "permutations",
                          [&](std::size_t begin, std::size_t end, std::span<double> counts, WorkStep& step) {
                              const PermutedStatistics statistics_of = maker();
                              std::vector<double> statistics(terms);
                              std::vector<std::uint32_t> order;
                              for (std::size_t draw = begin; draw < end; ++draw) {
                                  Random random(options.seed, "permutations of a relation", draw);
                                  draw_order(order, matrices.size(), random);
                                  statistics_of(order, statistics);
                                  for (std::size_t term = 0; term < terms; ++term)
                                      count_tails_of(observed[term], statistics[term], counts.data() + term * 3);
                                  step.advance();
                              }
                          });
    for (std::size_t term = 0; term < terms; ++term) {
        TailCounts all{};
        for (std::size_t block = 0; block < blocks.count(); ++block)
            for (std::size_t tail = 0; tail < 3; ++tail) all[tail] += found[(block * terms + term) * 3 + tail];
        const auto draws = static_cast<double>(options.draws);
        result.terms[term].p_ge = (1 + all[0]) / (draws + 1);
        result.terms[term].p_le = (1 + all[1]) / (draws + 1);
        result.terms[term].p_two = (1 + all[2]) / (draws + 1);
    }
    result.draws = options.draws;
}

double squared_length(std::span<const double> a) {
    return dot_product(a, a);
}

/// Takes out of a vector what an orthonormal basis spans; twice, since once leaves rounding behind.
void take_out(std::vector<double>& vector, std::span<const std::vector<double>> basis) {
    for (int round = 0; round < 2; ++round) {
        for (const std::vector<double>& one : basis) {
            const double along = dot_product(vector, one);
            for (std::size_t i = 0; i < vector.size(); ++i) vector[i] -= along * one[i];
        }
    }
}

std::vector<double> centred(std::vector<double> vector) {
    double sum = 0;
    for (const double value : vector) sum += value;
    const double mean = sum / static_cast<double>(vector.size());
    for (double& value : vector) value -= mean;
    return vector;
}

/// An orthonormal basis of what these vectors span; those that add nothing to the ones before are left out.
std::vector<std::vector<double>> orthonormal_basis(std::span<const std::vector<double>> vectors, std::size_t without) {
    std::vector<std::vector<double>> basis;
    for (std::size_t k = 0; k < vectors.size(); ++k) {
        if (k == without) continue;
        std::vector<double> one = vectors[k];
        const double before = squared_length(one);
        take_out(one, basis);
        const double length = squared_length(one);
        if (length <= 1e-18 * before) continue;
        for (double& value : one) value /= std::sqrt(length);
        basis.push_back(std::move(one));
    }
    return basis;
}

/// One term of a regression with the others taken out of it (Frisch & Waugh 1933), as needed for its permutations.
struct PartialTerm {
    std::vector<double> residual;           ///< of the predictor on the others, over pairs
    std::vector<double> matrix;             ///< the same, nodes x nodes
    double length = 0;                      ///< of the residual, squared
    std::vector<std::vector<double>> with;  ///< the response without the others, then a basis of the others
    double response_length = 0;             ///< of the response without the others, squared
};

struct Regression {
    std::vector<PartialTerm> terms;
    std::vector<double> t;
    double degrees = 0;  ///< of freedom
};

PartialTerm partial_term(const PairSpace& space, std::span<const std::vector<double>> columns, std::size_t k,
                         const std::vector<double>& response) {
    PartialTerm term;
    auto others = orthonormal_basis(columns, k);
    term.residual = columns[k];
    take_out(term.residual, others);
    term.length = squared_length(term.residual);
    term.matrix = space.matrix_of(term.residual);
    std::vector<double> rest = response;
    take_out(rest, others);
    term.response_length = squared_length(rest);
    term.with.push_back(std::move(rest));
    for (auto& one : others) term.with.push_back(std::move(one));
    return term;
}

Regression regress(const RelationMatrices& matrices, const PairSpace& space, QapResult& result) {
    const std::vector<double> response = space.vector_of(matrices.relations.front().cells);
    std::vector<std::vector<double>> columns = {std::vector<double>(space.size(), 1.0)};
    for (std::size_t k = 1; k < matrices.relations.size(); ++k)
        columns.push_back(space.vector_of(matrices.relations[k].cells));
    if (space.size() <= columns.size())
        throw InputError(Problem{
            "", 0, 0,
            std::to_string(space.size()) + " pairs are too few for " + std::to_string(columns.size()) + " coefficients",
            "leave predictors out"});
    Regression regression;
    regression.degrees = static_cast<double>(space.size() - columns.size());
    Diagnostics faults;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        regression.terms.push_back(partial_term(space, columns, k, response));
        const double whole = k == 0 ? squared_length(columns[k]) : squared_length(centred(columns[k]));
        if (k > 0 && regression.terms[k].length <= 1e-12 * whole)
            faults.add(Problem{"", 0, 0,
                               "predictor '" + matrices.relations[k].name + "' is a linear combination of the others",
                               "leave one of them out"});
    }
    faults.throw_if_any();
    std::vector<double> unexplained = response;
    take_out(unexplained, orthonormal_basis(columns, columns.size()));
    const double rest = squared_length(unexplained), total = squared_length(centred(response));
    if (rest <= 1e-20 * total)
        throw InputError(
            Problem{"", 0, 0, "the predictors explain the response wholly", "leave out what is the response itself"});
    result.r_squared = 1 - rest / total;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const PartialTerm& term = regression.terms[k];
        const double estimate = dot_product(term.residual, response) / term.length;
        regression.t.push_back(estimate * std::sqrt(term.length * regression.degrees / rest));
        result.terms.push_back({k == 0 ? "intercept" : matrices.relations[k].name, estimate, regression.t.back()});
    }
    return regression;
}

/// t of each term when its own residuals are permuted.
PermutedStatistics semi_partial_statistics(const Regression& regression, const PairSpace& space) {
    return [&, row = std::vector<double>(), sums = std::vector<double>()](std::span<const std::uint32_t> order,
                                                                          std::span<double> t) mutable {
        for (std::size_t k = 0; k < t.size(); ++k) {
            const PartialTerm& term = regression.terms[k];
            sums.resize(term.with.size());
            space.permuted_products(term.matrix, order, term.with, row, sums);
            double length = term.length;
            for (std::size_t one = 1; one < sums.size(); ++one) length -= sums[one] * sums[one];
            const double rest = term.response_length - sums[0] * sums[0] / length;
            t[k] = length <= 1e-12 * term.length || rest <= 1e-20 * term.response_length
                       ? std::nan("")
                       : sums[0] / std::sqrt(length * rest / regression.degrees);
        }
    };
}

/// t of each term when the response is permuted.
struct ResponseProducts {
    std::vector<double> matrix;
    std::vector<std::vector<double>> with;  ///< residuals of the terms, then a basis of all
    double length = 0;
};

ResponseProducts response_products(const RelationMatrices& matrices, const PairSpace& space,
                                   const Regression& regression) {
    ResponseProducts products{matrices.relations.front().cells, {}, 0};
    products.length = squared_length(space.vector_of(products.matrix));
    std::vector<std::vector<double>> columns = {std::vector<double>(space.size(), 1.0)};
    for (std::size_t k = 1; k < matrices.relations.size(); ++k)
        columns.push_back(space.vector_of(matrices.relations[k].cells));
    for (const PartialTerm& term : regression.terms) products.with.push_back(term.residual);
    for (auto& one : orthonormal_basis(columns, columns.size())) products.with.push_back(std::move(one));
    return products;
}

PermutedStatistics response_statistics(const ResponseProducts& products, const Regression& regression,
                                       const PairSpace& space) {
    return [&, row = std::vector<double>(), sums = std::vector<double>(products.with.size())](
               std::span<const std::uint32_t> order, std::span<double> t) mutable {
        space.permuted_products(products.matrix, order, products.with, row, sums);
        double rest = products.length;
        for (std::size_t one = t.size(); one < sums.size(); ++one) rest -= sums[one] * sums[one];
        for (std::size_t k = 0; k < t.size(); ++k)
            t[k] = rest <= 1e-20 * products.length
                       ? std::nan("")
                       : sums[k] / std::sqrt(regression.terms[k].length * rest / regression.degrees);
    };
}

}  // namespace

QapResult qap_correlation(const RelationMatrices& matrices, const QapOptions& options) {
    const PairSpace space(matrices.size(), matrices.directed);
    QapResult result;
    result.pairs = space.size();
    const std::vector<double> response = centred(space.vector_of(matrices.relations.front().cells));
    const std::vector<double> matrix = space.matrix_of(response);
    const double length = squared_length(response);
    std::vector<std::vector<double>> predictors;
    std::vector<double> observed;
    for (std::size_t k = 1; k < matrices.relations.size(); ++k) {
        std::vector<double> predictor = centred(space.vector_of(matrices.relations[k].cells));
        const double scale = 1 / std::sqrt(squared_length(predictor) * length);
        for (double& value : predictor) value *= scale;
        observed.push_back(dot_product(response, predictor));
        result.terms.push_back({matrices.relations[k].name, observed.back(), std::nullopt});
        predictors.push_back(std::move(predictor));
    }
    permute_terms(
        matrices, options, observed,
        [&]() -> PermutedStatistics {
            return [&, row = std::vector<double>()](std::span<const std::uint32_t> order,
                                                    std::span<double> statistics) mutable {
                space.permuted_products(matrix, order, predictors, row, statistics);
            };
        },
        result);
    return result;
}

QapResult mrqap(const RelationMatrices& matrices, MrqapMethod method, const QapOptions& options) {
    const PairSpace space(matrices.size(), matrices.directed);
    QapResult result;
    result.pairs = space.size();
    const Regression regression = regress(matrices, space, result);
    const bool permutes_response = method == MrqapMethod::response;
    const ResponseProducts products =
        permutes_response ? response_products(matrices, space, regression) : ResponseProducts{};
    permute_terms(
        matrices, options, regression.t,
        [&] {
            return permutes_response ? response_statistics(products, regression, space)
                                     : semi_partial_statistics(regression, space);
        },
        result);
    return result;
}

Table qap_table(const QapResult& result) {
    TableRows rows(TextColumn{"term"}, RealColumn{"estimate"}, RealColumn{"t"}, RealColumn{"p_ge"}, RealColumn{"p_le"},
                   RealColumn{"p_two"}, IntegerColumn{"draws"});
    for (const QapTerm& term : result.terms)
        rows.add(term.term, term.estimate, term.t, term.p_ge, term.p_le, term.p_two, result.draws);
    return rows.table();
}

}  // namespace tarazy
