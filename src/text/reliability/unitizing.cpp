#include "text/reliability/unitizing.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::uint32_t gap_value = 0;  ///< in the matrices below; a marked value v stands at v + 1

/// A square matrix of lengths.
class CoincidenceLengths {
public:
    explicit CoincidenceLengths(std::size_t size) : size_(size), cells_(size * size, 0.0) {}
    double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return cells_[row * size_ + column]; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] double row_sum(std::size_t row, std::size_t from) const {
        double sum = 0;
        for (std::size_t column = from; column < size_; ++column) sum += at(row, column);
        return sum;
    }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

/// What a sweep over all boundaries gathers.
struct UnitizingSums {
    explicit UnitizingSums(std::size_t sizes) : observed(sizes), self(sizes, 0.0), pairable_self(sizes, 0.0) {}
    CoincidenceLengths observed;        ///< times m - 1
    std::vector<double> self;           ///< squared lengths of stretches, plain lengths of gaps
    std::vector<double> pairable_self;  ///< squared lengths of the parts that another coder marked too
    double marked_by_two = 0;
};

std::vector<std::size_t> boundaries_of(const UnitizedText& text) {
    std::vector<std::size_t> boundaries = {0, text.length};
    for (const auto& stretches : text.coders) {
        for (const MarkedStretch& stretch : stretches) {
            boundaries.push_back(stretch.start);
            boundaries.push_back(stretch.end);
        }
    }
    std::ranges::sort(boundaries);
    boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
    return boundaries;
}

UnitizingSums unitizing_sums(const UnitizedText& text) {
    const std::size_t coders = text.coders.size(), sizes = text.values.size() + 1;
    UnitizingSums sums(sizes);
    std::vector<std::size_t> next(coders, 0);
    std::vector<std::vector<double>> pairable(coders);
    for (std::size_t coder = 0; coder < coders; ++coder) {
        pairable[coder].assign(text.coders[coder].size(), 0.0);
        double marked = 0;
        for (const MarkedStretch& stretch : text.coders[coder]) {
            const auto length = static_cast<double>(stretch.end - stretch.start);
            marked += length;
            sums.self[stretch.value + 1] += length * length;
        }
        sums.self[gap_value] += static_cast<double>(text.length) - marked;
    }
    const std::vector<std::size_t> boundaries = boundaries_of(text);
    std::vector<std::uint32_t> value(coders);
    std::vector<double> count(sizes, 0.0);
    for (std::size_t b = 0; b + 1 < boundaries.size(); ++b) {
        const std::size_t begin = boundaries[b];
        const auto length = static_cast<double>(boundaries[b + 1] - begin);
        std::size_t marked = 0;
        for (std::size_t coder = 0; coder < coders; ++coder) {
            const auto& stretches = text.coders[coder];
            while (next[coder] < stretches.size() && stretches[next[coder]].end <= begin) ++next[coder];
            const bool inside = next[coder] < stretches.size() && stretches[next[coder]].start <= begin;
            value[coder] = inside ? stretches[next[coder]].value + 1 : gap_value;
            marked += inside ? 1 : 0;
        }
        if (marked >= 2) sums.marked_by_two += length;
        for (std::size_t one = 0; one < coders; ++one) {
            for (std::size_t other = 0; other < coders; ++other)
                if (one != other) sums.observed.at(value[one], value[other]) += length;
            if (marked >= 2 && value[one] != gap_value) pairable[one][next[one]] += length;
        }
    }
    for (std::size_t coder = 0; coder < coders; ++coder)
        for (std::size_t s = 0; s < pairable[coder].size(); ++s)
            sums.pairable_self[text.coders[coder][s].value + 1] += pairable[coder][s] * pairable[coder][s];
    return sums;
}

