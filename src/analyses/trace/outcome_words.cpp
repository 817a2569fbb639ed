#include "analyses/trace/outcome_words.hpp"

#include "report/table_html.hpp"
#include "study/result_tables.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {

std::optional<LocalText> outcome_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "outcome.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    LocalText words = context.messages.say(key);
    if (!parts.about.empty()) words = said_of(words, context.name(parts.about.front()));
    return parts.state.empty() ? words : said_of(context.name(parts.state), words);
}

std::string outcome_name(const ReportContext&, const AnalysisResult& analysis, const std::string& parameter) {
    if (analysis.claims.empty()) return "";
    const auto parameters = nlohmann::json::parse(analysis.claims.front().parameters, nullptr, false);
    return parameters.is_object() ? parameters.value(parameter, "") : "";
}

Html outcome_claims(const ReportContext& context, const AnalysisResult& analysis,
                    const std::vector<std::string>& quantities) {
    std::vector<const Claim*> shown;
    for (const std::string& quantity : quantities) {
        for (const Claim& claim : analysis.claims) {
            if (claim.parts.state.empty() && claim.parts.quantity == quantity && claim.value) shown.push_back(&claim);
        }
    }
    if (shown.empty()) return {};
    const std::string label = html_id("outcome-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.outcome_numbers")) +
           scrolled(
               label,
               html_table(
                   {},
                   {{context.say("column.quantity"), false,
                     [&](std::size_t row) {
                         return local(outcome_quantity(context, shown[row]->parts)
                                          .value_or(LocalText{shown[row]->quantity, "", ""}));
                     }},
                    {context.say("column.years"), false, [&](std::size_t row) { return text(shown[row]->parts.time); }},
                    {context.say("column.value"), true, [&](std::size_t row) { return claim_cell(shown[row]); }}},
                   shown.size()));
}

Html outcome_table(const ReportContext& context, const AnalysisResult& analysis, const std::string& table,
                   const std::string& key, const std::vector<std::string>& columns) {
    const Table* found = find_table(analysis.tables, table);
    if (found == nullptr || found->rows() == 0) return {};
    std::vector<HtmlColumn> shown;
    for (const std::string& name : columns) {
        if (!found->find(name)) continue;
        HtmlColumn column = result_column(context, *found, name);
        if (name == "state" || name == "unit")
            column.cell = [&context, found, name](std::size_t row) {
                return local(context.name((*found)[name].display(row)));
            };
        shown.push_back(std::move(column));
    }
    const std::string label = html_id("table-", analysis.id + '.' + table);
    return element("h3", {{"id", label}}, context.say(key)) + scrolled(label, html_table({}, shown, found->rows()));
}

}  // namespace tarazy
