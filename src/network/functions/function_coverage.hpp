#pragma once

#include "network/functions/carried_functions.hpp"
#include "table/table.hpp"

#include <optional>

namespace tarazy {

/// From `lower` to `upper`; equal when it is known.
struct NumberBounds {
    double lower = 0, upper = 0;
    [[nodiscard]] bool known() const noexcept { return lower == upper; }
    bool operator==(const NumberBounds&) const = default;
};

/// How a function is provided to a state.
struct FunctionCoverage {
    std::uint32_t state = 0, function = 0;
    /// c_if = sum_e m_ie F_ef; from the known members, and with all whose membership is not known
    NumberBounds coverage;
    std::vector<std::uint32_t> providers;           ///< institutions, by place
    std::vector<std::uint32_t> possible_providers;  ///< those whose membership is not known
    /// sum_e (m_ie F_ef / c_if)^2 (Hirschman 1964, American Economic Review 54:761): 1 = one provider, 1/n = n equal
    /// ones. Nothing where nobody provides the function, or it is not known whether anybody does.
    std::optional<NumberBounds> herfindahl;

    [[nodiscard]] NumberBounds redundancy() const noexcept { return {coverage.lower - 1, coverage.upper - 1}; }
    /// Has it exactly one provider? Nothing when that is not known. With weights of 0 and 1 the same as c_if = 1.
    [[nodiscard]] std::optional<bool> sole() const noexcept;
};

/// Coverage of every function of these states, in the order of the states, then functions. Bounds of the Herfindahl
/// index are exact up to 16 possible providers of a function; beyond, with unequal weights, they are those of equal
/// ones (1/n) and 1. O(states x functions x institutions), with unequal weights times 2^possible providers
[[nodiscard]] std::vector<FunctionCoverage> function_coverage(const CarriedFunctions& carried,
                                                              std::span<const std::uint32_t> states);

/// state,function,coverage,redundancy,sole,herfindahl,providers,coverage_lower,coverage_upper,redundancy_lower,
/// redundancy_upper,herfindahl_lower,herfindahl_upper,possible_providers: a row a state and function. A number that is
/// not known is missing and stands between its bounds. Redundancy is coverage - 1, so -1 where nobody provides.
[[nodiscard]] Table coverage_table(const CarriedFunctions& carried, std::span<const FunctionCoverage> coverage);

/// state,functions,covered,covered_lower,covered_upper,sole,sole_functions,uncovered,possibly_covered: a row a state;
/// `sole_functions` are `function: institution`.
[[nodiscard]] Table covered_table(const CarriedFunctions& carried, std::span<const FunctionCoverage> coverage);

/// Functions that no known member among these states provides to anybody, by place.
[[nodiscard]] std::vector<std::uint32_t> functions_of_nobody(const CarriedFunctions& carried,
                                                             std::span<const FunctionCoverage> coverage);

}  // namespace tarazy
