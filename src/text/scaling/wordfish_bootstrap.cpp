#include "text/scaling/wordfish_bootstrap.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr double not_drawn = std::numeric_limits<double>::quiet_NaN();

/// A resample, and of each of its documents the number of the document that it is.
struct DrawnDocuments {
    DocumentFeatureMatrix matrix;
    std::vector<std::size_t> source;
};

/// Documents by name, so that a resample does not depend on the order of rows.
std::vector<std::size_t> rows_by_name(const DocumentFeatureMatrix& matrix) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < matrix.documents.size(); ++row) {
        if (matrix.row_begin[row + 1] > matrix.row_begin[row]) rows.push_back(row);
    }
    std::ranges::sort(rows, {}, [&](std::size_t row) { return std::string_view(matrix.documents[row]); });
    return rows;
}

DrawnDocuments drawn_documents(const DocumentFeatureMatrix& matrix, const std::vector<std::size_t>& rows,
                               Random& random) {
    DrawnDocuments drawn;
    drawn.matrix.features = matrix.features;
    for (std::size_t draw = 0; draw < rows.size(); ++draw) {
        const std::size_t row = rows[random.below(rows.size())];
        drawn.source.push_back(row);
        drawn.matrix.documents.push_back(std::to_string(draw));
        for (std::size_t cell = matrix.row_begin[row]; cell < matrix.row_begin[row + 1]; ++cell) {
            drawn.matrix.feature.push_back(matrix.feature[cell]);
            drawn.matrix.count.push_back(matrix.count[cell]);
        }
        drawn.matrix.row_begin.push_back(drawn.matrix.cells());
    }
    return drawn;
}

std::unordered_map<std::string_view, std::size_t> places_of_names(const std::vector<std::string>& names) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t k = 0; k < names.size(); ++k) places[names[k]] = k;
    return places;
}

/// How positions of a replicate become positions of the fit: theta = mean + slope replicate.
struct ReplicateScale {
    double mean = 0, slope = 1;
};

ReplicateScale scale_of_replicate(const std::vector<double>& replicate, const std::vector<double>& original) {
    const auto n = static_cast<double>(original.size());
    double mean = 0, squares = 0, product = 0;
    for (const double value : original) mean += value / n;
    for (std::size_t k = 0; k < original.size(); ++k) {
        squares += (original[k] - mean) * (original[k] - mean);
        product += (original[k] - mean) * replicate[k];
    }
    // Positions of the replicate have mean 0 and standard deviation 1 over the drawn documents.
    return {mean, std::copysign(std::sqrt(squares / (n - 1)), product)};
}

/// Fits of resamples, laid over the scale of the fit.
class WordfishReplicateRuns {
public:
    WordfishReplicateRuns(const WordfishFit& fit, const WordfishOptions& options, const WordfishReplicates& asked)
        : fit_(fit), options_(options), asked_(asked), word_places_(places_of_names(fit.words)) {
        options_.low.clear();
        options_.high.clear();
        options_.errors = false;
        options_.threads = 1;
        options_.work = asked.work.unheard();
        theta_.assign(fit.documents.size() * asked.replicates, not_drawn);
        beta_.assign(fit.words.size() * asked.replicates, not_drawn);
    }

    /// @param sample    what a stream of random numbers makes of the documents
    /// @param place_of  of each document of the sample its place in the fit
    void run(const std::function<DrawnDocuments(Random&)>& sample, const std::vector<std::size_t>& place_of,
             const char* purpose) {
        WorkStep step(asked_.work, "bootstrap of wordfish", asked_.replicates);
        parallel_chunks(
            asked_.replicates, 1, asked_.threads,
            [&](std::size_t r, std::size_t) {
                Random random(asked_.seed, purpose, r);
                keep(r, sample(random), place_of);
            },
            step);
    }

    [[nodiscard]] WordfishBootstrap summary() const {
        WordfishBootstrap made;
        made.replicates = asked_.replicates;
        made.undefined = undefined_;
        made.not_converged = not_converged_;
        const auto summarise = [&](const std::vector<double>& values, std::size_t k) {
            return replicate_summary(std::span(values).subspan(k * asked_.replicates, asked_.replicates), asked_.level);
        };
        for (std::size_t k = 0; k < fit_.documents.size(); ++k) made.theta.push_back(summarise(theta_, k));
        for (std::size_t k = 0; k < fit_.words.size(); ++k) made.beta.push_back(summarise(beta_, k));
        return made;
    }

private:
    void keep(std::size_t r, const DrawnDocuments& drawn, const std::vector<std::size_t>& place_of) {
        WordfishFit found;
        try {
            found = wordfish(drawn.matrix, options_);
        } catch (const InputError&) {
            ++undefined_;
            return;
        }
        if (!found.converged) {
            ++not_converged_;
            return;
        }
        // Documents of the resample that stayed, in its order.
        std::vector<std::size_t> places;
        for (std::size_t k = 0; k < drawn.matrix.documents.size(); ++k) {
            if (drawn.matrix.row_begin[k + 1] > drawn.matrix.row_begin[k]) places.push_back(place_of[drawn.source[k]]);
        }
        std::vector<double> original;
        for (const std::size_t place : places) original.push_back(fit_.parameters.theta[place]);
        const ReplicateScale scale = scale_of_replicate(found.parameters.theta, original);
        if (!(std::abs(scale.slope) > 0)) {
            ++undefined_;
            return;
        }
        for (std::size_t k = 0; k < places.size(); ++k)
            theta_[places[k] * asked_.replicates + r] = scale.mean + scale.slope * found.parameters.theta[k];
        for (std::size_t j = 0; j < found.words.size(); ++j)
            beta_[word_places_.at(found.words[j]) * asked_.replicates + r] = found.parameters.beta[j] / scale.slope;
    }

    const WordfishFit& fit_;
    WordfishOptions options_;
    const WordfishReplicates& asked_;
    std::unordered_map<std::string_view, std::size_t> word_places_;
    std::vector<double> theta_, beta_;
    std::atomic<std::size_t> undefined_ = 0, not_converged_ = 0;
};

/// Of each row its place in the fit; rows without counts are not in it.
std::vector<std::size_t> places_in_fit(const std::vector<std::string>& documents, const WordfishFit& fit) {
    const auto places = places_of_names(fit.documents);
    std::vector<std::size_t> found;
    for (const std::string& document : documents) {
        const auto place = places.find(document);
        found.push_back(place == places.end() ? 0 : place->second);
    }
    return found;
}

}  // namespace

WordfishBootstrap wordfish_document_bootstrap(const DocumentFeatureMatrix& matrix, const WordfishFit& fit,
                                              const WordfishOptions& options, const WordfishReplicates& asked) {
    WordfishReplicateRuns runs(fit, options, asked);
    const std::vector<std::size_t> rows = rows_by_name(matrix);
    runs.run([&](Random& random) { return drawn_documents(matrix, rows, random); },
             places_in_fit(matrix.documents, fit), "documents of wordfish");
    return runs.summary();
}

WordfishBootstrap wordfish_sentence_bootstrap(const SentenceCounts& counts, const WordfishFit& fit,
                                              const WordfishOptions& options, const WordfishReplicates& asked) {
    WordfishReplicateRuns runs(fit, options, asked);
    std::vector<std::size_t> itself(counts.model.documents.size());
    for (std::size_t k = 0; k < itself.size(); ++k) itself[k] = k;
    runs.run(
        [&](Random& random) {
            return DrawnDocuments{resampled_sentences(counts, random), itself};
        },
        places_in_fit(counts.model.documents, fit), "sentences of wordfish");
    return runs.summary();
}

}  // namespace tarazy
