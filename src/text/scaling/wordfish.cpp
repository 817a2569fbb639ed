#include "text/scaling/wordfish.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "stats/gamma.hpp"
#include "table/table_rows.hpp"
#include "text/scaling/feature_languages.hpp"
#include "text/scaling/wordfish_errors.hpp"
#include "text/scaling/wordfish_search.hpp"
#include "text/scaling/wordfish_start.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

constexpr double most_cells = 4e8;

/// Numbers of the items that are kept, in the order of their names, so that sums do not depend on the order of rows.
std::vector<std::size_t> ordered_by_name(const std::vector<std::string>& names, const std::vector<double>& totals) {
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (totals[k] > 0) kept.push_back(k);
    }
    std::ranges::sort(kept, {}, [&](std::size_t k) { return std::string_view(names[k]); });
    return kept;
}

std::vector<double> document_totals(const DocumentFeatureMatrix& matrix) {
    std::vector<double> totals(matrix.documents.size());
    for (std::size_t i = 0; i < totals.size(); ++i) totals[i] = matrix.document_total(i);
    return totals;
}

/// The matrix without empty documents and words, both in the order of their names.
DocumentFeatureMatrix canonical(const DocumentFeatureMatrix& matrix, const std::vector<std::size_t>& documents,
                                const std::vector<std::size_t>& words) {
    std::vector<std::uint32_t> place(matrix.features.size());
    DocumentFeatureMatrix ordered;
    for (std::size_t k = 0; k < words.size(); ++k) {
        place[words[k]] = static_cast<std::uint32_t>(k);
        ordered.features.push_back(matrix.features[words[k]]);
    }
    std::vector<std::pair<std::uint32_t, double>> cells;
    for (const std::size_t document : documents) {
        ordered.documents.push_back(matrix.documents[document]);
        cells.clear();
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell)
            cells.emplace_back(place[matrix.feature[cell]], matrix.count[cell]);
        std::ranges::sort(cells);
        for (const auto& [feature, count] : cells) {
            ordered.feature.push_back(feature);
            ordered.count.push_back(count);
        }
        ordered.row_begin.push_back(ordered.cells());
    }
    return ordered;
}

void name_the_empty(WordfishFit& fit, const DocumentFeatureMatrix& matrix, const std::vector<double>& documents,
                    const std::vector<double>& words) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (!(documents[i] > 0)) fit.empty_documents.push_back(matrix.documents[i]);
    }
    for (std::size_t j = 0; j < words.size(); ++j) {
        if (!(words[j] > 0)) fit.empty_words.push_back(matrix.features[j]);
    }
    if (!fit.empty_documents.empty())
        fit.notes.push_back("documents without any count are left out: " + first_few(fit.empty_documents, 8));
    if (!fit.empty_words.empty())
        fit.notes.push_back("features without any count are left out: " + first_few(fit.empty_words, 8));
}

[[noreturn]] void refuse_wordfish(const std::string& what, const std::string& remedy) {
    throw InputError({"", 0, 0, what, remedy});
}

std::size_t pole_document(const std::string& name, const std::vector<std::string>& documents) {
    const auto found = std::ranges::find(documents, name);
    if (found == documents.end())
        refuse_wordfish("no document with counts is called '" + name + "'", name_hint(name, documents));
    return static_cast<std::size_t>(found - documents.begin());
}

/// Which of the two mirror images is meant.
void settle_polarity(WordfishFit& fit, const WordfishOptions& options, const DocumentFeatureMatrix& matrix) {
    auto& [alpha, theta, psi, beta] = fit.parameters;
    bool flip = theta[0] > 0;
    if (!options.low.empty() || !options.high.empty()) {
        const std::size_t low = pole_document(options.low, matrix.documents),
                          high = pole_document(options.high, matrix.documents);
        flip = theta[low] > theta[high];
    } else {
        fit.notes.push_back("no direction is given: '" + matrix.documents[0] + "' has been put below 0");
    }
    if (!flip) return;
    for (double& value : theta) value = -value;
    for (double& value : beta) value = -value;
}

void measure_fit(WordfishFit& fit, const WordfishCounts& counts, const WordfishPoint& point) {
    const double documents = static_cast<double>(counts.documents), words = static_cast<double>(counts.words());
    double squares = 0;
    for (const double beta : point.at.beta) squares += beta * beta;
    fit.objective = point.objective - (documents - 1) / 2;
    double without_priors = 0, factorials = 0, pearson = 0, ratios = 0;
    for (std::size_t j = 0; j < counts.words(); ++j) {
        const double* mean = &point.mean[j * counts.documents];
        double total = 0, correction = 0;
        for (std::size_t i = 0; i < counts.documents; ++i) total += mean[i];
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell) {
            const double y = counts.count[cell], m = mean[counts.document[cell]];
            without_priors += y * std::log(m);
            factorials += log_gamma(y + 1);
            correction += (y - m) * (y - m) / m - m;
            ratios += y / m;
        }
        without_priors -= total;
        pearson += total + correction;
    }
    fit.log_likelihood = without_priors - factorials;
    const double spare = documents * words - (2 * documents + 2 * words - 3);
    // The mean of (y - m) / m is that of y / m less 1.
    if (spare > 0) fit.dispersion = pearson / spare / (ratios / (documents * words));
}

/// Values in the order of the input instead of that of names.
std::vector<double> in_input_order(const std::vector<double>& values, const std::vector<std::size_t>& ordered) {
    std::vector<std::size_t> places(ordered.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {}, [&](std::size_t place) { return ordered[place]; });
    std::vector<double> back;
    if (values.empty()) return back;
    for (const std::size_t place : places) back.push_back(values[place]);
    return back;
}

