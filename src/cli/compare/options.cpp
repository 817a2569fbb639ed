#include "cli/compare/options.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/reading_options.hpp"

#include <algorithm>
#include <map>

namespace tarazy {

std::vector<std::string> comma_list(const std::string& text) {
    return listed(text, ',');
}

std::vector<double> number_list(const std::string& text, const std::string& option) {
    std::vector<double> numbers;
    for (const std::string& part : comma_list(text)) {
        numbers.push_back(number_argument(part, option));
    }
    return numbers;
}

void add_comparison_options(CLI::App& app, ComparisonInputs& inputs, bool with_cuts) {
    app.add_option("--data", inputs.data, "table with one case a row: case,... ; memberships from 0 to 1")->required();
    app.add_option("--outcome", inputs.outcome,
                   "what is explained: Y, ~Y, or of a multi-value outcome Y{2}, "
                   "Y{1,2} (either level)")
        ->required();
    app.add_option("--conditions", inputs.conditions, "conditions, comma-separated")->required();
    app.add_option("--case", inputs.case_column, "column with the names of the cases")
        ->each([&inputs](const std::string&) { inputs.case_named = true; })
        ->capture_default_str();
    app.add_flag("--negate", inputs.negate, "explain the absence of the outcome");
    app.add_option("--ties", inputs.ties, "memberships of exactly 0.5: keep, up, down or error")
        ->check(CLI::IsMember({"keep", "up", "down", "error"}))
        ->capture_default_str();
    inputs.has_truth_table = with_cuts;
    if (!with_cuts) return;
    app.add_option("--incl-cut", inputs.inclusion_cuts,
                   "inclusion from which a row explains the outcome (default 1); a second number: contradictory from "
                   "there: 0.8,0.6");
    app.add_option("--pri-cut", inputs.pri_cut, "least PRI of a row that explains the outcome")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--n-cut", inputs.case_cut, "fewest cases of a row; below it the row is a remainder")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
}

namespace {

CaseOptions case_options(const ComparisonInputs& inputs) {
    static const std::map<std::string, TiePolicy> policies = {
        {"keep", TiePolicy::keep}, {"up", TiePolicy::up}, {"down", TiePolicy::down}, {"error", TiePolicy::error}};
    CaseOptions options;
    options.outcome = inputs.outcome;
    options.conditions = comma_list(inputs.conditions);
    options.case_column = inputs.case_column;
    options.negate = inputs.negate;
    options.ties = policies.at(inputs.ties);
    options.frequency = inputs.frequency;
    return options;
}

}  // namespace

void add_frequency_option(CLI::App& app, std::string& frequency) {
    app.add_option("--frequency", frequency,
                   "column that says for how many cases a row stands, as if it were written so often");
}

void number_cases(Session& session, Table& table, const std::string& case_column, bool named) {
    if (named || table.find(case_column)) return;
    std::vector<std::int64_t> numbers;
    for (std::size_t row = 0; row < table.rows(); ++row) numbers.push_back(static_cast<std::int64_t>(row + 1));
    std::string text = table.origin.path + ": there is no column '" + case_column + "'; the cases are called 1 to " +
                       std::to_string(numbers.size());
    const auto names = std::ranges::find_if(table.columns, [](const Column& column) {
        return column.type() == ColumnType::text && column.count_missing() == 0;
    });
    if (names != table.columns.end()) {
        const std::string& name = table.names[static_cast<std::size_t>(names - table.columns.begin())];
        text += "; if '" + name + "' names them, say --case '" + name + "'";
    } else {
        text += " (--case names another column)";
    }
    if (std::ranges::find(session.notes, text) == session.notes.end()) note(session, text);
    table.add(case_column, Column(std::move(numbers)));
}

Table read_case_table(Session& session, const ComparisonInputs& inputs) {
    Table table = read_input(session, inputs.data);
    number_cases(session, table, inputs.case_column, inputs.case_named);
    return table;
}

Cases read_comparison(Session& session, const ComparisonInputs& inputs, const Table& table) {
    Cases cases = read_cases(table, case_options(inputs));
    for (const std::string& message : cases.warnings) warn(session, message);
    if (inputs.has_truth_table && !cases.halves.empty()) warn(session, cases.halves);
    return cases;
}

Cases read_comparison(Session& session, const ComparisonInputs& inputs) {
    return read_comparison(session, inputs, read_case_table(session, inputs));
}

void add_missing_option(CLI::App& app, ComparisonInputs& inputs) {
    take_missing_policy(app, inputs.missing);
}

std::optional<MissingBounds> missing_bounds(Session& session, const ComparisonInputs& inputs, const Table& table,
                                            const Cases& cases) {
    if (inputs.missing != "bound") return std::nullopt;
    if (cases.missing.empty()) {
        warn(session, "no cell is missing: --missing bound has nothing to show");
        return std::nullopt;
    }
    CaseOptions options = case_options(inputs);
    options.missing = MissingPolicy::lowest;
    MissingBounds bounds{read_cases(table, options), {}};
    options.missing = MissingPolicy::highest;
    bounds.highest = read_cases(table, options);
    return bounds;
}

TruthTableOptions table_options(const ComparisonInputs& inputs) {
    TruthTableOptions options;
    const std::vector<double> cuts = number_list(inputs.inclusion_cuts, "--incl-cut");
    if (cuts.size() > 2) throw UsageError("--incl-cut takes one number, or two: 0.8,0.6");
    for (const double cut : cuts) check_probability(cut, "--incl-cut");
    if (!cuts.empty()) options.inclusion_cut = cuts[0];
    if (cuts.size() == 2) {
        check_between(cuts[1], 0, cuts[0], "the second number of --incl-cut");
        options.contradiction_cut = cuts[1];
    }
    options.pri_cut = inputs.pri_cut;
    options.case_cut = inputs.case_cut;
    return options;
}

}  // namespace tarazy
