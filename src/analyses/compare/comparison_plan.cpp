#include "analyses/compare/comparison_plan.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "compare/sets/coded_cells.hpp"
#include "compare/sets/expression.hpp"
#include "study/claim_cells.hpp"
#include "table/list_cells.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

const std::string& text_of(const AnalysisPlan& plan, const char* name) {
    return plan.parameters.get<std::string>(name);
}

TiePolicy tie_policy(const std::string& name) {
    static const std::map<std::string, TiePolicy> policies = {
        {"keep", TiePolicy::keep}, {"up", TiePolicy::up}, {"down", TiePolicy::down}, {"error", TiePolicy::error}};
    return policies.at(name);
}

CaseOptions case_options(const AnalysisPlan& plan) {
    CaseOptions options;
    options.outcome = text_of(plan, "outcome");
    options.conditions = listed(text_of(plan, "conditions"), ',');
    options.case_column = text_of(plan, "case_column");
    options.ties = tie_policy(text_of(plan, "ties"));
    return options;
}

TruthTableOptions cuts_of(const Parameters& p) {
    TruthTableOptions cuts;
    cuts.inclusion_cut = p.get<double>("incl_cut");
    if (p.has("contradiction_cut")) cuts.contradiction_cut = p.get<double>("contradiction_cut");
    cuts.pri_cut = p.get<double>("pri_cut");
    cuts.case_cut = static_cast<std::size_t>(p.get<std::int64_t>("n_cut"));
    return cuts;
}

void require_set(const AnalysisPlan& plan, const char* name, const char* example) {
    if (!text_of(plan, name).empty()) return;
    throw InputError(Problem{"", 0, 0, "the analysis '" + plan.id + "' has no parameter '" + name + "'",
                             std::string("write for example ") + name + " = \"" + example + "\""});
}

/// @throws InputError that says how a study names the column
void require_case_column(const AnalysisPlan& plan, const Table& table) {
    const std::string& column = text_of(plan, "case_column");
    if (table.find(column)) return;
    throw InputError(Problem{table.origin.path, 1, 0, "there is no column '" + column + "' with the names of the cases",
                             "name it in the analysis '" + plan.id + "': case_column = \"" +
                                 (table.names.empty() ? "NAME" : table.names.front()) + "\""});
}

ParameterRule text_rule(const char* name, const char* standard, const char* meaning,
                        std::vector<std::string> choices = {}) {
    return {name, ParameterKind::text, standard, 0, 0, std::move(choices), meaning};
}

ParameterRule share_rule(const char* name, std::optional<std::string> standard, const char* meaning) {
    return {name, ParameterKind::real, std::move(standard), 0, 1, {}, meaning};
}

}  // namespace

std::vector<ParameterRule> comparison_rules() {
    return {
        text_rule("outcome", "", "what is explained: Y, ~Y, or of a multi-value outcome Y{2}, Y{1,2}"),
        text_rule("conditions", "", "conditions, comma-separated"),
        text_rule("case_column", "case", "column with the names of the cases"),
        text_rule("focus", "", "the case that stands for the state studied; by default its code"),
        share_rule("incl_cut", "1", "inclusion from which a row explains the outcome"),
        share_rule("contradiction_cut", std::nullopt, "rows from here to below incl_cut are contradictory"),
        share_rule("pri_cut", "0", "least PRI of a row that explains the outcome"),
        {"n_cut", ParameterKind::integer, "1", 1, 1e6, {}, "fewest cases of a row; below it the row is a remainder"},
        text_rule("ties", "keep", "memberships of exactly 0.5", {"keep", "up", "down", "error"}),
        text_rule("expect", "", "directional expectations: A,~B,C*D"),
        text_rule("exclude", "", "what may not be covered: A*~B + C; rows with cases in it count as negative"),
        text_rule("models", "minimum", "models with the fewest terms, or all irredundant ones",
                  {"minimum", "irredundant"}),
    };
}

