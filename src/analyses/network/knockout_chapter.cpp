#include "analyses/network/knockout_chapter.hpp"

#include "analyses/network/function_words.hpp"
#include "analyses/network/network_cards.hpp"
#include "base/text_lists.hpp"
#include "report/figure_frame.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

std::string removed_codes(const Table& table, std::size_t row) {
    return joined(list_items(text_in(table, "removed", row)), ", ");
}

/// Institutions that carry something, or may, with the row of the main table in which each is removed alone.
struct RemovedAlone {
    std::size_t shapley_row = 0, removal_row = 0;
};

std::vector<RemovedAlone> removed_alone(const ReportContext& context, const Table& removals, const Table& shapley) {
    std::vector<RemovedAlone> found;
    const std::vector<std::size_t> rows = last_rows_of(removals, context.result.focus);
    for (const std::size_t at : last_rows_of(shapley, context.result.focus)) {
        if (number_in(shapley, "upper", at).value_or(0) <= 0) continue;
        for (const std::size_t row : rows) {
            const bool alone = text_in(removals, "together", row) != "1" &&
                               removed_codes(removals, row) == text_in(shapley, "institution", at);
            if (alone) found.push_back({at, row});
        }
    }
    return found;
}

Html losses_of_focus(const ReportContext& context, const AnalysisResult& analysis, const Table& removals,
                     const Table& shapley) {
    const std::vector<RemovedAlone> rows = removed_alone(context, removals, shapley);
    const std::string year = last_year_in(removals);
    const auto code = [&](std::size_t row) { return text_in(shapley, "institution", rows[row].shapley_row); };
    std::vector<HtmlColumn> columns{
        {context.say("column.institution"), false, [&](std::size_t row) { return local(context.name(code(row))); }}};
    for (const char* quantity : {"lost", "shapley"})
        columns.push_back({local(context.messages.say(std::string("network.quantity.") + quantity)), true,
                           [&, quantity](std::size_t row) {
                               return claim_cell(function_claim(context, analysis, quantity, code(row), year));
                           }});
    for (const char* name : {"lost_functions", "possibly_lost"}) {
        const HtmlColumn whole = functions_column(context, removals, name);
        columns.push_back(
            {whole.head, false, [&, cell = whole.cell](std::size_t row) { return cell(rows[row].removal_row); }});
    }
    return html_table({}, columns, rows.size());
}

Html lost_with_the_named(const ReportContext& context, const AnalysisResult& analysis, const Table& removals) {
    for (const std::size_t row : last_rows_of(removals, context.result.focus)) {
        if (text_in(removals, "together", row) != "1") continue;
        const Claim* claim = function_claim(context, analysis, "lost_together", "", last_year_in(removals));
        const Html lost = named_functions(context, list_items(text_in(removals, "lost_functions", row)));
        return element("p", {},
                       {context.say("knockout.together", {{"institutions", removed_codes(removals, row)}}), text(" "),
                        claim_cell(claim), lost.markup.empty() ? Html{} : text(" (") + lost + text(")")});
    }
    return {};
}

Html joint_losses_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* pairs = find_table(analysis.tables, "pairs");
    if (pairs == nullptr) return {};
    const std::vector<std::size_t> rows = last_rows_of(*pairs, context.result.focus);
    if (rows.empty()) return element("p", {}, context.say("knockout.no_pairs"));
    const std::string label = html_id("knockout-pairs-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.knockout_pairs")) +
           scrolled(label, html_table({},
                                      {codes_column(context, *pairs, "removed"), result_column(context, *pairs, "lost"),
                                       result_column(context, *pairs, "synergy"),
                                       functions_column(context, *pairs, "lost_functions")},
                                      rows));
}

/// Shares of the poles and exclusive bridges without institutions that change them.
Html balance_without(const ReportContext& context, const AnalysisResult& analysis, const Table& removals) {
    if (!removals.find("bridges")) return {};
    std::vector<std::size_t> rows;
    for (const std::size_t row : last_rows_of(removals, context.result.focus)) {
        const bool as_it_is = text_in(removals, "removed", row).empty();
        if (as_it_is || text_in(removals, "together", row) == "1" ||
            number_in(removals, "bridges_change", row).value_or(0) < 0)
            rows.push_back(row);
    }
    std::vector<HtmlColumn> columns{{context.say("column.removed"), false, [&](std::size_t row) {
                                         const std::string codes = removed_codes(removals, row);
                                         return codes.empty() ? context.say("knockout.as_it_is") : text(codes);
                                     }}};
    for (const Pole& pole : context.result.poles) {
        const std::string name = "share_" + pole.id;
        if (!removals.find(name)) continue;
        HtmlColumn column = result_column(context, removals, name);
        column.head = local(context.name(pole.id));
        columns.push_back(std::move(column));
    }
    for (const char* name : {"entropy", "bridges", "bridges_change"})
        columns.push_back(result_column(context, removals, name));
    const std::string label = html_id("knockout-balance-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.knockout_balance")) +
           scrolled(label, html_table({}, columns, rows));
}

}  // namespace

Html knockout_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *removals = find_table(analysis.tables, ""), *shapley = find_table(analysis.tables, "shapley");
    if (removals == nullptr || shapley == nullptr || last_rows_of(*removals, context.result.focus).empty())
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return figure_frame(context,
                        {"knockout-" + analysis.id,
                         context.messages.say("figure.knockout.title", {{"state", context.name(context.result.focus)},
                                                                        {"year", last_year_in(*removals)}}),
                         context.messages.say("figure.knockout.description"),
                         losses_of_focus(context, analysis, *removals, *shapley), true}) +
           lost_with_the_named(context, analysis, *removals) + joint_losses_part(context, analysis) +
           balance_without(context, analysis, *removals) +
           element("p", {{"class", "quiet"}}, context.say("knockout.limits")) + network_cards(context, analysis);
}

}  // namespace tarazy
