#include "report/method_chapters.hpp"

#include "report/chronology_chapter.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/shares_rows.hpp"
#include "report/similarity_rows.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// Claims of a shares analysis about windows of years: one row a quantity, one column a window.
Html window_table(const ReportContext& context, const AnalysisOutcome& analysis) {
    std::vector<LocalText> rows;
    std::vector<std::string> row_keys, windows;
    std::map<std::pair<std::string, std::string>, const Claim*> cells;
    for (const Claim& claim : analysis.claims) {
        const auto read = share_quantity(claim.id.substr(std::min(claim.id.size(), analysis.id.size() + 1)));
        // Windows are written "1992-2012"; a single year is a cell of the yearly table.
        if (!read || read->window.find('-') == std::string::npos) continue;
        const auto words = quantity_without_window(context, *read);
        if (!words) continue;
        if (std::ranges::find(row_keys, words->en) == row_keys.end()) {
            row_keys.push_back(words->en);
            rows.push_back(*words);
        }
        if (std::ranges::find(windows, read->window) == windows.end()) windows.push_back(read->window);
        cells[{words->en, read->window}] = &claim;
    }
    std::vector<HtmlColumn> columns{
        {context.say("column.quantity"), false, [&](std::size_t row) { return local(rows[row]); }}};
    for (const std::string& window : windows) {
        columns.push_back(
            {text(shown_window(window)), true, [&, window](std::size_t row) {
                 const auto found = cells.find({row_keys[row], window});
                 if (found == cells.end()) return text("–");
                 const Claim& claim = *found->second;
                 const auto& interval = claim.interval;
                 return claim_link(context, claim.id, text(shown_number(claim.value))) +
                        element("span", {{"class", "interval below"}},
                                text(interval ? shown_interval(interval->lower, interval->upper) : std::string()));
             }});
    }
    return html_table({}, columns, rows.size());
}

Html closeness_table(const ReportContext& context, const AnalysisOutcome& analysis) {
    std::vector<ShareYear> years;
    for (ShareYear& year : share_years(analysis)) {
        if (year.state == context.outcome.focus) years.push_back(std::move(year));
    }
    std::vector<HtmlColumn> columns{
        {context.say("column.year"), false, [&](std::size_t row) { return text(std::to_string(years[row].year)); }}};
    for (const Pole& pole : context.outcome.poles) {
        columns.push_back(
            {local(pole.name), true, [&](std::size_t row) {
                 const auto found = years[row].poles.find(pole.id);
                 if (found == years[row].poles.end()) return text("–");
                 const std::string claim =
                     analysis.id + ".closeness." + pole.id + "." + std::to_string(years[row].year);
                 return claim_link(context, claim, text(shown_number(found->second.closeness))) +
                        element("span", {{"class", "interval"}},
                                text(" " + shown_interval(found->second.closeness_low, found->second.closeness_high)));
             }});
    }
    columns.push_back({context.say("column.flag"), false, [&](std::size_t row) {
                           return years[row].flag.empty() ? Html{} : local(context.word("flag.", years[row].flag));
                       }});
    return html_table({}, columns, years.size());
}

Html shares_body(const ReportContext& context, const AnalysisOutcome& analysis) {
    const auto years = share_years(analysis);
    const std::string domain = years.empty() ? "votes" : years.front().domain;
    const std::string label = html_id("windows-", analysis.id);
    return figure_frame(context, {"closeness-" + analysis.id,
                                  context.messages.say("figure.closeness.title",
                                                       {{"state", context.name(context.outcome.focus)}}),
                                  context.messages.say(domain == "ties" ? "figure.closeness.description_ties"
                                                                        : "figure.closeness.description"),
                                  closeness_table(context, analysis)}) +
           element("h3", {{"id", label}}, context.say("chapter.windows")) +
           scrolled(label, window_table(context, analysis));
}

Html similarity_body(const ReportContext& context, const AnalysisOutcome& analysis) {
    const SimilarityRows rows = similarity_rows(context.outcome, analysis);
    if (rows.pairs.empty()) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    std::vector<HtmlColumn> columns{{context.say("column.year"), false,
                                     [&](std::size_t row) { return text(std::to_string(rows.pairs[row].year)); }},
                                    {context.say("column.with"), false,
                                     [&](std::size_t row) { return local(context.name(rows.pairs[row].member)); }}};
    for (std::size_t m = 0; m < rows.measures.size(); ++m) {
        columns.push_back({local(context.word("measure.", rows.measures[m])), true, [&, m](std::size_t row) {
                               const SimilarityPair& pair = rows.pairs[row];
                               const std::string claim = analysis.id + '.' + context.outcome.focus + '-' + pair.member +
                                                         '.' + std::to_string(pair.session.value_or(pair.year)) + '.' +
                                                         rows.measures[m];
                               return claim_link(context, claim, text(shown_number(pair.values[m].value))) +
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
                  context.messages.say("figure.similarity.title", {{"state", context.name(context.outcome.focus)}}),
                  context.messages.say(votes ? "figure.similarity.description" : "figure.similarity.description_ties"),
                  html_table({}, columns, rows.pairs.size())});
}

/// For methods without a figure: their tables as they are, the first rows of long ones.
Html plain_tables(const ReportContext& context, const AnalysisOutcome& analysis) {
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

Html chapter_body(const ReportContext& context, const AnalysisOutcome& analysis) {
    if (analysis.method == "align.shares") return shares_body(context, analysis);
    if (analysis.method == "align.similarity") return similarity_body(context, analysis);
    if (analysis.method == "trace.chronology") return chronology_body(context);
    return plain_tables(context, analysis);
}

Html limits(const ReportContext& context, const AnalysisOutcome& analysis) {
    if (analysis.limits.empty()) return {};
    Html items;
    for (const LocalText& limit : analysis.limits) items += element("li", {}, local(limit));
    return element("h3", {}, context.say("chapter.limits")) + element("ul", {{"class", "limits"}}, items);
}

}  // namespace

Html method_chapters(const ReportContext& context) {
    Html chapters;
    for (const AnalysisOutcome& analysis : context.outcome.analyses) {
        const std::string id = html_id("analysis-", analysis.id), title = html_id("analysis-title-", analysis.id);
        const std::string reading = "reading." + analysis.method;
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
             from_shipped, chapter_body(context, analysis), limits(context, analysis), command});
        chapters += Html{"\n"};
    }
    return chapters;
}

}  // namespace tarazy
