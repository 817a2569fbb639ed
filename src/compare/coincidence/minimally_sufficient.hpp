#pragma once

#include "base/work.hpp"
#include "compare/coincidence/coincidences.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// An effect: a factor at a level (1 of crisp and fuzzy factors).
struct Effect {
    std::size_t factor = 0;
    unsigned level = 1;
    friend auto operator<=>(const Effect&, const Effect&) = default;
};

/// Thresholds are reached within this.
inline constexpr double coincidence_tolerance = 1e-9;

struct CoincidenceOptions {
    double consistency = 1;                     ///< least con of a sufficient condition and of a model
    double coverage = 1;                        ///< least cov of a model
    std::size_t most_literals = 3;              ///< of one conjunction (the peer's maxstep: 3, 4, 10)
    std::size_t most_terms = 4;                 ///< of one disjunction
    std::size_t most_complexity = 10;           ///< literals of one disjunction
    CausalOrdering ordering = {};               ///< which factors can cause which
    std::uint64_t most_nodes = 50'000'000;      ///< of the search for disjunctions of one effect
    std::size_t most_combinations = 1'000'000;  ///< of atomic formulas of several effects
    Work work = {};                             ///< when its time is up, searches stop with what they have found
};

/// A conjunction that is sufficient for the effect while no part of it is.
struct SufficientCondition {
    Literals literals;
    double consistency = 0;          ///< con = S min(x, y) / S x
    double coverage = 0;             ///< cov = S min(x, y) / S y
    std::vector<double> membership;  ///< x of every case
};

/// All minimally sufficient conditions of an effect with at most `most_literals` literals of factors that can cause it
/// (Baumgartner 2009; Baumgartner & Ambuehl 2020, step 1), the shorter first. A conjunction that no case has, each
/// of its literals rounded with one half up (so that ~A is absent where A is one half), says nothing. A constant factor
/// makes no difference and stands in none; a constant effect has none. When the time is up, those found by then.
/// Comparisons with a tolerance of 1e-9. O(literals^most_literals x cases)
[[nodiscard]] std::vector<SufficientCondition> minimally_sufficient(const Coincidences& data, Effect effect,
                                                                    const CoincidenceOptions& options = {});

/// `A`, `~A`, `A{2}`.
[[nodiscard]] std::string effect_text(const PropertySpace& space, Effect effect);

}  // namespace tarazy
