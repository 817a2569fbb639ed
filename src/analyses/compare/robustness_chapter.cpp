#include "analyses/compare/robustness_chapter.hpp"

#include "analyses/compare/statement_words.hpp"
#include "base/number_text.hpp"
#include "report/criterion_words.hpp"
#include "report/figure_frame.hpp"
#include "report/figure_json.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

/// As the claims name it: the solution type before the sentence.
std::string sentence(const Table& table, std::size_t row) {
    const std::string solution = text_in(table, "solution", row), stated = text_in(table, "claim", row);
    return solution.empty() || stated.starts_with(solution) ? stated : solution + ": " + stated;
}

/// "KAZ OPEN 0.67 to 1" as "Kazakhstan, outward-looking coalition: 0.67 → 1"; several behind one another. A text that
/// is built otherwise stays.
LocalText recoded_in_words(const ReportContext& context, const std::vector<std::string>& cells) {
    LocalText all;
    for (const std::string& cell : cells) {
        std::vector<std::string> parts;  // from the end: the new value, "to", the old one, the condition, the case
        std::string rest = cell;
        for (std::size_t blank = rest.rfind(' '); parts.size() < 4 && blank != std::string::npos;
             blank = rest.rfind(' ')) {
            parts.push_back(rest.substr(blank + 1));
            rest.resize(blank);
        }
        LocalText words{cell, "", ""};
        const auto before = parts.size() == 4 ? parse_real(parts[2]) : std::nullopt;
        const auto after = parts.size() == 4 ? parse_real(parts[0]) : std::nullopt;
        if (before && after) {
            const LocalText from = number_in_words(*before), to = number_in_words(*after), of = context.name(rest),
                            condition = context.name(parts[3]);
            const auto said = [&](std::string_view language) {
                return in_language(of, language) + ", " + in_language(condition, language) + ": " +
                       in_language(from, language) + " → " + in_language(to, language);
            };
            words = {said("en"), said("kk"), said("ru")};
        }
        const std::string between = all.en.empty() ? "" : "; ";
        all = {all.en + between + words.en, all.kk + between + in_language(words, "kk"),
               all.ru + between + in_language(words, "ru")};
    }
    return all;
}

Html coding_counts(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* sweep = find_table(analysis.tables, "sweep");
    const Table* coding = find_table(analysis.tables, "coding");
    const Claim* contested = context.claim(analysis, {"", "", "contestable_cells", {}, ""});
    const Claim* points = context.claim(analysis, {"", "", "points", {}, ""});
    if (sweep == nullptr || coding == nullptr || contested == nullptr || points == nullptr) return {};
    const bool sampled = text_in(*sweep, "taken", 0) == "sample";
    const auto whole = [](const Claim* claim) { return static_cast<std::int64_t>(claim->value.value_or(0)); };
    return element("p", {},
                   local_with_claims(context.messages.say(sampled ? "robustness.counts_sampled" : "robustness.counts",
                                                          {{"cells", whole(contested)},
                                                           {"all", static_cast<std::int64_t>(coding->rows())},
                                                           {"points", whole(points)}}),
                                     {contested->id, points->id}));
}

Html sentences_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const std::vector<HtmlColumn> columns{
        {context.say("column.sentence"), false,
         [&](std::size_t row) {
             const std::string stated = sentence(*table, row);
             return local(statement_in_words(context, stated)) + text(" ") + element("code", {}, text(stated));
         }},
        {context.say("column.as_coded"), false,
         [&](std::size_t row) {
             return context.say(text_in(*table, "as_coded", row) == "1" ? "robustness.holds" : "robustness.holds_not");
         }},
        {context.say("column.share_of_codings"), true,
         [&](std::size_t row) {
             return claim_link(context.claim(analysis, {"", "", "holds", {sentence(*table, row)}, ""}),
                               text(shown_number((*table)["share"].real(row))));
         }},
        {context.say("column.to_overturn"), true,
         [&](std::size_t row) {
             const std::string cells = text_in(*table, "cells_to_overturn", row);
             const std::string shown = cells.empty() ? "> " + text_in(*table, "tried_up_to", row) : cells;
             const Claim* claim = context.claim(analysis, {"", "", "cells_to_overturn", {sentence(*table, row)}, ""});
             return claim_link(claim, text(shown));
         }},
        {context.say("column.example"), false,
         [&](std::size_t row) { return local(recoded_in_words(context, (*table)["example"].list(row))); }}};
    const std::string label = html_id("sentences-", analysis.id);
    return element("h3", {{"id", label}}, context.say("robustness.sentences")) + coding_counts(context, analysis) +
           element("p", {{"class", "quiet"}}, context.say("robustness.sentences_note")) +
           scrolled(label, html_table({}, columns, table->rows()));
}

