#pragma once

#include "cli/command.hpp"
#include "compare/minimisation/minimise.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Options that all commands of set-theoretic comparison share.
struct ComparisonInputs {
    std::string data, outcome, conditions, case_column = "case", inclusion_cuts, ties = "keep", missing = "drop";
    std::string frequency;
    double pri_cut = 0;
    std::size_t case_cut = 1;
    bool negate = false;
    bool case_named = false;       ///< was --case given?
    bool has_truth_table = false;  ///< does the command make one, so that memberships of 0.5 matter?
};
/// @param with_cuts  also the cut-offs of a truth table
void add_comparison_options(CLI::App& app, ComparisonInputs& inputs, bool with_cuts);

/// --frequency: a row stands for so many cases.
void add_frequency_option(CLI::App& app, std::string& frequency);

/// The table of --data. Without a column `case`, and without --case, one is added at the end with the numbers 1, 2, ...
/// and a note says so. @throws as read_input
[[nodiscard]] Table read_case_table(Session& session, const ComparisonInputs& inputs);
/// The same of a table that has been read. @param named  was --case given?
void number_cases(Session& session, Table& table, const std::string& case_column, bool named);

/// The cases; their notes become warnings. @throws UsageError, InputError
[[nodiscard]] Cases read_comparison(Session& session, const ComparisonInputs& inputs);
/// The same from a table that has been read.
/// @pre read by read_case_table
[[nodiscard]] Cases read_comparison(Session& session, const ComparisonInputs& inputs, const Table& table);

void add_missing_option(CLI::App& app, ComparisonInputs& inputs);
/// With `--missing bound` and missing cells: the cases with all of them at their lowest, and at their highest.
struct MissingBounds {
    Cases lowest, highest;
};
[[nodiscard]] std::optional<MissingBounds> missing_bounds(Session& session, const ComparisonInputs& inputs,
                                                          const Table& table, const Cases& cases);
[[nodiscard]] TruthTableOptions table_options(const ComparisonInputs& inputs);

/// Texts of a comma-separated list, blanks around them left out, empty ones dropped. Lists of expressions are read by
/// `expression_list`, which leaves `A{1,2}` whole.
[[nodiscard]] std::vector<std::string> comma_list(const std::string& text);
/// Numbers of a comma-separated list. @throws UsageError naming the option
[[nodiscard]] std::vector<double> number_list(const std::string& text, const std::string& option);

}  // namespace tarazy
