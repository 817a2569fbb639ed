#include "analyses/simulate/hedge_chapter.hpp"

#include "analyses/simulate/fan_still.hpp"
#include "analyses/simulate/hedge_claims.hpp"
#include "analyses/simulate/hedge_figures.hpp"
#include "analyses/simulate/skill_chapter.hpp"
#include "base/text_lists.hpp"
#include "report/figure_frame.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

Html hindcast_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* hindcast = find_table(analysis.tables, "hindcast");
    if (hindcast == nullptr || hindcast->rows() == 0) return {};
    const ShownHindcast shown = shown_hindcast(context, *hindcast);
    std::vector<HtmlColumn> columns = {
        {context.say("forecast.column.series"), false,
         [&context, hindcast](std::size_t row) { return local(context.name(text_in(*hindcast, "series", row))); }},
        forecaster_column(context, *hindcast)};
    for (const char* name : {"year", "q05", "q50", "q95"}) columns.push_back(result_column(context, *hindcast, name));
    columns.push_back(headed_column(context, *hindcast, "observed"));
    return figure_frame(context, {"fan-" + analysis.id, hindcast_title(context, shown),
                                  context.messages.say("figure.hindcast_fan.description"),
                                  html_table({}, columns, shown.rows), false, fan_drawing(context, analysis)});
}

Html parameters_html(const ReportContext& context, const AnalysisResult& analysis, const Table& estimates) {
    const std::string label = html_id("parameters-", analysis.id);
    std::vector<std::size_t> free;
    for (std::size_t row = 0; row < estimates.rows(); ++row)
        if (text_in(estimates, "free", row) == "1") free.push_back(row);
    const std::vector<HtmlColumn> columns = {
        {context.say("hedge_model.column.parameter"), false,
         [&estimates](std::size_t row) { return element("code", {}, text(text_in(estimates, "parameter", row))); }},
        {context.say("hedge_model.column.meaning"), false,
         [&context, &estimates](std::size_t row) {
             return local(context.word("hedge_model.term.", text_in(estimates, "parameter", row)));
         }},
        {context.say("hedge_model.column.estimate"), true, [&context, &analysis, &estimates](std::size_t row) {
             return claim_cell(context.claim(analysis, hedge_parameter_parts(estimates, row)));
         }}};
    return element("h3", {{"id", label}}, context.say("hedge_model.parameters")) +
           scrolled(label, html_table({}, columns, free));
}

/// "**goal**: what" with its marks as elements.
Html odd_line(std::string_view line) {
    Html all;
    while (!line.empty()) {
        const std::size_t strong = line.find("**"), code = line.find('`'), at = std::min(strong, code);
        const std::string mark = at == std::string_view::npos ? "" : at == strong ? "**" : "`";
        const std::size_t end = mark.empty() ? at : line.find(mark, at + mark.size());
        if (mark.empty() || end == std::string_view::npos) return all + text(line);
        all += text(line.substr(0, at)) + element(mark == "`" ? "code" : "strong", {},
                                                  text(line.substr(at + mark.size(), end - at - mark.size())));
        line.remove_prefix(end + mark.size());
    }
    return all;
}

/// The description, which is in Markdown: headings, items, rows of tables as items, sentences.
Html odd_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* odd = find_table(analysis.tables, "odd");
    if (odd == nullptr || odd->rows() == 0) return {};
    Html body, items;
    const auto close_items = [&] {
        if (!items.markup.empty()) body += element("ul", {}, items);
        items = {};
    };
    for (std::size_t row = 0; row < odd->rows(); ++row) {
        const std::string line = text_in(*odd, "text", row);
        if (line.starts_with("- ")) {
            items += element("li", {}, odd_line(std::string_view(line).substr(2)));
        } else if (line.starts_with("|")) {
            if (!line.starts_with("|--")) items += element("li", {}, odd_line(joined(listed(line, '|'), " · ")));
        } else {
            close_items();
            body += line.starts_with("#")
                        ? element("h4", {}, text(trimmed(std::string_view(line).substr(line.find(' ')))))
                        : element("p", {}, odd_line(line));
        }
    }
    close_items();
    return element("details", {{"class", "notes"}},
                   {element("summary", {}, context.say("hedge_model.odd")), element("div", {{"lang", "en"}}, body)});
}

}  // namespace

Html hedge_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* estimates = find_table(analysis.tables, "");
    if (estimates == nullptr || estimates->rows() == 0)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return skill_sentences(context, find_table(analysis.tables, "skill"), "hedge") + hindcast_html(context, analysis) +
           skill_html(context, analysis, true) + parameters_html(context, analysis, *estimates) +
           odd_html(context, analysis);
}

std::optional<LocalText> hedge_quantity(const ReportContext& context, const ClaimParts& parts) {
    if (parts.quantity != "parameter") return skill_quantity(context, parts);
    if (parts.about.empty()) return std::nullopt;
    return context.messages.say(
        "hedge_model.quantity.parameter",
        {{"symbol", parts.about[0]}, {"meaning", context.word("hedge_model.term.", parts.about[0])}});
}

}  // namespace tarazy
