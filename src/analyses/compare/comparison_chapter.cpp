#include "analyses/compare/comparison_chapter.hpp"

#include "analyses/compare/comparison_figures.hpp"
#include "analyses/compare/model_survival.hpp"
#include "analyses/compare/xy_still.hpp"
#include "report/figure_frame.hpp"
#include "report/folded.hpp"
#include "report/numbers.hpp"
#include "report/still.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// The conditions stand between the first and the last columns of a truth table.
std::vector<std::string> conditions_of(const Table& truth_table) {
    std::vector<std::string> names;
    for (const std::string& name : truth_table.names) {
        if (name == "OUT") break;
        if (name != "row") names.push_back(name);
    }
    return names;
}

/// Names of cases in the reader's language, those that contradict the row marked.
Html case_names(const ReportContext& context, const std::vector<std::string>& list,
                const std::vector<std::string>& deviant = {}) {
    Html names;
    for (const std::string& one : list) {
        const bool marked = std::ranges::find(deviant, one) != deviant.end();
        if (!names.markup.empty()) names += text(", ");
        names += marked ? element("s", {}, local(context.name(one))) : local(context.name(one));
    }
    return names;
}

/// A circle for eyes, a digit for screen readers and for copying.
Html level_mark(const std::string& level) {
    if (level != "0" && level != "1") return text(level);
    return element("span", {{"class", level == "1" ? "level present" : "level"}}, text(level));
}

Html counts(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<std::string> claims;
    MessageArguments arguments;
    for (const char* name : {"cases", "cases_with_outcome", "rows", "positive_rows"}) {
        const Claim* claim = context.claim(analysis, {"", "", name, {}, ""});
        if (claim == nullptr) return {};
        claims.push_back(claim->id);
        arguments.emplace_back(name, static_cast<std::int64_t>(claim->value.value_or(0)));
    }
    return element("p", {}, local_with_claims(context.messages.say("comparison.counts", arguments), claims));
}

Html truth_table_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "truth_table");
    if (table == nullptr) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    std::vector<std::size_t> order(table->rows());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return text_in(*table, "OUT", a) > text_in(*table, "OUT", b);  // those that go with the outcome first
    });
    std::vector<HtmlColumn> columns{
        {context.say("column.row"), false, [&](std::size_t row) { return text(text_in(*table, "row", row)); }}};
    for (const std::string& condition : conditions_of(*table)) {
        columns.push_back({text(condition), false,
                           [&, condition](std::size_t row) { return level_mark(text_in(*table, condition, row)); }});
    }
    columns.push_back({context.say("column.out"), false,
                       [&](std::size_t row) { return element("strong", {}, text(text_in(*table, "OUT", row))); }});
    for (const std::string quantity : {"incl", "PRI"}) {
        columns.push_back(
            {context.say("comparison." + quantity), true, [&, quantity](std::size_t row) {
                 const Claim* claim = context.claim(analysis, {"", "row", quantity, {text_in(*table, "row", row)}, ""});
                 return claim_link(claim, text(shown_number((*table)[quantity].real(row))));
             }});
    }
    columns.push_back({context.say("column.cases"), false, [&](std::size_t row) {
                           return case_names(context, (*table)["cases"].list(row), (*table)["deviant_cases"].list(row));
                       }});
    const std::string label = html_id("truth-", analysis.id);
    return element("h3", {{"id", label}}, context.say("comparison.truth_table")) + counts(context, analysis) +
           element("p", {{"class", "quiet"}}, context.say("comparison.truth_table_note")) +
           element("div", {{"class", "truth"}},
                   scrolled(label, html_table({}, columns, order, rows_in(context, *table))));
}

/// "intermediate C1P1" as type and label, which is ours and holds no blank.
std::pair<std::string, std::string> solution_parts(const std::string& solution) {
    const std::size_t blank = solution.find(' ');
    return {solution.substr(0, blank), blank == std::string::npos ? "" : solution.substr(blank + 1)};
}

/// The claim about a number of a row of the solutions: of a model, or of one of its terms.
ClaimParts fit_parts(const Table& table, std::size_t row, const std::string& quantity, bool whole) {
    const auto [kind, label] = solution_parts(text_in(table, "solution", row));
    ClaimParts parts{"", kind, quantity, {}, ""};
    if (!label.empty()) parts.about.push_back(label);
    parts.about.push_back(text_in(table, "model", row));
    if (!whole) parts.about.push_back(text_in(table, "term", row));
    return parts;
}

/// The last row of a model is the whole model.
bool is_whole(const Table& table, std::size_t row) {
    return row + 1 == table.rows() || text_in(table, "solution", row + 1) != text_in(table, "solution", row) ||
           text_in(table, "model", row + 1) != text_in(table, "model", row);
}

