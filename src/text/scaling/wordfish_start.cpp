#include "text/scaling/wordfish_start.hpp"

#include "base/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

constexpr std::size_t most_power_steps = 200;
constexpr double added_to_counts = 0.1;

/// log((y + 0.1) / 0.1) of each cell; cells that are not stored are 0, so that double centring needs means only.
struct LogCounts {
    std::vector<double> cell, document_mean, word_mean;
};

LogCounts log_counts(const WordfishCounts& counts) {
    LogCounts logs{std::vector<double>(counts.count.size()), std::vector<double>(counts.documents),
                   std::vector<double>(counts.words())};
    const double mean_length = std::accumulate(counts.document_total.begin(), counts.document_total.end(), 0.0) /
                               static_cast<double>(counts.documents);
    for (std::size_t j = 0; j < counts.words(); ++j) {
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell) {
            // As if all documents were as long: long ones would else stand apart by their length.
            const double weight = mean_length / counts.document_total[counts.document[cell]];
            logs.cell[cell] = std::log((counts.count[cell] * weight + added_to_counts) / added_to_counts);
            logs.word_mean[j] += logs.cell[cell] / static_cast<double>(counts.documents);
            logs.document_mean[counts.document[cell]] += logs.cell[cell] / static_cast<double>(counts.words());
        }
    }
    return logs;
}

double normalise_length(std::vector<double>& vector) {
    const double length = std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
    if (length > 0) {
        for (double& value : vector) value /= length;
    }
    return length;
}

void centre(std::vector<double>& vector) {
    const double mean = std::accumulate(vector.begin(), vector.end(), 0.0) / static_cast<double>(vector.size());
    for (double& value : vector) value -= mean;
}

/// Words from documents: the transposed residuals times a vector that sums to 0.
std::vector<double> to_words(const WordfishCounts& counts, const LogCounts& logs, const std::vector<double>& u) {
    const double mean = std::inner_product(u.begin(), u.end(), logs.document_mean.begin(), 0.0);
    std::vector<double> v(counts.words(), -mean);
    for (std::size_t j = 0; j < counts.words(); ++j) {
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell)
            v[j] += logs.cell[cell] * u[counts.document[cell]];
    }
    return v;
}

std::vector<double> to_documents(const WordfishCounts& counts, const LogCounts& logs, const std::vector<double>& v) {
    const double mean = std::inner_product(v.begin(), v.end(), logs.word_mean.begin(), 0.0);
    std::vector<double> u(counts.documents, -mean);
    for (std::size_t j = 0; j < counts.words(); ++j) {
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell)
            u[counts.document[cell]] += logs.cell[cell] * v[j];
    }
    return u;
}

}  // namespace

std::optional<WordfishParameters> wordfish_start(const WordfishCounts& counts) {
    const LogCounts logs = log_counts(counts);
    const double all = std::inner_product(logs.cell.begin(), logs.cell.end(), logs.cell.begin(), 0.0);
    Random random(1, "start of wordfish", 0);
    std::vector<double> theta(counts.documents), beta;
    for (double& value : theta) value = random.uniform();
    centre(theta);
    normalise_length(theta);
    double strength = 0;
    for (std::size_t step = 0; step < most_power_steps; ++step) {
        beta = to_words(counts, logs, theta);
        std::vector<double> next = to_documents(counts, logs, beta);
        centre(next);
        strength = std::sqrt(normalise_length(next));
        if (!(strength * strength > 1e-20 * all)) return std::nullopt;
        double change = 0;
        for (std::size_t i = 0; i < next.size(); ++i) change = std::max(change, std::abs(next[i] - theta[i]));
        theta = std::move(next);
        if (change < 1e-4) break;
    }
    beta = to_words(counts, logs, theta);
    WordfishParameters start(counts.documents, counts.words());
    start.theta = std::move(theta);
    start.beta = std::move(beta);
    for (std::size_t i = 0; i < counts.documents; ++i) start.alpha[i] = std::log(counts.document_total[i]);
    const double total = std::accumulate(counts.document_total.begin(), counts.document_total.end(), 0.0);
    for (std::size_t j = 0; j < counts.words(); ++j) start.psi[j] = std::log(counts.word_total[j] / total);
    identify(start);
    // Words of few documents have large weights in the logs: the prior would pull them back.
    for (double& value : start.beta) value = std::clamp(value, -3.0, 3.0);
    return start;
}

}  // namespace tarazy
