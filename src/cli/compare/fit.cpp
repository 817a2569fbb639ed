#include "base/text_lists.hpp"
#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/plot.hpp"
#include "compare/sets/expression.hpp"
#include "compare/sets/set_fit.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

struct FitCommand {
    ComparisonInputs inputs;
    std::vector<std::string> expressions;
    PlotOptions plot;
    bool necessity = false;
};

/// Rows of the result: an expression beside the outcome, and beside its absence.
class FitRows {
public:
    void add(const std::string& expression, const std::string& outcome, const Cases& cases,
             const std::vector<double>& x, const std::vector<double>& y) {
        const SufficiencyFit enough = sufficiency(x, y, cases.weights);
        const NecessityFit needed = necessity(x, y, cases.weights);
        std::vector<std::size_t> inside, both;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] <= 0.5) continue;
            inside.push_back(i);
            if (y[i] > 0.5) both.push_back(i);
        }
        rows_.add(expression, outcome, enough.consistency, enough.pri, enough.coverage,
                  haesebrouck_consistency(x, y, cases.weights), needed.inclusion, needed.relevance, needed.coverage,
                  cases.count(inside), cases.count(both));
    }
    Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, TextColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, IntegerColumn, IntegerColumn>
        rows_{{"expression"}, {"outcome"}, {"inclS"}, {"PRI"}, {"covS"},     {"inclH"},
              {"inclN"},      {"RoN"},     {"covN"},  {"n"},   {"n_outcome"}};
};

/// Without --conditions, those that the expressions name.
std::string conditions_of(const FitCommand& command) {
    return joined(names_in_expression(joined(command.expressions, ",")), ",");
}

void fit(Session& session, FitCommand command) {
    if (command.inputs.conditions.empty()) command.inputs.conditions = conditions_of(command);
    const Cases cases = read_comparison(session, command.inputs);
    std::vector<double> absent;
    for (const double y : cases.outcome) absent.push_back(1 - y);
    const std::string& outcome = cases.outcome_name;
    const std::string absence = outcome.starts_with('~') ? outcome.substr(1) : "~" + outcome;
    FitRows rows;
    std::vector<std::vector<Literals>> read;
    for (const std::string& list : command.expressions) {
        for (const std::string& text : expression_list(list)) {
            const std::vector<Literals> terms = parse_expression(text, cases.space);
            const std::vector<double> x = model_membership(cases, terms);
            rows.add(model_text(cases.space, terms), outcome, cases, x, cases.outcome);
            rows.add(model_text(cases.space, terms), absence, cases, x, absent);
            read.push_back(terms);
        }
    }
    if (read.empty()) throw UsageError("write an expression: 'A*B + ~C'");
    if (!command.plot.file.empty() && read.size() > 1) throw UsageError("--plot draws one expression; name one only");
    plot_expression(session, command.plot, cases, model_text(cases.space, read.front()), read.front(),
                    command.necessity);
    print_table(session, rows.table());
}

}  // namespace

void add_compare_fit(CLI::App& noun, Session& session) {
    auto options = std::make_shared<FitCommand>();
    CLI::App& app = add_command(
        noun, "fit",
        "How well does an expression of your own fit as sufficient and as necessary for the outcome, and for its "
        "absence?",
        {{"tarazy compare fit 'ALLY*OPEN + ~THREAT' --data studies/kazakhstan/data/nuclear_reversal_cases.csv "
          "--outcome "
          "RENOUNCE",
          "one expression, for the outcome and for its absence"},
         {"tarazy compare fit 'ALLY*(OPEN + ~THREAT)' '~(PRESS*THREAT)' --data "
          "studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE --format json",
          "two expressions with brackets"},
         {"tarazy compare fit 'OPEN + ~THREAT' --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome "
          "RENOUNCE --plot xy.svg --necessity",
          "the XY plot of what may be needed"}},
        session, [&session, options] { fit(session, *options); });
    app.add_option("EXPRESSION", options->expressions, "expressions: 'A*B + ~C', 'A*(B + ~C)', '~(A*B)', 'C{1,2}'")
        ->required();
    add_comparison_options(app, options->inputs, false);
    app.get_option("--conditions")
        ->required(false)
        ->description("conditions, comma-separated (default: those that the expressions name)");
    add_frequency_option(app, options->inputs.frequency);
    add_plot_options(app, options->plot, "XY plot of the expression and the outcome, as an SVG file");
    app.add_flag("--necessity", options->necessity, "the plot shows what speaks against its being necessary");
}

}  // namespace tarazy
