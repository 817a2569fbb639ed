#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "cli/compare_plot.hpp"
#include "compare/comparison_tables.hpp"
#include "compare/expression.hpp"

#include <memory>

namespace tarazy {
namespace {

struct NecessityCommand {
    ComparisonInputs inputs;
    NecessityOptions search;
    bool single = false;
    std::string expression;
    PlotOptions plot;
};

Table expression_row(const Cases& cases, const std::string& text, const std::vector<Literals>& expression) {
    const NecessityFit fit = necessity(model_membership(cases, expression), cases.outcome);
    const auto number = [](const std::optional<double>& value) {
        return Column(std::vector<double>{value.value_or(Column::missing_real)});
    };
    Table table;
    table.add("expression", Column(std::vector<std::string>{text}));
    table.add("inclN", number(fit.inclusion));
    table.add("RoN", number(fit.relevance));
    table.add("covN", number(fit.coverage));
    table.add("kind", Column(std::vector<std::string>{"as given"}));
    return table;
}

void show_expression(Session& session, const NecessityCommand& command, const Cases& cases) {
    const std::vector<Literals> expression = parse_expression(command.expression, cases.space);
    plot_expression(command.plot, cases, command.expression, expression, true);
    print_table(session, expression_row(cases, command.expression, expression));
}

}  // namespace

void add_compare_necessity(CLI::App& noun, Session& session) {
    auto options = std::make_shared<NecessityCommand>();
    CLI::App& app = add_command(
        noun, "necessity",
        "Without which conditions, alone, joined or as alternatives, does the outcome hardly ever occur?",
        {{"tarazy compare necessity --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT",
          "conjunctions and alternatives with inclusion of 0.9 and relevance of 0.5"},
         {"tarazy compare necessity --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --single",
          "every condition and its absence, whatever its figures"},
         {"tarazy compare necessity --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,OPEN,THREAT --expression 'OPEN + ~THREAT' --plot xy.svg",
          "one expression, and its XY plot"}},
        session, [&session, options] {
            const Cases cases = read_comparison(session, options->inputs);
            if (!options->expression.empty()) return show_expression(session, *options, cases);
            if (!options->plot.file.empty()) throw UsageError("--plot needs --expression, the set to be plotted");
            if (options->single) {
                print_table(session, necessity_rows(cases, single_literals(cases)));
                return;
            }
            const NecessitySearch found = necessary_expressions(cases, options->search);
            warn(session, std::to_string(found.searched) + " expressions searched, " +
                              std::to_string(found.expressions.size()) + " reach the cut-offs");
            print_table(session, necessity_rows(cases, found.expressions));
        });
    add_comparison_options(app, options->inputs, false);
    app.add_option("--incl-cut", options->search.inclusion_cut, "least inclusion")->capture_default_str();
    app.add_option("--ron-cut", options->search.relevance_cut, "least relevance (RoN)")->capture_default_str();
    app.add_option("--depth", options->search.most_literals, "longest expression; 0 = any")->capture_default_str();
    app.add_flag("--single", options->single, "single conditions only, all of them");
    app.add_option("--expression", options->expression, "this expression only: 'A + B*~C'")->excludes("--single");
    add_plot_options(app, options->plot, "XY plot of --expression and the outcome, as an SVG file");
}

}  // namespace tarazy
