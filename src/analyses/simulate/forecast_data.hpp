#pragma once

#include "simulate/forecast/naive_forecasters.hpp"
#include "simulate/forecast/read_seal.hpp"
#include "study/method.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What an analysis forecasts.
struct StudyPanel {
    YearPanel panel;  ///< of the state in focus; of all rows where the data name no states. Years of the study
    ValueScale scale;
    std::vector<Forecaster> forecasters;
    std::vector<std::string> notes = {};
};

/// The parameters that say where the data have the series, on what scale, and what forecasts them.
[[nodiscard]] std::vector<ParameterRule> panel_rules();

/// The rows of a table of series that an analysis means: of one domain and quantity, of the state in focus, in its
/// years; their places in the file are kept. @throws InputError  several domains and none chosen
[[nodiscard]] Table panel_series(const AnalysisPlan& plan, const Table& series);

/// The series of the role `series`: rows of the state in focus, of one domain and quantity, in the years of the
/// analysis. Of draws the mean is forecast. Nothing when no row has a value.
/// @throws InputError  several domains and none chosen, no such column, a value twice, shares that do not sum to 1
[[nodiscard]] std::optional<StudyPanel> study_panel(const AnalysisPlan& plan, const RoleTables& data);

/// The seal of the role `sealed_forecast`, its hashes proven; nothing when the analysis has none.
/// @throws InputError  it was changed, or is no seal
[[nodiscard]] std::optional<SealRead> study_seal(const AnalysisPlan& plan, const RoleTables& data);

}  // namespace tarazy
