#include "analyses/network/regimes_figures.hpp"

#include "report/figure_json.hpp"
#include "report/report_context.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

nlohmann::ordered_json year_or_null(const Table& table, const char* column, std::size_t row) {
    const auto year = number_in(table, column, row);
    if (!year) return nullptr;
    return static_cast<std::int64_t>(*year);
}

}  // namespace

std::vector<nlohmann::ordered_json> regimes_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* joining = find_table(analysis.tables, "joining");
    if (joining == nullptr || joining->rows() == 0) return {};
    nlohmann::ordered_json drawn =
        figure_json("regime_ladder-" + analysis.id, "regime_ladder",
                    context.messages.say("figure.regime_ladder.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say("figure.regime_ladder.description"));
    drawn["columns"] = {"state", "institution", "status", "joined", "upper_bound", "earliest", "latest", "median"};
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t row = 0; row < joining->rows(); ++row)
        rows.push_back({text_in(*joining, "state", row), text_in(*joining, "institution", row),
                        text_in(*joining, "status", row), year_or_null(*joining, "joined", row),
                        number_in(*joining, "upper_bound", row) == 1, year_or_null(*joining, "earliest", row),
                        year_or_null(*joining, "latest", row), year_or_null(*joining, "median", row)});
    drawn["rows"] = std::move(rows);
    return {drawn};
}

}  // namespace tarazy
