#include "analyses/simulate/assure_figures.hpp"

#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<nlohmann::ordered_json> assure_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* curves = find_table(analysis.tables, "curves");
    if (curves == nullptr || curves->rows() == 0) return {};
    nlohmann::ordered_json figure =
        figure_json("curves-" + analysis.id, "curves", context.messages.say("figure.curves.title"),
                    context.messages.say("figure.curves.description"));
    figure["columns"] = {"quantity", "given", "x", "q05", "q50", "q95"};
    figure["rows"] = nlohmann::ordered_json::array();
    for (std::size_t row = 0; row < curves->rows(); ++row)
        figure["rows"].push_back({text_in(*curves, "quantity", row), text_in(*curves, "given", row),
                                  json_of(number_in(*curves, "p", row)), json_of(number_in(*curves, "q05", row)),
                                  json_of(number_in(*curves, "q50", row)), json_of(number_in(*curves, "q95", row))});
    return {figure};
}

}  // namespace tarazy
