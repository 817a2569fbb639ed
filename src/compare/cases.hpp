#pragma once

#include "compare/literals.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What to do with a membership of exactly 0.5, which puts a case on neither side.
enum class TiePolicy {
    keep,   ///< count it in sums, in no row of the truth table, and warn (as QCA does)
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
    std::string outcome;  ///< `Y`, `~Y`, or `Y{2}` of a multi-value outcome
    std::vector<std::string> conditions;
    std::string case_column = "case";
    bool negate = false;  ///< explain the absence of the outcome
    TiePolicy ties = TiePolicy::keep;
    MissingPolicy missing = MissingPolicy::drop;
};

/// Where the outcome comes from: `Y`, `~Y`, or `Y{2}` of a multi-value column.
struct OutcomeColumn {
    std::string column;
    bool negated = false;
    int level = -1;  ///< the value that is explained; -1 = the column is a set itself
    bool multi_value = false;

    /// Membership in the outcome of a case with this value in the column.
    [[nodiscard]] double membership(double value) const;
};

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

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
};

/// Reads a table `case,<sets>...`. A condition whose cells are whole numbers, some above 1, is multi-value; one with
/// `-` cells is temporal (Caren & Panofsky 2005). A case with a missing cell in a used column is left out with a note,
/// unless the options fill the cell.
/// @throws InputError with every fault: case named twice or not at all, value outside [0,1], a level that no case has,
///         outcome without any value, fewer than one condition
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
