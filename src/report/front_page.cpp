#include "report/front_page.hpp"

#include "report/figure_frame.hpp"
#include "report/front_sentences.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/shares_rows.hpp"
#include "report/table_html.hpp"

namespace tarazy {
namespace {

/// Shares of the focus state by year and domain, one column a pole.
Html balance_table(const ReportContext& context) {
    std::vector<ShareYear> years;
    std::vector<const AnalysisOutcome*> made_by;
    for (const AnalysisOutcome* analysis : analyses_by(context.outcome, "align.shares")) {
        for (ShareYear& year : share_years(*analysis)) {
            if (year.state != context.outcome.focus) continue;
            years.push_back(std::move(year));
            made_by.push_back(analysis);
        }
    }
    std::vector<HtmlColumn> columns;
    columns.push_back(
        {context.say("column.year"), false, [&](std::size_t row) { return text(std::to_string(years[row].year)); }});
    columns.push_back({context.say("column.domain"), false,
                       [&](std::size_t row) { return local(context.word("domain.", years[row].domain)); }});
    for (const Pole& pole : context.outcome.poles) {
        columns.push_back({local(pole.name), true, [&](std::size_t row) {
                               const auto found = years[row].poles.find(pole.id);
                               if (found == years[row].poles.end()) return text("–");
                               const ShareCell& cell = found->second;
                               const std::string claim =
                                   made_by[row]->id + ".share." + pole.id + "." + std::to_string(years[row].year);
                               return claim_link(context, claim, text(shown_number(cell.share))) +
                                      element("span", {{"class", "interval"}},
                                              text(" " + shown_interval(cell.share_low, cell.share_high)));
                           }});
    }
    columns.push_back({context.say("column.n"), true, [&](std::size_t row) {
                           return text(years[row].roll_calls ? std::to_string(*years[row].roll_calls) : "–");
                       }});
    columns.push_back({context.say("column.flag"), false, [&](std::size_t row) {
                           return years[row].flag.empty() ? Html{} : local(context.word("flag.", years[row].flag));
                       }});
    return html_table({}, columns, years.size());
}

Html balance_picture(const ReportContext& context) {
    if (analyses_by(context.outcome, "align.shares").empty()) {
        return element("p", {{"class", "quiet"}}, context.say("front.no_shares"));
    }
    return figure_frame(
        context,
        {"balance", context.messages.say("figure.balance.title", {{"state", context.name(context.outcome.focus)}}),
         context.messages.say("figure.balance.description"), balance_table(context)});
}

}  // namespace

Html front_page(const ReportContext& context) {
    Html sentences;
    for (const Html& sentence : front_sentences(context)) sentences += element("p", {}, sentence);
    const Html lead = sentences.markup.empty() ? Html{} : element("div", {{"class", "lead"}}, sentences);
    const Html ledger = element("section", {{"id", "ledger"}, {"aria-labelledby", "ledger-title"}},
                                {element("h2", {{"id", "ledger-title"}}, context.say("ledger.title")),
                                 element("p", {}, context.say("ledger.introduction")), proposition_ledger(context)});
    return element("section", {{"id", "state"}, {"aria-labelledby", "state-title"}},
                   {element("h2", {{"id", "state-title"}},
                            context.say("front.title", {{"state", context.name(context.outcome.focus)}})),
                    lead, balance_picture(context)}) +
           Html{"\n"} + ledger;
}

}  // namespace tarazy
