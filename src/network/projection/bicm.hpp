#pragma once

#include "base/work.hpp"
#include "network/projection/margin_classes.hpp"

#include <vector>

namespace tarazy {

/// The bipartite configuration model: of all random two-mode networks that have the observed numbers of ties on
/// average, the one of greatest entropy (Saracco, Di Clemente, Gabrielli & Squartini 2015, Scientific Reports
/// 5:10595). Ties are independent, p_ie = x_i y_e/(1 + x_i y_e), with sum_e p_ie = r_i and sum_i p_ie = k_e. Cells
/// that the margins decide (`free_blocks`) and structural zeros have probability 0 or 1.
struct Bicm {
    MarginClasses classes;
    /// Actor classes x institution classes: of a tie, and of none (kept apart, since 1 - p loses digits).
    std::vector<double> probability, complement;
    double margin_error = 0;        ///< greatest difference of an expected from an observed margin
    int steps = 0;                  ///< of Newton, of all blocks
    std::size_t decided_cells = 0;  ///< decided by the margins; structural zeros are not counted

    [[nodiscard]] double operator()(std::size_t actor, std::size_t institution) const noexcept {
        return probability[classes.actor_class[actor] * classes.institution_classes() +
                           classes.institution_class[institution]];
    }
};

/// Fitted by Newton's method in ln x and ln y with a line search on the likelihood, an unknown a class of equal margins
/// (Vallarano et al. 2021, Scientific Reports 11:15227), until no margin is off by more than 1e-8.
/// @param cannot_join  actors x institutions, structural zeros; an empty matrix for none. @pre no tie is one of them
/// @throws LimitError if 200 steps do not suffice
/// O(cells/64 + steps classes^3), the smaller number of classes of the two modes
[[nodiscard]] Bicm bicm(const BitMatrix& ties, const BitMatrix& cannot_join, const Work& work = {});

}  // namespace tarazy
