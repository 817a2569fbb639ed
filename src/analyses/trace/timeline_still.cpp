#include "analyses/trace/timeline_still.hpp"

#include "base/number_text.hpp"
#include "report/figure_rows.hpp"
#include "report/still.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

struct EventsOfYear {
    int cooperation = 0, neither = 0, conflict = 0;
};

std::map<int, EventsOfYear> events_by_year(const FigureRows& rows) {
    std::map<int, EventsOfYear> years;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        // "open" and "unknown" have no year.
        const auto year = parse_integer(rows.text(row, "earliest").substr(0, 4));
        if (!year) continue;
        EventsOfYear& events = years[static_cast<int>(*year)];
        const std::string quad = rows.text(row, "quad");
        ++(quad.ends_with("COOP") ? events.cooperation : quad.ends_with("CONF") ? events.conflict : events.neither);
    }
    return years;
}

/// A bar a year, from one number of events to another.
template <class Ends>
StillRuns bars_of(const std::map<int, EventsOfYear>& years, Ends ends) {
    StillRuns bars;
    for (const auto& [year, events] : years) {
        const auto [from, to] = ends(events);
        if (from != to) bars.push_back({{static_cast<double>(year), from}, {static_cast<double>(year), to}});
    }
    return bars;
}

}  // namespace

Html timeline_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    const std::map<int, EventsOfYear> years = events_by_year(FigureRows(figure));
    if (years.empty()) return {};
    StillGround ground;
    ground.width = 340;
    ground.height = 180;
    ground.enlarged = 1.4;
    ground.left = 26;
    ground.x_low = years.begin()->first;
    ground.x_high = years.rbegin()->first;
    ground.y_high = 1;
    for (const auto& [year, events] : years) {
        ground.y_high = std::max<double>(ground.y_high, events.cooperation + events.neither);
        ground.y_low = std::min<double>(ground.y_low, -events.conflict);
    }
    StillPanel panel(ground);
    std::vector<double> above, below;
    for (const double tick : still_ticks(ground.y_low, ground.y_high, 6)) (tick < 0 ? below : above).push_back(tick);
    panel.across(below, "", -1);
    panel.across(above);
    panel.years();
    const double room = (ground.width - ground.left - ground.right) / std::max(1.0, ground.x_high - ground.x_low);
    const Attributes wide = {{"stroke-width", number_text(std::clamp(std::round(room * 7) / 10, 1.5, 10.0))}};
    const Attributes pale = {wide.front(), {"stroke-opacity", ".4"}};
    using Ends = std::pair<double, double>;
    panel.line(bars_of(years,
                       [](const EventsOfYear& each) {
                           return Ends{0, each.cooperation};
                       }),
               "currentColor", wide);
    panel.line(bars_of(years,
                       [](const EventsOfYear& each) {
                           return Ends{each.cooperation, each.cooperation + each.neither};
                       }),
               "var(--quiet,#5b5953)", pale);
    panel.line(bars_of(years,
                       [](const EventsOfYear& each) {
                           return Ends{0, -each.conflict};
                       }),
               std::string(still_look(5).line), wide);
    return still_drawing(figure.at("id"), panel.below_heading({}), context.say("figure.timeline.still"));
}

}  // namespace tarazy
