#include "cli/commands.hpp"
#include "cli/compare_options.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace tarazy {
namespace {

constexpr std::uint64_t most_listed = 4096;  // rows; larger spaces list their observed rows only

struct TruthTableCommand {
    ComparisonInputs inputs;
    bool observed = false;
};

struct TruthColumns {
    std::vector<std::int64_t> numbers, counts;
    std::vector<std::vector<std::string>> levels;
    std::vector<std::string> outcomes, names, deviant;
    std::vector<double> inclusion, pri;

    void add_levels(const std::vector<int>& values) {
        for (std::size_t c = 0; c < values.size(); ++c) {
            levels[c].push_back(values[c] < 0 ? "-" : std::to_string(values[c]));
        }
    }
};

std::string case_list(const Cases& cases, const std::vector<std::size_t>& members) {
    std::string text;
    for (const std::size_t i : members) text += (text.empty() ? "" : ",") + cases.names[i];
    return text;
}

void add_observed(const Cases& cases, const TruthRow& row, TruthColumns& columns) {
    columns.numbers.push_back(row.number == 0 ? Column::missing_integer : static_cast<std::int64_t>(row.number));
    columns.add_levels(row.levels);
    columns.outcomes.emplace_back(1, static_cast<char>(row.outcome));
    columns.counts.push_back(static_cast<std::int64_t>(row.cases.size()));
    columns.inclusion.push_back(row.inclusion.value_or(Column::missing_real));
    columns.pri.push_back(row.pri.value_or(Column::missing_real));
    columns.names.push_back(case_list(cases, row.cases));
    columns.deviant.push_back(row.outcome == RowOutcome::positive ? case_list(cases, row.deviant_cases) : "");
}

void add_remainder(std::uint64_t number, const std::vector<int>& levels, TruthColumns& columns) {
    columns.numbers.push_back(static_cast<std::int64_t>(number));
    columns.add_levels(levels);
    columns.outcomes.emplace_back("?");
    columns.counts.push_back(0);
    columns.inclusion.push_back(Column::missing_real);
    columns.pri.push_back(Column::missing_real);
    columns.names.emplace_back();
    columns.deviant.emplace_back();
}

Column level_column(const std::vector<std::string>& texts, bool does_not_apply) {
    if (does_not_apply) return Column(texts);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : texts) numbers.push_back(std::stoll(text));
    return Column(std::move(numbers));
}

/// How the rows are coded with all missing cells at one extreme, found by their number.
using CodesByNumber = std::map<std::uint64_t, RowOutcome>;

CodesByNumber codes_of(const TruthTable& table) {
    CodesByNumber codes;
    for (const TruthRow& row : table.rows) {
        if (row.number != 0) codes.emplace(row.number, row.outcome);
    }
    return codes;
}

/// Adds OUT_lowest and OUT_highest, and the rows that only these have. @return rows that are coded differently
std::size_t add_bounds(const MissingBounds& bounds, const TruthTableOptions& cuts, Table& table) {
    const std::span<const std::int64_t> numbers = table["row"].integers();
    const std::vector<std::string> codes = require_texts(table, "OUT");
    std::vector<bool> differs(numbers.size(), false);
    for (const auto& [name, cases] :
         {std::pair("OUT_lowest", &bounds.lowest), std::pair("OUT_highest", &bounds.highest)}) {
        const CodesByNumber known = codes_of(truth_table(*cases, cuts));
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            const auto at = known.find(static_cast<std::uint64_t>(numbers[row]));
            texts.emplace_back(1, at == known.end() ? '?' : static_cast<char>(at->second));
            differs[row] = differs[row] || texts.back() != codes[row];
        }
        table.add(name, Column(texts));
    }
    return static_cast<std::size_t>(std::ranges::count(differs, true));
}

Table as_table(const Cases& cases, const TruthTable& rows, bool complete) {
    TruthColumns columns;
    columns.levels.resize(cases.space.size());
    std::size_t next = 0;
    const std::uint64_t last = complete ? cases.space.configurations() : 0;
    for (std::uint64_t number = 1; number <= last; ++number) {
        if (next < rows.rows.size() && rows.rows[next].number == number) {
            add_observed(cases, rows.rows[next++], columns);
        } else {
            add_remainder(number, configuration_levels(cases.space, number), columns);
        }
    }
    for (; next < rows.rows.size(); ++next) add_observed(cases, rows.rows[next], columns);
    Table table;
    table.add("row", Column(std::move(columns.numbers)));
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const Condition& condition = cases.space.conditions[c];
        table.add(condition.name, level_column(columns.levels[c], condition.does_not_apply));
    }
    table.add("OUT", Column(columns.outcomes));
    table.add("n", Column(std::move(columns.counts)));
    table.add("incl", Column(std::move(columns.inclusion)));
    table.add("PRI", Column(std::move(columns.pri)));
    table.add("cases", Column(columns.names));
    table.add("deviant_cases", Column(columns.deviant));
    return table;
}

/// Cases that belong to a row when their missing cells are filled make observed rows: the complete list has them all.
void show_bounds(Session& session, const TruthTableCommand& options, const Table& input, const Cases& cases,
                 bool complete, Table& shown) {
    const auto bounds = missing_bounds(session, options.inputs, input, cases);
    if (!bounds) return;
    if (!complete) {
        throw UsageError(
            "--missing bound compares complete truth tables: leave out --observed, or use fewer conditions");
    }
    const std::size_t changed = add_bounds(*bounds, table_options(options.inputs), shown);
    warn(session, std::to_string(cases.missing.size()) + " missing cells: at their lowest or highest, " +
                      std::to_string(changed) + " of " + std::to_string(shown.rows()) + " rows are coded differently");
}

void show(Session& session, const TruthTableCommand& options) {
    const Table input = read_input(session, options.inputs.data);
    const Cases cases = read_comparison(session, options.inputs, input);
    const TruthTable table = truth_table(cases, table_options(options.inputs));
    const std::uint64_t size = cases.space.configurations();
    bool temporal = false;
    for (const Condition& condition : cases.space.conditions) temporal = temporal || condition.does_not_apply;
    const bool complete = !options.observed && !temporal && size != 0 && size <= most_listed;
    if (!complete && !options.observed)
        warn(session,
             "rows without cases are not listed: there are too many, or some condition does not apply everywhere");
    Table shown = as_table(cases, table, complete);
    show_bounds(session, options, input, cases, complete, shown);
    print_table(session, shown);
}

}  // namespace

void add_compare_truth_table(CLI::App& noun, Session& session) {
    auto options = std::make_shared<TruthTableCommand>();
    CLI::App& app = add_command(
        noun, "truth-table",
        "Which configurations of conditions have cases, and how consistently does each go with the outcome?",
        {{"tarazy compare truth-table --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,THREAT --incl-cut 0.8",
          "all 16 configurations of four conditions"},
         {"tarazy compare truth-table --data studies/kazakhstan/data/nuclear_reversal_cases.csv --case name_kk "
          "--outcome RENOUNCE --conditions ALLY,PRESS,REGIME --incl-cut 0.8 --negate --observed",
          "the absence of the outcome, cases by their Kazakh names, rows without cases left out"}},
        session, [&session, options] { show(session, *options); });
    add_missing_option(app, options->inputs);
    add_comparison_options(app, options->inputs, true);
    app.add_flag("--observed", options->observed, "leave out configurations without cases");
}

}  // namespace tarazy
