#include "analyses/trace/changepoints_chapter.hpp"

#include "base/text_lists.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t events_shown = 3;

/// "2011", or "2010–2012".
std::string shown_range(const std::string& from, const std::string& to) {
    if (from.empty() || from == to) return from.empty() ? "–" : from;
    return from + "–" + to;
}

/// The first few events by name, and how many more there are.
Html shown_events(const ReportContext& context, const std::string& cell) {
    const std::vector<std::string> titles = list_items(cell);
    if (titles.empty()) return text("–");
    Html items;
    for (std::size_t i = 0; i < std::min(events_shown, titles.size()); ++i)
        items += element("li", {}, local(context.name(titles[i])));
    const auto more = static_cast<std::int64_t>(titles.size() - std::min(events_shown, titles.size()));
    if (more > 0) items += element("li", {{"class", "quiet"}}, context.say("changepoints.more_events", {{"n", more}}));
    return element("ul", {{"class", "tags"}}, items);
}

/// A table of the changes of all series of the focus state.
Html table_of_changes(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* changes = find_table(analysis.tables, "changes");
    if (changes == nullptr) return {};
    const std::vector<std::size_t> rows = focus_rows(context, *changes);
    if (rows.empty()) return element("p", {}, context.say("changepoints.no_change"));
    const auto cell = [changes](const char* column) {
        return [changes, column](std::size_t row) { return text_in(*changes, column, row); };
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.series"), false,
         [&context, series = cell("series")](std::size_t row) { return local(context.name(series(row))); }},
        {context.say("column.change_after"), false,
         [after = cell("change_after")](std::size_t row) { return text(after(row)); }},
        {context.say("column.dates_of_change"), false,
         [from = cell("lower"), to = cell("upper")](std::size_t row) { return text(shown_range(from(row), to(row))); }},
        {context.say("column.probability_there"), true,
         [changes](std::size_t row) { return text(shown_number(number_in(*changes, "probability", row))); }},
        {context.say("column.guaranteed"), false,
         [from = cell("guaranteed_from"), to = cell("guaranteed_to")](std::size_t row) {
             return text(shown_range(from(row), to(row)));
         }}};
    if (find_table(analysis.tables, "events") != nullptr) {
        columns.push_back(
            {context.say("column.coinciding_events"), false,
             [&context, events = cell("events")](std::size_t row) { return shown_events(context, events(row)); }});
    }
    return html_table({}, columns, rows, rows_in(context, *changes));
}

HtmlColumn claim_column(const ReportContext& context, const AnalysisResult& analysis, const Table& table,
                        const std::string& quantity, const std::string& time = {}, const Html& head = {}) {
    return {head.markup.empty() ? context.say("column." + quantity) : head, true,
            [&context, &analysis, &table, quantity, time](std::size_t row) {
                return claim_cell(context.claim(analysis, {"", "", quantity, {text_in(table, "series", row)}, time}));
            }};
}

/// What is asked of each series as a whole, in this order: posterior, calibrated p, guaranteed intervals; then events.
Html table_of_series(const ReportContext& context, const AnalysisResult& analysis, const Table& table) {
    std::vector<HtmlColumn> columns{
        {context.say("column.series"), false,
         [&](std::size_t row) { return local(context.name(text_in(table, "series", row))); }},
        claim_column(context, analysis, table, "changes", {}, context.say("column.expected_changes")),
        claim_column(context, analysis, table, "any_change"),
        claim_column(context, analysis, table, "p_any"),
        {context.say("column.guaranteed_intervals"), true,
         [&](std::size_t row) { return text(shown_number(number_in(table, "guaranteed_intervals", row))); }}};
    if (const Table* windows = find_table(analysis.tables, "windows")) {
        std::vector<std::string> known;
        for (std::size_t row = 0; row < windows->rows(); ++row) {
            const std::string from = text_in(*windows, "from", row), to = text_in(*windows, "to", row);
            const std::string name = from == to ? from : from + '-' + to;
            if (std::ranges::find(known, name) != known.end()) continue;
            known.push_back(name);
            columns.push_back(claim_column(context, analysis, table, "change_in", name,
                                           context.say("column.change_in", {{"years", shown_window(name)}})));
        }
    }
    if (find_table(analysis.tables, "coincidences") != nullptr) {
        for (const char* quantity : {"coincide", "coincide_p", "coincide_p_holm"})
            columns.push_back(claim_column(context, analysis, table, quantity));
    }
    if (find_table(analysis.tables, "decisions") != nullptr)
        columns.push_back(claim_column(context, analysis, table, "decisions_near"));
    return html_table({}, columns, focus_rows(context, table), rows_in(context, table));
}

/// "All decisions shifted together against all series: p = 0.03."
Html joint_decisions(const ReportContext& context, const AnalysisResult& analysis) {
    const Claim* claim = context.claim(analysis, {"", "", "decisions_p", {}, ""});
    if (claim == nullptr) return {};
    return element(
        "p", {},
        {context.say("changepoints.decisions_p"), Html{" "}, claim_link(claim, text(shown_number(claim->value)))});
}

}  // namespace

std::vector<std::size_t> focus_rows(const ReportContext& context, const Table& table) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string state = text_in(table, "state", row);
        if (state.empty() || state == context.result.focus) rows.push_back(row);
    }
    return rows;
}

Html changepoints_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr || focus_rows(context, *table).empty())
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const std::string label = html_id("series-", analysis.id);
    return figure_frame(context, {"turning_points-" + analysis.id, context.messages.say("figure.turning_points.title"),
                                  context.messages.say("figure.turning_points.description"),
                                  table_of_changes(context, analysis), true}) +
           element("h3", {{"id", label}}, context.say("changepoints.each_series")) +
           scrolled(label, table_of_series(context, analysis, *table)) + joint_decisions(context, analysis);
}

std::optional<LocalText> changepoints_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "changepoints.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    if (parts.about.empty()) return context.messages.say(key);
    return context.messages.say(key, {{"series", context.name(parts.about.front())}});
}

}  // namespace tarazy
