#include "analyses/text/keyness_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Words shown in a table; the result file has all.
constexpr std::size_t shown_words = 25;

/// Rows of a window and side, the first of them by rank.
std::vector<std::size_t> rows_of_side(const Table& words, const std::string& window, const char* side) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < words.rows() && rows.size() < shown_words; ++row)
        if (text_in(words, "window", row) == window && text_in(words, "side", row) == side) rows.push_back(row);
    return rows;
}

HtmlColumn word_claim_column(const ReportContext& context, const AnalysisResult& analysis, const Table& words,
                             const char* quantity) {
    return {context.say(std::string("keyness.column.") + quantity), true,
            [&context, &analysis, &words, quantity](std::size_t row) {
                return claim_cell(context.claim(
                    analysis, {"", "", quantity, {text_in(words, "word", row)}, text_in(words, "window", row)}));
            }};
}

Html table_of_side(const ReportContext& context, const AnalysisResult& analysis, const Table& words,
                   const std::string& window, const char* side) {
    const std::vector<std::size_t> rows = rows_of_side(words, window, side);
    const std::string label = html_id(std::string(side) + '-' + window + '-', analysis.id);
    const Html heading =
        element("h4", {{"id", label}},
                context.say(std::string("keyness.") + side, {{"state", context.name(context.result.focus)}}));
    if (rows.empty()) return heading + element("p", {{"class", "quiet"}}, context.say("keyness.no_words"));
    std::vector<HtmlColumn> columns = {
        {context.say("column.word"), false, [&words](std::size_t row) { return text(text_in(words, "word", row)); }}};
    for (const char* quantity : {"z", "log_ratio", "rank"})
        columns.push_back(word_claim_column(context, analysis, words, quantity));
    for (const char* column : {"n_target", "documents_target", "dp_target", "n_reference", "documents_reference",
                               "groups_reference", "q", "z_other"})
        columns.push_back(result_column(context, words, column));
    return heading + scrolled(label, html_table({}, columns, rows));
}

/// What a window holds, its numbers linked to their claims.
Html windows_compared(const ReportContext& context, const AnalysisResult& analysis, const Table& windows) {
    const std::string label = html_id("windows-", analysis.id);
    std::vector<HtmlColumn> columns = {{context.say("column.period"), false, [&windows](std::size_t row) {
                                            return text(shown_window(text_in(windows, "window", row)));
                                        }}};
    for (const char* quantity : {"documents", "words", "documents_compared", "words_compared"})
        columns.push_back(
            {context.say(std::string("keyness.column.") + quantity), true,
             [&context, &analysis, &windows, quantity](std::size_t row) {
                 return claim_cell(context.claim(analysis, {"", "", quantity, {}, text_in(windows, "window", row)}));
             }});
    columns.push_back(result_column(context, windows, "groups_reference"));
    return element("h3", {{"id", label}}, context.say("chapter.keyness_windows")) +
           scrolled(label, html_table({}, columns, windows.rows()));
}

}  // namespace

Html keyness_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *words = find_table(analysis.tables, ""), *windows = find_table(analysis.tables, "windows");
    if (words == nullptr || words->rows() == 0 || windows == nullptr)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    Html tables;
    for (std::size_t row = 0; row < windows->rows(); ++row) {
        const std::string window = text_in(*windows, "window", row);
        tables += element("h3", {}, text(shown_window(window)));
        for (const char* side : {"target", "reference"})
            tables += table_of_side(context, analysis, *words, window, side);
    }
    return figure_frame(context,
                        {"keyness-" + analysis.id,
                         context.messages.say("figure.keyness.title", {{"state", context.name(context.result.focus)}}),
                         context.messages.say("figure.keyness.description"), tables}) +
           windows_compared(context, analysis, *windows) +
           element("p", {{"class", "quiet"}}, context.say("keyness.limits"));
}

std::optional<LocalText> keyness_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "keyness.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    if (parts.about.empty()) return context.messages.say(key);
    return context.messages.say(key, {{"word", parts.about.front()}});
}

}  // namespace tarazy
