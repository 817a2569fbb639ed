#include "analyses/network/regimes_chapter.hpp"

#include "analyses/network/network_cards.hpp"
#include "report/figure_frame.hpp"
#include "report/report_context.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<std::size_t> joinings_of_focus(const ReportContext& context, const Table& joining) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < joining.rows(); ++row)
        if (text_in(joining, "state", row) == context.result.focus) rows.push_back(row);
    return rows;
}

Html focus_table(const ReportContext& context, const AnalysisResult& analysis, const Table& joining) {
    const auto rows = joinings_of_focus(context, joining);
    const auto claimed = [&](const char* quantity) {
        return HtmlColumn{context.say(std::string("regime.column.") + quantity), true, [&, quantity](std::size_t row) {
                              return claim_cell(context.claim(
                                  analysis, {"", "", quantity, {text_in(joining, "institution", row)}, ""}));
                          }};
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.institution"), false,
         [&](std::size_t row) { return local(context.name(text_in(joining, "institution", row))); }},
        {context.say("regime.column.status"), false,
         [&](std::size_t row) { return context.say("regime.status." + text_in(joining, "status", row)); }},
        claimed("joined"),
        claimed("years_before_median"),
        claimed("share_before")};
    columns.push_back(result_column(context, joining, "median"));
    columns.push_back(result_column(context, joining, "rows"));
    return html_table({}, columns, rows);
}

/// The states, best first; numbers of those in focus or compared lead to their claims.
Html standing_table(const ReportContext& context, const AnalysisResult& analysis, const Table& standing) {
    const auto state = [&](std::size_t row) {
        const std::string code = text_in(standing, "state", row);
        return code == context.result.focus ? std::string() : code;
    };
    const auto claimed = [&](const char* quantity, const char* column) {
        const HtmlColumn plain = result_column(context, standing, column);
        return HtmlColumn{context.say(std::string("regime.column.") + quantity), true,
                          [&context, &analysis, state, plain, quantity](std::size_t row) {
                              const Claim* claim = context.claim(analysis, {state(row), "", quantity, {}, ""});
                              return claim == nullptr ? plain.cell(row) : claim_cell(claim);
                          }};
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.state"), false,
         [&](std::size_t row) { return local(context.name(text_in(standing, "state", row))); }},
        claimed("regime_rank", "rank"),
        claimed("regime_coverage", "coverage")};
    for (const char* name : {"in", "outside", "unknown"}) {
        const HtmlColumn plain = result_column(context, standing, name);
        columns.push_back({context.say(std::string("regime.column.") + name), true, plain.cell});
    }
    return html_table({}, columns, standing.rows(), rows_in(context, standing));
}

}  // namespace

Html regimes_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *standing = find_table(analysis.tables, ""), *joining = find_table(analysis.tables, "joining");
    if (standing == nullptr || standing->rows() == 0 || joining == nullptr)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const std::string label = html_id("standing-", analysis.id);
    return figure_frame(context, {"regime_ladder-" + analysis.id,
                                  context.messages.say("figure.regime_ladder.title",
                                                       {{"state", context.name(context.result.focus)}}),
                                  context.messages.say("figure.regime_ladder.description"),
                                  focus_table(context, analysis, *joining), true}) +
           element("h3", {{"id", label}}, context.say("chapter.regime_standing")) +
           scrolled(label, standing_table(context, analysis, *standing)) + network_cards(context, analysis);
}

std::optional<LocalText> regimes_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "regime.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    const std::string institution = parts.about.empty() ? "" : parts.about.front();
    LocalText words = context.messages.say(key, {{"institution", context.name(institution)}});
    return parts.state.empty() ? words : said_of(context.name(parts.state), words);
}

}  // namespace tarazy
