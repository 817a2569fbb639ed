#pragma once

#include "study/method.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

// What the adapters of all methods need to make claims of table cells.

/// The quantiles that a row holds; columns are given with their probabilities, ascending. Empty unless all are there.
[[nodiscard]] std::vector<Quantile> quantiles_in(const Table& table, std::size_t row,
                                                 std::initializer_list<std::pair<double, std::string>> columns);

/// Interval between two columns, when both are there.
[[nodiscard]] std::optional<Interval> interval_in(const Table& table, std::size_t row, const std::string& lower,
                                                  const std::string& upper, double level, const std::string& kind);

/// A path as a shell reads it, in double quotes where it needs them; variables are left for the shell to fill in.
[[nodiscard]] std::string shell_word(const std::string& path);

/// `--votes "a b.csv" c.csv`: an option with the files of a role; empty when the analysis does not read the role.
[[nodiscard]] std::string file_option(const AnalysisPlan& plan, const std::string& option, std::string_view role);

/// The rows a claim rests on, for each data key of the analysis.
[[nodiscard]] std::vector<InputUse> uses(const AnalysisPlan& plan, const std::string& rows);

/// The same for the data keys of some roles only.
[[nodiscard]] std::vector<InputUse> uses(const AnalysisPlan& plan, const std::string& rows,
                                         const std::vector<std::string>& roles);

/// Does a declared test read the number with these parts (`series_claim_id`), or that of the focus which it is beside?
/// Numbers of comparison states are many and of interest where a test asks for them only. O(tested)
[[nodiscard]] bool read_by_a_test(const AnalysisPlan& plan, const ClaimParts& parts);

}  // namespace tarazy
