#pragma once

#include "base/work.hpp"
#include "compare/minimisation/truth_table.hpp"
#include "compare/sets/set_fit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct MinimiseOptions {
    bool irredundant = false;            ///< list all irredundant models, not only those with the fewest terms
    bool row_dominance = false;          ///< drop dominated prime implicants first (hides models)
    std::vector<Literals> expectations;  ///< a literal each, or a conjunction whose literals hold only together
    /// What may not be covered, as terms: no remainder in them is assumed, and positive rows in them count as negative
    /// (enhanced standard analysis, Schneider & Wagemann 2013)
    std::vector<Literals> excluded;
    std::size_t model_limit = 10000;  ///< also of the pairs of models that intermediate solutions come from
    std::size_t prime_limit = 1'000'000;
    Work work = {};  ///< when its time is up, searches stop with what they have found
};

/// What minimisation needs of a truth table: configurations to be explained, and those that must not be covered.
struct CodedRows {
    std::vector<Literals> positive;
    std::vector<Literals> negative;  ///< negative and contradictory rows
    friend bool operator==(const CodedRows&, const CodedRows&) = default;
};
[[nodiscard]] CodedRows coded_rows(const TruthTable& table);

/// The rows with the positive ones that an excluded term covers among the negative ones. O(rows x excluded)
[[nodiscard]] CodedRows without_excluded(CodedRows rows, const std::vector<Literals>& excluded);

/// Says of which rows with the outcome an excluded term made negative ones, with their cases; nothing when of none.
[[nodiscard]] std::vector<std::string> notes_on_excluded(const Cases& cases, const TruthTable& table,
                                                         const std::vector<Literals>& excluded);

/// Can a term tell every positive row from every negative one? Not where "does not apply" leaves a positive row no
/// literal that a negative one lacks: what covers the one then covers the other. O(positive x negative)
[[nodiscard]] bool separable(const CodedRows& rows);

/// Is no row negative or excluded, while some are positive? Then any term suffices and the parsimonious and
/// intermediate solutions have no meaning. @param rows  with those that `without_excluded` turns over
[[nodiscard]] bool nothing_to_contrast(const CodedRows& rows, const MinimiseOptions& options = {});
/// What is said then, without a full stop.
[[nodiscard]] std::string nothing_to_contrast_text(const Cases& cases);

/// One solution type, or one pair of conservative and parsimonious model for the intermediate one.
struct Solution {
    std::vector<Literals> prime_implicants;
    std::vector<Literals> essential;  ///< in every model (QCA's sense; with minimum models more than the chart's)
    std::vector<std::vector<Literals>> models;  ///< terms in the order of `prime_implicants`
    std::uint64_t n_models = 0;
    bool complete = true;  ///< all prime implicants and all models are there
    /// Intermediate: the parsimonious model of the pair, and the terms that cover what of its assumptions is easy
    std::vector<Literals> simplest, easy;
};

/// Is there something to explain, and can it be?
/// @throws InputError when no row is positive (or all of them are excluded), and when a positive row and a negative one
///         are not separable, with the cases of both
void require_explained(const Cases& cases, const TruthTable& table, const MinimiseOptions& options = {});

/// Terms that cover the positive rows with no remainder assumed. @throws InputError as `require_explained`
[[nodiscard]] Solution conservative_solution(const Cases& cases, const TruthTable& table,
                                             const MinimiseOptions& options = {});

/// The shortest terms, any remainder assumed that is not excluded. Negative and contradictory rows are not covered.
/// @throws InputError likewise, when no row is negative, and when every term of a positive row has excluded
///         configurations in it
[[nodiscard]] Solution parsimonious_solution(const Cases& cases, const TruthTable& table,
                                             const MinimiseOptions& options = {});

/// Intermediate solutions by the label of their pair: C1P1, C1P2, ...
struct PairedSolutions {
    std::vector<std::pair<std::string, Solution>> pairs;
    bool complete = true;  ///< false: there are more pairs than `model_limit`, or the time was up
};

/// One solution a pair (Ragin & Sonnett 2005): a literal of a conservative term that is not in the parsimonious term it
/// belongs to goes unless an expectation asks for it, or none speaks of its condition; the assumptions these terms
/// cover are the easy counterfactuals, and positive rows are minimised once more with them.
/// @throws InputError as `require_explained`
[[nodiscard]] PairedSolutions intermediate_solutions(const Cases& cases, const TruthTable& table,
                                                     const Solution& conservative, const Solution& parsimonious,
                                                     const MinimiseOptions& options = {});

/// The same of rows that are coded already and hold no excluded positive row. Without a positive row, or with rows that
/// are not separable, or (parsimonious) without any negative or excluded one, there are no models.
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
