#include "analyses/network/bridge_figures.hpp"

#include "analyses/network/bridge_chapter.hpp"
#include "report/figure_json.hpp"
#include "report/report_context.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using FigureJson = nlohmann::ordered_json;

constexpr double normal_95 = 1.6448536269514722;

FigureJson bridge_frame(const ReportContext& context, const AnalysisResult& analysis, const std::string& kind) {
    return figure_json(
        kind + "-" + analysis.id, kind,
        context.messages.say("figure." + kind + ".title", {{"state", context.name(context.result.focus)}}),
        context.messages.say("figure." + kind + ".description"));
}

FigureJson bridging_figure(const ReportContext& context, const AnalysisResult& analysis, const Table& years) {
    FigureJson drawn = bridge_frame(context, analysis, "bridging");
    drawn["columns"] = {"state",          "year",    "bridges",       "expected",     "expected_lower",
                        "expected_upper", "exceeds", "exceeds_lower", "exceeds_upper"};
    FigureJson rows = FigureJson::array();
    for (std::size_t row = 0; row < years.rows(); ++row) {
        const auto expected = number_in(years, "bridges_expected", row), sd = number_in(years, "bridges_sd", row);
        std::optional<double> lower, upper;
        if (expected && sd) {
            lower = std::max(0.0, *expected - normal_95 * *sd);
            upper = *expected + normal_95 * *sd;
        }
        rows.push_back({text_in(years, "state", row), static_cast<std::int64_t>(*number_in(years, "year", row)),
                        json_of(number_in(years, "bridges", row)), json_of(expected), json_of(lower), json_of(upper),
                        json_of(number_in(years, "exceeds", row)), json_of(number_in(years, "exceeds_q05", row)),
                        json_of(number_in(years, "exceeds_q95", row))});
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

FigureJson map_figure(const ReportContext& context, const AnalysisResult& analysis, const Table& institutions) {
    FigureJson drawn = bridge_frame(context, analysis, "bridge_map");
    drawn["columns"] = {"year", "institution", "poles", "inside", "members"};
    const std::set<std::int64_t> years = pictured_years(institutions);
    FigureJson rows = FigureJson::array();
    for (std::size_t row = 0; row < institutions.rows(); ++row) {
        const auto year = static_cast<std::int64_t>(*number_in(institutions, "year", row));
        if (!years.contains(year)) continue;
        rows.push_back({year, text_in(institutions, "institution", row),
                        list_items(text_in(institutions, "blocs", row)), number_in(institutions, "inside", row) == 1,
                        static_cast<std::int64_t>(*number_in(institutions, "members", row))});
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

}  // namespace

std::vector<nlohmann::ordered_json> bridge_figures(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<nlohmann::ordered_json> figures;
    const Table* years = find_table(analysis.tables, "");
    if (years == nullptr || years->rows() == 0) return figures;
    figures.push_back(bridging_figure(context, analysis, *years));
    const Table* institutions = find_table(analysis.tables, "institutions");
    if (institutions != nullptr && institutions->rows() > 0)
        figures.push_back(map_figure(context, analysis, *institutions));
    return figures;
}

}  // namespace tarazy
