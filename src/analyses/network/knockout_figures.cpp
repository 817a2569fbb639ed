#include "analyses/network/knockout_figures.hpp"

#include "analyses/network/function_words.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using KnockoutJson = nlohmann::ordered_json;

/// The row of the Shapley values for an institution; nothing when there is none.
std::optional<std::size_t> shapley_row_of(const Table& shapley, const std::vector<std::size_t>& rows,
                                          const std::string& institution) {
    const auto found = std::ranges::find_if(
        rows, [&](std::size_t row) { return text_in(shapley, "institution", row) == institution; });
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::vector<nlohmann::ordered_json> knockout_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *removals = find_table(analysis.tables, ""), *shapley = find_table(analysis.tables, "shapley");
    if (removals == nullptr || shapley == nullptr) return {};
    const std::vector<std::size_t> values = last_rows_of(*shapley, context.result.focus);
    KnockoutJson rows = KnockoutJson::array();
    for (const std::size_t row : last_rows_of(*removals, context.result.focus)) {
        const std::vector<std::string> removed = list_items(text_in(*removals, "removed", row));
        if (removed.empty()) continue;
        const bool together = text_in(*removals, "together", row) == "1";
        std::optional<double> lower, upper;
        if (const auto at = shapley_row_of(*shapley, values, removed.front()); at && !together) {
            lower = number_in(*shapley, "lower", *at);
            upper = number_in(*shapley, "upper", *at);
        }
        if (!together && upper.value_or(0) <= 0) continue;
        rows.push_back({removed, together, json_of(number_in(*removals, "lost", row)),
                        json_of(number_in(*removals, "lost_upper", row)),
                        list_items(text_in(*removals, "lost_functions", row)), json_of(lower), json_of(upper)});
    }
    if (rows.empty()) return {};
    KnockoutJson drawn = figure_json(
        "knockout-" + analysis.id, "knockout",
        context.messages.say("figure.knockout.title",
                             {{"state", context.name(context.result.focus)}, {"year", last_year_in(*removals)}}),
        context.messages.say("figure.knockout.description"));
    drawn["columns"] = {"removed",        "together",      "lost",         "lost_upper",
                        "lost_functions", "shapley_lower", "shapley_upper"};
    drawn["rows"] = std::move(rows);
    return {std::move(drawn)};
}

}  // namespace tarazy
