#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/json_rows.hpp"
#include "compare/minimisation/comparison_tables.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace tarazy {
namespace {

struct TruthTableCommand {
    ComparisonInputs inputs;
    bool observed = false;
};

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
    const std::vector<std::int64_t> numbers = require_integers(table, "row");
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

/// The rows, each with its levels once more under the names of the conditions themselves, whatever these are.
std::string rows_with_configurations(const PropertySpace& space, const Table& shown) {
    auto rows = nlohmann::ordered_json::parse(rows_json_text(shown));
    const std::vector<std::string> columns = condition_columns(space);
    for (auto& row : rows) {
        auto configuration = nlohmann::ordered_json::object();
        for (std::size_t c = 0; c < space.size(); ++c) configuration[space.conditions[c].name] = row[columns[c]];
        row["configuration"] = std::move(configuration);
    }
    return rows.dump();
}

void show(Session& session, const TruthTableCommand& options) {
    const Table input = read_case_table(session, options.inputs);
    const Cases cases = read_comparison(session, options.inputs, input);
    const TruthTable table = truth_table(cases, table_options(options.inputs), session.work);
    const bool complete = !options.observed && remainders_listable(cases.space);
    if (!complete && !options.observed)
        warn(session,
             "rows without cases are not listed: there are too many, or some condition does not apply everywhere");
    Table shown = truth_rows(cases, table, complete);
    show_bounds(session, options, input, cases, complete, shown);
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const std::string &name = cases.space.conditions[c].name, column = condition_columns(cases.space)[c];
        if (column != name)
            note(session, "the levels of the condition '" + name + "' stand in the column '" + column + "', since '" +
                              name + "' is a column of every truth table");
    }
    print_json(session, rows_with_configurations(cases.space, shown), &shown);
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
    add_frequency_option(app, options->inputs.frequency);
    app.add_flag("--observed", options->observed, "leave out configurations without cases");
}

}  // namespace tarazy
