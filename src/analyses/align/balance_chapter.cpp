#include "analyses/align/balance_chapter.hpp"

#include "analyses/align/covered_years.hpp"
#include "analyses/align/shares_chapter.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Shares of the focus state in each domain and year.
Html domains_figure(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<ShareYear> years = share_years(analysis);
    std::erase_if(years, [&](const ShareYear& year) { return year.state != context.result.focus; });
    std::vector<HtmlColumn> columns{
        {context.say("column.domain"), false,
         [&](std::size_t row) { return local(context.word("domain.", years[row].domain)); }},
        {context.say("column.year"), false, [&](std::size_t row) { return text(std::to_string(years[row].year)); }}};
    for (const Pole& pole : context.result.poles) {
        columns.push_back(
            {local(pole.name), true, [&](std::size_t row) {
                 return claim_cell(context.claim(
                     analysis, {"", years[row].domain, "share", {pole.id}, std::to_string(years[row].year)}));
             }});
    }
    columns.push_back({context.say("column.flag"), false, [&](std::size_t row) {
                           return years[row].flag.empty() ? Html{} : local(context.word("flag.", years[row].flag));
                       }});
    const LocalText title =
        context.messages.say("figure.domains.title", {{"state", context.name(context.result.focus)}});
    return figure_frame(context, {"domains-" + analysis.id, title, context.messages.say("figure.domains.description"),
                                  html_table({}, columns, years.size())});
}

/// "ties; imports" in words.
Html domains_in_words(const ReportContext& context, const std::string& names) {
    Html list;
    for (const std::string& name : list_items(names)) {
        if (!list.markup.empty()) list += text(", ");
        list += local(context.word("domain.", name));
    }
    return list;
}

Html hedge_figure(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* labels = find_table(analysis.tables, "labels");
    if (labels == nullptr) return {};
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < labels->rows(); ++row)
        if ((*labels)["state"].display(row) == context.result.focus) rows.push_back(row);
    const auto cell = [&](std::size_t row, const char* column) { return (*labels)[column].display(rows[row]); };
    std::vector<HtmlColumn> columns{
        {context.say("column.year"), false, [&](std::size_t row) { return text(cell(row, "year")); }},
        {context.say("column.label"), false,
         [&](std::size_t row) { return local(label_in_words(context, cell(row, "label"))); }}};
    for (const std::string quantity : {"h_total", "h_within", "h_between"}) {
        columns.push_back(
            {context.say("quantity." + quantity + "_of_all"), true, [&, quantity](std::size_t row) {
                 return claim_cell(context.claim(analysis, {"", "overall", quantity, {}, cell(row, "year")}));
             }});
    }
    columns.push_back({context.say("column.missing"), false,
                       [&](std::size_t row) { return domains_in_words(context, cell(row, "missing")); }});
    const LocalText title = context.messages.say("figure.hedge.title", {{"state", context.name(context.result.focus)}});
    return figure_frame(context, {"hedge-" + analysis.id, title, context.messages.say("figure.hedge.description"),
                                  html_table({}, columns, rows.size())});
}

Html balance_states(const ReportContext& context, const AnalysisResult& analysis) {
    const auto complete = complete_window(context, analysis);
    if (!complete || context.result.comparison.empty()) return {};
    const auto& window = complete->window;
    const auto& used = complete->years;
    std::vector<std::string> states;
    if (used.contains(context.result.focus)) states.push_back(context.result.focus);
    for (const std::string& state : context.result.comparison)
        if (used.contains(state)) states.push_back(state);
    const auto shown = [&](std::size_t row, const std::string& quantity, const std::vector<std::string>& poles) {
        const std::string of = states[row] == context.result.focus ? "" : states[row];
        return claim_cell(context.claim(analysis, {of, "overall", quantity, poles, complete->window}));
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.state"), false, [&](std::size_t row) { return local(context.name(states[row])); }},
        {context.say("column.years"), true,
         [&](std::size_t row) { return text(std::to_string(used.at(states[row]))); }},
        {context.say("column.period"), true, [&](std::size_t row) {
             const auto covered = covered_years(analysis, states[row], "overall", window);
             return covered ? text(shown_window(std::to_string(covered->first) + '-' + std::to_string(covered->last)))
                            : Html{};
         }}};
    for (const Pole& pole : context.result.poles) {
        columns.push_back(
            {local(pole.name), true, [&](std::size_t row) { return shown(row, "mean_share", {pole.id}); }});
    }
    for (const std::string quantity : {"h_total", "h_within", "h_between", "years_specialised"}) {
        columns.push_back({context.say("quantity." + quantity + "_of_all"), true,
                           [&, quantity](std::size_t row) { return shown(row, quantity, {}); }});
    }
    const Table& summary = *find_table(analysis.tables, "summary");
    ResultRows of_windows = rows_in(context, summary);
    of_windows.behind = [&](std::size_t row) {
        return std::vector{*covered_row(summary, states[row], "overall", window)};
    };
    const std::string label = html_id("states-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.states")) +
           element(
               "p", {{"class", "quiet"}},
               context.say("chapter.states_of", {{"window", shown_covered(context, analysis, "overall", window)}})) +
           scrolled(label, html_table({}, columns, states.size(), of_windows));
}

}  // namespace

LocalText label_in_words(const ReportContext& context, const std::string& label) {
    const std::size_t colon = label.find(':');
    if (label.empty()) return {};
    if (colon == std::string::npos) return context.word("label.", label);
    return context.messages.say("label." + label.substr(0, colon), {{"pole", context.name(label.substr(colon + 1))}});
}

Html balance_body(const ReportContext& context, const AnalysisResult& analysis) {
    return domains_figure(context, analysis) + hedge_figure(context, analysis) + windows_part(context, analysis) +
           balance_states(context, analysis);
}

}  // namespace tarazy
