#pragma once

#include "base/work.hpp"
#include "simulate/designs/design.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct PrimOptions {
    double peel = 0.05;        ///< share of a box's runs that one step takes away, in (0, 0.5]
    double paste = 0.05;       ///< share that one step gives back; 0 = no pasting
    double least_mass = 0.05;  ///< share of all runs that a box keeps at least
    double density = 0.8;      ///< the largest box of at least this density is taken
    Work work = {};
};

/// Ranges of inputs, and what lies in them. A case is a run of the kind that is looked for.
struct PrimBox {
    std::vector<double> lower,
        upper;  ///< one an input; infinite where it is not restricted; both ends belong to the box
    std::size_t runs = 0, cases = 0;  ///< in it, of the sample it was found in

    [[nodiscard]] double density() const noexcept {
        return runs == 0 ? 0 : static_cast<double>(cases) / static_cast<double>(runs);
    }
    [[nodiscard]] bool restricts(std::size_t input) const noexcept;
    [[nodiscard]] std::size_t restricted_inputs() const noexcept;
    [[nodiscard]] bool holds(const Design& design, std::size_t run) const;
};

struct PrimResult {
    std::vector<PrimBox> trajectory;  ///< from the box of all runs to the smallest
    std::size_t chosen = 0;           ///< of the trajectory
    bool dense_enough = false;        ///< has the chosen box the density asked for?
    PrimBox box;                      ///< the chosen one after pasting
};

/// Patient rule induction method (Friedman & Fisher 1999, algorithms 1 and 2) as scenario discovery uses it (Bryant &
/// Lempert 2010): peel off, step by step, the low or high end of the one input whose removal leaves the largest density
/// of cases (ties: the smaller piece, then the earlier input); then paste back what does not lower it. An input of few
/// values loses one value at a time. Where no box has the density asked for, the densest is taken. O(steps x inputs x
/// runs), some log(least mass)/log(1 - peel) steps; memory 4 bytes x runs.
/// @param cases  one a run; @param among  the runs that count; all when empty
/// @throws UsageError for options outside of their ranges
[[nodiscard]] PrimResult prim(const Design& design, const std::vector<bool>& cases,
                              std::span<const std::uint32_t> among, const PrimOptions& options);

/// Of each input that the box restricts, the probability of as many cases among its runs if the restriction did
/// nothing: a binomial tail with the density of the box without it (Bryant & Lempert 2010, appendix: "quasi-p"); 1 for
/// the others.
[[nodiscard]] std::vector<double> quasi_p_values(const Design& design, const std::vector<bool>& cases,
                                                 std::span<const std::uint32_t> among, const PrimBox& box);

}  // namespace tarazy
