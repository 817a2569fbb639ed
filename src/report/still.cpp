#include "report/still.hpp"

#include "base/number_text.hpp"
#include "report/report_context.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::array<StillLook, 6> still_looks = {{{"var(--pole-1,#0072b2)", "var(--pole-1-text,#005a8c)", ""},
                                                   {"var(--pole-2,#e69f00)", "var(--pole-2-text,#855b00)", "7 3"},
                                                   {"var(--pole-3,#009e73)", "var(--pole-3-text,#00694c)", "2 2.5"},
                                                   {"var(--pole-4,#cc79a7)", "var(--pole-4-text,#8f3f6b)", "9 3 2 3"},
                                                   {"var(--pole-5,#56b4e9)", "var(--pole-5-text,#1f6a97)", "4 2"},
                                                   {"var(--pole-6,#d55e00)", "var(--pole-6-text,#a34800)", "1 3"}}};

constexpr double year_room = 38;  // of a year below the axis

std::string still_place(double place) {
    return number_text(std::round(place));
}

Attributes with_more(Attributes attributes, const Attributes& more) {
    attributes.insert(attributes.end(), more.begin(), more.end());
    return attributes;
}

/// A tick without the digits that a sum of steps leaves.
std::string tick_words(double value) {
    return number_text(std::round(value * 1e6) / 1e6);
}

}  // namespace

const StillLook& still_look(std::size_t index) {
    return still_looks[index % still_looks.size()];
}

StillRuns still_runs(std::span<const StillYear> years) {
    StillRuns runs;
    std::optional<int> before;
    for (const StillYear& year : years) {
        if (!year.value) continue;
        if (before != year.year - 1) runs.emplace_back();
        runs.back().push_back({static_cast<double>(year.year), *year.value});
        before = year.year;
    }
    return runs;
}

std::vector<double> still_ticks(double low, double high, std::size_t most) {
    if (!(high > low) || !std::isfinite(low) || !std::isfinite(high) || most < 2) return {};
    for (double power = std::pow(10, std::floor(std::log10((high - low) / 10)));; power *= 10) {
        for (const double step : {power, 2 * power, 5 * power}) {
            const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
            if (last - first + 1 > static_cast<double>(most)) continue;
            std::vector<double> ticks;
            for (double k = first; k <= last; ++k) ticks.push_back(k * step);
            return ticks;
        }
    }
}

double StillPanel::x(double value) const {
    const double room = ground_.width - ground_.left - ground_.right, range = ground_.x_high - ground_.x_low;
    return ground_.left + (range > 0 ? room * (value - ground_.x_low) / range : room / 2);
}

double StillPanel::y(double value) const {
    const double room = ground_.height - ground_.top - ground_.bottom, range = ground_.y_high - ground_.y_low;
    const double share = range > 0 ? (value - ground_.y_low) / range : 0.5;
    return ground_.height - ground_.bottom - room * std::clamp(share, 0.0, 1.0);
}

Html StillPanel::ticks(std::span<const std::pair<StillPoint, std::string>> labels, std::string_view anchor) {
    Html drawn;
    for (const auto& [place, words] : labels)
        drawn += element("text", {{"x", still_place(place.x)}, {"y", still_place(place.y)}}, text(words));
    return labels.empty() ? Html{} : element("g", {{"text-anchor", std::string(anchor)}}, drawn);
}

void StillPanel::across(std::span<const double> values, std::string_view unit, double factor) {
    std::string lines;
    std::vector<std::pair<StillPoint, std::string>> labels;
    for (const double value : values) {
        lines += "M" + still_place(ground_.left) + ' ' + still_place(y(value)) + "H" +
                 still_place(ground_.width - ground_.right);
        labels.push_back({{ground_.left - 6, y(value) + 4}, tick_words(value * factor)});
    }
    if (labels.empty()) return;
    labels.back().second += unit;
    add(element("path", {{"class", "g"}, {"d", lines}}) + ticks(labels, "end"));
}

void StillPanel::years() {
    const double first = ground_.x_low, last = ground_.x_high;
    std::vector<double> shown = {first};
    for (const double year : still_ticks(first, last, 5))
        if (year == std::round(year) && x(year) - x(shown.back()) >= year_room && x(last) - x(year) >= year_room)
            shown.push_back(year);
    if (last > first) shown.push_back(last);
    below(shown);
}

void StillPanel::below(std::span<const double> values) {
    std::vector<std::pair<StillPoint, std::string>> labels;
    for (const double value : values)
        labels.push_back({{x(value), ground_.height - ground_.bottom + 16}, tick_words(value)});
    add(ticks(labels, "middle"));
}

