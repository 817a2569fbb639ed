#include "compare/robustness.hpp"

#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "compare/expression.hpp"

#include <memory>

namespace tarazy {
namespace {

struct RobustnessCommand {
    ComparisonInputs inputs;
    std::string what = "ranges", solution = "parsimonious", initial, tests;
};

double real(const std::optional<double>& value) {
    return value.value_or(Column::missing_real);
}

Table range_table(const std::vector<CutRange>& ranges) {
    std::vector<std::string> cuts;
    std::vector<double> lower, value, upper;
    for (const CutRange& range : ranges) {
        cuts.push_back(range.cut);
        lower.push_back(range.lower);
        value.push_back(range.value);
        upper.push_back(range.upper);
    }
    Table table;
    table.add("cut", Column(cuts));
    table.add("above", Column(std::move(lower)));
    table.add("value", Column(std::move(value)));
    table.add("up_to", Column(std::move(upper)));
    return table;
}

Table cell_table(const Cases& cases, const std::vector<CellEffect>& effects) {
    std::vector<std::string> names, columns;
    std::vector<double> value, turned;
    std::vector<std::int64_t> changes, kept, models;
    for (const CellEffect& effect : effects) {
        names.push_back(cases.names[effect.at]);
        columns.push_back(effect.column);
        value.push_back(effect.value);
        turned.push_back(effect.turned);
        changes.push_back(effect.changes_models ? 1 : 0);
        kept.push_back(static_cast<std::int64_t>(effect.kept));
        models.push_back(static_cast<std::int64_t>(effect.models));
    }
    Table table;
    table.add("case", Column(names));
    table.add("column", Column(columns));
    table.add("value", Column(std::move(value)));
    table.add("turned", Column(std::move(turned)));
    table.add("changes_models", Column(std::move(changes)));
    table.add("models_kept", Column(std::move(kept)));
    table.add("models", Column(std::move(models)));
    return table;
}

Table fit_table(const RobustnessFit& fit) {
    Table table;
    table.add("RF_cons", Column(std::vector<double>{real(fit.consistency)}));
    table.add("RF_cov", Column(std::vector<double>{real(fit.coverage)}));
    table.add("RF_SC_minTS", Column(std::vector<double>{real(fit.overlap_min)}));
    table.add("RF_SC_maxTS", Column(std::vector<double>{real(fit.overlap_max)}));
    table.add("RCR_typ", Column(std::vector<double>{real(fit.typical)}));
    table.add("RCR_dev", Column(std::vector<double>{real(fit.deviant)}));
    table.add("shaky_cases", Column(std::vector<std::int64_t>{static_cast<std::int64_t>(fit.shaky)}));
    table.add("possible_cases", Column(std::vector<std::int64_t>{static_cast<std::int64_t>(fit.possible)}));
    return table;
}

Table fit_of(const RobustnessCommand& options, const Cases& cases) {
    if (options.initial.empty() || options.tests.empty()) throw UsageError("--what fit needs --initial and --tests");
    std::vector<std::vector<Literals>> tests;
    for (const std::string& text : comma_list(options.tests)) tests.push_back(parse_expression(text, cases.space));
    return fit_table(robustness_fit(cases, parse_expression(options.initial, cases.space), tests));
}

void robustness(Session& session, const RobustnessCommand& options) {
    const Cases cases = read_comparison(session, options.inputs);
    const SolutionKind kind =
        options.solution == "parsimonious" ? SolutionKind::parsimonious : SolutionKind::conservative;
    const TruthTableOptions cuts = table_options(options.inputs);
    if (options.what == "fit") {
        print_table(session, fit_of(options, cases));
    } else if (options.what == "ranges") {
        print_table(session, range_table(cut_ranges(cases, cuts, kind)));
    } else {
        const std::vector<CellEffect> effects = cell_effects(cases, cuts, kind, {}, session.threads);
        std::size_t changing = 0;
        for (const CellEffect& effect : effects) changing += effect.changes_models ? 1 : 0;
        warn(session, std::to_string(changing) + " of " + std::to_string(effects.size()) +
                          " cells change the models when turned over alone");
        print_table(session, cell_table(cases, effects));
    }
}

}  // namespace

void add_compare_robustness(CLI::App& noun, Session& session) {
    auto options = std::make_shared<RobustnessCommand>();
    CLI::App& app = add_command(
        noun, "robustness", "How far can cut-offs and codings move before the models change?",
        {{"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5",
          "exact ranges of the three cut-offs over which every model stays"},
         {"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --what cells",
          "which single coding, turned over, changes the models"}},
        session, [&session, options] { robustness(session, *options); });
    add_comparison_options(app, options->inputs, true);
    app.add_option("--what", options->what, "ranges (of cut-offs), cells (turned over one by one) or fit")
        ->check(CLI::IsMember({"ranges", "cells", "fit"}))
        ->capture_default_str();
    app.add_option("--solution", options->solution, "parsimonious or conservative")
        ->check(CLI::IsMember({"parsimonious", "conservative"}))
        ->capture_default_str();
    app.add_option("--initial", options->initial, "with fit: the solution, as 'A*B + ~C'");
    app.add_option("--tests", options->tests, "with fit: test solutions, comma-separated");
}

}  // namespace tarazy
