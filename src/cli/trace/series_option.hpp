#pragma once

#include "cli/command.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The rows that every `COLUMN=NAME` of the option --series names; a state may be spelt otherwise than in the column,
/// which is told. @throws UsageError for another form, showing how it is written
[[nodiscard]] Table rows_of_series_option(Session& session, Table table, const std::vector<std::string>& series);

/// The table with its units as the command line names them, where both mean states (`states_as_asked`); told.
[[nodiscard]] Table with_units_as_asked(Session& session, Table table, const std::string& unit,
                                        const std::vector<std::string>& asked);

}  // namespace tarazy
