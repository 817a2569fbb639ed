#include "analyses/network/bridge_chapter.hpp"

#include "analyses/network/bridging_still.hpp"
#include "analyses/network/network_cards.hpp"
#include "report/figure_frame.hpp"
#include "report/still.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <set>

namespace tarazy {
namespace {

LocalText title_of(const ReportContext& context, const char* key) {
    return context.messages.say(key, {{"state", context.name(context.result.focus)}});
}

std::vector<std::size_t> rows_of_focus(const ReportContext& context, const Table& years) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < years.rows(); ++row)
        if (text_in(years, "state", row) == context.result.focus) rows.push_back(row);
    return rows;
}

Html years_table(const ReportContext& context, const AnalysisResult& analysis, const Table& years) {
    const std::vector<std::size_t> rows = rows_of_focus(context, years);
    std::vector<HtmlColumn> columns{result_column(context, years, "year")};
    for (const char* quantity : {"memberships", "bridges", "bridges_p", "exceeds", "liaisons", "liaisons_p"})
        columns.push_back(
            {context.say(std::string("bridge.column.") + quantity), true, [&, quantity](std::size_t row) {
                 return claim_cell(context.claim(analysis, {"", "", quantity, {}, years["year"].display(row)}));
             }});
    for (const char* name : {"peers", "peers_apart"}) columns.push_back(result_column(context, years, name));
    return html_table({}, columns, rows);
}

/// The windows: the state in focus first, then the comparison states in their order.
Html windows_of_states(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* windows = find_table(analysis.tables, "windows");
    if (windows == nullptr || windows->rows() == 0) return {};
    const auto state = [&](std::size_t row) {
        const std::string code = text_in(*windows, "state", row);
        return code == context.result.focus ? std::string() : code;
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.state"), false,
         [&](std::size_t row) { return local(context.name(text_in(*windows, "state", row))); }},
        {context.say("column.period"), false, [&](std::size_t row) { return text(text_in(*windows, "window", row)); }}};
    for (const char* quantity : {"bridges", "exceeds", "bridges_p"})
        columns.push_back({context.say(std::string("bridge.column.") + quantity), true, [&, quantity](std::size_t row) {
                               return claim_cell(context.claim(
                                   analysis, {state(row), "", quantity, {}, text_in(*windows, "window", row)}));
                           }});
    const std::string label = html_id("windows-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.bridge_windows")) +
           scrolled(label, html_table({}, columns, windows->rows()));
}

Html institutions_table(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* found = find_table(analysis.tables, "institutions");
    if (found == nullptr || found->rows() == 0) return {};
    const std::set<std::int64_t> years = pictured_years(*found);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < found->rows(); ++row)
        if (years.contains(static_cast<std::int64_t>(*number_in(*found, "year", row))) &&
            number_in(*found, "inside", row) == 1)
            rows.push_back(row);
    std::vector<HtmlColumn> columns;
    for (const char* name : {"year", "institution"}) columns.push_back(result_column(context, *found, name));
    columns.push_back({context.say("bridge.column.poles"), false, [&](std::size_t row) {
                           Html names;
                           for (const std::string& pole : list_items(text_in(*found, "blocs", row)))
                               names += (names.markup.empty() ? Html{} : text(", ")) + local(context.name(pole));
                           return names;
                       }});
    for (const char* name : {"members", "rows"}) columns.push_back(result_column(context, *found, name));
    return html_table({}, columns, rows);
}

}  // namespace

std::set<std::int64_t> pictured_years(const Table& institutions) {
    std::set<std::int64_t> all;
    for (std::size_t row = 0; row < institutions.rows(); ++row)
        all.insert(static_cast<std::int64_t>(*number_in(institutions, "year", row)));
    constexpr std::size_t pictures = 4;
    if (all.size() <= pictures) return all;
    const std::vector<std::int64_t> years(all.begin(), all.end());
    std::set<std::int64_t> chosen;
    for (std::size_t k = 0; k < pictures; ++k) chosen.insert(years[k * (years.size() - 1) / (pictures - 1)]);
    return chosen;
}

Html bridge_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* years = find_table(analysis.tables, "");
    if (years == nullptr || years->rows() == 0)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    Html body = figure_frame(
        context, {"bridging-" + analysis.id, title_of(context, "figure.bridging.title"),
                  context.messages.say("figure.bridging.description"), years_table(context, analysis, *years), false,
                  first_still(context, analysis, {"network.bridge"}, "bridging", bridging_still)});
    if (const Html institutions = institutions_table(context, analysis); !institutions.markup.empty())
        body += figure_frame(context, {"bridge_map-" + analysis.id, title_of(context, "figure.bridge_map.title"),
                                       context.messages.say("figure.bridge_map.description"), institutions});
    return body + windows_of_states(context, analysis) + network_cards(context, analysis);
}

std::optional<LocalText> bridge_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "bridge.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    LocalText words = context.messages.say(key);
    if (parts.about.size() == 2)
        words = context.messages.say(
            "quantity.of_pair",
            {{"measure", words}, {"a", context.name(parts.about.front())}, {"b", context.name(parts.about.back())}});
    return parts.state.empty() ? words : said_of(context.name(parts.state), words);
}

}  // namespace tarazy
