#include "analyses/text/estimate_figures.hpp"

#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<nlohmann::ordered_json> estimate_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* periods = find_table(analysis.tables, "periods");
    if (periods == nullptr || periods->rows() == 0) return {};
    nlohmann::ordered_json figure =
        figure_json("code_trends-" + analysis.id, "code_trends",
                    context.messages.say("figure.code_trends.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say("figure.code_trends.description"));
    const auto whole = [&](const char* column, std::size_t row) {
        return static_cast<std::int64_t>(number_in(*periods, column, row).value_or(0));
    };
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t row = 0; row < periods->rows(); ++row)
        rows.push_back({text_in(*periods, "code", row), (*periods)["period"].display(row), whole("first", row),
                        whole("last", row), whole("coded", row), json_of(number_in(*periods, "machine", row)),
                        json_of(number_in(*periods, "corrected", row)), json_of(number_in(*periods, "lower", row)),
                        json_of(number_in(*periods, "upper", row))});
    figure["columns"] = {"code", "period", "first", "last", "coded", "machine", "corrected", "lower", "upper"};
    figure["rows"] = std::move(rows);
    std::vector<nlohmann::ordered_json> all;
    all.push_back(std::move(figure));
    return all;
}

}  // namespace tarazy