void restore_order(WordfishFit& fit, const std::vector<std::size_t>& documents, const std::vector<std::size_t>& words) {
    const auto restore = [](std::vector<double>& values, const std::vector<std::size_t>& ordered) {
        values = in_input_order(values, ordered);
    };
    restore(fit.parameters.alpha, documents);
    restore(fit.parameters.theta, documents);
    restore(fit.parameters.psi, words);
    restore(fit.parameters.beta, words);
    if (!fit.errors) return;
    restore(fit.errors->alpha, documents);
    restore(fit.errors->theta, documents);
    restore(fit.errors->theta_conditional, documents);
    restore(fit.errors->psi, words);
    restore(fit.errors->beta, words);
}

void check_wordfish(const WordfishOptions& options, const DocumentFeatureMatrix& matrix) {
    if (matrix.documents.size() < 3)
        refuse_wordfish(std::to_string(matrix.documents.size()) + " documents have counts, too few for positions",
                        "give at least three");
    if (matrix.features.size() < 2)
        refuse_wordfish(std::to_string(matrix.features.size()) + " feature has counts, too few for positions",
                        "give at least two, better hundreds");
    const double cells = static_cast<double>(matrix.documents.size()) * static_cast<double>(matrix.features.size());
    if (cells > most_cells)
        throw LimitError("wordfish keeps a number for each of " + std::to_string(static_cast<std::int64_t>(cells)) +
                         " cells (documents x features), more than the 400 million allowed; leave out rare features");
    if (options.low.empty() && options.high.empty()) return;
    if (pole_document(options.low, matrix.documents) == pole_document(options.high, matrix.documents))
        refuse_wordfish("the direction names '" + options.low + "' twice", "name two documents");
}

}  // namespace

WordfishFit wordfish(const DocumentFeatureMatrix& matrix, const WordfishOptions& options) {
    WordfishFit fit;
    const std::vector<double> lengths = document_totals(matrix), totals = matrix.feature_totals();
    const std::vector<std::size_t> documents = ordered_by_name(matrix.documents, lengths),
                                   words = ordered_by_name(matrix.features, totals);
    name_the_empty(fit, matrix, lengths, totals);
    const DocumentFeatureMatrix ordered = canonical(matrix, documents, words);
    check_wordfish(options, ordered);
    if (const auto warning = language_warning(ordered)) fit.notes.push_back(*warning);
    const WordfishCounts counts = wordfish_counts(ordered);
    const auto start = wordfish_start(counts);
    if (!start)
        refuse_wordfish("all documents use the features in the same proportions, so that they have no order",
                        "compare documents that differ");
    const WordfishModel model{options.prior_sd * options.prior_sd, options.threads, options.work};
    const WordfishOptimum optimum = climb_wordfish(counts, *start, {options.tolerance, options.iterations}, model);
    fit.converged = optimum.converged;
    fit.iterations = optimum.iterations;
    fit.evaluations = optimum.evaluations;
    fit.kkt = optimum.point.kkt;
    fit.parameters = optimum.point.at;
    measure_fit(fit, counts, optimum.point);
    settle_polarity(fit, options, ordered);
    if (options.errors) {
        fit.errors = wordfish_errors(counts, optimum.point, model);
        if (fit.errors->theta.empty())
            fit.notes.push_back(counts.documents > most_documents_of_joint_errors
                                    ? "more than " + std::to_string(most_documents_of_joint_errors) +
                                          " documents: standard errors are those with the words taken as known only"
                                    : "the joint information has no inverse here: standard errors are those with the "
                                      "words taken as known only");
    }
    restore_order(fit, documents, words);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] > 0) fit.documents.push_back(matrix.documents[i]);
    }
    for (std::size_t j = 0; j < totals.size(); ++j) {
        if (totals[j] > 0) fit.words.push_back(matrix.features[j]);
    }
    return fit;
}

namespace {

RealCell cell_of(const std::optional<WordfishErrors>& errors, std::vector<double> WordfishErrors::*which,
                 std::size_t k) {
    if (!errors || ((*errors).*which).empty()) return std::nullopt;
    return ((*errors).*which)[k];
}

}  // namespace

Table wordfish_document_table(const WordfishFit& fit) {
    constexpr double z = 1.959963984540054;
    TableRows rows(TextColumn{"doc_id"}, RealColumn{"theta"}, RealColumn{"se"}, RealColumn{"alpha"},
                   RealColumn{"se_conditional"}, RealColumn{"lwr"}, RealColumn{"upr"});
    for (std::size_t i = 0; i < fit.documents.size(); ++i) {
        const double theta = fit.parameters.theta[i];
        const RealCell se = cell_of(fit.errors, &WordfishErrors::theta, i);
        rows.add(fit.documents[i], theta, se, fit.parameters.alpha[i],
                 cell_of(fit.errors, &WordfishErrors::theta_conditional, i), theta - z * se.value(),
                 theta + z * se.value());
    }
    return rows.table();
}

Table wordfish_word_table(const WordfishFit& fit) {
    TableRows rows(TextColumn{"feature"}, RealColumn{"beta"}, RealColumn{"psi"}, RealColumn{"se"},
                   RealColumn{"psi_se"});
    for (std::size_t j = 0; j < fit.words.size(); ++j)
        rows.add(fit.words[j], fit.parameters.beta[j], fit.parameters.psi[j],
                 cell_of(fit.errors, &WordfishErrors::beta, j), cell_of(fit.errors, &WordfishErrors::psi, j));
    return rows.table();
}

}  // namespace tarazy
