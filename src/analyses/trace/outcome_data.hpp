#pragma once

#include "study/method.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <string>
#include <vector>

namespace tarazy {

// What the analyses of outcomes over time (trace.synth, trace.its, trace.contrast) read and are told.

/// The rows of one outcome, and what its columns are called.
struct OutcomeData {
    Table table;
    std::string unit, time, value;
    std::vector<std::string> notes = {};  ///< how the data spell the states
};

/// Rows of role `indicators` (`state,year,indicator,value`) with the indicator that the parameter names, or of role
/// `panel` (`unit,time,<outcome>`) with its column. @throws InputError when the parameter is empty, or the data have no
/// such indicator or column
/// States of the analysis that the data spell in another way have their codes in the table (`states_as_asked`).
[[nodiscard]] OutcomeData outcome_data(const AnalysisPlan& plan, const RoleTables& data, const char* parameter);

/// Adds to a table with `state` and `time` the column `source`: where the data say that the state's value of that time
/// comes from, so that each point of a series put together of several sources keeps its own. Adds nothing where the
/// data have no column `source`.
void add_sources(Table& path, const OutcomeData& outcome);

/// The states named in the parameter `donors`; those of the comparison without it. Never the focus.
[[nodiscard]] std::vector<std::string> donors_of(const AnalysisPlan& plan);

/// ` --data FILE --series indicator=NAME --unit state --time year --outcome value`, as the commands take it.
/// @param value  the option that names the column of values; `unit` is left out where empty
[[nodiscard]] std::string outcome_options(const AnalysisPlan& plan, const char* parameter, const std::string& unit,
                                          const std::string& value);

/// The quantiles and the 90% interval of a row with the columns q025,q05,q10,<value>,q90,q95,q975.
void put_distribution(Claim& claim, const Table& table, std::size_t row, const std::string& value,
                      const std::string& kind);

/// A text parameter with a standard value.
[[nodiscard]] ParameterRule text_parameter(const char* name, const char* standard, const char* meaning,
                                           std::vector<std::string> choices = {});
/// A year; `needed` ones have no standard and are asked for when the analysis is computed.
[[nodiscard]] ParameterRule year_parameter(const char* name, const char* meaning);
[[nodiscard]] std::optional<std::int64_t> year_of_parameter(const AnalysisPlan& plan, const char* name);
/// @throws InputError when the study does not name it
[[nodiscard]] std::int64_t needed_year(const AnalysisPlan& plan, const char* name);

/// The last year of an analysis' window: its `until`, else that of the study.
[[nodiscard]] std::int64_t window_end(const AnalysisPlan& plan);

}  // namespace tarazy
