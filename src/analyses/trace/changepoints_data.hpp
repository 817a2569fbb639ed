#pragma once

#include "study/method.hpp"
#include "trace/breaks/time_series.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A series of one state.
struct StateSeries {
    std::string state;  ///< empty: the data name no states
    TimeSeries series;
};

struct StudySeries {
    std::vector<StateSeries> series;  ///< focus first, then comparison states in their order; by name within a state
    std::vector<std::string> notes;   ///< what was left out, a sentence each
};

/// The parameters that say where the data have the series.
[[nodiscard]] std::vector<ParameterRule> series_rules();

/// The series of the role `series` or `indicators`: rows of the focus state, and of comparison states as far as a
/// declared test reads a number of that series; all rows where there is no column `state`. Rows without a value are
/// left out; a series that cannot be used (too short, constant) is left out with a note, unless none remains.
/// @throws InputError  no such column, several domains and none chosen, a series with a time twice, none that can be
/// used
[[nodiscard]] StudySeries study_series(const AnalysisPlan& plan, const RoleTables& data);

/// Whether a declared test reads a number of the series, of whatever state.
[[nodiscard]] bool series_is_tested(const AnalysisPlan& plan, const std::string& series);

}  // namespace tarazy