Html solution_figure(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr || table->rows() == 0) return {};
    std::vector<HtmlColumn> columns{
        {context.say("column.solution"), false,
         [&](std::size_t row) {
             const auto [kind, label] = solution_parts(text_in(*table, "solution", row));
             return local(context.word("solution.", kind)) +
                    text((label.empty() ? "" : " " + label) + " " + text_in(*table, "model", row));
         }},
        {context.say("column.term"), false, [&](std::size_t row) {
             const Html term = element("code", {}, text(text_in(*table, "term", row)));
             return is_whole(*table, row) ? element("strong", {}, term) : term;
         }}};
    if (table->find("core")) {
        columns.push_back({context.say("comparison.core"), false,
                           [&](std::size_t row) { return element("code", {}, text(text_in(*table, "core", row))); }});
    }
    for (const auto& [column, name] :
         {std::pair<std::string, std::string>{"inclS", "incl"}, {"PRI", "PRI"}, {"covS", "cov"}, {"covU", "covU"}}) {
        columns.push_back(
            {context.say("comparison." + column), true, [&, column = column, name = name](std::size_t row) {
                 const Claim* claim = context.claim(analysis, fit_parts(*table, row, name, is_whole(*table, row)));
                 return claim_link(claim, text(shown_number((*table)[column].real(row))));
             }});
    }
    columns.push_back({context.say("column.cases"), false,
                       [&](std::size_t row) { return case_names(context, (*table)["cases"].list(row)); }});
    columns.push_back({context.say("comparison.deviant"), false,
                       [&](std::size_t row) { return case_names(context, (*table)["deviant_cases"].list(row)); }});
    return model_survival(context, analysis) +
           figure_frame(context, {"solution-" + analysis.id, context.messages.say("figure.solution.title"),
                                  solution_description(context, analysis),
                                  html_table({}, columns, table->rows(), rows_in(context, *table))});
}

Html xy_figure(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "memberships");
    if (table == nullptr || find_table(analysis.tables, "xy") == nullptr) return {};
    std::vector<HtmlColumn> columns{{context.say("column.case"), false, [&](std::size_t row) {
                                         return local(context.name(text_in(*table, "case", row)));
                                     }}};
    for (std::size_t c = 1; c < table->names.size(); ++c) {
        columns.push_back({element("code", {}, text(table->names[c])), true,
                           [&, c](std::size_t row) { return text(shown_number(table->columns[c].real(row))); }});
    }
    return figure_frame(context, {"xy-" + analysis.id, context.messages.say("figure.xy.title"),
                                  context.messages.say("figure.xy.description"),
                                  html_table({}, columns, table->rows(), rows_in(context, *table)), false,
                                  first_still(context, analysis, {"compare.minimise"}, "xy", xy_still)});
}

Html single_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "necessity");
    if (table == nullptr) return {};
    std::vector<HtmlColumn> columns{{context.say("column.condition"), false, [&](std::size_t row) {
                                         return local(condition_in_words(context, text_in(*table, "expression", row)));
                                     }}};
    const auto column = [&](const std::string& prefix, const std::string& name, const std::string& head) {
        columns.push_back({context.say("comparison." + head), true, [&, prefix, name](std::size_t row) {
                               const Claim* claim = context.claim(
                                   analysis, {"", prefix, name, {text_in(*table, "expression", row)}, ""});
                               if (claim == nullptr) return text("–");
                               return claim_link(claim, text(shown_number(claim->value)));
                           }});
    };
    column("necessity", "incl", "inclN");
    column("necessity", "RoN", "RoN");
    column("necessity", "cov", "covN");
    column("sufficiency", "incl", "inclS");
    column("sufficiency", "PRI", "PRI");
    column("sufficiency", "cov", "covS");
    const std::string label = html_id("single-", analysis.id);
    return element("h3", {{"id", label}}, context.say("comparison.single")) +
           element("p", {{"class", "quiet"}}, context.say("comparison.single_note")) +
           scrolled(label, html_table({}, columns, table->rows()));
}

/// What the keys of the cells stand for. The reference leads to the first address that a reader can open, a number
/// behind it to each further one; what is no address is left out.
std::map<std::string, Html> cell_references(const AnalysisResult& analysis) {
    std::map<std::string, Html> references;
    const Table* sources = find_table(analysis.tables, "sources");
    if (sources == nullptr) return references;
    const bool addressed = sources->find("url_or_doi").has_value();
    for (std::size_t row = 0; row < sources->rows(); ++row) {
        Html shown = english(text_in(*sources, "reference", row));
        std::size_t opened = 0;
        for (std::string address : list_items(addressed ? text_in(*sources, "url_or_doi", row) : std::string())) {
            if (address.starts_with("10.")) address.insert(0, "https://doi.org/");
            if (!address.starts_with("https://") && !address.starts_with("http://")) continue;
            ++opened;
            const Attributes link = {{"href", address}, {"rel", "noreferrer"}};
            shown = opened == 1 ? element("a", link, shown)
                                : shown + Html{" "} + element("a", link, text('[' + std::to_string(opened) + ']'));
        }
        references[text_in(*sources, "source_key", row)] = shown;
    }
    return references;
}

