#include "report/front_page.hpp"

#include "analyses/align/front_sentences.hpp"
#include "analyses/align/shares_rows.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/table_html.hpp"

#include <vector>

namespace tarazy {
namespace {

/// Shares of the focus state by year and domain, one column a pole.
Html balance_table(const ReportContext& context) {
    std::vector<FrontShare> rows = front_shares(context.result);
    std::erase_if(rows, [&](const FrontShare& row) { return row.year.state != context.result.focus; });
    std::vector<HtmlColumn> columns;
    columns.push_back({context.say("column.year"), false,
                       [&](std::size_t row) { return text(std::to_string(rows[row].year.year)); }});
    columns.push_back({context.say("column.domain"), false,
                       [&](std::size_t row) { return local(context.word("domain.", rows[row].year.domain)); }});
    for (const Pole& pole : context.result.poles) {
        columns.push_back({local(pole.name), true, [&](std::size_t row) {
                               const auto found = rows[row].year.poles.find(pole.id);
                               if (found == rows[row].year.poles.end()) return text("–");
                               const ShareCell& cell = found->second;
                               const Claim* claim = context.claim(*rows[row].analysis, rows[row].share_of(pole.id));
                               return claim_link(claim, text(shown_number(cell.share))) +
                                      element("span", {{"class", "interval"}},
                                              text(" " + shown_interval(cell.share_low, cell.share_high)));
                           }});
    }
    columns.push_back({context.say("column.n"), true, [&](std::size_t row) {
                           const auto& calls = rows[row].year.roll_calls;
                           return text(calls ? std::to_string(*calls) : "–");
                       }});
    columns.push_back({context.say("column.flag"), false, [&](std::size_t row) {
                           const std::string& flag = rows[row].year.flag;
                           return flag.empty() ? Html{} : local(context.word("flag.", flag));
                       }});
    return html_table({}, columns, rows.size());
}

Html balance_picture(const ReportContext& context) {
    const std::vector<FrontShare> rows = front_shares(context.result);
    if (rows.empty()) {
        return element("p", {{"class", "quiet"}}, context.say("front.no_shares"));
    }
    return figure_frame(
        context,
        {"balance", context.messages.say("figure.balance.title", {{"state", context.name(context.result.focus)}}),
         balance_description(context), balance_table(context)});
}

}  // namespace

Html front_page(const ReportContext& context) {
    Html sentences;
    for (const Html& sentence : front_sentences(context)) sentences += element("p", {}, sentence);
    const Html lead = sentences.markup.empty() ? Html{} : element("div", {{"class", "lead"}}, sentences);
    const Html ledger = element("section", {{"id", "ledger"}, {"aria-labelledby", "ledger-title"}},
                                {element("h2", {{"id", "ledger-title"}}, context.say("ledger.title")),
                                 element("p", {}, context.say("ledger.introduction")), proposition_ledger(context)});
    const std::string& focus = context.result.focus;
    const Html title =
        focus.empty() ? context.say("front.short") : context.say("front.title", {{"state", context.name(focus)}});
    return element("section", {{"id", "state"}, {"aria-labelledby", "state-title"}},
                   {element("h2", {{"id", "state-title"}}, title), lead, balance_picture(context)}) +
           Html{"\n"} + ledger;
}

}  // namespace tarazy
