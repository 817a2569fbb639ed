#include "analyses/trace/contrast_chapter.hpp"

#include "analyses/trace/outcome_words.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Says so when the state in focus has no contrast.
Html withheld_contrast(const ReportContext& context, const AnalysisResult& analysis) {
    const bool withheld = std::ranges::any_of(analysis.claims, [](const Claim& claim) {
        return claim.parts.quantity == "rank_of_difference" && !claim.value && !claim.statement.empty();
    });
    if (!withheld) return {};
    return element(
        "p", {{"class", "note"}},
        context.say("contrast.withheld", {{"state", context.name(context.result.focus)},
                                          {"outcome", context.name(outcome_name(context, analysis, "indicator"))}}));
}

Html contrasts_of_states(const ReportContext& context, const AnalysisResult& analysis) {
    static const char* const quantities[] = {"before_mean", "after_mean", "change", "difference", "p_of_difference"};
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr || table->rows() == 0) return {};
    std::vector<std::string> states;
    for (std::size_t row = 0; row < table->rows(); ++row) states.push_back(text_in(*table, "unit", row));
    std::stable_partition(states.begin(), states.end(),
                          [&](const std::string& state) { return state == context.result.focus; });
    const std::string indicator = outcome_name(context, analysis, "indicator");
    std::vector<HtmlColumn> columns{
        {context.say("column.state"), false, [&](std::size_t row) { return local(context.name(states[row])); }}};
    for (const char* quantity : quantities)
        columns.push_back({local(context.messages.say(std::string("outcome.quantity.") + quantity)), true,
                           [&, quantity](std::size_t row) {
                               const std::string state = states[row] == context.result.focus ? "" : states[row];
                               return claim_cell(context.claim(analysis, {state, "", quantity, {indicator}, ""}));
                           }});
    const std::string label = html_id("contrasts-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.contrasts")) +
           scrolled(label, html_table({}, columns, states.size()));
}

Html values_of_focus(const ReportContext& context, const AnalysisResult& analysis) {
    const Table& path = *find_table(analysis.tables, "path");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < path.rows(); ++row)
        if (text_in(path, "state", row) == context.result.focus) rows.push_back(row);
    return html_table({}, {result_column(context, path, "time"), result_column(context, path, "value")}, rows);
}

}  // namespace

Html contrast_body(const ReportContext& context, const AnalysisResult& analysis) {
    Html body = withheld_contrast(context, analysis);
    if (const Table* path = find_table(analysis.tables, "path"); path != nullptr && path->rows() > 0)
        body += figure_frame(
            context,
            {"interrupted-" + analysis.id,
             context.messages.say("figure.interrupted.title",
                                  {{"state", context.name(context.result.focus)},
                                   {"outcome", context.name(outcome_name(context, analysis, "indicator"))}}),
             context.messages.say("figure.interrupted.description_means"), values_of_focus(context, analysis)});
    return body + contrasts_of_states(context, analysis) +
           outcome_claims(context, analysis, {"rank_of_difference", "states_compared"}) +
           element("p", {{"class", "quiet"}}, context.say("contrast.limits"));
}

}  // namespace tarazy
