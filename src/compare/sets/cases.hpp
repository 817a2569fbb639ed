#pragma once

#include "compare/sets/literals.hpp"
#include "table/table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Order of cases in lists, whatever their order in the table: numbers first, by size; then by the bytes of the name.
[[nodiscard]] bool stands_before(std::string_view a, std::string_view b);

/// What to do with a membership of exactly 0.5, which puts a case on neither side.
enum class TiePolicy {
    keep,   ///< count it in sums, in no row of the truth table, and say so (as QCA does)
    up,     ///< read 0.5 as just above: the case is in the set
    down,   ///< read 0.5 as just below
    error,  ///< refuse the table
};

/// What to do with a case that has a missing cell in a column used.
enum class MissingPolicy {
    drop,     ///< leave the case out, with a note
    lowest,   ///< read the cell as 0 (multi-value: level 0), also in the outcome that is explained
    highest,  ///< read the cell as 1 (multi-value: the highest level)
};

struct CaseOptions {
    std::string outcome;  ///< `Y`, `~Y`, or of a multi-value outcome `Y{2}`, `Y{1,2}` (either level), also `Y[2]`
    std::vector<std::string> conditions;
    std::string case_column = "case";
    bool negate = false;  ///< explain the absence of the outcome
    TiePolicy ties = TiePolicy::keep;
    MissingPolicy missing = MissingPolicy::drop;
    std::string frequency = {};  ///< column that says for how many cases a row stands; empty: each for one
};

/// Where the outcome comes from: `Y`, `~Y`, or `Y{2}`, `Y{1,2}` of a multi-value column.
struct OutcomeColumn {
    std::string column;
    bool negated = false;
    std::vector<unsigned> levels = {};  ///< the values that are explained, any of them; none = the column is a set
    bool multi_value = false;

    /// Membership in the outcome of a case with this value in the column.
    [[nodiscard]] double membership(double value) const;
};

/// Reads the name of an outcome, without its table: `multi_value` is left open.
/// @throws UsageError when what stands in the braces are no levels
[[nodiscard]] OutcomeColumn outcome_named(const std::string& text, bool negate = false);

/// For how many cases the row at `at` stands; without weights each stands for one.
[[nodiscard]] inline double weight_at(std::span<const double> weights, std::size_t at) {
    return weights.empty() ? 1.0 : weights[at];
}

/// Cases with their set memberships.
struct Cases {
    std::vector<std::string> names;
    PropertySpace space;
    /// membership[condition][case]: a share in [0,1], the level of a multi-value condition, NaN = does not apply
    std::vector<std::vector<double>> membership;
    std::vector<double> outcome;  ///< in [0,1]; already negated where asked for
    std::string outcome_name;     ///< as printed: `Y`, `~Y`, `Y{2}`
    OutcomeColumn outcome_column = {};
    std::string source;  ///< path of the table, for messages
    std::vector<std::string> warnings;
    struct MissingCell {
        std::string name, column;  ///< case and condition, or the outcome as printed
    };
    std::vector<MissingCell> missing = {};  ///< cells without a value, whatever was done about them
    /// For how many cases each one stands, whole numbers from 1; empty: each for itself. All sums and counts are as
    /// if the row were written so many times.
    std::vector<double> weights = {};
    std::string halves = {};  ///< who has memberships of 0.5 and so no row of a truth table, one sentence; or empty

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
    /// How many cases these are, weights counted.
    [[nodiscard]] std::size_t count(std::span<const std::size_t> members) const;
};

/// Reads a table `case,<sets>...`. A condition whose cells are whole numbers, some above 1, is multi-value; one with
/// `-` cells is temporal (Caren & Panofsky 2005). A case with a missing cell in a used column is left out with a note,
/// unless the options fill the cell. A row whose frequency is 0 is left out with a note.
/// @throws InputError with every fault: case named twice or not at all, value outside [0,1], a level that no case has,
///         outcome without any value, a frequency that is no whole number from 0;
///         UsageError: fewer than one condition, one named twice, a name with `*`, `+`, `;` or braces in it, which
///         would make printed expressions ambiguous, a level of the outcome that there is not
[[nodiscard]] Cases read_cases(const Table& table, const CaseOptions& options);

/// The same without an outcome: names, space and memberships only; ties are left as they are.
[[nodiscard]] Cases read_sets(const Table& table, const CaseOptions& options);

/// Membership of a case in one literal; 0 where the condition does not apply. O(1)
[[nodiscard]] double literal_membership(const Cases& cases, std::size_t condition, unsigned level, std::size_t at);

/// Membership of every case in a term: the minimum over its literals (Zadeh 1965). O(cases x conditions)
[[nodiscard]] std::vector<double> term_membership(const Cases& cases, Literals term);

/// Membership of every case in a model: the maximum over its terms.
[[nodiscard]] std::vector<double> model_membership(const Cases& cases, const std::vector<Literals>& model);

}  // namespace tarazy
