#include "analyses/network/functions_chapter.hpp"

#include "analyses/network/function_words.hpp"
#include "analyses/network/network_cards.hpp"
#include "report/figure_frame.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

Html functions_of_focus(const ReportContext& context, const AnalysisResult& analysis, const Table& table) {
    const std::vector<std::size_t> rows = last_rows_of(table, context.result.focus);
    const std::string year = last_year_in(table);
    std::vector<HtmlColumn> columns{{context.say("column.function"), false, [&](std::size_t row) {
                                         return local(context.name(text_in(table, "function", row)));
                                     }}};
    for (const char* quantity : {"coverage", "redundancy", "sole", "herfindahl"})
        columns.push_back({local(context.messages.say(std::string("network.quantity.") + quantity)), true,
                           [&, quantity](std::size_t row) {
                               return claim_cell(
                                   function_claim(context, analysis, quantity, text_in(table, "function", row), year));
                           }});
    columns.push_back(codes_column(context, table, "providers"));
    columns.push_back(codes_column(context, table, "possible_providers"));
    return html_table({}, columns, rows);
}

Html states_beside(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "states");
    if (table == nullptr || table->rows() == 0) return {};
    const std::string year = last_year_in(*table);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table->rows(); ++row)
        if (text_in(*table, "year", row) == year) rows.push_back(row);
    const std::vector<HtmlColumn> columns{
        {context.say("column.state"), false,
         [&](std::size_t row) { return local(context.name(text_in(*table, "state", row))); }},
        result_column(context, *table, "covered_lower"),
        result_column(context, *table, "covered_upper"),
        codes_column(context, *table, "sole_functions"),
        functions_column(context, *table, "uncovered"),
        functions_column(context, *table, "possibly_covered")};
    const std::string label = html_id("functions-states-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.functions_of_states", {{"year", year}})) +
           scrolled(label, html_table({}, columns, rows));
}

}  // namespace

Html functions_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr || last_rows_of(*table, context.result.focus).empty())
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table")) + states_beside(context, analysis) +
               network_cards(context, analysis);
    return figure_frame(context, {"function_table-" + analysis.id,
                                  context.messages.say(
                                      "figure.function_table.title",
                                      {{"state", context.name(context.result.focus)}, {"year", last_year_in(*table)}}),
                                  context.messages.say("figure.function_table.description"),
                                  functions_of_focus(context, analysis, *table), true}) +
           states_beside(context, analysis) + element("p", {{"class", "quiet"}}, context.say("functions.limits")) +
           network_cards(context, analysis);
}

}  // namespace tarazy
