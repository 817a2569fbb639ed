#include "cli/commands.hpp"
#include "cli/compare_options.hpp"

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
        session, [&session, options] {
            const Cases cases = read_comparison(session, options->inputs);
            const TruthTable table = truth_table(cases, table_options(options->inputs));
            const std::uint64_t size = cases.space.configurations();
            bool temporal = false;
            for (const Condition& condition : cases.space.conditions) temporal = temporal || condition.does_not_apply;
            const bool complete = !options->observed && !temporal && size != 0 && size <= most_listed;
            if (!complete && !options->observed)
                warn(session,
                     "rows without cases are not listed: there are too many, or some condition does not "
                     "apply everywhere");
            print_table(session, as_table(cases, table, complete));
        });
    add_comparison_options(app, options->inputs, true);
    app.add_flag("--observed", options->observed, "leave out configurations without cases");
}

}  // namespace tarazy
