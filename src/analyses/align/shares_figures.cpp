#include "analyses/align/shares_figures.hpp"

#include "analyses/align/shares_rows.hpp"
#include "analyses/align/shares_still.hpp"
#include "report/figure_frame.hpp"
#include "report/figure_json.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

void add_share_rows(Json& rows, const ReportContext& context, const ShareYear& year) {
    for (const Pole& pole : context.result.poles) {
        const auto found = year.poles.find(pole.id);
        if (found == year.poles.end()) continue;
        const ShareCell& cell = found->second;
        rows.push_back({year.state, year.year, year.domain, pole.id, json_of(cell.closeness),
                        json_of(cell.closeness_low), json_of(cell.closeness_high), json_of(cell.share),
                        json_of(cell.share_low), json_of(cell.share_high), json_of(cell.p_nearest),
                        json_of_integer(year.roll_calls), year.flag});
    }
}

Json focus_rows(const ReportContext& context, const AnalysisResult& analysis) {
    Json rows = Json::array();
    for (const ShareYear& year : share_years(analysis)) {
        if (year.state == context.result.focus) add_share_rows(rows, context, year);
    }
    return rows;
}

Json share_columns() {
    return {"state", "year",      "domain",    "pole",      "closeness", "closeness_q05", "closeness_q95",
            "share", "share_q05", "share_q95", "p_nearest", "n",         "flag"};
}

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

LocalText balance_title(const ReportContext& context) {
    return context.messages.say("figure.balance.title", {{"state", context.name(context.result.focus)}});
}

Json balance_figure_data(const ReportContext& context, const std::vector<FrontShare>& shares) {
    Json balance = figure_json("balance", "balance", balance_title(context), balance_description(context));
    balance["columns"] = share_columns();
    Json rows = Json::array();
    for (const FrontShare& share : shares) add_share_rows(rows, context, share.year);
    balance["rows"] = std::move(rows);
    return balance;
}

}  // namespace

nlohmann::ordered_json closeness_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json rows = focus_rows(context, analysis);
    const std::string domain = rows.empty() ? "votes" : rows.front()[2].get<std::string>();
    const std::string key = "figure.closeness.description" + (domain == "votes" ? "" : '_' + domain);
    Json drawn =
        figure_json("closeness-" + analysis.id, "closeness",
                    context.messages.say("figure.closeness.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say(context.messages.knows(key) ? key : "figure.closeness.description"));
    drawn["columns"] = share_columns();
    drawn["rows"] = std::move(rows);
    return drawn;
}

nlohmann::ordered_json domains_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn =
        figure_json("domains-" + analysis.id, "domains",
                    context.messages.say("figure.domains.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say("figure.domains.description"));
    drawn["columns"] = share_columns();
    drawn["rows"] = focus_rows(context, analysis);
    return drawn;
}

std::optional<FrontPicture> balance_picture(const ReportContext& context) {
    const std::vector<FrontShare> shares = front_shares(context.result);
    if (shares.empty()) return std::nullopt;
    FrontPicture picture;
    picture.figures = {balance_figure_data(context, shares)};
    picture.part = figure_frame(context, {"balance", balance_title(context), balance_description(context),
                                          balance_table(context), false, shares_still(context, shares)});
    return picture;
}

}  // namespace tarazy
