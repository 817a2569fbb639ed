#include "analyses/network/bridging_still.hpp"

#include "report/figure_rows.hpp"
#include "report/still.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

/// The years of the state in focus, in their order.
struct BridgingYears {
    FigureRows rows;
    std::vector<std::size_t> own = {};

    [[nodiscard]] std::vector<StillYear> of(std::string_view column) const {
        std::vector<StillYear> years;
        for (const std::size_t row : own)
            years.push_back({static_cast<int>(rows.number(row, "year").value_or(0)), rows.number(row, column)});
        std::ranges::sort(years, {}, &StillYear::year);
        return years;
    }
    [[nodiscard]] StillRuns runs(std::string_view column) const { return still_runs(of(column)); }
    [[nodiscard]] double most(std::initializer_list<std::string_view> columns) const {
        double most = 0;
        for (const std::string_view column : columns)
            for (const StillYear& year : of(column)) most = std::max(most, year.value.value_or(0));
        return most;
    }
};

StillGround bridging_ground(const BridgingYears& years, double most) {
    StillGround ground;
    const std::vector<StillYear> all = years.of("bridges");
    ground.x_low = all.front().year;
    ground.x_high = all.back().year;
    ground.y_high = most;
    ground.height = 160;
    return ground;
}

Html bridges_panel(const ReportContext& context, const BridgingYears& years) {
    const double most = std::max(0.1, years.most({"bridges", "expected_upper"}));
    StillPanel panel(bridging_ground(years, most));
    panel.across(still_ticks(0, most, 5));
    panel.years();
    const StillLook& chance = still_look(4);
    panel.band(years.runs("expected_lower"), years.runs("expected_upper"), chance.line, ".3");
    panel.line(years.runs("expected"), chance.words, {{"stroke-dasharray", "2 3"}});
    panel.line(years.runs("bridges"), "currentColor");
    return panel.below_heading(context.say("bridging.bridges"));
}

Html exceeds_panel(const ReportContext& context, const BridgingYears& years) {
    StillPanel panel(bridging_ground(years, 1));
    panel.across(std::vector<double>{0, 0.5, 1});
    panel.years();
    panel.band(years.runs("exceeds_lower"), years.runs("exceeds_upper"), "currentColor", ".15");
    panel.line(years.runs("exceeds"), "currentColor");
    return panel.below_heading(context.say("bridging.exceeds"));
}

}  // namespace

Html bridging_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    BridgingYears years{FigureRows(figure)};
    for (std::size_t row = 0; row < years.rows.size(); ++row)
        if (years.rows.text(row, "state") == context.result.focus) years.own.push_back(row);
    if (years.own.empty()) return {};
    return still_drawing(figure.at("id"), bridges_panel(context, years) + exceeds_panel(context, years),
                         context.say("figure.bridging.still"));
}

}  // namespace tarazy
