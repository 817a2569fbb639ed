#pragma once

#include "compare/literals.hpp"

#include <span>
#include <vector>

namespace tarazy {

struct PrimeImplicants {
    std::vector<Literals> terms;  ///< fewest literals first, then by the order of the literals
    bool complete = true;         ///< false: stopped at the limit
};

/// All prime implicants of the positive rows when every configuration not listed may be assumed either way
/// (parsimonious): the shortest terms that cover a positive row and nothing negative.
///
/// A term through positive row p avoids a negative row q when it holds a literal of the difference set p \ q, so the
/// prime implicants through p are the minimal hitting sets of its difference sets; they are enumerated with bit sets
/// of criticality (Murakami & Uno 2014, "MMCS"). The cost follows the number of prime implicants, not 3^conditions.
/// A negative "row" may also be a term: then nothing the term covers is allowed.
/// @pre no negative covers a positive row, nor holds all its literals
/// @param limit  stop after so many
[[nodiscard]] PrimeImplicants free_prime_implicants(std::span<const Literals> positives,
                                                    std::span<const Literals> negatives, std::size_t limit);

/// All prime implicants of a union of terms when nothing else is allowed (conservative): iterated consensus (Quine
/// 1955), generalised to more than two levels, where one term of each level of a condition is merged.
/// Quadratic in the number of terms met on the way.
[[nodiscard]] PrimeImplicants closed_prime_implicants(const PropertySpace& space, std::span<const Literals> terms,
                                                      std::size_t limit);

}  // namespace tarazy
