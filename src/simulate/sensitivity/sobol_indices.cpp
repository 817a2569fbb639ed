#include "simulate/sensitivity/sobol_indices.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"

#include <cassert>
#include <cmath>
#include <cstdint>

namespace tarazy {
namespace {

/// What one base row adds to each sum: a + b, a^2 + b^2, then of each input b (ab - a) and (a - ab)^2, then of each
/// pair ba ab - a b. All indices are quotients of the sums, so that a resample is a sum over the rows drawn.
struct RowTerms {
    std::size_t rows = 0, width = 0, inputs = 0;
    bool pairs = false;
    std::vector<double> terms = {};

    [[nodiscard]] const double* row(std::size_t r) const { return terms.data() + r * width; }
};

RowTerms terms_of_rows(const SaltelliLayout& layout, std::span<const double> y) {
    double mean = 0, square = 0;
    for (const double value : y) mean += value / static_cast<double>(y.size());
    for (const double value : y) square += (value - mean) * (value - mean);
    const double scale = 1 / std::sqrt(square / static_cast<double>(y.size()));

    const std::size_t d = layout.inputs;
    RowTerms all{layout.base, 2 + 2 * d + (layout.pairs ? d * (d - 1) / 2 : 0), d, layout.pairs};
    all.terms.resize(all.rows * all.width);
    std::vector<double> block(layout.block_length());
    for (std::size_t r = 0; r < all.rows; ++r) {
        for (std::size_t i = 0; i < block.size(); ++i) block[i] = (y[r * block.size() + i] - mean) * scale;
        const double a = block.front(), b = block.back();
        double* out = all.terms.data() + r * all.width;
        *out++ = a + b;
        *out++ = a * a + b * b;
        for (std::size_t i = 0; i < d; ++i) *out++ = b * (block[1 + i] - a);
        for (std::size_t i = 0; i < d; ++i) *out++ = (a - block[1 + i]) * (a - block[1 + i]);
        for (std::size_t j = 0; all.pairs && j < d; ++j)
            for (std::size_t k = j + 1; k < d; ++k) *out++ = block[1 + d + j] * block[1 + k] - a * b;
    }
    return all;
}

/// From sums to S1, ST and S2, one after the other; NaN where A and B are constant.
void indices_of_sums(const RowTerms& all, std::span<const double> sums, std::span<double> out) {
    const double n = static_cast<double>(all.rows), mean = sums[0] / (2 * n);
    const double variance = sums[1] / (2 * n) - mean * mean;
    const std::size_t d = all.inputs;
    const bool constant = !(variance > 1e-14);
    for (std::size_t i = 0; i < d; ++i) {
        out[i] = constant ? std::nan("") : sums[2 + i] / n / variance;
        out[d + i] = constant ? std::nan("") : 0.5 * sums[2 + d + i] / n / variance;
    }
    for (std::size_t j = 0, at = 2 * d; all.pairs && j < d; ++j)
        for (std::size_t k = j + 1; k < d; ++k, ++at)
            out[at] = constant ? std::nan("") : sums[2 + at] / n / variance - out[j] - out[k];
}

}  // namespace

SobolIndices sobol_indices(const SaltelliLayout& layout, std::span<const double> outcomes,
                           const ResamplingOptions& options) {
    assert(outcomes.size() == layout.base * layout.block_length());
    check_resampling(options);
    SobolIndices indices;
    indices.reason = no_variance_reason(outcomes);
    if (!indices.reason.empty()) return indices;
    const RowTerms all = terms_of_rows(layout, outcomes);
    const std::size_t count = all.width - 2;
    std::vector<double> sums(all.width), values(count);
    for (std::size_t r = 0; r < all.rows; ++r)
        for (std::size_t i = 0; i < all.width; ++i) sums[i] += all.row(r)[i];
    indices_of_sums(all, sums, values);
    if (std::isnan(values.front())) {
        indices.reason = "the outcome does not vary over the rows A and B: take a larger base";
        return indices;
    }

    std::vector<double> replicates(count * options.replicates);
    WorkStep step(options.work, "bootstrap of Sobol indices", options.replicates);
    parallel_chunks(
        options.replicates, 4, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> drawn(all.width), index(count);
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                Random random(options.seed, "bootstrap of base rows", replicate);
                std::fill(drawn.begin(), drawn.end(), 0.0);
                for (std::size_t r = 0; r < all.rows; ++r) {
                    const double* const row = all.row(random.below(all.rows));
                    for (std::size_t i = 0; i < all.width; ++i) drawn[i] += row[i];
                }
                indices_of_sums(all, drawn, index);
                for (std::size_t i = 0; i < count; ++i) replicates[i * options.replicates + replicate] = index[i];
            }
        },
        step);
    const std::size_t d = all.inputs;
    for (std::size_t i = 0; i < count; ++i) {
        const auto of_index = std::span<const double>(replicates).subspan(i * options.replicates, options.replicates);
        const IndexEstimate estimate = with_interval(values[i], of_index, options.level);
        (i < d ? indices.first : i < 2 * d ? indices.total : indices.pairs).push_back(estimate);
    }
    return indices;
}

}  // namespace tarazy
