#pragma once

#include "base/work.hpp"
#include "compare/sets/cases.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

struct TruthTableOptions {
    double inclusion_cut = 1;                      ///< rows at or above it explain the outcome
    std::optional<double> contradiction_cut = {};  ///< rows from here to below `inclusion_cut` are contradictory
    double pri_cut = 0;
    std::size_t case_cut = 1;  ///< rows with fewer cases are remainders
};

enum class RowOutcome : char { positive = '1', negative = '0', contradiction = 'C', remainder = '?' };

/// How a row with these figures is coded.
[[nodiscard]] RowOutcome row_outcome(std::size_t cases, const std::optional<double>& inclusion,
                                     const std::optional<double>& pri, const TruthTableOptions& options);

/// A configuration of conditions that some case has.
struct TruthRow {
    std::uint64_t number =
        0;  ///< from 1, first condition most significant ("-" counts as the last level); 0 = too large
    std::vector<int> levels;  ///< -1 = does not apply
    Literals literals;
    RowOutcome outcome = RowOutcome::remainder;
    std::optional<double> inclusion, pri;
    std::size_t count = 0;                   ///< how many cases, weights counted
    std::vector<std::size_t> cases;          ///< with membership above 0.5
    std::vector<std::size_t> deviant_cases;  ///< of these, those with outcome below 0.5
};

struct TruthTable {
    std::vector<TruthRow> rows;  ///< observed configurations only, in the order of their numbers
};

/// Assigns each case to the one configuration in which it has membership above 0.5 (Ragin 2008, ch. 7) and codes the
/// rows: fewer than `case_cut` cases: remainder; inclusion >= `inclusion_cut` and PRI >= `pri_cut`: positive; else
/// contradiction or negative. Cut-offs compare with a tolerance of 1e-9. O(rows x cases x conditions)
[[nodiscard]] TruthTable truth_table(const Cases& cases, const TruthTableOptions& options = {}, const Work& work = {});

/// A configuration by its number; all levels apply. @pre 1 <= number <= space.configurations()
[[nodiscard]] std::vector<int> configuration_levels(const PropertySpace& space, std::uint64_t number);
[[nodiscard]] Literals configuration_literals(const PropertySpace& space, const std::vector<int>& levels);

}  // namespace tarazy
