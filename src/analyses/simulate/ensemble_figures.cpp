#include "analyses/simulate/ensemble_figures.hpp"

#include "analyses/simulate/fan_figure.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

nlohmann::ordered_json sensitivity_figure(const ReportContext& context, const AnalysisResult& analysis,
                                          const Table& sensitivity) {
    nlohmann::ordered_json figure =
        figure_json("sensitivity-" + analysis.id, "sensitivity", context.messages.say("figure.sensitivity.title"),
                    context.messages.say("figure.sensitivity.description"));
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t row = 0; row < sensitivity.rows(); ++row)
        rows.push_back({text_in(sensitivity, "outcome", row), text_in(sensitivity, "input", row),
                        json_of(number_in(sensitivity, "delta", row)),
                        json_of(number_in(sensitivity, "delta_lower", row)),
                        json_of(number_in(sensitivity, "delta_upper", row))});
    figure["columns"] = {"outcome", "input", "index", "lower", "upper"};
    figure["rows"] = std::move(rows);
    return figure;
}

}  // namespace

std::vector<nlohmann::ordered_json> ensemble_figures(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<nlohmann::ordered_json> all;
    const Table *fan = find_table(analysis.tables, ""), *sensitivity = find_table(analysis.tables, "sensitivity");
    if (fan == nullptr || fan->rows() == 0) return all;
    nlohmann::ordered_json figure = figure_json("fan-" + analysis.id, "fan", context.messages.say("figure.fan.title"),
                                                context.messages.say("figure.fan.description"));
    std::vector<FanRow> rows;
    for (std::size_t row = 0; row < fan->rows(); ++row) {
        FanRow one{text_in(*fan, "outcome", row), text_in(*fan, "policy", row),
                   static_cast<int>(number_in(*fan, "year", row).value_or(0))};
        for (const char* column : {"q05", "q25", "q50", "q75", "q95"})
            one.quantiles.push_back(number_in(*fan, column, row));
        rows.push_back(std::move(one));
    }
    put_fan_rows(figure, rows);
    all.push_back(std::move(figure));
    if (sensitivity != nullptr && sensitivity->rows() > 0)
        all.push_back(sensitivity_figure(context, analysis, *sensitivity));
    return all;
}

}  // namespace tarazy
