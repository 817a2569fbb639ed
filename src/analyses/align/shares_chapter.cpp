#include "analyses/align/shares_chapter.hpp"

#include "analyses/align/pole_quantities.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

Html window_table(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<LocalText> rows;
    std::vector<ClaimParts> row_keys;
    std::vector<std::string> windows;
    std::map<std::pair<ClaimParts, std::string>, const Claim*> cells;
    for (const Claim& claim : analysis.claims) {
        // A single year is a cell of the yearly table; the other states have a table of their own.
        const std::string& window = claim.parts.time;
        if (!is_window(window) || !claim.parts.state.empty()) continue;
        const auto words = pole_quantity(context, claim.parts);
        if (!words) continue;
        ClaimParts key = claim.parts;  // not the words: two poles may be called alike
        key.time.clear();
        if (std::ranges::find(row_keys, key) == row_keys.end()) {
            row_keys.push_back(key);
            rows.push_back(*words);
        }
        if (std::ranges::find(windows, window) == windows.end()) windows.push_back(window);
        cells[{key, window}] = &claim;
    }
    std::vector<HtmlColumn> columns{
        {context.say("column.quantity"), false, [&](std::size_t row) { return local(rows[row]); }}};
    for (const std::string& window : windows) {
        columns.push_back({text(shown_window(window)), true, [&, window](std::size_t row) {
                               const auto found = cells.find({row_keys[row], window});
                               if (found == cells.end()) return text("–");
                               return claim_cell(found->second);
                           }});
    }
    return html_table({}, columns, rows.size());
}

Html closeness_table(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<ShareYear> years;
    for (ShareYear& year : share_years(analysis)) {
        if (year.state == context.result.focus) years.push_back(std::move(year));
    }
    std::vector<HtmlColumn> columns{
        {context.say("column.year"), false, [&](std::size_t row) { return text(std::to_string(years[row].year)); }}};
    for (const Pole& pole : context.result.poles) {
        columns.push_back(
            {local(pole.name), true, [&](std::size_t row) {
                 const auto found = years[row].poles.find(pole.id);
                 if (found == years[row].poles.end()) return text("–");
                 const Claim* claim =
                     context.claim(analysis, {"", "", "closeness", {pole.id}, std::to_string(years[row].year)});
                 return claim_link(claim, text(shown_number(found->second.closeness))) +
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

Html closeness_figure(const ReportContext& context, const AnalysisResult& analysis, const std::string& description) {
    const LocalText title =
        context.messages.say("figure.closeness.title", {{"state", context.name(context.result.focus)}});
    return figure_frame(context, {"closeness-" + analysis.id, title, context.messages.say(description),
                                  closeness_table(context, analysis)});
}

Html windows_part(const ReportContext& context, const AnalysisResult& analysis) {
    const std::string label = html_id("windows-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.windows")) +
           scrolled(label, window_table(context, analysis));
}

Html shares_body(const ReportContext& context, const AnalysisResult& analysis) {
    const auto years = share_years(analysis);
    const bool ties = !years.empty() && years.front().domain == "ties";
    return closeness_figure(context, analysis,
                            ties ? "figure.closeness.description_ties" : "figure.closeness.description") +
           windows_part(context, analysis);
}

}  // namespace tarazy
