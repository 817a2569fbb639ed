#pragma once

#include "base/work.hpp"
#include "compare/minimisation/minimise.hpp"
#include "compare/sets/covered_configurations.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// The rows of a truth table without (enough) cases: what a solution may assume to go with the outcome. Rows in which
/// some condition does not apply are none of them.
class Remainders {
public:
    /// Rows are listed without being asked for in spaces up to this size, and at all in spaces up to that one.
    static constexpr std::uint64_t listed_unasked = 1024, most_listed = std::uint64_t{1} << 20;

    Remainders(const PropertySpace& space, const TruthTable& table);

    /// How many of them some term covers, exactly, however large the space. Cost as of `covered_configurations`.
    [[nodiscard]] ConfigurationCount count(const std::vector<Literals>& terms, const Work& work = {}) const;

    [[nodiscard]] bool listable(std::uint64_t most_configurations) const;
    /// Their numbers in the truth table, ascending. @pre listable(most_listed)
    [[nodiscard]] std::vector<std::uint64_t> rows(const std::vector<Literals>& terms) const;

private:
    PropertySpace space_;
    std::vector<Literals> coded_;         ///< rows with cases in which every condition applies
    std::vector<std::uint64_t> numbers_;  ///< of these, ascending
};

/// Assumptions of one intermediate solution (Ragin & Sonnett 2005): what its parsimonious model assumes, in the easy
/// ones, which the expectations allow, and the difficult ones.
struct Counterfactuals {
    ConfigurationCount easy = 0, difficult = 0;
};
[[nodiscard]] Counterfactuals counterfactuals(const Remainders& remainders, const Solution& intermediate,
                                              const Work& work = {});

/// The numbers of these rows. @pre remainders.listable(Remainders::most_listed)
struct CounterfactualRows {
    std::vector<std::uint64_t> easy, difficult;
};
[[nodiscard]] CounterfactualRows counterfactual_rows(const Remainders& remainders, const Solution& intermediate);

}  // namespace tarazy
