#pragma once

#include "text/scaling/wordfish.hpp"
#include "text/scaling/wordfish_model.hpp"

#include <optional>

namespace tarazy {

/// Documents above which the joint information is not inverted (it is a dense matrix of twice as many rows).
inline constexpr std::size_t most_documents_of_joint_errors = 1500;

/// Standard errors at the optimum.
///
/// theta, alpha, psi, beta: from the inverse of minus the second derivatives of the log posterior for all parameters at
/// once, within the constraints that identify the model (mean theta = 0, sum theta^2 fixed, mean alpha = 0): what is
/// unknown of the words is counted in the error of a document (observed profile information). Words are eliminated by
/// their 2 x 2 blocks. theta_conditional: words taken as known, from the 2 x 2 block of (theta_i, alpha_i) with a prior
/// precision of 1 for theta, as quanteda.textmodels computes it; too small where words are few.
/// @return nothing in theta, alpha, psi, beta where the information is not positive definite or the documents are more
///         than `most_documents_of_joint_errors`. O(words documents^2 + documents^3) time
[[nodiscard]] WordfishErrors wordfish_errors(const WordfishCounts& counts, const WordfishPoint& optimum,
                                             const WordfishModel& model);

}  // namespace tarazy