ComparisonPlan comparison_of(const AnalysisPlan& plan, const RoleTables& data) {
    require_set(plan, "outcome", "Y");
    require_set(plan, "conditions", "A,B,C");
    try {
        ComparisonPlan made;
        require_case_column(plan, *data.at("cases"));
        made.cases = read_cases(*data.at("cases"), case_options(plan));
        if (!made.cases.halves.empty()) made.cases.warnings.push_back(made.cases.halves);
        made.cuts = cuts_of(plan.parameters);
        made.minimise.expectations = parse_expectations(expression_list(text_of(plan, "expect")), made.cases.space);
        for (const std::string& text : expression_list(text_of(plan, "exclude")))
            for (const Literals term : parse_expression(text, made.cases.space)) made.minimise.excluded.push_back(term);
        made.minimise.work = plan.frame.work;
        made.minimise.irredundant = text_of(plan, "models") == "irredundant";
        return made;
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
}

std::string focus_case(const AnalysisPlan& plan) {
    const std::string& named = text_of(plan, "focus");
    return named.empty() ? plan.frame.focus : named;
}

std::string comparison_command(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    std::string text = file_option(plan, "--data", "cases") + " --outcome '" + text_of(plan, "outcome") +
                       "' --conditions '" + text_of(plan, "conditions") + "'";
    if (text_of(plan, "case_column") != "case") text += " --case " + text_of(plan, "case_column");
    text += " --incl-cut " + number_text(p.get<double>("incl_cut"));
    if (p.has("contradiction_cut")) text += ',' + number_text(p.get<double>("contradiction_cut"));
    text += " --pri-cut " + number_text(p.get<double>("pri_cut"));
    if (p.get<std::int64_t>("n_cut") != 1) text += " --n-cut " + std::to_string(p.get<std::int64_t>("n_cut"));
    if (text_of(plan, "ties") != "keep") text += " --ties " + text_of(plan, "ties");
    return text;
}

Table cell_provenance(const AnalysisPlan& plan, const RoleTables& data, const Cases& cases) {
    const auto found = data.find("cells");
    if (found == data.end()) return {};
    const Table& cells = *found->second;
    require_columns(cells, std::vector<std::string>{"confidence"});
    Diagnostics problems;
    const CodedCells read =
        read_coded_cells(cells, cases, {text_of(plan, "case_column"), "variable", "value", data.at("cases")}, problems);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> row_of;
    for (const CodedCell& cell : read.cells) row_of.emplace(std::pair(cell.at, cell.column), cell.row);
    std::vector<std::size_t> rows;
    std::vector<std::string> names;
    const std::size_t conditions = cases.space.size();
    for (std::size_t at = 0; at < cases.size(); ++at) {
        // The outcome first, then the conditions in their order.
        for (std::size_t k = 0; k <= conditions; ++k) {
            const std::size_t column = k == 0 ? conditions : k - 1;
            if (const auto cell = row_of.find({at, column}); cell != row_of.end()) {
                rows.push_back(cell->second);
                names.push_back(cases.names[at]);
            } else if (!read.coded.contains({at, column})) {
                const std::string variable = k == 0 ? cases.outcome_column.column : cases.space.conditions[column].name;
                problems.add({cells.origin.path, 0, 0,
                              "the cells have no row of '" + cases.names[at] + "' and " + variable,
                              "add case, variable, value and confidence to the file of cells"});
            }
        }
    }
    problems.throw_if_any();
    const Table chosen = take_rows(cells, rows);
    Table result;
    result.add("case", Column(names));  // the file of cells may name them by shorter keys
    for (const char* name : {"variable", "value", "confidence"}) result.add(name, chosen[name]);
    for (const auto& [name, theirs] : {std::pair{"sources", "source_keys"}, std::pair{"note", "note"},
                                       std::pair{"note_kk", "note_kk"}, std::pair{"note_ru", "note_ru"}}) {
        if (chosen.find(theirs)) result.add(name, chosen[theirs]);
    }
    return result;
}

Table sources_of_cells(const RoleTables& data, const Table& cells) {
    const auto found = data.find("sources");
    if (found == data.end() || !cells.find("sources")) return {};
    const Table& sources = *found->second;
    require_columns(sources, std::vector<std::string>{"source_key", "reference"});
    std::set<std::string> named;
    for (std::size_t row = 0; row < cells.rows(); ++row)
        for (std::string& key : list_items(text_in(cells, "sources", row))) named.insert(std::move(key));
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < sources.rows(); ++row)
        if (named.erase(text_in(sources, "source_key", row)) > 0) rows.push_back(row);
    Diagnostics problems;
    for (const std::string& key : named)
        problems.add({sources.origin.path, 0, 0, "the source '" + key + "' of some cell is not listed", "add its row"});
    problems.throw_if_any();
    return take_rows(sources, rows);
}

}  // namespace tarazy
