#include "compare/sets/cluster_consistency.hpp"

#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "compare/sets/expression.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

struct ClusterCommand {
    ComparisonInputs inputs;
    std::string expression, cluster, unit, compat;
    bool necessity = false;
};

class ClusterRows {
public:
    void add(const std::string& expression, const std::string& level, const GroupFit& fit,
             const std::optional<double>& apart) {
        rows_.add(expression, level, fit.group, fit.cases, fit.consistency, fit.coverage, apart);
    }
    Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, RealColumn, RealColumn, RealColumn> rows_{
        {"expression"}, {"level"}, {"group"}, {"n"}, {"consistency"}, {"coverage"}, {"distance"}};
};

/// The groups of the cases that the comparison kept, in their order.
std::vector<std::string> groups_of(const Table& table, const Cases& cases, const std::string& case_column,
                                   const std::string& column) {
    const std::vector<std::string> names = require_texts(table, case_column), groups = require_texts(table, column);
    std::vector<std::string> kept;
    for (std::size_t row = 0; row < names.size() && kept.size() < cases.size(); ++row)
        if (names[row] == cases.names[kept.size()]) kept.push_back(groups[row]);
    return kept;
}

void cluster(Session& session, const ClusterCommand& command) {
    const Table table = read_case_table(session, command.inputs);
    const Cases cases = read_comparison(session, command.inputs, table);
    const std::vector<Literals> terms = parse_expression(command.expression, cases.space);
    std::vector<std::vector<Literals>> sets;
    for (const Literals term : terms) sets.push_back({term});
    if (terms.size() != 1) sets.push_back(terms);
    ClusterRows rows;
    for (const std::vector<Literals>& set : sets) {
        const std::vector<double> x = model_membership(cases, set);
        const std::string text = model_text(cases.space, set);
        bool pooled = false;
        for (const auto& [level, column] : {std::pair("between", command.cluster), std::pair("within", command.unit)}) {
            if (column.empty()) continue;
            const ClusterFit fit =
                cluster_consistency(x, cases.outcome, groups_of(table, cases, command.inputs.case_column, column),
                                    command.necessity, command.compat.empty() ? 0 : 1e-10, cases.weights);
            if (!pooled) rows.add(text, "pooled", fit.pooled, std::nullopt);
            pooled = true;
            GroupFit all{"", fit.pooled.cases, std::nullopt, std::nullopt};
            rows.add(text, level, all, fit.distance);
            for (const GroupFit& group : fit.groups) rows.add(text, level, group, std::nullopt);
        }
    }
    print_table(session, rows.table());
}

}  // namespace

void add_compare_cluster(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ClusterCommand>();
    CLI::App& app = add_command(
        noun, "cluster", "Does a claim hold in every year and for every unit, or only in all cases taken together?",
        {{"tarazy compare cluster --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,OPEN,THREAT --expression '~THREAT + ALLY*OPEN' --cluster decision_year",
          "by year of the decision"},
         {"tarazy compare cluster --data panel.csv --outcome Y --conditions A,B --expression 'A*B' --cluster year "
          "--unit "
          "country --necessity",
          "a necessary condition, between years and within countries"}},
        session, [&session, options] {
            if (options->cluster.empty() && options->unit.empty())
                throw UsageError("name a column of groups: --cluster, --unit or both");
            cluster(session, *options);
        });
    add_comparison_options(app, options->inputs, false);
    add_frequency_option(app, options->inputs.frequency);
    app.add_option("--expression", options->expression, "the claim: 'A*~B + C'; each term is tried as well")
        ->required();
    app.add_option("--cluster", options->cluster, "column of the clusters, such as the year");
    app.add_option("--unit", options->unit, "column of the units, such as the country");
    app.add_option("--compat", options->compat, "setmethods: 1e-10 is added to the sums of each group")
        ->check(CLI::IsMember({"setmethods"}));
    app.add_flag("--necessity", options->necessity, "the expression as a necessary condition");
}

}  // namespace tarazy
