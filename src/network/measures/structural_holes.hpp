#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// How far the contacts of a node are tied to each other (Burt 1992, Structural Holes, ch. 2). With
/// s_ij = a_ij + a_ji and p_ij = s_ij / sum_k s_ik:
struct StructuralHoles {
    std::size_t contacts = 0;  ///< N: nodes tied to this one, whatever the direction
    /// Sum of c_ij = (p_ij + sum_q p_iq p_qj)^2 over contacts j (eq. 2.4); ways of two steps to nodes that are no
    /// contacts are not added. Nothing without a contact.
    std::optional<double> constraint;
    /// sum_j (1 - sum_q p_iq m_jq) with m_jq = s_jq / max_k s_jk (eq. 2.2); for ties without weights N - 2t/N, t being
    /// the ties among contacts (Borgatti 1997). Nothing without a contact.
    std::optional<double> effective_size;
    std::optional<double> efficiency;  ///< effective size / N
    /// sum_j r_j ln r_j / (N ln N) with r_j = c_ij / (constraint / N) (eq. 2.9): 0 when all contacts constrain alike, 1
    /// when one does it all. Nothing with fewer than two contacts.
    std::optional<double> hierarchy;
};

struct StructuralHolesOptions {
    unsigned threads = 0;  ///< 0 = all cores
    Work work;
};

/// Structural holes of each node. O(sum over ties of the contacts of their ends): O(nodes^3) for a complete network
[[nodiscard]] std::vector<StructuralHoles> structural_holes(const Network& network,
                                                            const StructuralHolesOptions& options = {});

}  // namespace tarazy
