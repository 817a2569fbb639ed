#include "analyses/network/functions_figures.hpp"

#include "analyses/network/function_words.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<nlohmann::ordered_json> functions_figures(const ReportContext& context, const AnalysisResult& analysis) {
    using FunctionsJson = nlohmann::ordered_json;
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr) return {};
    const std::vector<std::size_t> found = last_rows_of(*table, context.result.focus);
    if (found.empty()) return {};
    FunctionsJson drawn = figure_json(
        "function_table-" + analysis.id, "function_table",
        context.messages.say("figure.function_table.title",
                             {{"state", context.name(context.result.focus)}, {"year", last_year_in(*table)}}),
        context.messages.say("figure.function_table.description"));
    FunctionsJson rows = FunctionsJson::array(), functions = FunctionsJson::array();
    for (const std::size_t row : found) {
        const std::string function = text_in(*table, "function", row);
        functions.push_back(function);
        const std::vector<std::string> providers = list_items(text_in(*table, "providers", row));
        const bool sole = number_in(*table, "sole", row) == 1.0;
        for (const std::string& institution : providers)
            rows.push_back({function, institution, sole ? "sole" : "provider"});
        for (const std::string& institution : list_items(text_in(*table, "possible_providers", row)))
            rows.push_back({function, institution, "possible"});
        if (providers.empty() && text_in(*table, "possible_providers", row).empty())
            rows.push_back({function, "", "none"});
    }
    drawn["functions"] = std::move(functions);
    drawn["columns"] = {"function", "institution", "provision"};
    drawn["rows"] = std::move(rows);
    return {std::move(drawn)};
}

}  // namespace tarazy
