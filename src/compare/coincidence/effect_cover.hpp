#pragma once

#include "compare/coincidence/minimally_sufficient.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// What a disjunction x covers of an effect y, and what it says beyond it.
struct Cover {
    double covered = 0;  ///< S min(x, y)
    double beyond = 0;   ///< S x - S min(x, y)
};

// Disjunctions that grow by one term at a time, for searches that look at millions of them. The disjunction of the
// first d terms stands at depth d; at depth 0 it is empty. Both classes answer the same questions: what is covered as
// the terms are added never shrinks, nor does what is said beyond, and a term adds the less the more is covered already
// (both sums are monotone, the first is submodular), which is what bounds rest on.

/// Of cases that are in or out: a bit a case. Weights, which are whole numbers, count by their binary digits. All
/// exact.
class CrispCover {
public:
    static constexpr bool exact = true;
    /// @param most_terms  of one disjunction
    CrispCover(std::span<const SufficientCondition* const> terms, std::span<const double> y,
               std::span<const double> weights, std::size_t most_terms);

    /// Is every membership 0 or 1?
    [[nodiscard]] static bool suits(std::span<const SufficientCondition* const> terms, std::span<const double> y);

    /// What the term covers that the disjunction at this depth does not. O(cases / 64)
    [[nodiscard]] double gain(std::size_t depth, std::size_t term) const {
        const std::uint64_t *now = at(depth), *own = of(term);
        if (planes_.empty()) {
            int count = 0;
            for (std::size_t w = 0; w < words_; ++w) count += count_bits(own[w] & ~now[w]);
            return count;
        }
        return weighed(0, [&](std::size_t w) { return own[w] & ~now[w]; });
    }

    /// Puts the disjunction of depth d and the term at depth d + 1.
    void add(std::size_t depth, std::size_t term) {
        const std::uint64_t *now = at(depth), *own = of(term);
        std::uint64_t* next = states_.data() + (depth + 1) * 2 * words_;
        for (std::size_t w = 0; w < 2 * words_; ++w) next[w] = now[w] | own[w];
    }

    [[nodiscard]] Cover cover(std::size_t depth) const {
        const std::uint64_t* now = at(depth);
        return {weighed(0, [&](std::size_t w) { return now[w]; }),
                weighed(words_, [&](std::size_t w) { return now[w]; })};
    }

private:
    struct Plane {
        double value;  ///< 1, 2, 4, ...
        std::vector<std::uint64_t> cases;
    };

    [[nodiscard]] const std::uint64_t* at(std::size_t depth) const { return states_.data() + depth * 2 * words_; }
    [[nodiscard]] const std::uint64_t* of(std::size_t term) const { return terms_.data() + term * 2 * words_; }

    template <class Bits>
    [[nodiscard]] double weighed(std::size_t first, const Bits& bits) const {
        if (planes_.empty()) {
            int count = 0;
            for (std::size_t w = 0; w < words_; ++w) count += count_bits(bits(first + w));
            return count;
        }
        double sum = 0;
        for (const Plane& plane : planes_) {
            int count = 0;
            for (std::size_t w = 0; w < words_; ++w) count += count_bits(bits(first + w) & plane.cases[w]);
            sum += plane.value * count;
        }
        return sum;
    }

    std::size_t words_;                  ///< of one set of cases; a disjunction has two: in the effect, outside of it
    std::vector<std::uint64_t> terms_;   ///< [term][in, outside][word]
    std::vector<std::uint64_t> states_;  ///< [depth][in, outside][word]
    std::vector<Plane> planes_;          ///< none: every case counts once
};

/// Of memberships between 0 and 1.
class FuzzyCover {
public:
    static constexpr bool exact = false;  ///< sums carry rounding
    FuzzyCover(std::span<const SufficientCondition* const> terms, std::span<const double> y,
               std::span<const double> weights, std::size_t most_terms);

    [[nodiscard]] double gain(std::size_t depth, std::size_t term) const {
        const double *now = covered_.data() + depth * cases_, *own = own_covered_.data() + term * cases_;
        double even = 0, odd = 0;  // the additions of one need not wait for those of the other
        for (std::size_t i = 0; i < cases_; i += 2) {
            even += std::max(own[i] - now[i], 0.0);
            odd += std::max(own[i + 1] - now[i + 1], 0.0);
        }
        return even + odd;
    }

    void add(std::size_t depth, std::size_t term) {
        const std::size_t from = depth * cases_, to = from + cases_, own = term * cases_;
        for (std::size_t i = 0; i < cases_; ++i) {
            covered_[to + i] = std::max(covered_[from + i], own_covered_[own + i]);
            x_[to + i] = std::max(x_[from + i], own_x_[own + i]);
        }
    }

    [[nodiscard]] Cover cover(std::size_t depth) const {
        Cover sums;
        for (std::size_t i = depth * cases_; i < (depth + 1) * cases_; ++i) {
            sums.covered += covered_[i];
            sums.beyond += x_[i] - covered_[i];
        }
        return sums;
    }

private:
    std::size_t cases_;                        ///< rounded up to an even number
    std::vector<double> own_x_, own_covered_;  ///< [term][case], times the weight
    std::vector<double> x_, covered_;          ///< [depth][case], likewise
};

}  // namespace tarazy
