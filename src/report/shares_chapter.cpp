#include "report/shares_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

Html window_table(const ReportContext& context, const AnalysisOutcome& analysis) {
    std::vector<LocalText> rows;
    std::vector<std::string> row_keys, windows;
    std::map<std::pair<std::string, std::string>, const Claim*> cells;
    for (const Claim& claim : analysis.claims) {
        const auto read = share_quantity(context, claim.id.substr(std::min(claim.id.size(), analysis.id.size() + 1)));
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
        columns.push_back({text(shown_window(window)), true, [&, window](std::size_t row) {
                               const auto found = cells.find({row_keys[row], window});
                               if (found == cells.end()) return text("–");
                               return claim_cell(context, found->second->id);
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

}  // namespace

Html claim_cell(const ReportContext& context, const std::string& id) {
    const Claim* claim = context.claim(id);
    if (claim == nullptr) return text("–");
    const auto& interval = claim->interval;
    return claim_link(context, id, text(shown_number(claim->value))) +
           element("span", {{"class", "interval below"}},
                   text(interval ? shown_interval(interval->lower, interval->upper) : std::string()));
}

Html closeness_figure(const ReportContext& context, const AnalysisOutcome& analysis, const std::string& description) {
    const LocalText title =
        context.messages.say("figure.closeness.title", {{"state", context.name(context.outcome.focus)}});
    return figure_frame(context, {"closeness-" + analysis.id, title, context.messages.say(description),
                                  closeness_table(context, analysis)});
}

Html windows_part(const ReportContext& context, const AnalysisOutcome& analysis) {
    const std::string label = html_id("windows-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.windows")) +
           scrolled(label, window_table(context, analysis));
}

Html shares_body(const ReportContext& context, const AnalysisOutcome& analysis) {
    const auto years = share_years(analysis);
    const bool ties = !years.empty() && years.front().domain == "ties";
    return closeness_figure(context, analysis,
                            ties ? "figure.closeness.description_ties" : "figure.closeness.description") +
           windows_part(context, analysis);
}

}  // namespace tarazy
