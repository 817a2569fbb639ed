#include "analyses/align/positions_chapter.hpp"

#include "analyses/align/covered_years.hpp"
#include "analyses/align/shares_chapter.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"

#include <set>

namespace tarazy {
namespace {

/// Years of the positions of the focus state.
std::vector<std::string> years_of_positions(const ReportContext& context, const AnalysisResult& analysis) {
    std::set<std::string> years;
    for (const Claim& claim : analysis.claims) {
        const ClaimParts& parts = claim.parts;
        if (parts.quantity == "position" && parts.about == std::vector<std::string>{context.result.focus})
            years.insert(parts.time);
    }
    return {years.begin(), years.end()};
}

HtmlColumn year_column(const ReportContext& context, const std::vector<std::string>& years) {
    return {context.say("column.year"), false, [&](std::size_t row) { return text(years[row]); }};
}

Html positions_figure(const ReportContext& context, const AnalysisResult& analysis,
                      const std::vector<std::string>& years) {
    std::vector<HtmlColumn> columns{year_column(context, years)};
    std::vector<std::string> who{context.result.focus};
    for (const Pole& pole : context.result.poles) who.push_back(pole.id);
    for (const std::string& one : who) {
        columns.push_back({local(context.name(one)), true, [&, one](std::size_t row) {
                               return claim_cell(context.claim(analysis, {"", "", "position", {one}, years[row]}));
                           }});
    }
    const LocalText title =
        context.messages.say("figure.positions.title", {{"state", context.name(context.result.focus)}});
    return figure_frame(context,
                        {"positions-" + analysis.id, title, context.messages.say("figure.positions.description"),
                         html_table({}, columns, years.size())});
}

Html closer_figure(const ReportContext& context, const AnalysisResult& analysis,
                   const std::vector<std::string>& years) {
    std::vector<HtmlColumn> columns{year_column(context, years)};
    const std::vector<Pole>& poles = context.result.poles;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        for (std::size_t q = p + 1; q < poles.size(); ++q) {
            const LocalText head = context.messages.say(
                "quantity.closer_of_two", {{"a", context.name(poles[p].id)}, {"b", context.name(poles[q].id)}});
            const std::vector<std::string> pair{poles[p].id, poles[q].id};
            columns.push_back({local(head), true, [&, pair](std::size_t row) {
                                   return claim_cell(context.claim(analysis, {"", "", "closer", pair, years[row]}));
                               }});
        }
    }
    const LocalText title =
        context.messages.say("figure.closer.title", {{"state", context.name(context.result.focus)}});
    return figure_frame(context, {"closer-" + analysis.id, title, context.messages.say("figure.closer.description"),
                                  html_table({}, columns, years.size())});
}

/// Mean shares of focus and comparison states over the longest window.
Html position_states(const ReportContext& context, const AnalysisResult& analysis) {
    const std::string window = widest_window(context, analysis, "mean_share");
    if (window.empty() || context.result.comparison.empty()) return {};
    std::vector<std::string> states{context.result.focus};
    states.insert(states.end(), context.result.comparison.begin(), context.result.comparison.end());
    const auto shown = [&](std::size_t row, const std::string& quantity, const std::vector<std::string>& about) {
        return claim_cell(context.claim(analysis, {row == 0 ? "" : states[row], "", quantity, about, window}));
    };
    std::vector<HtmlColumn> columns{
        {context.say("column.state"), false, [&](std::size_t row) { return local(context.name(states[row])); }}};
    for (const Pole& pole : context.result.poles) {
        columns.push_back(
            {local(pole.name), true, [&](std::size_t row) { return shown(row, "mean_share", {pole.id}); }});
    }
    columns.push_back(
        {context.say("quantity.evenness_of_all"), true, [&](std::size_t row) { return shown(row, "evenness", {}); }});
    const std::string label = html_id("states-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.states")) +
           element(
               "p", {{"class", "quiet"}},
               context.say("chapter.states_positions", {{"window", shown_covered(context, analysis, {}, window)}})) +
           scrolled(label, html_table({}, columns, states.size()));
}

}  // namespace

Html positions_body(const ReportContext& context, const AnalysisResult& analysis) {
    const std::vector<std::string> years = years_of_positions(context, analysis);
    return positions_figure(context, analysis, years) + closer_figure(context, analysis, years) +
           closeness_figure(context, analysis, "figure.closeness.description_positions") +
           windows_part(context, analysis) + position_states(context, analysis);
}

}  // namespace tarazy
