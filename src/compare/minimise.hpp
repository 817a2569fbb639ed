#pragma once

#include "compare/set_fit.hpp"
#include "compare/truth_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct MinimiseOptions {
    bool irredundant = false;            ///< list all irredundant models, not only those with the fewest terms
    bool row_dominance = false;          ///< drop dominated prime implicants first (hides models)
    std::vector<Literals> expectations;  ///< a literal each, or a conjunction whose literals hold only together
    std::vector<Literals> excluded;      ///< remainders that may not be assumed (ESA), as terms
    /// Observed positive rows in `excluded` count as negative, as SetMethods does; else cases weigh more than
    /// assumptions
    bool excluded_cases = false;
    std::size_t model_limit = 10000;
    std::size_t prime_limit = 5'000'000;
    std::uint64_t row_limit = std::uint64_t{1} << 20;  ///< list assumption rows in spaces up to this size only
};

/// What minimisation needs of a truth table: configurations to be explained, and those that must not be covered.
struct CodedRows {
    std::vector<Literals> positive;
    std::vector<Literals> negative;  ///< negative and contradictory rows
    friend bool operator==(const CodedRows&, const CodedRows&) = default;
};
[[nodiscard]] CodedRows coded_rows(const TruthTable& table);

/// The rows with those that `excluded_cases` turns over. O(rows x excluded)
[[nodiscard]] CodedRows without_excluded(CodedRows rows, const MinimiseOptions& options);

/// Is no row negative or excluded, while some are positive? Then any term suffices and the parsimonious and
/// intermediate solutions have no meaning. @param rows  with those that `without_excluded` turns over
[[nodiscard]] bool nothing_to_contrast(const PropertySpace& space, const CodedRows& rows,
                                       const MinimiseOptions& options = {});
/// What is said then, without a full stop.
[[nodiscard]] std::string nothing_to_contrast_text(const Cases& cases);

/// One solution type, or one pair of conservative and parsimonious model for the intermediate one.
struct Solution {
    std::vector<Literals> prime_implicants;
    std::vector<Literals> essential;  ///< in every model (QCA's sense; with minimum models more than the chart's)
    std::vector<std::vector<Literals>> models;  ///< terms in the order of `prime_implicants`
    std::uint64_t n_models = 0;
    bool complete = true;  ///< all prime implicants and all models are there
    /// Remainder rows each model covers; nothing when the property space is too large to number
    std::optional<std::vector<std::vector<std::uint64_t>>> assumptions;
    std::vector<std::uint64_t> easy, difficult;  ///< intermediate: counterfactual rows
};

/// Terms that cover the positive rows with no remainder assumed.
[[nodiscard]] Solution conservative_solution(const Cases& cases, const TruthTable& table,
                                             const MinimiseOptions& options = {});

/// The shortest terms, any remainder assumed that is not excluded. Negative and contradictory rows are not covered.
[[nodiscard]] Solution parsimonious_solution(const Cases& cases, const TruthTable& table,
                                             const MinimiseOptions& options = {});

/// One solution a pair, keyed C1P1, C1P2, ... (Ragin & Sonnett 2005): a literal of a conservative term that is not in
/// the parsimonious term it belongs to goes unless an expectation asks for it, or none speaks of its condition; the
/// assumptions these terms cover are the easy counterfactuals, and positive rows are minimised once more with them.
[[nodiscard]] std::map<std::string, Solution> intermediate_solutions(const Cases& cases, const TruthTable& table,
                                                                     const Solution& conservative,
                                                                     const Solution& parsimonious,
                                                                     const MinimiseOptions& options = {});

/// The same of rows that are coded already, without lists of assumptions and counterfactuals. Without a positive row,
/// or (parsimonious) without any negative or excluded one, there are no models.
[[nodiscard]] Solution conservative_solution(const PropertySpace& space, const CodedRows& rows,
                                             const MinimiseOptions& options = {});
[[nodiscard]] Solution parsimonious_solution(const PropertySpace& space, const CodedRows& rows,
                                             const MinimiseOptions& options = {});
/// One solution for each distinct set of easy counterfactuals that the pairs of models give.
[[nodiscard]] std::vector<Solution> intermediate_solutions(const PropertySpace& space, const CodedRows& rows,
                                                           const Solution& conservative, const Solution& parsimonious,
                                                           const MinimiseOptions& options = {});

struct TermFit {
    Literals term;
    SufficiencyFit fit;
    std::optional<double> unique;  ///< covU
};
struct ModelFit {
    std::vector<TermFit> terms;
    SufficiencyFit model;
};
[[nodiscard]] ModelFit fit_model(const Cases& cases, const std::vector<Literals>& model);

}  // namespace tarazy
