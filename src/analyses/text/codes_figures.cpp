#include "analyses/text/codes_figures.hpp"

#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using CodesJson = nlohmann::ordered_json;

CodesJson begun_figure(const ReportContext& context, const AnalysisResult& analysis, const std::string& kind) {
    return figure_json(
        kind + '-' + analysis.id, kind,
        context.messages.say("figure." + kind + ".title", {{"state", context.name(context.result.focus)}}),
        context.messages.say("figure." + kind + ".description"));
}

void add_share_rows(const Table& table, const std::string& window, CodesJson& rows, std::vector<std::string>& parts) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text_in(table, "window", row) != window) continue;
        const std::string part = text_in(table, "anchor", row);
        if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
        rows.push_back({part, text_in(table, "code", row), text_in(table, "group", row),
                        json_of(number_in(table, "share", row)), json_of(number_in(table, "q05", row)),
                        json_of(number_in(table, "q95", row))});
    }
}

}  // namespace

std::vector<nlohmann::ordered_json> codes_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *shares = find_table(analysis.tables, ""), *with = find_table(analysis.tables, "with"),
                *years = find_table(analysis.tables, "years");
    if (shares == nullptr || shares->rows() == 0) return {};
    // The first window is drawn; the tables have all of them.
    const std::string window = text_in(*shares, "window", 0);
    CodesJson often = begun_figure(context, analysis, "code_shares");
    CodesJson rows = CodesJson::array();
    std::vector<std::string> parts;
    add_share_rows(*shares, window, rows, parts);
    if (with != nullptr) add_share_rows(*with, window, rows, parts);
    often["columns"] = {"part", "code", "state", "share", "lower", "upper"};
    often["rows"] = std::move(rows);
    often["parts"] = parts;
    std::vector<CodesJson> all;
    all.push_back(std::move(often));
    if (years == nullptr || years->rows() == 0) return all;
    CodesJson yearly = begun_figure(context, analysis, "code_years");
    rows = CodesJson::array();
    for (std::size_t row = 0; row < years->rows(); ++row)
        rows.push_back({text_in(*years, "code", row), text_in(*years, "group", row),
                        static_cast<std::int64_t>(number_in(*years, "year", row).value_or(0)),
                        json_of(number_in(*years, "share", row)), json_of(number_in(*years, "lower", row)),
                        json_of(number_in(*years, "upper", row))});
    yearly["columns"] = {"code", "state", "year", "share", "lower", "upper"};
    yearly["rows"] = std::move(rows);
    all.push_back(std::move(yearly));
    return all;
}

}  // namespace tarazy