Html cells_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* cells = find_table(analysis.tables, "cells");
    if (cells == nullptr) return {};
    const std::map<std::string, Html> references = cell_references(analysis);
    const auto source_links = [&](std::size_t row) {
        Html all;
        for (const std::string& key : list_items(text_in(*cells, "sources", row))) {
            if (!all.markup.empty()) all += text(", ");
            const bool known = references.contains(key);
            all += known ? element("a", {{"href", "#" + html_id("cell-source-" + analysis.id + "-", key)}}, text(key))
                         : text(key);
        }
        return all;
    };
    const auto note = [&](std::size_t row) {
        return local({text_in(*cells, "note", row), text_in(*cells, "note_kk", row), text_in(*cells, "note_ru", row)});
    };
    const std::vector<HtmlColumn> columns{
        {context.say("column.case"), false,
         [&](std::size_t row) { return local(context.name(text_in(*cells, "case", row))); }},
        {context.say("column.condition"), false,
         [&](std::size_t row) { return local(condition_in_words(context, text_in(*cells, "variable", row))); }},
        {context.say("column.value"), true, [&](std::size_t row) { return text(text_in(*cells, "value", row)); }},
        {context.say("column.confidence"), false,
         [&](std::size_t row) { return local(context.word("confidence.", text_in(*cells, "confidence", row))); }},
        {context.say("column.source"), false, source_links},
        {context.say("column.note"), false, note}};
    Html list;
    for (const auto& [key, reference] : references) {
        list += element("dt", {{"id", html_id("cell-source-" + analysis.id + "-", key)}}, text(key)) +
                element("dd", {}, reference);
    }
    const std::string label = html_id("cells-", analysis.id);
    const Html summary = element("summary", {{"id", label}}, context.say("comparison.cells"));
    const Html sources = list.markup.empty() ? Html{} : element("dl", {{"class", "terms"}}, list);
    return element(
        "details", {{"class", "figure-table"}},
        {summary,
         foldable_entry(scrolled(label, html_table({}, columns, cells->rows(), rows_in(context, *cells))) + sources)});
}

/// Of another case than the one studied.
std::optional<LocalText> case_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "comparison.case_" + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    const LocalText name = context.name(parts.state);
    if (!parts.about.empty())
        return context.messages.say(key, {{"case", name}, {"of", condition_in_words(context, parts.about.front())}});
    const LocalText said = context.messages.say(key, {{"of", name}});
    if (parts.domain.empty()) return said;
    return context.messages.say("quantity.in_domain",
                                {{"domain", context.word("solution.", parts.domain)}, {"quantity", said}});
}

}  // namespace

LocalText condition_in_words(const ReportContext& context, const std::string& literal) {
    const bool absent = literal.starts_with('~');
    const std::string code = literal.substr(absent ? 1 : 0, literal.find('{') - (absent ? 1 : 0));
    const LocalText name = context.name(code);
    if (name.en == code || literal.find(' ') != std::string::npos || literal.find('*') != std::string::npos)
        return {literal, "", ""};
    return context.messages.say(absent ? "comparison.literal_absent" : "comparison.literal",
                                {{"code", literal}, {"name", name}});
}

std::optional<LocalText> comparison_quantity(const ReportContext& context, const ClaimParts& parts) {
    const auto say = [&](const std::string& key, const LocalText& of) -> std::optional<LocalText> {
        if (!context.messages.knows(key)) return std::nullopt;
        return context.messages.say(key, {{"of", of}});
    };
    if (parts.domain == "necessity" || parts.domain == "sufficiency") {
        if (parts.about.empty()) return std::nullopt;
        return say("comparison." + parts.domain + '_' + parts.quantity,
                   condition_in_words(context, parts.about.front()));
    }
    if (parts.domain == "row" && !parts.about.empty())
        return say("comparison.row_" + parts.quantity, {parts.about.front(), "", ""});
    if (!parts.state.empty()) return case_quantity(context, parts);
    if (parts.quantity == "focus_rank" && !parts.about.empty())
        return say("comparison.focus_rank", condition_in_words(context, parts.about.front()));
    // Of the whole solution the least of its models; of a model or a term, its own.
    const std::string key = (parts.about.empty() ? "comparison.quantity_" : "comparison.fit_") + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    if (parts.domain.empty()) return context.messages.say(key);
    LocalText of = context.word("solution.", parts.domain);
    for (const std::string& part : parts.about) {
        for (std::string* each : {&of.en, &of.kk, &of.ru})
            if (!each->empty()) *each += ' ' + part;
    }
    return context.messages.say("quantity.in_domain", {{"domain", of}, {"quantity", context.messages.say(key)}});
}

Html comparison_body(const ReportContext& context, const AnalysisResult& analysis) {
    return truth_table_part(context, analysis) + solution_figure(context, analysis) + xy_figure(context, analysis) +
           single_part(context, analysis) + cells_part(context, analysis);
}

}  // namespace tarazy
