#include "analyses/align/shares_still.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace tarazy {
namespace {

/// Colours and dashes of the poles as in the drawings of the script (explorer/src/figure/appearance.ts).
struct StillLook {
    std::string_view line, words, dash;
};
constexpr std::array<StillLook, 6> still_looks = {{{"var(--pole-1,#0072b2)", "var(--pole-1-text,#005a8c)", ""},
                                                   {"var(--pole-2,#e69f00)", "var(--pole-2-text,#855b00)", "7 3"},
                                                   {"var(--pole-3,#009e73)", "var(--pole-3-text,#00694c)", "2 2.5"},
                                                   {"var(--pole-4,#cc79a7)", "var(--pole-4-text,#8f3f6b)", "9 3 2 3"},
                                                   {"var(--pole-5,#56b4e9)", "var(--pole-5-text,#1f6a97)", "4 2"},
                                                   {"var(--pole-6,#d55e00)", "var(--pole-6-text,#a34800)", "1 3"}}};

constexpr double still_left = 36, still_right = 500, still_panel_height = 150, still_title_height = 30,
                 still_foot_height = 26, still_name_height = 15;

using YearsOfDomain = std::vector<const ShareYear*>;

std::string still_place(double place) {
    return number_text(std::round(place * 10) / 10);
}

class StillPanel {
public:
    StillPanel(double top, int first, int last) : top_(top), first_(first), last_(last) {}

    [[nodiscard]] double x(int year) const {
        return last_ == first_ ? still_left
                               : still_left + (still_right - still_left) * (year - first_) / (last_ - first_);
    }
    [[nodiscard]] double y(double share) const { return top_ + still_title_height + still_panel_height * (1 - share); }

    /// The line breaks where a year is lacking or must not be compared.
    [[nodiscard]] std::string path(const YearsOfDomain& years, const std::string& pole) const {
        std::string drawn;
        int before = 0;
        for (const ShareYear* year : years) {
            const auto cell = year->poles.find(pole);
            if (cell == year->poles.end() || !cell->second.share || !year->flag.empty()) continue;
            const bool goes_on = !drawn.empty() && year->year == before + 1;
            drawn += std::string(goes_on ? "L" : "M") + still_place(x(year->year)) + ' ' +
                     still_place(y(*cell->second.share));
            before = year->year;
        }
        return drawn;
    }

    [[nodiscard]] Html frame() const {
        Html lines;
        for (const double share : {0.0, 0.5, 1.0}) {
            lines +=
                element("path", {{"d", "M" + still_place(still_left) + ' ' + still_place(y(share)) + "H" +
                                           still_place(still_right)},
                                 {"stroke", "var(--hairline,#d9d5cb)"}}) +
                element("text",
                        {{"x", still_place(still_left - 6)}, {"y", still_place(y(share) + 4)}, {"text-anchor", "end"}},
                        text(share == 0.5 ? "½" : number_text(share)));
        }
        for (const int year : {first_, last_})
            lines +=
                element("text", {{"x", still_place(x(year))}, {"y", still_place(y(0) + 18)}, {"text-anchor", "middle"}},
                        text(std::to_string(year)));
        return lines;
    }

private:
    double top_;
    int first_, last_;
};

struct NamedEnd {
    double y = 0;
    std::size_t pole = 0;
};

/// Names at the ends of the lines, pushed apart where they would lie on one another.
Html end_names(const ReportContext& context, std::vector<NamedEnd> ends) {
    std::ranges::sort(ends, {}, &NamedEnd::y);
    Html names;
    double lowest = -1e9;
    for (const NamedEnd& end : ends) {
        lowest = std::max(end.y, lowest + still_name_height);
        names +=
            element("g",
                    {{"transform", "translate(" + still_place(still_right + 8) + ' ' + still_place(lowest + 4) + ")"},
                     {"fill", std::string(still_looks[end.pole % still_looks.size()].words)},
                     {"font-weight", "600"}},
                    local(context.result.poles[end.pole].name, "text"));
    }
    return names;
}

Html drawn_panel(const ReportContext& context, const std::string& domain, const YearsOfDomain& years, double top) {
    const auto [least, most] = std::ranges::minmax(years, {}, &ShareYear::year);
    const StillPanel panel(top, least->year, most->year);
    Html drawn = element("g", {{"transform", "translate(0 " + still_place(top + 16) + ")"}, {"font-weight", "600"}},
                         local(context.word("domain.", domain), "text")) +
                 panel.frame();
    std::vector<NamedEnd> ends;
    for (std::size_t pole = 0; pole < context.result.poles.size(); ++pole) {
        const std::string& id = context.result.poles[pole].id;
        const std::string path = panel.path(years, id);
        if (path.empty()) continue;
        const StillLook& look = still_looks[pole % still_looks.size()];
        drawn += element("path", {{"d", path},
                                  {"fill", "none"},
                                  {"stroke", std::string(look.line)},
                                  {"stroke-width", "2"},
                                  {"stroke-dasharray", std::string(look.dash)}});
        const std::string last_place = path.substr(path.rfind(' ') + 1);
        ends.push_back({std::stod(last_place), pole});
    }
    return drawn + end_names(context, std::move(ends));
}

}  // namespace

Html shares_still(const ReportContext& context, const std::vector<FrontShare>& shares) {
    std::vector<std::pair<std::string, YearsOfDomain>> panels;
    for (const FrontShare& share : shares) {
        if (share.year.state != context.result.focus) continue;
        if (panels.empty() || panels.back().first != share.year.domain) panels.push_back({share.year.domain, {}});
        panels.back().second.push_back(&share.year);
    }
    if (panels.empty()) return {};
    Html drawn;
    double top = 0;
    for (const auto& [domain, years] : panels) {
        drawn += drawn_panel(context, domain, years, top);
        top += still_title_height + still_panel_height + still_foot_height;
    }
    return element("svg",
                   {{"viewBox", "0 0 640 " + still_place(top)},
                    {"width", "640"},
                    {"style", "max-width:100%;height:auto"},
                    {"font-family", "var(--sans)"},
                    {"font-size", "12.5"},
                    {"fill", "currentColor"},
                    {"aria-hidden", "true"}},
                   drawn);
}

}  // namespace tarazy
