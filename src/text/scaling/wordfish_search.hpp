#pragma once

#include "text/scaling/wordfish_model.hpp"

#include <cstddef>

namespace tarazy {

struct WordfishSearch {
    double tolerance = 1e-6;       ///< of the KKT residual
    std::size_t iterations = 500;  ///< at most
};

struct WordfishOptimum {
    WordfishPoint point;
    bool converged = false;
    std::size_t iterations = 0, evaluations = 0;
};

/// Newton's method with a line search from a start. Each direction solves the second-order equations by conjugate
/// gradients, preconditioned by the 2 x 2 blocks of documents and words and cut off at negative curvature (line search
/// Newton-CG, Nocedal & Wright 2006); where the line search finds nothing higher, by the blocks alone.
/// @return not converged when the iterations are used up or no direction leads higher
[[nodiscard]] WordfishOptimum climb_wordfish(const WordfishCounts& counts, const WordfishParameters& start,
                                             const WordfishSearch& search, const WordfishModel& model);

}  // namespace tarazy