std::string StillPanel::path_of(const StillRuns& runs) const {
    std::string path;
    for (const auto& run : runs) {
        // Steps from point to point are shorter to write than places; of rounded places, so that nothing adds up.
        double before_x = std::round(x(run.front().x)), before_y = std::round(y(run.front().y));
        path += 'M' + still_place(before_x) + ' ' + still_place(before_y);
        for (std::size_t i = 1; i < run.size(); ++i) {
            const double here_x = std::round(x(run[i].x)), here_y = std::round(y(run[i].y));
            path += i == 1 ? "l" : here_x < before_x ? "" : " ";
            path += still_place(here_x - before_x) + (here_y < before_y ? "" : " ") + still_place(here_y - before_y);
            before_x = here_x;
            before_y = here_y;
        }
        if (run.size() == 1) path += "h2";  // a line of one point would not be seen
    }
    return path;
}

void StillPanel::line(const StillRuns& runs, std::string_view colour, const Attributes& more) {
    if (runs.empty()) return;
    add(element("path", with_more({{"class", "l"}, {"d", path_of(runs)}, {"stroke", std::string(colour)}}, more)));
}

void StillPanel::band(const StillRuns& lower, const StillRuns& upper, std::string_view colour,
                      std::string_view opacity) {
    StillRuns around;
    for (std::size_t run = 0; run < std::min(lower.size(), upper.size()); ++run) {
        around.push_back(lower[run]);
        around.back().insert(around.back().end(), upper[run].rbegin(), upper[run].rend());
    }
    if (around.empty()) return;
    add(element("path",
                {{"d", path_of(around)}, {"fill", std::string(colour)}, {"fill-opacity", std::string(opacity)}}));
}

void StillPanel::dots(std::span<const StillPoint> points, double radius, std::string_view colour) {
    // A dot is a line of no length with round ends: a path for all is shorter than a circle each.
    std::string path;
    for (const StillPoint& point : points) path += 'M' + still_place(x(point.x)) + ' ' + still_place(y(point.y)) + "h0";
    if (path.empty()) return;
    add(element(
        "path",
        {{"class", "d"}, {"d", path}, {"stroke", std::string(colour)}, {"stroke-width", number_text(2 * radius)}}));
}

void StillPanel::words(const LocalText& words, double x, double y, std::string_view anchor,
                       const Attributes& attributes) {
    add(element("g",
                with_more({{"transform", "translate(" + still_place(x) + ' ' + still_place(y) + ")"},
                           {"text-anchor", anchor == "start" ? "" : std::string(anchor)}},
                          attributes),
                local(words, "text")));
}

void StillPanel::plain(std::string_view words, double x, double y, std::string_view anchor,
                       const Attributes& attributes) {
    add(element("text",
                with_more({{"x", still_place(x)},
                           {"y", still_place(y)},
                           {"text-anchor", anchor == "start" ? "" : std::string(anchor)}},
                          attributes),
                text(words)));
}

Html StillPanel::below_heading(const Html& heading) const {
    const std::string width = still_place(ground_.width), height = still_place(ground_.height);
    const Html drawing = element(
        "svg", {{"viewBox", "0 0 " + width + ' ' + height}, {"width", still_place(ground_.width * ground_.enlarged)}},
        drawn_);
    return element("div", {}, {heading.markup.empty() ? Html{} : element("b", {}, heading), drawing});
}

Html still_drawing(const std::string& figure_id, const Html& panels, const Html& meaning) {
    if (panels.markup.empty()) return {};
    const Html drawing = element(
        "div", {{"class", "still"}, {"role", "img"}, {"aria-labelledby", html_id("figure-title-", figure_id)}}, panels);
    return meaning.markup.empty() ? drawing : drawing + element("p", {{"class", "quiet"}}, meaning);
}

Html first_still(const ReportContext& context, const AnalysisResult& analysis,
                 std::initializer_list<std::string_view> methods, std::string_view kind,
                 Html (*still)(const ReportContext& context, const nlohmann::ordered_json& figure)) {
    const auto first = std::ranges::find_if(context.result.analyses, [&](const AnalysisResult& each) {
        return each.failure.empty() && std::ranges::find(methods, each.method) != methods.end() &&
               !each.tables.empty() && each.tables.front().table.rows() > 0;
    });
    if (first == context.result.analyses.end() || first->id != analysis.id) return {};
    const Chapter* chapter = context.chapter_of(analysis);
    if (chapter == nullptr || chapter->figures == nullptr) return {};
    for (const nlohmann::ordered_json& figure : chapter->figures(context, analysis))
        if (figure.at("kind") == kind) return still(context, figure);
    return {};
}

}  // namespace tarazy
