#include "report/method_chapters.hpp"

#include "analyses/align/balance_chapter.hpp"
#include "analyses/align/positions_chapter.hpp"
#include "analyses/align/shares_chapter.hpp"
#include "analyses/align/similarity_rows.hpp"
#include "analyses/compare/comparison_chapter.hpp"
#include "analyses/compare/robustness_chapter.hpp"
#include "analyses/trace/chronology_chapter.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

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
    const bool votes = rows.pairs.front().session.has_value();
    return figure_frame(
        context, {"similarity-" + analysis.id,
                  context.messages.say("figure.similarity.title", {{"state", context.name(context.result.focus)}}),
                  context.messages.say(votes ? "figure.similarity.description" : "figure.similarity.description_ties"),
                  html_table({}, columns, rows.pairs.size())});
}

/// For methods without a figure: their tables as they are, the first rows of long ones.
Html plain_tables(const ReportContext& context, const AnalysisResult& analysis) {
    static constexpr std::size_t shown_rows = 200;
    Html all;
    for (const ResultTable& result : analysis.tables) {
        std::vector<HtmlColumn> columns;
        for (const std::string& name : result.table.names)
            columns.push_back(result_column(context, result.table, name));
        const std::size_t rows = std::min(result.table.rows(), shown_rows);
        const std::string label = html_id("table-", analysis.id + "." + result.name);
        const Html cut =
            rows == result.table.rows()
                ? Html{}
                : element("p", {{"class", "quiet"}},
                          context.say("chapter.cut", {{"shown", static_cast<std::int64_t>(rows)},
                                                      {"total", static_cast<std::int64_t>(result.table.rows())}}));
        all += element("h3", {{"id", label}}, english(result.name.empty() ? analysis.id : result.name)) +
               scrolled(label, html_table({}, columns, rows)) + cut;
    }
    return all;
}

Html chapter_body(const ReportContext& context, const AnalysisResult& analysis) {
    if (analysis.method == "align.shares") return shares_body(context, analysis);
    if (analysis.method == "align.ideal-points") return positions_body(context, analysis);
    if (analysis.method == "align.balance") return balance_body(context, analysis);
    if (analysis.method == "compare.minimise") return comparison_body(context, analysis);
    if (analysis.method == "compare.robustness") return robustness_body(context, analysis);
    if (analysis.method == "align.similarity") return similarity_body(context, analysis);
    if (analysis.method == "trace.chronology") return chronology_body(context);
    return plain_tables(context, analysis);
}

Html no_result(const ReportContext& context, const AnalysisResult& analysis) {
    return element("p", {{"class", "note"}}, {context.say("chapter.no_result"), Html{" "}, english(analysis.failure)});
}

Html limits(const ReportContext& context, const AnalysisResult& analysis) {
    if (analysis.limits.empty()) return {};
    Html items;
    for (const LocalText& limit : analysis.limits) items += element("li", {}, local(limit));
    return element("h3", {}, context.say("chapter.limits")) + element("ul", {{"class", "limits"}}, items);
}

/// What the program had to say of the data while it computed.
Html notes(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = result_table(analysis, "notes");
    if (table == nullptr || !table->find("note")) return {};
    Html items;
    for (std::size_t row = 0; row < table->rows(); ++row)
        items += element("li", {}, english((*table)["note"].display(row)));
    return element("details", {{"class", "notes"}},
                   {element("summary", {}, context.say("chapter.notes")), element("ul", {}, items)});
}

}  // namespace

Html method_chapters(const ReportContext& context) {
    Html chapters;
    for (const AnalysisResult& analysis : context.result.analyses) {
        const std::string id = html_id("analysis-", analysis.id), title = html_id("analysis-title-", analysis.id);
        const std::string reading = "reading." + analysis.method;
        const bool failed = !analysis.failure.empty();
        const Html from_shipped = analysis.from_shipped_table
                                      ? element("p", {{"class", "note"}}, context.say("chapter.from_shipped"))
                                      : Html{};
        const Html command =
            analysis.command.empty()
                ? Html{}
                : element("p", {{"class", "command"}},
                          {context.say("chapter.command"), Html{" "}, element("code", {}, text(analysis.command))});
        chapters += element(
            "section", {{"id", id}, {"class", "chapter"}, {"aria-labelledby", title}},
            {element("h2", {{"id", title}},
                     local(analysis.title.en.empty() ? LocalText{analysis.id, "", ""} : analysis.title)),
             context.messages.knows(reading) ? element("p", {{"class", "reading"}}, context.say(reading)) : Html{},
             from_shipped, failed ? no_result(context, analysis) : chapter_body(context, analysis),
             limits(context, analysis), notes(context, analysis), command});
        chapters += Html{"\n"};
    }
    return chapters;
}

}  // namespace tarazy
