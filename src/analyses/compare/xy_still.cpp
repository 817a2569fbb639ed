#include "analyses/compare/xy_still.hpp"

#include "base/number_text.hpp"
#include "report/figure_rows.hpp"
#include "report/still.hpp"
#include "report/still_labels.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

std::string model_of_row(const FigureRows& rows, std::size_t row) {
    return rows.text(row, "solution") + ' ' + number_text(rows.number(row, "model").value_or(0)) + '|' +
           rows.text(row, "term");
}

/// The first row of the model that is drawn, as the script chooses it (explorer/src/compare/models.ts): what the study
/// names, else an intermediate model, else a parsimonious one, else the first. The figure has a row.
std::size_t row_shown_first(const nlohmann::ordered_json& figure, const FigureRows& rows) {
    std::vector<std::string> models;
    for (std::size_t row = 0; row < rows.size(); ++row) models.push_back(model_of_row(rows, row));
    const auto place_of = [&](auto found) { return static_cast<std::size_t>(found - models.begin()); };
    std::string named = figure.value("model", "");
    if (!named.empty() && named.find('|') == std::string::npos) named += '|';
    if (const auto found = std::ranges::find(models, named); found != models.end()) return place_of(found);
    for (const char* kind : {"intermediate", "parsimonious", ""}) {
        const auto found = std::ranges::find_if(
            models, [&](const std::string& model) { return model.starts_with(kind) && model.ends_with('|'); });
        if (found != models.end()) return place_of(found);
    }
    return 0;
}

/// "intermediate solution C1P1, model 1", and the term if it is not the whole model.
Html words_of_model(const ReportContext& context, const FigureRows& rows, std::size_t row) {
    const std::string solution = rows.text(row, "solution"), term = rows.text(row, "term");
    const std::string kind = solution.substr(0, solution.find(' '));
    if (kind == "expression") return text(term);
    const std::string pair = kind == solution ? "none" : solution.substr(kind.size() + 1);
    const Html model =
        context.say("comparison.model", {{"solution", context.word("solution.", kind)},
                                         {"pair", pair},
                                         {"number", number_text(rows.number(row, "model").value_or(0))}});
    return term.empty() ? model : model + text(": " + term);
}

using CasesAtPlace = std::map<std::pair<double, double>, std::vector<std::string>>;

CasesAtPlace cases_at_places(const FigureRows& rows, std::size_t shown) {
    const std::string model = model_of_row(rows, shown);
    CasesAtPlace places;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto x = rows.number(row, "x"), y = rows.number(row, "y");
        if (x && y && model_of_row(rows, row) == model) places[{*x, *y}].push_back(rows.text(row, "case"));
    }
    return places;
}

/// "KAZ, UKR", or "KAZ +12" where there are many.
std::string names_at_place(std::vector<std::string> cases, const std::string& focus) {
    std::stable_partition(cases.begin(), cases.end(), [&](const std::string& name) { return name == focus; });
    constexpr std::size_t listed_names = 3;
    if (cases.size() > listed_names) return cases.front() + " +" + std::to_string(cases.size() - 1);
    std::string names;
    for (const std::string& name : cases) names += (names.empty() ? "" : ", ") + name;
    return names;
}

/// A diamond about a point.
std::string hollow_path(const StillMark& mark) {
    const std::string half = number_text(std::round(mark.radius + 1));
    return "M" + number_text(std::round(mark.x)) + ' ' + number_text(std::round(mark.y - mark.radius - 1)) + 'l' +
           half + ' ' + half + 'l' + '-' + half + ' ' + half + 'l' + '-' + half + " -" + half + 'z';
}

}  // namespace

Html xy_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    const FigureRows rows(figure);
    if (rows.size() == 0) return {};
    const std::size_t shown = row_shown_first(figure, rows);
    const CasesAtPlace places = cases_at_places(rows, shown);
    if (places.empty()) return {};
    StillGround ground;
    ground.width = ground.height = 340;
    ground.enlarged = 1.4;
    ground.top = 20;
    ground.right = 26;
    StillPanel panel(ground);
    const std::vector<double> quarters = {0, 0.25, 0.5, 0.75, 1};
    panel.across(quarters);
    panel.below(quarters);
    panel.line({{{0, 0}, {1, 1}}}, "var(--quiet,#5b5953)", {{"stroke-width", "1"}});
    panel.line({{{0.5, 0}, {0.5, 1}}, {{0, 0.5}, {1, 0.5}}}, "var(--quiet,#5b5953)",
               {{"stroke-width", "1"}, {"stroke-dasharray", "2 3"}});
    const bool needed = figure.value("necessity", false);
    std::vector<StillMark> marks;
    std::string against;
    for (const auto& [place, cases] : places) {
        const auto [x, y] = place;
        const double radius = 3 + 0.8 * std::sqrt(static_cast<double>(cases.size()));
        const bool focus = std::ranges::find(cases, context.result.focus) != cases.end();
        marks.push_back({panel.x(x), panel.y(y), radius, names_at_place(cases, context.result.focus), focus});
        if (needed ? x < 0.5 && y > 0.5 : x > 0.5 && y < 0.5) {
            against += hollow_path(marks.back());
        } else {
            panel.dots(std::vector<StillPoint>{{x, y}}, radius, "currentColor");
        }
    }
    if (!against.empty()) panel.add(element("path", {{"class", "l"}, {"d", against}, {"stroke", "currentColor"}}));
    const std::vector<PlacedLabel> labels = place_beside(marks, {ground.left, 2, ground.width, ground.height - 16});
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!labels[i].shown) continue;
        panel.plain(marks[i].label, labels[i].x, labels[i].y, labels[i].anchor,
                    {{"font-weight", marks[i].needed ? "700" : ""}});
    }
    return still_drawing(figure.at("id"), panel.below_heading(words_of_model(context, rows, shown)),
                         context.say("figure.xy.still"));
}

}  // namespace tarazy
