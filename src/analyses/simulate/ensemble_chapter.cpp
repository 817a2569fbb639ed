#include "analyses/simulate/ensemble_chapter.hpp"

#include "analyses/simulate/ensemble_claims.hpp"
#include "analyses/simulate/fan_still.hpp"
#include "analyses/simulate/judged_inputs.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// A column of codes in the study's words.
HtmlColumn named_column(const ReportContext& context, const Table& table, const char* column) {
    return {context.say(std::string("ensemble.column.") + column), false,
            [&context, &table, column](std::size_t row) { return local(context.name(text_in(table, column, row))); }};
}

/// A column of claims: which parts the claim of a row has is said by the caller.
template <class Parts>
HtmlColumn claims_column(const ReportContext& context, const AnalysisResult& analysis, const char* head, Parts parts) {
    return {context.say(std::string("ensemble.column.") + head), true,
            [&context, &analysis, parts](std::size_t row) { return claim_cell(context.claim(analysis, parts(row))); }};
}

Html part_heading(const ReportContext& context, const std::string& label, const char* message) {
    return element("h3", {{"id", label}}, context.say(message));
}

std::string last_year_of(const Table& fan) {
    return text_in(fan, "year", fan.rows() - 1);
}

bool has_policies(const Table& fan) {
    for (std::size_t row = 0; row < fan.rows(); ++row)
        if (!policy_domain(text_in(fan, "policy", row)).empty()) return true;
    return false;
}

Html fan_table_html(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    std::vector<HtmlColumn> columns = {named_column(context, fan, "outcome")};
    if (has_policies(fan)) columns.push_back(named_column(context, fan, "policy"));
    for (const char* column : {"year", "q05", "q25", "q50", "q75", "q95"})
        columns.push_back(result_column(context, fan, column));
    return scrolled(html_id("fan-", analysis.id), html_table({}, columns, fan.rows()));
}

/// Outcome in the last year, and what the scenario changes in it, by policy.
Html ends_of_fans(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    const std::string label = html_id("ends-", analysis.id), year = last_year_of(fan);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < fan.rows(); ++row)
        if (text_in(fan, "year", row) == year) rows.push_back(row);
    std::vector<HtmlColumn> columns = {named_column(context, fan, "outcome")};
    if (has_policies(fan)) columns.push_back(named_column(context, fan, "policy"));
    for (const char* quantity : {"outcome", "effect"})
        columns.push_back(claims_column(
            context, analysis, quantity[0] == 'o' ? "value" : "effect",
            [&fan, quantity, year](std::size_t row) -> ClaimParts {
                return {"", policy_domain(text_in(fan, "policy", row)), quantity, {text_in(fan, "outcome", row)}, year};
            }));
    return element("h3", {{"id", label}}, context.say("ensemble.ends", {{"year", year}})) +
           element("p", {{"class", "quiet"}}, context.say("ensemble.intervals")) +
           scrolled(label, html_table({}, columns, rows));
}

/// "≥ 0.5" for ">= 0.5", kept on one line.
std::string limit_as_printed(const std::string& limit) {
    return (limit.starts_with(">=") ? "≥\u00a0" : "≤\u00a0") + limit.substr(3);
}

Html thresholds_html(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    const Table* table = find_table(analysis.tables, "thresholds");
    if (table == nullptr || table->rows() == 0) return {};
    const Table* regret = find_table(analysis.tables, "regret");
    const std::string label = html_id("thresholds-", analysis.id), year = last_year_of(fan);
    std::vector<HtmlColumn> columns = {named_column(context, *table, "threshold")};
    if (has_policies(fan)) columns.push_back(named_column(context, *table, "policy"));
    columns.push_back({context.say("ensemble.column.limit"), false, [&context, table](std::size_t row) {
                           return local(context.name(text_in(*table, "outcome", row))) +
                                  text(' ' + limit_as_printed(text_in(*table, "limit", row)));
                       }});
    columns.push_back(claims_column(context, analysis, "share", [table, year](std::size_t row) -> ClaimParts {
        return {"", policy_domain(text_in(*table, "policy", row)), "share", {text_in(*table, "threshold", row)}, year};
    }));
    if (regret != nullptr && regret->rows() > 0)
        columns.push_back(claims_column(context, analysis, "regret_max", [table, year](std::size_t row) -> ClaimParts {
            return {"", text_in(*table, "policy", row), "regret_max", {text_in(*table, "threshold", row)}, year};
        }));
    return part_heading(context, label, "ensemble.thresholds") +
           scrolled(label, html_table({}, columns, table->rows()));
}

Html sensitivity_html(const ReportContext& context, const AnalysisResult& analysis, const Table& fan) {
    const Table* table = find_table(analysis.tables, "sensitivity");
    if (table == nullptr || table->rows() == 0) return {};
    const std::string year = last_year_of(fan);
    std::vector<HtmlColumn> columns = {named_column(context, *table, "outcome"),
                                       named_column(context, *table, "input")};
    columns.push_back(claims_column(context, analysis, "delta", [table, year](std::size_t row) -> ClaimParts {
        return {"", "", "delta", {text_in(*table, "outcome", row), text_in(*table, "input", row)}, year};
    }));
    return figure_frame(
        context, {"sensitivity-" + analysis.id, context.messages.say("figure.sensitivity.title"),
                  context.messages.say("figure.sensitivity.description"), html_table({}, columns, table->rows())});
}

/// Of several policies the first stands for all in what follows.
Html first_policy_html(const ReportContext& context, const Table& fan) {
    if (!has_policies(fan)) return {};
    return element("p", {{"class", "quiet"}},
                   context.say("ensemble.first_policy", {{"policy", context.name(text_in(fan, "policy", 0))}}));
}

/// The ranges of inputs among which a threshold is missed.
Html boxes_html(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "boxes");
    if (table == nullptr || table->rows() == 0) return {};
    const std::string label = html_id("boxes-", analysis.id);
    std::vector<HtmlColumn> columns = {named_column(context, *table, "threshold"),
                                       named_column(context, *table, "input")};
    for (const char* column : {"lower", "upper", "density", "coverage", "restricted_share"}) {
        columns.push_back(result_column(context, *table, column));
        columns.back().head = context.say(std::string("ensemble.column.") + column);
    }
    return part_heading(context, label, "ensemble.boxes") + scrolled(label, html_table({}, columns, table->rows()));
}

}  // namespace

Html ensemble_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* fan = find_table(analysis.tables, "");
    if (fan == nullptr || fan->rows() == 0) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return figure_frame(context, {"fan-" + analysis.id, context.messages.say("figure.fan.title"),
                                  context.messages.say("figure.fan.description"),
                                  fan_table_html(context, analysis, *fan), false, fan_drawing(context, analysis)}) +
           ends_of_fans(context, analysis, *fan) + thresholds_html(context, analysis, *fan) +
           first_policy_html(context, *fan) + sensitivity_html(context, analysis, *fan) +
           boxes_html(context, analysis) + judged_inputs_html(context, analysis, html_id("inputs-", analysis.id));
}

std::optional<LocalText> ensemble_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "ensemble.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    MessageArguments arguments = {{"outcome", context.name(parts.about.front())}};
    if (parts.about.size() > 1) arguments.push_back({"input", context.name(parts.about[1])});
    LocalText said = context.messages.say(key, arguments);
    if (parts.domain.empty()) return said;
    return context.messages.say("ensemble.under_policy", {{"what", said}, {"policy", context.name(parts.domain)}});
}

}  // namespace tarazy
