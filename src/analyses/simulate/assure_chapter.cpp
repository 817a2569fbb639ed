#include "analyses/simulate/assure_chapter.hpp"

#include "analyses/simulate/judged_inputs.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <span>
#include <string>

namespace tarazy {
namespace {

LocalText assure_words(const ReportContext& context, const std::string& quantity) {
    return context.messages.say("assure.quantity." + quantity);
}

/// A part of the chapter: its claims under each other.
Html assure_part(const ReportContext& context, const AnalysisResult& analysis, const char* part,
                 std::span<const char* const> quantities) {
    const std::string label = html_id(std::string("assure-") + part + "-", analysis.id);
    const std::vector<HtmlColumn> columns = {
        {context.say("assure.column.quantity"), false,
         [&context, quantities](std::size_t row) { return local(assure_words(context, quantities[row])); }},
        {context.say("assure.column.value"), true, [&context, &analysis, quantities](std::size_t row) {
             return claim_cell(context.claim(analysis, {"", "", quantities[row], {}, ""}));
         }}};
    return element("h3", {{"id", label}}, context.say(std::string("assure.part.") + part)) +
           scrolled(label, html_table({}, columns, quantities.size()));
}

/// Probabilities given an assurance and given silence side by side, and their difference.
Html choices_html(const ReportContext& context, const AnalysisResult& analysis) {
    static constexpr const char* choices[] = {"forgo", "press", "honour"};
    const std::string label = html_id("assure-choices-", analysis.id);
    const auto column = [&](const char* head, const char* before, const char* behind) -> HtmlColumn {
        return {context.say(std::string("assure.column.") + head), true,
                [&context, &analysis, before, behind](std::size_t row) {
                    const std::string quantity = std::string(before) + choices[row] + behind;
                    return claim_cell(context.claim(analysis, {"", "", quantity, {}, ""}));
                }};
    };
    const std::vector<HtmlColumn> columns = {
        {context.say("assure.column.choice"), false,
         [&context](std::size_t row) { return context.say(std::string("assure.choice.") + choices[row]); }},
        column("assured", "", "_given_assure"),
        column("silent", "", "_given_silent"),
        column("effect", "effect_of_assurance_on_", "")};
    return element("h3", {{"id", label}}, context.say("assure.part.choices")) +
           scrolled(label, html_table({}, columns, std::size(choices)));
}

Html curves_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* curves = find_table(analysis.tables, "curves");
    if (curves == nullptr || curves->rows() == 0) return {};
    std::vector<HtmlColumn> columns = {{context.say("assure.column.choice"), false,
                                        [&context, curves](std::size_t row) {
                                            return context.say("assure.choice." + text_in(*curves, "quantity", row));
                                        }},
                                       {context.say("assure.column.given"), false, [&context, curves](std::size_t row) {
                                            return context.say("assure.given." + text_in(*curves, "given", row));
                                        }}};
    for (const char* name : {"p", "q05", "q50", "q95"}) columns.push_back(result_column(context, *curves, name));
    return figure_frame(context,
                        {"curves-" + analysis.id, context.messages.say("figure.curves.title"),
                         context.messages.say("figure.curves.description"), html_table({}, columns, curves->rows())});
}

}  // namespace

Html assure_body(const ReportContext& context, const AnalysisResult& analysis) {
    static constexpr const char* valuable[] = {"largest_effect_on_a_choice", "worth_of_assurance_to_state",
                                               "share_raises_forgoing", "share_deters", "share_worth_something"};
    static constexpr const char* declaratory[] = {
        "news_of_assurance",         "effect_of_audience_cost_on_honour", "effect_of_audience_cost_on_forgo",
        "assure_given_resolved",     "assure_given_unresolved",           "abandoned",
        "share_rather_not_honoured", "share_valuable_though_declaratory"};
    const Table* quantities = find_table(analysis.tables, "");
    if (quantities == nullptr || quantities->rows() == 0)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return choices_html(context, analysis) + curves_html(context, analysis) +
           assure_part(context, analysis, "valuable", valuable) +
           assure_part(context, analysis, "declaratory", declaratory) +
           judged_inputs_html(context, analysis, html_id("assure-inputs-", analysis.id));
}

std::optional<LocalText> assure_quantity(const ReportContext& context, const ClaimParts& parts) {
    if (!context.messages.knows("assure.quantity." + parts.quantity)) return std::nullopt;
    return assure_words(context, parts.quantity);
}

}  // namespace tarazy
