#include "analyses/simulate/forecast_chapter.hpp"

#include "analyses/simulate/forecast_claims.hpp"
#include "base/text_lists.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// The forecaster whose fan is shown: the first of the table.
std::string shown_model(const Table& fan) {
    return text_in(fan, "forecaster", 0);
}

LocalText forecaster_word(const ReportContext& context, const std::string& name) {
    return context.word("forecaster.", name);
}

HtmlColumn forecaster_column(const ReportContext& context, const Table& table) {
    return {context.say("forecast.column.forecaster"), false, [&context, &table](std::size_t row) {
                return local(forecaster_word(context, text_in(table, "forecaster", row)));
            }};
}

HtmlColumn headed_column(const ReportContext& context, const Table& table, const std::string& name) {
    HtmlColumn column = result_column(context, table, name);
    column.head = context.say("forecast.column." + name);
    return column;
}

/// What the past allows to claim of the model: no skill over a benchmark at these horizons, or how much.
Html first_line(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    const Table* skill = find_table(analysis.tables, "skill");
    const std::string model = shown_model(fan);
    if (model == "persistence") return element("p", {}, context.say("forecast.first.benchmark"));
    if (skill == nullptr || skill->rows() == 0) return element("p", {}, context.say("forecast.first.unscored"));
    std::map<std::string, std::string> none;  // benchmark -> horizons
    std::string surely;
    for (std::size_t row = 0; row < skill->rows(); ++row) {
        if (text_in(*skill, "forecaster", row) != model) continue;
        const std::string horizon = text_in(*skill, "horizon", row);
        const auto over_last = number_in(*skill, "skill_persistence_lower", row);
        const auto over_best = number_in(*skill, "skill_lower", row);
        const bool has_last = number_in(*skill, "skill_persistence", row).has_value();
        std::string* list = &surely;
        if (has_last && !(over_last && *over_last > 0))
            list = &none["persistence"];
        else if (!(over_best && *over_best > 0))
            list = &none[text_in(*skill, "benchmark", row)];
        if (("," + *list + ",").find("," + horizon + ",") == std::string::npos) add_item(*list, horizon, ",");
    }
    Html lines;
    for (const auto& [benchmark, horizons] : none)
        lines =
            lines + element("p", {{"class", "caution"}},
                            context.say("forecast.first.none", {{"benchmark", forecaster_word(context, benchmark)},
                                                                {"horizons", joined(listed(horizons, ','), ", ")}}));
    if (!surely.empty())
        lines = lines + element("p", {},
                                context.say("forecast.first.skill", {{"horizons", joined(listed(surely, ','), ", ")}}));
    return lines;
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
                                  scrolled(html_id("fan-", analysis.id), html_table({}, columns, rows))});
}

Html skill_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* skill = find_table(analysis.tables, "skill");
    if (skill == nullptr || skill->rows() == 0) return {};
    const std::string label = html_id("skill-", analysis.id);
    std::vector<HtmlColumn> columns = {headed_column(context, *skill, "horizon")};
    if (skill->find("series"))
        columns.push_back({context.say("forecast.column.series"), false, [&context, skill](std::size_t row) {
                               return local(context.name(text_in(*skill, "series", row)));
                           }});
    columns.push_back(forecaster_column(context, *skill));
    for (const char* name : {"crps", "ignorance", "interval_score", "coverage90"})
        columns.push_back(headed_column(context, *skill, name));
    columns.push_back({context.say("forecast.column.skill"), true, [&context, &analysis, skill](std::size_t row) {
                           return claim_cell(context.claim(analysis, skill_parts(*skill, row)));
                       }});
    columns.push_back({context.say("forecast.column.benchmark"), false, [&context, skill](std::size_t row) {
                           return local(forecaster_word(context, text_in(*skill, "benchmark", row)));
                       }});
    columns.push_back(headed_column(context, *skill, "dm_p"));
    return element("h3", {{"id", label}}, context.say("forecast.skill")) +
           scrolled(label, html_table({}, columns, skill->rows()));
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
    return first_line(context, analysis, *fan) + fan_html(context, analysis, *fan) + skill_html(context, analysis) +
           seal_html(context, analysis);
}

std::optional<LocalText> forecast_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "forecast.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    if (parts.quantity == "forecast")
        return context.messages.say(key, {{"series", context.name(parts.about[0])}, {"year", parts.time}});
    if (parts.quantity == "sealed_skill")
        return context.messages.say(key, {{"forecaster", forecaster_word(context, parts.about[0])}});
    if (parts.about.size() < 2) return std::nullopt;
    const LocalText said =
        context.messages.say(key, {{"forecaster", forecaster_word(context, parts.about[parts.about.size() - 2])},
                                   {"horizon", parts.about.back()}});
    if (parts.about.size() < 3) return said;
    return context.messages.say("forecast.of_series", {{"what", said}, {"series", context.name(parts.about[0])}});
}

}  // namespace tarazy
