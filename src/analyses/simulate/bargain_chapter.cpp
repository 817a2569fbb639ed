#include "analyses/simulate/bargain_chapter.hpp"

#include "analyses/simulate/bargain_claims.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

constexpr const char* bargain_models[] = {"smp", "bdm_paper", "bdm_scholz_code"};

LocalText model_word(const ReportContext& context, const std::string& model) {
    return context.word("bargain.model.", model_code(model));
}

/// A table of one issue calls it "issue".
LocalText issue_word(const ReportContext& context, const std::string& issue) {
    return issue == "issue" ? context.messages.say("bargain.the_issue") : context.name(issue);
}

HtmlColumn issue_column(const ReportContext& context, const Table& table) {
    return {context.say("bargain.column.issue"), false,
            [&context, &table](std::size_t row) { return local(issue_word(context, text_in(table, "issue", row))); }};
}

HtmlColumn bargain_column(const ReportContext& context, const Table& table, const std::string& name) {
    HtmlColumn column = result_column(context, table, name);
    column.head = context.say("bargain.column." + name);
    return column;
}

bool was_run(const Table& ends, const std::string& model) {
    for (std::size_t row = 0; row < ends.rows(); ++row)
        if (model_code(text_in(ends, "model", row)) == model) return true;
    return false;
}

/// Of each issue the positions by all models: together, one by one, and how far the readings of one lie apart.
Html together_html(const ReportContext& context, const AnalysisResult& analysis, const Table& ends) {
    const Table* over = find_table(analysis.tables, "over_models");
    if (over == nullptr || over->rows() == 0) return {};
    const std::string label = html_id("together-", analysis.id);
    std::vector<HtmlColumn> columns = {issue_column(context, *over)};
    const auto claims = [&](const Html& head, const char* quantity, const std::string& model) {
        columns.push_back({head, true, [&context, &analysis, over, quantity, model](std::size_t row) {
                               ClaimParts parts{"", "", quantity, {text_in(*over, "issue", row)}, ""};
                               if (!model.empty()) parts.about.push_back(model);
                               return claim_cell(context.claim(analysis, parts));
                           }});
    };
    claims(context.say("bargain.column.over_models"), "position_over_models", "");
    for (const char* model : bargain_models)
        if (was_run(ends, model)) claims(local(model_word(context, model)), "position_of_model", model);
    claims(context.say("bargain.column.variants_apart"), "variants_apart", "");
    return element("h3", {{"id", label}}, context.say("bargain.together")) +
           element("p", {{"class", "caution"}}, context.say("bargain.caution")) +
           scrolled(label, html_table({}, columns, over->rows()));
}

/// How each model came to its end.
Html endings_html(const ReportContext& context, const AnalysisResult& analysis, const Table& ends) {
    const std::string label = html_id("endings-", analysis.id);
    std::vector<HtmlColumn> columns = {
        {context.say("bargain.column.model"), false,
         [&context, &ends](std::size_t row) { return local(model_word(context, text_in(ends, "model", row))); }},
        issue_column(context, ends),
        {context.say("bargain.column.end"), false, [&context, &ends](std::size_t row) {
             return local(context.word("bargain.end.", text_in(ends, "end", row)));
         }}};
    for (const char* name : {"turns", "cycle_length", "mean_first", "mean_least", "mean_most", "median"})
        columns.push_back(bargain_column(context, ends, name));
    return element("h3", {{"id", label}}, context.say("bargain.endings")) +
           scrolled(label, html_table({}, columns, ends.rows()));
}

/// Who bargains, what was judged of each, and where each model leaves it: the table of the picture.
Html rounds_html(const ReportContext& context, const AnalysisResult& analysis, const Table& ends) {
    const Table* actors = find_table(analysis.tables, "actors");
    if (actors == nullptr || actors->rows() == 0) return {};
    std::vector<HtmlColumn> columns = {
        {context.say("bargain.column.actor"), false,
         [&context, actors](std::size_t row) { return local(context.name(text_in(*actors, "actor", row))); }},
        issue_column(context, *actors)};
    for (const char* name : {"capability", "salience", "position"})
        columns.push_back(bargain_column(context, *actors, name));
    for (const char* model : bargain_models) {
        if (!was_run(ends, model)) continue;
        columns.push_back(result_column(context, *actors, std::string("end_") + model));
        columns.back().head = local(context.messages.say("bargain.end_by", {{"model", model_word(context, model)}}));
    }
    return figure_frame(
        context, {"rounds-" + analysis.id, context.messages.say("figure.rounds.title"),
                  context.messages.say("figure.rounds.description"), html_table({}, columns, actors->rows()), true});
}

}  // namespace

Html bargain_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* ends = find_table(analysis.tables, "");
    if (ends == nullptr || ends->rows() == 0)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return together_html(context, analysis, *ends) + rounds_html(context, analysis, *ends) +
           endings_html(context, analysis, *ends);
}

std::optional<LocalText> bargain_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "bargain.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    MessageArguments arguments = {{"issue", issue_word(context, parts.about[0])}};
    if (parts.about.size() > 1) arguments.push_back({"model", model_word(context, parts.about[1])});
    return context.messages.say(key, arguments);
}

}  // namespace tarazy
