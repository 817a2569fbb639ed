#pragma once

#include "base/work.hpp"
#include "compare/minimisation/row_set.hpp"
#include "compare/sets/literals.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct Covers {
    std::vector<std::vector<std::size_t>> models;  ///< numbers of columns, ascending; models in lexicographic order
    std::uint64_t count = 0;  ///< of all models; above models.size() when more were counted than listed
    bool complete = true;     ///< are all models counted and listed? Each one listed is a model in any case.
};

// Both searches end: a row that no column covers has no cover, which is said by no model (and `complete`); every other
// chart has covers of at most as many columns as rows, among finitely many.

/// chart[i] = positive rows that prime implicant i covers.
[[nodiscard]] std::vector<RowSet> prime_implicant_chart(std::span<const Literals> primes,
                                                        std::span<const Literals> positives, const Work& work = {});

/// All covers of the rows with the fewest columns. Columns that cover the same rows are one column until the end; a
/// memory of which sets of rows can be covered by d columns keeps every branch one that leads to a cover. Exact.
/// @param limit  list so many models at most
[[nodiscard]] Covers minimum_covers(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit,
                                    const Work& work = {});

/// All covers from which no column can be left out (Baumgartner & Thiem 2017 on why all should be seen).
[[nodiscard]] Covers irredundant_covers(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit,
                                        const Work& work = {});

/// Columns that no other column covers more rows than, with row dominance (McCluskey 1956): a column whose rows are
/// all covered by a larger one is left out. It hides models and is off unless asked for.
[[nodiscard]] std::vector<bool> undominated(const std::vector<RowSet>& chart, const Work& work = {});

}  // namespace tarazy
