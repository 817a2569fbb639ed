#pragma once

#include "cli/command.hpp"
#include "simulate/forecast/naive_forecasters.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Which series are forecast, and by what, as the user says it.
struct PanelWords {
    std::string path;
    PanelColumns columns = {};
    std::string chosen, scale = "auto", bounds;
    std::string horizons = "1,3,5", forecasters;
    std::size_t draws = 1000, recent_years = 10;
};

/// The file of series and the options --state, --series, --year, --value, --only, --scale, --bounds, --draws,
/// --forecasters, --recent-years.
void add_panel_options(CLI::App& app, PanelWords& words);

/// The series, held to their scale, and what forecasts them.
struct PanelRead {
    YearPanel panel;
    ValueScale scale;
    std::vector<Forecaster> forecasters;
    std::vector<std::size_t> horizons;
};

/// Reads and tells what was assumed.
[[nodiscard]] PanelRead read_panel_input(Session& session, const PanelWords& words);

/// The panel of another file by the same words, held to a scale that is known.
[[nodiscard]] YearPanel read_panel_again(Session& session, const PanelWords& words, const std::string& path,
                                         const ValueScale& scale);

}  // namespace tarazy
