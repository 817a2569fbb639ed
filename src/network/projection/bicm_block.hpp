#pragma once

#include "base/work.hpp"

#include <vector>

namespace tarazy {

/// Margins of one block of free cells, a row and a column for each class of equal ones.
struct BicmBlock {
    std::vector<double> row_count, column_count;    ///< members of each class
    std::vector<double> row_margin, column_margin;  ///< of each member
    std::vector<char> open;                         ///< rows x columns: 0 where the tie cannot be
};

struct BicmFit {
    std::vector<double> probability, complement;  ///< rows x columns; 0 and 1 where the tie cannot be
    double margin_error = 0;                      ///< of a member
    int steps = 0;
};

/// Greatest likelihood (Saracco et al. 2015, equations 3 and 4) by Newton's method. The second derivatives of the
/// larger side are diagonal and eliminated first. @pre every open cell is free (`free_blocks`), so that the greatest
/// likelihood lies at finite x and y. @throws LimitError, Interrupted
[[nodiscard]] BicmFit fit_bicm_block(const BicmBlock& block, const Work& work);

}  // namespace tarazy
