#include "analyses/trace/its_chapter.hpp"

#include "analyses/trace/outcome_words.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

Html withheld_lines(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* summary = find_table(analysis.tables, "");
    for (std::size_t row = 0; summary != nullptr && row < summary->rows(); ++row) {
        const std::string kind = text_in(*summary, "withheld", row), key = "its.withheld." + kind;
        if (kind.empty() || !context.messages.knows(key)) continue;
        return element("p", {{"class", "note"}},
                       context.say(key, {{"state", context.name(text_in(*summary, "state", row))},
                                         {"outcome", context.name(outcome_name(context, analysis, "indicator"))}}));
    }
    return {};
}

/// Level, slope and slope before of every state that has them.
Html terms_of_states(const ReportContext& context, const AnalysisResult& analysis) {
    static const char* const quantities[] = {"level", "slope", "before_slope"};
    std::vector<std::string> states;
    for (const Claim& claim : analysis.claims) {
        const bool term = claim.parts.quantity == "level" && claim.value;
        if (term && std::ranges::find(states, claim.parts.state) == states.end()) states.push_back(claim.parts.state);
    }
    if (states.empty()) return {};
    std::vector<HtmlColumn> columns{{context.say("column.state"), false, [&](std::size_t row) {
                                         return local(
                                             context.name(states[row].empty() ? context.result.focus : states[row]));
                                     }}};
    const std::string indicator = outcome_name(context, analysis, "indicator");
    for (const char* quantity : quantities)
        columns.push_back({local(context.messages.say(std::string("outcome.quantity.") + quantity)), true,
                           [&, quantity](std::size_t row) {
                               return claim_cell(context.claim(analysis, {states[row], "", quantity, {indicator}, ""}));
                           }});
    const std::string label = html_id("terms-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.its_terms")) +
           scrolled(label, html_table({}, columns, states.size()));
}

Html lines_of_focus(const ReportContext& context, const AnalysisResult& analysis) {
    const Table& fitted = *find_table(analysis.tables, "path");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < fitted.rows(); ++row)
        if (text_in(fitted, "state", row) == context.result.focus) rows.push_back(row);
    std::vector<HtmlColumn> columns;
    for (const char* name : {"time", "value", "fitted", "continued"})
        columns.push_back(result_column(context, fitted, name));
    return html_table({}, columns, rows);
}

}  // namespace

Html its_body(const ReportContext& context, const AnalysisResult& analysis) {
    Html body = withheld_lines(context, analysis);
    const Table* fitted = find_table(analysis.tables, "path");
    if (fitted != nullptr && fitted->rows() > 0)
        body += figure_frame(
            context, {"interrupted-" + analysis.id,
                      context.messages.say("figure.interrupted.title",
                                           {{"state", context.name(context.result.focus)},
                                            {"outcome", context.name(outcome_name(context, analysis, "indicator"))}}),
                      context.messages.say("figure.interrupted.description"), lines_of_focus(context, analysis)});
    return body + terms_of_states(context, analysis) +
           outcome_claims(context, analysis,
                          {"level_p", "slope_p", "durbin_watson", "observations_before", "observations_after"});
}

}  // namespace tarazy
