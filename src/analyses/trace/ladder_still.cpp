#include "analyses/trace/ladder_still.hpp"

#include "report/figure_rows.hpp"
#include "report/still.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

constexpr double nine_to_one = 9.5424250943932487;  // decibels: 10 log10 9

/// A column of the ladder, clue by clue.
StillRuns rungs_of(const FigureRows& rows, std::string_view column) {
    StillRuns runs;
    bool goes_on = false;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto value = rows.number(row, column);
        if (value && !goes_on) runs.emplace_back();
        if (value) runs.back().push_back({static_cast<double>(row), *value});
        goes_on = value.has_value();
    }
    return runs;
}

LocalText side_of(const nlohmann::ordered_json& figure, const std::string& side, std::string_view arrow) {
    const auto named = [&](const char* language) {
        const std::string name = figure.value(side + '_' + language, "");
        return name.empty() ? name : std::string(arrow) + name;
    };
    return {named("en"), named("kk"), named("ru")};
}

}  // namespace

Html ladder_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    const FigureRows rows(figure);
    const StillRuns middle = rungs_of(rows, "cumulative");
    if (middle.empty() || rows.size() < 2) return {};
    StillGround ground;
    ground.width = 340;
    ground.height = 190;
    ground.enlarged = 1.4;
    ground.top = 20;
    ground.left = 46;
    ground.x_high = static_cast<double>(rows.size() - 1);
    ground.y_low = ground.y_high = 0;
    for (const char* column : {"cumulative_low", "cumulative", "cumulative_high"}) {
        for (const auto& run : rungs_of(rows, column)) {
            for (const StillPoint& rung : run) {
                ground.y_low = std::min(ground.y_low, rung.y);
                ground.y_high = std::max(ground.y_high, rung.y);
            }
        }
    }
    ground.bottom = 34;
    StillPanel panel(ground);
    panel.across(still_ticks(ground.y_low, ground.y_high, 6), " dB");
    std::vector<double> clues = still_ticks(0, ground.x_high, 7);
    std::erase_if(clues, [](double clue) { return clue <= 0 || clue != std::round(clue); });
    panel.below(clues);
    panel.band(rungs_of(rows, "cumulative_low"), rungs_of(rows, "cumulative_high"), "currentColor", ".15");
    panel.line({{{0, 0}, {ground.x_high, 0}}}, "var(--quiet,#5b5953)", {{"stroke-width", "1"}});
    if (nine_to_one < ground.y_high)
        panel.line({{{0, nine_to_one}, {ground.x_high, nine_to_one}}}, "var(--quiet,#5b5953)",
                   {{"stroke-width", "1"}, {"stroke-dasharray", "4 3"}});
    panel.line(middle, "currentColor");
    for (const auto& run : middle) panel.dots(run, 2.5, "currentColor");
    panel.words(side_of(figure, "leader", "↑ "), ground.left, 12, "start", {{"font-weight", "600"}});
    panel.words(side_of(figure, "second", "↓ "), ground.left, ground.height - 4, "start", {{"font-weight", "600"}});
    return still_drawing(figure.at("id"), panel.below_heading({}), context.say("figure.evidence_ladder.still"));
}

}  // namespace tarazy
