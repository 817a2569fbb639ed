#pragma once

#include "base/work.hpp"
#include "compare/sets/literals.hpp"

#include <span>
#include <vector>

namespace tarazy {

struct PrimeImplicants {
    std::vector<Literals> terms;  ///< fewest literals first, then by the order of the literals
    bool complete =
        true;  ///< false: stopped at the limit, or when the time was up; the terms found are prime all the same
};

/// When to stop a search for prime implicants.
struct PrimeLimit {
    std::size_t terms = 1'000'000;
    Work work = {};
};

/// All literals that a configuration inside the term may have: a term has a configuration in common with it when all
/// its literals are among them. What may not be covered at all is given to the searches below in this form.
[[nodiscard]] Literals possible_literals(const PropertySpace& space, Literals term);

/// All prime implicants of the positive rows when every configuration not listed may be assumed either way
/// (parsimonious): the shortest terms that cover a positive row and nothing negative.
///
/// A term through positive row p avoids a negative row q when it holds a literal of the difference set p \ q, so the
/// prime implicants through p are the minimal hitting sets of its difference sets; they are enumerated with bit sets
/// of criticality (Murakami & Uno 2014, "MMCS"). The cost follows the number of prime implicants, not 3^conditions.
/// A negative "row" may also be the `possible_literals` of a term of which no configuration may be covered.
/// @pre no negative holds all literals of a positive row: no term of such a row avoids it, and the row would have no
///      prime implicant
[[nodiscard]] PrimeImplicants free_prime_implicants(std::span<const Literals> positives,
                                                    std::span<const Literals> negatives, const PrimeLimit& limit = {});

/// All prime implicants through a positive row when only the `assumed` terms may be covered besides the positive rows
/// (conservative: none; intermediate: the easy counterfactuals), and no negative row, which counts where "does not
/// apply" leaves it outside the configurations. Few terms by iterated consensus (Quine 1955), generalised to more than
/// two levels, where one term of each level of a condition is merged; many as hitting sets, as above, with what the
/// terms leave uncovered as negative. @pre as above
[[nodiscard]] PrimeImplicants closed_prime_implicants(const PropertySpace& space, std::span<const Literals> positives,
                                                      std::span<const Literals> assumed,
                                                      std::span<const Literals> negatives,
                                                      const PrimeLimit& limit = {});

}  // namespace tarazy
