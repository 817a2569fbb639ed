#include "analyses/align/shares_still.hpp"

#include "report/still.hpp"
#include "report/still_labels.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

constexpr double name_distance = 14;

using YearsOfDomain = std::vector<const ShareYear*>;

/// The line breaks where a year is lacking or must not be compared.
StillRuns share_runs(const YearsOfDomain& years, const std::string& pole) {
    std::vector<StillYear> shares;
    for (const ShareYear* year : years) {
        const auto cell = year->poles.find(pole);
        if (cell != year->poles.end() && year->flag.empty()) shares.push_back({year->year, cell->second.share});
    }
    return still_runs(shares);
}

/// Room for the longest name of a pole in any language.
double room_for_names(const ReportContext& context) {
    double room = 0;
    for (const Pole& pole : context.result.poles)
        for (const std::string* name : {&pole.name.en, &pole.name.kk, &pole.name.ru})
            room = std::max(room, width_of_words(*name));
    return std::clamp(room + 12, 40.0, 130.0);
}

Html domain_panel(const ReportContext& context, const std::string& domain, const YearsOfDomain& years) {
    const auto [least, most] = std::ranges::minmax(years, {}, &ShareYear::year);
    StillGround ground;
    ground.x_low = least->year;
    ground.x_high = most->year;
    ground.right = room_for_names(context);
    ground.left = 46;
    ground.height = 150;
    StillPanel panel(ground);
    panel.across(std::vector<double>{0, 0.5, 1}, " %", 100);
    panel.years();
    std::vector<StillLabel> ends;
    std::vector<double> last(context.result.poles.size());
    for (std::size_t pole = 0; pole < context.result.poles.size(); ++pole) {
        const StillRuns runs = share_runs(years, context.result.poles[pole].id);
        if (runs.empty()) continue;
        const StillLook& look = still_look(pole);
        panel.line(runs, look.line, {{"stroke-dasharray", std::string(look.dash)}});
        ends.push_back({panel.y(runs.back().back().y), pole});
        last[pole] = panel.x(runs.back().back().x);
    }
    // Below the frame stand the years.
    for (const StillLabel& end : spread_labels(std::move(ends), name_distance, panel.y(0)))
        panel.words(context.result.poles[end.of].name, last[end.of] + 6, end.y + 4, "start",
                    {{"fill", std::string(still_look(end.of).words)}, {"font-weight", "600"}});
    return panel.below_heading(local(context.word("domain.", domain)));
}

}  // namespace

Html shares_still(const ReportContext& context, const std::vector<FrontShare>& shares) {
    std::vector<std::pair<std::string, YearsOfDomain>> domains;
    for (const FrontShare& share : shares) {
        if (share.year.state != context.result.focus) continue;
        if (domains.empty() || domains.back().first != share.year.domain) domains.push_back({share.year.domain, {}});
        domains.back().second.push_back(&share.year);
    }
    Html panels;
    for (const auto& [domain, years] : domains) panels += domain_panel(context, domain, years);
    return still_drawing("balance", panels);
}

}  // namespace tarazy
