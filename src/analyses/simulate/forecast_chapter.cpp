#include "analyses/simulate/forecast_chapter.hpp"

#include "analyses/simulate/fan_still.hpp"
#include "analyses/simulate/forecast_claims.hpp"
#include "analyses/simulate/skill_chapter.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

/// The forecaster whose fan is shown: the first of the table.
std::string shown_model(const Table& fan) {
    return text_in(fan, "forecaster", 0);
}

Html fan_html(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < fan.rows(); ++row)
        if (text_in(fan, "forecaster", row) == shown_model(fan)) rows.push_back(row);
    std::vector<HtmlColumn> columns = {
        {context.say("forecast.column.series"), false,
         [&context, &fan](std::size_t row) { return local(context.name(text_in(fan, "series", row))); }},
        result_column(context, fan, "year"),
        {context.say("forecast.column.forecast"), true, [&context, &analysis, &fan](std::size_t row) {
             return claim_cell(context.claim(analysis, forecast_parts(fan, row)));
         }}};
    return figure_frame(context, {"fan-" + analysis.id, context.messages.say("figure.forecast_fan.title"),
                                  context.messages.say("figure.forecast_fan.description"),
                                  scrolled(html_id("fan-", analysis.id), html_table({}, columns, rows)), false,
                                  fan_drawing(context, analysis)});
}

Html seal_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* seal = find_table(analysis.tables, "seal");
    if (seal == nullptr || seal->rows() == 0) return {};
    const std::string label = html_id("seal-", analysis.id);
    const auto cell = [&](const char* column) { return text_in(*seal, column, 0); };
    Html body = element("h3", {{"id", label}}, context.say("forecast.sealed")) +
                element("p", {},
                        context.say("forecast.seal.what", {{"date", cell("sealed_on")},
                                                           {"model", forecaster_word(context, cell("model"))},
                                                           {"last", cell("last_year")},
                                                           {"sha256", cell("sha256")}}));
    const std::string waiting = cell("waiting");
    if (!waiting.empty()) body = body + element("p", {}, context.say("forecast.seal.waits", {{"years", waiting}}));
    const double foreseen = number_in(*seal, "first_forecast_year", 0).value_or(0);
    if (foreseen > number_in(*seal, "last_year", 0).value_or(0) + 1)
        body = body + element("p", {{"class", "caution"}},
                              context.say("forecast.seal.late", {{"year", cell("first_forecast_year")}}));
    const Table* scores = find_table(analysis.tables, "scores");
    if (scores == nullptr || scores->rows() == 0) return body;
    std::vector<HtmlColumn> columns = {
        forecaster_column(context, *scores),
        {context.say("forecast.column.kind"), false,
         [&context, scores](std::size_t row) { return context.say("forecast.kind." + text_in(*scores, "kind", row)); }},
        {context.say("forecast.column.years"), false,
         [scores](std::size_t row) { return text(text_in(*scores, "years", row)); }}};
    for (const char* name : {"crps", "ignorance", "interval_score", "coverage90"})
        columns.push_back(headed_column(context, *scores, name));
    columns.push_back(headed_column(context, *scores, "skill"));
    return body + scrolled(label, html_table({}, columns, scores->rows())) +
           element("p", {}, context.say("forecast.seal.one"));
}

}  // namespace

Html forecast_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* fan = find_table(analysis.tables, "");
    if (fan == nullptr || fan->rows() == 0) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const Table* skill = find_table(analysis.tables, "skill");
    return skill_sentences(context, skill, shown_model(*fan)) + fan_html(context, analysis, *fan) +
           skill_html(context, analysis) + seal_html(context, analysis);
}

std::optional<LocalText> forecast_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "forecast.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    if (parts.quantity == "forecast")
        return context.messages.say(key, {{"series", context.name(parts.about[0])}, {"year", parts.time}});
    if (parts.quantity == "sealed_skill")
        return context.messages.say(key, {{"forecaster", forecaster_word(context, parts.about[0])}});
    return skill_quantity(context, parts);
}

}  // namespace tarazy