Html fragility_figure(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* cells = find_table(analysis.tables, "cells");
    if (cells == nullptr) return {};
    const auto kinds = [&](std::size_t row) {
        Html all;
        for (const std::string& kind : (*cells)["changes"].list(row)) {
            if (!all.markup.empty()) all += text(", ");
            all += local(context.word("solution.", kind));
        }
        return all;
    };
    const std::vector<HtmlColumn> columns{
        {context.say("column.case"), false,
         [&](std::size_t row) { return local(context.name(text_in(*cells, "case", row))); }},
        {context.say("column.condition"), false,
         [&](std::size_t row) { return element("code", {}, text(text_in(*cells, "variable", row))); }},
        {context.say("column.value"), true, [&](std::size_t row) { return text(text_in(*cells, "value", row)); }},
        {context.say("column.others"), true, [&](std::size_t row) { return text(text_in(*cells, "others", row)); }},
        {context.say("column.confidence"), false,
         [&](std::size_t row) { return local(context.word("confidence.", text_in(*cells, "confidence", row))); }},
        {context.say("column.changes"), false, kinds}};
    return figure_frame(context, {"fragility-" + analysis.id, context.messages.say("figure.fragility.title"),
                                  context.messages.say("figure.fragility.description"),
                                  html_table({}, columns, cells->rows(), rows_in(context, *cells))});
}

Html models_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* models = find_table(analysis.tables, "models");
    if (models == nullptr) return {};
    const std::vector<HtmlColumn> columns{
        {context.say("column.solution_type"), false,
         [&](std::size_t row) { return local(context.word("solution.", text_in(*models, "solution", row))); }},
        {context.say("column.model"), false,
         [&](std::size_t row) { return element("code", {}, text(text_in(*models, "model", row))); }},
        {context.say("column.share_of_codings"), true,
         [&](std::size_t row) { return text(shown_number((*models)["share"].real(row))); }}};
    const std::string label = html_id("models-", analysis.id);
    return element("details", {{"class", "figure-table"}},
                   {element("summary", {{"id", label}}, context.say("robustness.models")),
                    scrolled(label, html_table({}, columns, models->rows(), rows_in(context, *models)))});
}

Html ranges_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* ranges = find_table(analysis.tables, "ranges");
    if (ranges == nullptr) return {};
    const std::vector<HtmlColumn> columns{
        {context.say("column.solution_type"), false,
         [&](std::size_t row) { return local(context.word("solution.", text_in(*ranges, "solution", row))); }},
        {context.say("column.cut"), false,
         [&](std::size_t row) { return local(context.word("cut.", text_in(*ranges, "cut", row))); }},
        {context.say("column.above"), true,
         [&](std::size_t row) { return text(shown_number((*ranges)["above"].real(row))); }},
        {context.say("column.value"), true,
         [&](std::size_t row) { return text(shown_number((*ranges)["value"].real(row))); }},
        {context.say("column.up_to"), true,
         [&](std::size_t row) { return text(shown_number((*ranges)["up_to"].real(row))); }}};
    const std::string label = html_id("ranges-", analysis.id);
    return element("h3", {{"id", label}}, context.say("robustness.ranges")) +
           element("p", {{"class", "quiet"}}, context.say("robustness.ranges_note")) +
           scrolled(label, html_table({}, columns, ranges->rows(), rows_in(context, *ranges)));
}

}  // namespace

Html robustness_body(const ReportContext& context, const AnalysisResult& analysis) {
    return sentences_part(context, analysis) + fragility_figure(context, analysis) + models_part(context, analysis) +
           ranges_part(context, analysis);
}

std::optional<LocalText> robustness_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "robustness.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    if (parts.about.empty()) return context.messages.say(key);
    const std::string& of = parts.about.front();
    const bool is_solution = context.messages.knows("solution." + of);
    return context.messages.say(
        key, {{"of", is_solution ? context.word("solution.", of) : statement_in_words(context, of)}});
}

Json fragility_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json figure = figure_json("fragility-" + analysis.id, "fragility", context.messages.say("figure.fragility.title"),
                              context.messages.say("figure.fragility.description"));
    figure["columns"] = {"case", "variable", "value", "confidence", "others", "changes"};
    figure["rows"] = Json::array();
    const Table* coding = find_table(analysis.tables, "coding");
    const Table* contested = find_table(analysis.tables, "cells");
    if (coding == nullptr || contested == nullptr) return figure;
    std::map<std::pair<std::string, std::string>, std::size_t> rows;
    for (std::size_t row = 0; row < contested->rows(); ++row) {
        // A negated outcome is coded under its own name.
        std::string variable = text_in(*contested, "variable", row);
        if (variable.starts_with('~')) variable.erase(0, 1);
        rows[{text_in(*contested, "case", row), variable}] = row;
    }
    const std::vector<std::string> nothing;
    for (std::size_t row = 0; row < coding->rows(); ++row) {
        const std::string name = text_in(*coding, "case", row), variable = text_in(*coding, "variable", row);
        const auto found = rows.find({name, variable});
        const bool known = found != rows.end();
        // A sign such as "-", "does not apply", makes the column one of texts and is shown as it is.
        const std::optional<double> number = parse_real(text_in(*coding, "value", row));
        figure["rows"].push_back({name, variable, number ? json_of(number) : Json(text_in(*coding, "value", row)),
                                  text_in(*coding, "confidence", row),
                                  known ? list_items(text_in(*contested, "others", found->second)) : nothing,
                                  known ? list_items(text_in(*contested, "changes", found->second)) : nothing});
    }
    return figure;
}

}  // namespace tarazy