/// Observed and expected coincidences from value `from` on (0 with gaps, 1 without).
struct UnitizingMatrices {
    UnitizingMatrices(const UnitizingSums& sums, double pairs, std::size_t first)
        : from(first), observed(sums.observed.size()), expected(sums.observed.size()) {
        const std::vector<double>& self = from == 0 ? sums.self : sums.pairable_self;
        std::vector<double> margin(observed.size(), 0.0);
        double corrections = 0;
        for (std::size_t c = from; c < observed.size(); ++c) {
            for (std::size_t k = from; k < observed.size(); ++k) {
                observed.at(c, k) = sums.observed.at(c, k) / pairs;
                margin[c] += observed.at(c, k);
            }
            total += margin[c];
            corrections += self[c];
        }
        if (total == 0) return;
        const double scale = total - corrections / total;
        // One stretch each that fills all: a pairing other than with itself does not exist.
        if (!(scale > 1e-12 * total)) return;
        defined = true;
        for (std::size_t c = from; c < observed.size(); ++c)
            for (std::size_t k = from; k < observed.size(); ++k)
                expected.at(c, k) = (margin[c] * margin[k] - (c == k ? self[c] : 0)) / scale;
    }
    std::size_t from;
    CoincidenceLengths observed, expected;
    double total = 0;
    bool defined = false;
};

std::optional<double> one_minus_ratio(double observed, double expected, double scale) {
    if (!(expected > 1e-12 * scale)) return std::nullopt;
    return 1 - observed / expected;
}

std::optional<double> whole_alpha(const UnitizingMatrices& matrices) {
    if (!matrices.defined) return std::nullopt;
    double observed = 0, expected = 0;
    for (std::size_t c = matrices.from; c < matrices.observed.size(); ++c) {
        for (std::size_t k = matrices.from; k < matrices.observed.size(); ++k) {
            if (c == k) continue;
            observed += matrices.observed.at(c, k);
            expected += matrices.expected.at(c, k);
        }
    }
    return one_minus_ratio(observed, expected, matrices.total);
}

std::optional<double> gap_alpha(const UnitizingMatrices& matrices) {
    if (!matrices.defined) return std::nullopt;
    return one_minus_ratio(2 * matrices.observed.row_sum(gap_value, 1), 2 * matrices.expected.row_sum(gap_value, 1),
                           matrices.total);
}

/// (k)u-alpha, eq. 38: the disagreements of one value's column, each over the column's sum.
std::optional<double> alpha_of_value(const UnitizingMatrices& matrices, std::size_t k) {
    if (!matrices.defined) return std::nullopt;
    double observed = 0, expected = 0;
    for (std::size_t c = matrices.from; c < matrices.observed.size(); ++c) {
        observed += matrices.observed.at(c, k);
        expected += matrices.expected.at(c, k);
    }
    const double observed_apart = observed - matrices.observed.at(k, k);
    const double expected_apart = expected - matrices.expected.at(k, k);
    if (!(observed > 0) || !(expected > 0)) return std::nullopt;
    return one_minus_ratio(observed_apart / observed, expected_apart / expected, 1);
}

}  // namespace

UnitizingAgreement unitizing_agreement(const UnitizedText& text) {
    UnitizingAgreement result;
    result.value_alpha.resize(text.values.size());
    if (text.length == 0 || text.coders.size() < 2) return result;
    const UnitizingSums sums = unitizing_sums(text);
    const auto pairs = static_cast<double>(text.coders.size() - 1);
    const UnitizingMatrices with_gaps(sums, pairs, 0), marked(sums, pairs, 1);
    result.u_alpha = whole_alpha(with_gaps);
    result.binary_alpha = gap_alpha(with_gaps);
    result.cu_alpha = whole_alpha(marked);
    for (std::size_t value = 0; value < text.values.size(); ++value)
        result.value_alpha[value] = alpha_of_value(marked, value + 1);
    result.marked_by_two = sums.marked_by_two / static_cast<double>(text.length);
    return result;
}

}  // namespace tarazy
