#include "analyses/simulate/skill_chapter.hpp"

#include "analyses/simulate/skill_claims.hpp"
#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <map>

namespace tarazy {

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

Html skill_sentences(const ReportContext& context, const Table* skill, const std::string& model) {
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

Html skill_html(const ReportContext& context, const AnalysisResult& analysis, bool over_last) {
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
    if (over_last)
        columns.push_back(
            {context.say("forecast.column.skill_persistence"), true, [&context, &analysis, skill](std::size_t row) {
                 return claim_cell(context.claim(analysis, skill_over_last_parts(*skill, row)));
             }});
    columns.push_back(headed_column(context, *skill, "dm_p"));
    return element("h3", {{"id", label}}, context.say("forecast.skill")) +
           scrolled(label, html_table({}, columns, skill->rows()));
}

std::optional<LocalText> skill_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "forecast.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.size() < 2) return std::nullopt;
    const LocalText said =
        context.messages.say(key, {{"forecaster", forecaster_word(context, parts.about[parts.about.size() - 2])},
                                   {"horizon", parts.about.back()}});
    if (parts.about.size() < 3) return said;
    return context.messages.say("forecast.of_series", {{"what", said}, {"series", context.name(parts.about[0])}});
}

}  // namespace tarazy
