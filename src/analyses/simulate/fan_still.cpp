#include "analyses/simulate/fan_still.hpp"

#include "report/figure_rows.hpp"
#include "report/still.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t most_fans = 6;

/// A panel with the line that is drawn in it.
struct FanOfPanel {
    std::string panel, line;
    std::vector<std::size_t> rows = {};
};

std::vector<FanOfPanel> first_lines(const FigureRows& rows) {
    std::vector<FanOfPanel> fans;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string panel = rows.text(row, "panel"), line = rows.text(row, "line");
        auto fan = std::ranges::find(fans, panel, &FanOfPanel::panel);
        if (fan == fans.end()) {
            if (fans.size() == most_fans) continue;
            fans.push_back({panel, line});
            fan = fans.end() - 1;
        }
        if (fan->line == line) fan->rows.push_back(row);
    }
    return fans;
}

std::vector<StillYear> fan_years(const FigureRows& rows, const FanOfPanel& fan, std::string_view column) {
    std::vector<StillYear> years;
    for (const std::size_t row : fan.rows)
        years.push_back({static_cast<int>(rows.number(row, "year").value_or(0)), rows.number(row, column)});
    return years;
}

/// Ends of the axes: all years, all that is drawn.
StillGround fan_ground(const FigureRows& rows, const FanOfPanel& fan) {
    StillGround ground;
    ground.x_low = ground.y_low = std::numeric_limits<double>::infinity();
    ground.x_high = ground.y_high = -ground.x_low;
    for (const char* column : {"q05", "q50", "q95", "observed"}) {
        for (const StillYear& year : fan_years(rows, fan, column)) {
            ground.x_low = std::min<double>(ground.x_low, year.year);
            ground.x_high = std::max<double>(ground.x_high, year.year);
            if (!year.value) continue;
            ground.y_low = std::min(ground.y_low, *year.value);
            ground.y_high = std::max(ground.y_high, *year.value);
        }
    }
    return ground;
}

Html fan_panel(const ReportContext& context, const FigureRows& rows, const FanOfPanel& fan) {
    const StillGround ground = fan_ground(rows, fan);
    if (!(ground.y_high >= ground.y_low)) return {};
    StillPanel panel(ground);
    panel.across(still_ticks(ground.y_low, ground.y_high, 4));
    panel.years();
    const auto runs = [&](std::string_view column) { return still_runs(fan_years(rows, fan, column)); };
    const std::string_view colour = still_look(0).line;
    panel.band(runs("q05"), runs("q95"), colour, ".2");
    panel.band(runs("q25"), runs("q75"), colour, ".4");
    panel.line(runs("q50"), colour);
    std::vector<StillPoint> observed;
    for (const auto& run : runs("observed")) observed.insert(observed.end(), run.begin(), run.end());
    panel.dots(observed, 1.8, "currentColor");
    Html heading = local(context.name(fan.panel));
    if (fan.line != "none") {
        const LocalText word = context.word("fan.line.", fan.line);
        heading += text(" · ") + local(word.en == fan.line ? context.name(fan.line) : word);
    }
    return panel.below_heading(heading);
}

}  // namespace

Html fan_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    const FigureRows rows(figure);
    Html panels;
    for (const FanOfPanel& fan : first_lines(rows)) panels += fan_panel(context, rows, fan);
    return still_drawing(figure.at("id"), panels, context.say("figure.fan.still"));
}

Html fan_drawing(const ReportContext& context, const AnalysisResult& analysis) {
    return first_still(context, analysis, {"simulate.ensemble", "simulate.forecast", "simulate.hedge"}, "fan",
                       fan_still);
}

}  // namespace tarazy
