#pragma once

#include "cli/command.hpp"
#include "compare/minimise.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Options that all commands of set-theoretic comparison share.
struct ComparisonInputs {
    std::string data, outcome, conditions, case_column = "case", inclusion_cuts, ties = "keep", missing = "drop";
    double pri_cut = 0;
    std::size_t case_cut = 1;
    bool negate = false;
};
/// @param with_cuts  also the cut-offs of a truth table
void add_comparison_options(CLI::App& app, ComparisonInputs& inputs, bool with_cuts);

/// The cases; their notes become warnings. @throws UsageError, InputError
[[nodiscard]] Cases read_comparison(Session& session, const ComparisonInputs& inputs);
/// The same from a table that has been read.
[[nodiscard]] Cases read_comparison(Session& session, const ComparisonInputs& inputs, const Table& table);

void add_missing_option(CLI::App& app, ComparisonInputs& inputs);
/// With `--missing bound` and missing cells: the cases with all of them at their lowest, and at their highest.
struct MissingBounds {
    Cases lowest, highest;
};
[[nodiscard]] std::optional<MissingBounds> missing_bounds(Session& session, const ComparisonInputs& inputs,
                                                          const Table& table, const Cases& cases);
[[nodiscard]] TruthTableOptions table_options(const ComparisonInputs& inputs);

/// Texts of a comma-separated list, blanks around them left out, empty ones dropped.
[[nodiscard]] std::vector<std::string> comma_list(const std::string& text);
/// Numbers of a comma-separated list. @throws UsageError naming the option
[[nodiscard]] std::vector<double> number_list(const std::string& text, const std::string& option);

}  // namespace tarazy
