#include "analyses/text/codes_chapter.hpp"

#include "analyses/text/code_years_still.hpp"
#include "report/figure_frame.hpp"
#include "report/still.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

using CodesAbout = std::vector<std::string>;

/// The rows of the state in focus.
std::vector<std::size_t> coded_rows_of_focus(const ReportContext& context, const Table& table) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "group", row) == context.result.focus) rows.push_back(row);
    return rows;
}

HtmlColumn code_name_column(const ReportContext& context, const Table& table, const char* column) {
    return {context.say("column.code"), false,
            [&context, &table, column](std::size_t row) { return local(context.name(text_in(table, column, row))); }};
}

HtmlColumn window_column(const ReportContext& context, const Table& table) {
    return {context.say("column.period"), false,
            [&table](std::size_t row) { return text(text_in(table, "window", row)); }};
}

/// A number as a link to its claim; `about` names what it is about from the row.
template <typename About>
HtmlColumn claimed_column(const ReportContext& context, const AnalysisResult& analysis, const Table& table,
                          const char* quantity, const char* time, About about) {
    return {context.say(std::string("codes.column.") + quantity), true,
            [&context, &analysis, &table, quantity, time, about](std::size_t row) {
                return claim_cell(context.claim(analysis, {"", "", quantity, about(row), table[time].display(row)}));
            }};
}

Html shares_of_focus(const ReportContext& context, const AnalysisResult& analysis, const Table& shares) {
    const auto about = [&shares](std::size_t row) { return CodesAbout{text_in(shares, "code", row)}; };
    return html_table({},
                      {code_name_column(context, shares, "code"), window_column(context, shares),
                       claimed_column(context, analysis, shares, "share", "window", about),
                       claimed_column(context, analysis, shares, "standing_of_share", "window", about),
                       result_column(context, shares, "count"), result_column(context, shares, "sentences"),
                       result_column(context, shares, "documents")},
                      coded_rows_of_focus(context, shares));
}

Html what_stands_with(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* with = find_table(analysis.tables, "with");
    if (with == nullptr || with->rows() == 0) return {};
    const auto about = [with](std::size_t row) {
        return CodesAbout{text_in(*with, "anchor", row), text_in(*with, "code", row)};
    };
    std::vector<std::string> anchors;
    for (const std::size_t row : coded_rows_of_focus(context, *with))
        if (const std::string anchor = text_in(*with, "anchor", row);
            std::ranges::find(anchors, anchor) == anchors.end())
            anchors.push_back(anchor);
    Html all;
    for (const std::string& anchor : anchors) {
        std::vector<std::size_t> rows;
        for (const std::size_t row : coded_rows_of_focus(context, *with))
            if (text_in(*with, "anchor", row) == anchor) rows.push_back(row);
        const std::string label = html_id("with-" + anchor + "-", analysis.id);
        all +=
            element("h3", {{"id", label}}, context.say("chapter.codes_with", {{"code", context.name(anchor)}})) +
            scrolled(label, html_table({},
                                       {code_name_column(context, *with, "code"), window_column(context, *with),
                                        claimed_column(context, analysis, *with, "with", "window", about),
                                        claimed_column(context, analysis, *with, "standing_of_with", "window", about),
                                        claimed_column(context, analysis, *with, "rank_with", "window", about),
                                        claimed_column(context, analysis, *with, "years_first", "window", about),
                                        result_column(context, *with, "together"),
                                        result_column(context, *with, "anchor_sentences")},
                                       rows));
    }
    return all;
}

Html rivals_of_focus(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* rivals = find_table(analysis.tables, "rivals");
    if (rivals == nullptr || rivals->rows() == 0) return {};
    const std::string label = html_id("rivals-", analysis.id);
    const auto about = [rivals](std::size_t row) {
        return CodesAbout{text_in(*rivals, "anchor", row), text_in(*rivals, "one", row),
                          text_in(*rivals, "other", row)};
    };
    std::vector<HtmlColumn> columns;
    for (const char* name : {"anchor", "one", "other"}) {
        columns.push_back(code_name_column(context, *rivals, name));
        columns.back().head = context.say(std::string("codes.column.") + name);
    }
    columns.push_back(window_column(context, *rivals));
    columns.push_back(claimed_column(context, analysis, *rivals, "difference", "window", about));
    return element("h3", {{"id", label}}, context.say("chapter.codes_rivals")) +
           scrolled(label, html_table({}, columns, coded_rows_of_focus(context, *rivals)));
}

Html shares_by_year(const ReportContext& context, const AnalysisResult& analysis, const Table& years) {
    const auto about = [&years](std::size_t row) { return CodesAbout{text_in(years, "code", row)}; };
    return html_table({},
                      {result_column(context, years, "year"), code_name_column(context, years, "code"),
                       claimed_column(context, analysis, years, "share", "year", about),
                       result_column(context, years, "count"), result_column(context, years, "sentences")},
                      coded_rows_of_focus(context, years));
}

/// Codes of which at least a tenth of the sentences only deny them; nothing where there are none.
Html denied_codes(const ReportContext& context, const AnalysisResult& analysis) {
    constexpr double that_matters = 0.1;
    const Table* denied = find_table(analysis.tables, "denied");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; denied != nullptr && row < denied->rows(); ++row)
        if (number_in(*denied, "share_denied", row).value_or(0) >= that_matters) rows.push_back(row);
    if (rows.empty()) return {};
    const std::string label = html_id("denied-", analysis.id);
    const auto about = [denied](std::size_t row) { return CodesAbout{text_in(*denied, "code", row)}; };
    return element("h3", {{"id", label}}, context.say("chapter.codes_denied")) +
           element("p", {}, context.say("codes.denied")) +
           scrolled(label,
                    html_table({},
                               {code_name_column(context, *denied, "code"), window_column(context, *denied),
                                claimed_column(context, analysis, *denied, "denied", "window", about),
                                result_column(context, *denied, "denied"), result_column(context, *denied, "count")},
                               rows));
}

MessageArguments focus_argument(const ReportContext& context) {
    return {{"state", context.name(context.result.focus)}};
}

}  // namespace

Html codes_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *shares = find_table(analysis.tables, ""), *years = find_table(analysis.tables, "years");
    if (shares == nullptr || coded_rows_of_focus(context, *shares).empty())
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    Html body = figure_frame(
        context,
        {"code_shares-" + analysis.id, context.messages.say("figure.code_shares.title", focus_argument(context)),
         context.messages.say("figure.code_shares.description"), shares_of_focus(context, analysis, *shares)});
    body += denied_codes(context, analysis) + what_stands_with(context, analysis) + rivals_of_focus(context, analysis);
    if (years != nullptr && years->rows() > 0)
        body += figure_frame(
            context,
            {"code_years-" + analysis.id, context.messages.say("figure.code_years.title", focus_argument(context)),
             context.messages.say("figure.code_years.description"), shares_by_year(context, analysis, *years), false,
             first_still(context, analysis, {"text.codes"}, "code_years", code_years_still)});
    return body + element("p", {{"class", "quiet"}}, context.say("codes.limits"));
}

std::optional<LocalText> codes_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "codes.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    MessageArguments arguments;
    static const char* const names[] = {"one", "two", "three"};
    for (std::size_t k = 0; k < std::size(names); ++k)
        arguments.emplace_back(names[k], k < parts.about.size() ? context.name(parts.about[k]) : LocalText());
    LocalText words = context.messages.say(key, arguments);
    return parts.state.empty() ? words : said_of(context.name(parts.state), words);
}

}  // namespace tarazy
