#include "analyses/align/similarity_chapter.hpp"

#include "analyses/align/similarity_rows.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"

namespace tarazy {

Html similarity_body(const ReportContext& context, const AnalysisResult& analysis) {
    const SimilarityRows rows = similarity_rows(context.result, analysis);
    if (rows.pairs.empty()) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    std::vector<HtmlColumn> columns{{context.say("column.year"), false,
                                     [&](std::size_t row) { return text(std::to_string(rows.pairs[row].year)); }},
                                    {context.say("column.with"), false,
                                     [&](std::size_t row) { return local(context.name(rows.pairs[row].member)); }}};
    for (std::size_t m = 0; m < rows.measures.size(); ++m) {
        columns.push_back({local(context.word("measure.", rows.measures[m])), true, [&, m](std::size_t row) {
                               const SimilarityPair& pair = rows.pairs[row];
                               const Claim* claim =
                                   context.claim(analysis, {"",
                                                            "",
                                                            rows.measures[m],
                                                            {context.result.focus, pair.member},
                                                            std::to_string(pair.session.value_or(pair.year))});
                               return claim_link(claim, text(shown_number(pair.values[m].value))) +
                                      element("span", {{"class", "interval"}},
                                              text(" " + shown_interval(pair.values[m].lower, pair.values[m].upper)));
                           }});
    }
    columns.push_back({context.say("column.n"), true, [&](std::size_t row) {
                           return text(rows.pairs[row].n ? std::to_string(*rows.pairs[row].n) : "–");
                       }});
    ResultRows of_pairs = rows_in(context, *find_table(analysis.tables, ""));
    of_pairs.behind = [&](std::size_t row) { return std::vector{rows.pairs[row].row}; };
    const bool votes = rows.pairs.front().session.has_value();
    return figure_frame(
        context, {"similarity-" + analysis.id,
                  context.messages.say("figure.similarity.title", {{"state", context.name(context.result.focus)}}),
                  context.messages.say(votes ? "figure.similarity.description" : "figure.similarity.description_ties"),
                  html_table({}, columns, rows.pairs.size(), of_pairs)});
}

std::optional<LocalText> similarity_quantity(const ReportContext& context, const ClaimParts& parts) {
    if (parts.about.size() != 2 || !context.messages.knows("measure." + parts.quantity)) return std::nullopt;
    return context.messages.say("quantity.of_pair", {{"measure", context.word("measure.", parts.quantity)},
                                                     {"a", context.name(parts.about.front())},
                                                     {"b", context.name(parts.about.back())}});
}

}  // namespace tarazy
