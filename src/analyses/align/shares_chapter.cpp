#include "analyses/align/shares_chapter.hpp"

#include "analyses/align/covered_years.hpp"
#include "analyses/align/pole_quantities.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// The windows of a domain that rest on different years, each under the shortest name that the study gave it: two
/// windows of which the data know the same years are one column.
std::vector<std::pair<std::string, LocalText>> distinct_windows(const ReportContext& context,
                                                                const AnalysisResult& analysis,
                                                                const std::string& domain,
                                                                const std::vector<std::string>& declared) {
    std::vector<std::pair<std::string, LocalText>> columns;
    std::vector<std::optional<CoveredYears>> seen;
    for (const std::string& window : declared) {
        const auto covered = covered_years(analysis, context.result.focus, domain, window);
        const std::string shown = shown_window(window);
        const LocalText head = covered ? covered_in_words(context, *covered) : LocalText{shown, shown, shown};
        const auto same = covered ? std::ranges::find(seen, covered) : seen.end();
        if (same == seen.end()) {
            columns.emplace_back(window, head);
            seen.push_back(covered);
            continue;
        }
        std::string& kept = columns[static_cast<std::size_t>(same - seen.begin())].first;
        if (window_length(window) < window_length(kept)) kept = window;
    }
    return columns;
}

/// Figures of the focus state over windows, of one domain.
struct WindowFigures {
    std::vector<LocalText> rows;
    std::vector<ClaimParts> row_keys;
    std::vector<std::string> windows;
    std::map<std::pair<ClaimParts, std::string>, const Claim*> cells;
};

Html window_table(const ReportContext& context, const AnalysisResult& analysis, const std::string& domain,
                  const WindowFigures& figures) {
    std::vector<HtmlColumn> columns{
        {context.say("column.quantity"), false, [&](std::size_t row) { return local(figures.rows[row]); }}};
    for (const auto& [window, head] : distinct_windows(context, analysis, domain, figures.windows)) {
        columns.push_back({local(head), true, [&, window = window](std::size_t row) {
                               const auto found = figures.cells.find({figures.row_keys[row], window});
                               if (found == figures.cells.end()) return text("–");
                               return claim_cell(found->second);
                           }});
    }
    return html_table({}, columns, figures.rows.size());
}

/// By domain, in the order of the claims.
std::vector<std::pair<std::string, WindowFigures>> window_figures(const ReportContext& context,
                                                                  const AnalysisResult& analysis) {
    std::vector<std::pair<std::string, WindowFigures>> domains;
    for (const Claim& claim : analysis.claims) {
        // A single year is a cell of the yearly table; the other states have a table of their own.
        if (!is_window(claim.parts.time) || !claim.parts.state.empty()) continue;
        ClaimParts key = claim.parts;  // not the words: two poles may be called alike
        key.domain.clear();
        const auto words = pole_quantity(context, key);
        if (!words) continue;
        key.time.clear();
        const std::string &domain = claim.parts.domain, &window = claim.parts.time;
        auto found = std::ranges::find(domains, domain, &std::pair<std::string, WindowFigures>::first);
        if (found == domains.end()) found = domains.insert(domains.end(), {domain, {}});
        WindowFigures& figures = found->second;
        if (std::ranges::find(figures.row_keys, key) == figures.row_keys.end()) {
            figures.row_keys.push_back(key);
            figures.rows.push_back(*words);
        }
        if (std::ranges::find(figures.windows, window) == figures.windows.end()) figures.windows.push_back(window);
        figures.cells[{key, window}] = &claim;
    }
    return domains;
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
    Html part = element("h3", {{"id", label}}, context.say("chapter.windows"));
    for (const auto& [domain, figures] : window_figures(context, analysis)) {
        const Html table = window_table(context, analysis, domain, figures);
        if (domain.empty()) {
            part += scrolled(label, table);
            continue;
        }
        const std::string name = html_id("windows-", analysis.id + '.' + domain);
        part += element("h4", {{"id", name}}, local(context.word("domain.", domain))) + scrolled(name, table);
    }
    return part;
}

Html shares_body(const ReportContext& context, const AnalysisResult& analysis) {
    const auto years = share_years(analysis);
    const bool ties = !years.empty() && years.front().domain == "ties";
    return closeness_figure(context, analysis,
                            ties ? "figure.closeness.description_ties" : "figure.closeness.description") +
           windows_part(context, analysis);
}

}  // namespace tarazy
