#pragma once

#include "compare/minimisation/all_models.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class StatementKind {
    same_models,    ///< the models are those of the cases as coded
    term_of_model,  ///< the term is one of the terms of a model
    term_contains,  ///< a term of a model holds all literals
    is_model,       ///< the expression is one of the models
    is_only_model,  ///< ... and there is no other
    one_model,      ///< there is exactly one model
    some_model,     ///< there is a model at all
    necessary,      ///< the literals joined by + are necessary for the outcome
    sufficient,     ///< the expression is sufficient for the outcome
};

/// A sentence about a solution, or about a set relation, that either holds or does not.
struct SolutionStatement {
    StatementKind kind = StatementKind::same_models;
    std::string text;                           ///< as stated
    std::vector<Literals> expression;           ///< terms; of `term_contains` one set of literals
    bool every_model = false;                   ///< else: some model
    bool every_term = false;                    ///< of `term_contains`: else some term
    double cut = 0;                             ///< of `necessary` and `sufficient`: least inclusion
    std::optional<SolutionKind> solution = {};  ///< speaks of this solution type only
    std::optional<std::size_t> over = {};       ///< of `term_contains`: counts only terms over this case

    /// Is it about the cases' memberships (necessary, sufficient) and not about the models?
    [[nodiscard]] bool about_sets() const {
        return kind == StatementKind::necessary || kind == StatementKind::sufficient;
    }
};

/// Reads one of
///   `models stay`                                            the models are those of the cases as coded
///   `A*~B is a term of some|every model`
///   `[some|every] term contains A*B in some|every model`     (some term, unless said)
///   `[some|every] term over KAZ contains A*B in some|every model`  of the terms that cover the case
///   `A*~B + C is a model`, `A*~B + C is the only model`
///   `there is one model`, `there is a model`
///   `A + ~B is necessary [at 0.9]`, `A*B + C is sufficient [at 0.8]`
/// each perhaps after `conservative:`, `parsimonious:` or `intermediate:`.
/// @param cases  names that may stand after `over`; they may hold blanks
/// @throws UsageError that shows the statement and what can be said
[[nodiscard]] SolutionStatement parse_statement(std::string_view text, const PropertySpace& space,
                                                std::span<const std::string> cases = {});

/// The literals that a case has, with membership above one half: the terms over it are those of which it has all.
/// Nothing when its outcome is exactly one half: it is then on neither side, and no term counts as one over it.
/// O(conditions)
[[nodiscard]] std::optional<Literals> literals_of_case(const Cases& cases, std::size_t at);

/// Those of the case that the statement speaks of; nothing when it speaks of none.
[[nodiscard]] std::optional<Literals> literals_over(const SolutionStatement& statement, const Cases& cases);

/// Does a statement about models hold? Without any model none does, but `models stay` when there was none before.
/// A sentence on terms over a case does not hold in a model that has none.
/// @param before  models of the cases as coded, for `models stay`
/// @param over    `literals_over` of the cases that the models are of
/// @pre !statement.about_sets()
[[nodiscard]] bool holds(const SolutionStatement& statement, const AllModels& models, const AllModels& before,
                         const std::optional<Literals>& over = {});

/// Does a statement about set relations hold of these memberships? @pre statement.about_sets()
[[nodiscard]] bool holds(const SolutionStatement& statement, const Cases& cases);

}  // namespace tarazy
