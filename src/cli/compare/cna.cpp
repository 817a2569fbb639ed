#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "compare/coincidence/complex_formulas.hpp"
#include "compare/coincidence/fit_robustness.hpp"
#include "compare/sets/expression.hpp"
#include "table/list_cells.hpp"
#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct CnaCommand {
    std::string data, factors, outcomes, ordering, case_column = "case", frequency, maxstep = "3,4,10", what = "all",
                                                   grid;
    std::optional<double> seconds;
    CoincidenceOptions options;
    bool case_named = false;
};

/// Rows of conditions and formulas.
using FormulaRows = TableRows<TextColumn, TextColumn, TextColumn, RealColumn, RealColumn, IntegerColumn>;

void read_maxstep(CnaCommand& command) {
    const std::vector<double> steps = number_list(command.maxstep, "--maxstep");
    if (steps.size() != 3 || std::ranges::any_of(steps, [](double s) { return s < 1 || s > 20; }))
        throw UsageError(
            "--maxstep takes three numbers from 1 to 20: literals of a conjunction, terms, literals in all: 3,4,10");
    command.options.most_literals = static_cast<std::size_t>(steps[0]);
    command.options.most_terms = static_cast<std::size_t>(steps[1]);
    command.options.most_complexity = static_cast<std::size_t>(steps[2]);
}

/// All columns but the one of the cases, unless named.
std::vector<std::string> factors_of(const CnaCommand& command, const Table& table) {
    if (!command.factors.empty()) return comma_list(command.factors);
    std::vector<std::string> names = table.names;
    std::erase(names, command.case_column);
    std::erase(names, command.frequency);
    return names;
}

Effect effect_named(const std::string& text, const PropertySpace& space) {
    const std::vector<Literals> terms = parse_expression(text, space);
    for (std::size_t f = 0; terms.size() == 1 && terms[0].size() == 1 && f < space.size(); ++f) {
        const int level = space.level(terms[0], f);
        if (level >= 0) return {f, static_cast<unsigned>(level)};
    }
    throw UsageError("--outcomes: '" + text + "' is no single factor; write A, ~A or A{2}");
}

/// The effects named, or every factor: present, or at each of its levels.
std::vector<Effect> effects_of(const CnaCommand& command, const PropertySpace& space) {
    std::vector<Effect> effects;
    for (const std::string& text : expression_list(command.outcomes)) effects.push_back(effect_named(text, space));
    if (!effects.empty()) return effects;
    for (std::size_t f = 0; f < space.size(); ++f) {
        const Condition& factor = space.conditions[f];
        if (!factor.multi_value) {
            effects.push_back({f, 1});
            continue;
        }
        for (unsigned level = 0; level < factor.levels; ++level) effects.push_back({f, level});
    }
    return effects;
}

void add_complex(const ComplexFormulas& found, const PropertySpace& space, FormulaRows& rows) {
    for (const ComplexFormula& formula : found.formulas) {
        std::vector<std::string> outcomes;
        for (const AtomicFormula& part : formula.parts) outcomes.push_back(effect_text(space, part.effect));
        rows.add("csf", list_cell(outcomes), formula_text(space, formula), formula.consistency, formula.coverage,
                 formula.complexity);
    }
}

/// The list of models, if only one effect has any and all of them are to be shown: each is a structure by itself, and
/// there may be very many.
const std::vector<AtomicFormula>* models_of_one_effect(const std::vector<std::vector<AtomicFormula>>& models,
                                                       const CoincidenceOptions& options) {
    const std::vector<AtomicFormula>* only = nullptr;
    for (const std::vector<AtomicFormula>& list : models) {
        if (list.empty()) continue;
        if (only != nullptr) return nullptr;
        only = &list;
    }
    return only != nullptr && only->size() <= options.most_combinations ? only : nullptr;
}

/// Combines the models of all effects and adds the structures to the rows.
ComplexFormulas combine(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models,
                        const CoincidenceOptions& options, FormulaRows& rows) {
    if (const std::vector<AtomicFormula>* only = models_of_one_effect(models, options)) {
        const std::string outcome = list_cell(std::vector{effect_text(data.space, only->front().effect)});
        for (const AtomicFormula& one : *only)
            rows.add("csf", outcome, formula_text(data.space, one), one.consistency, one.coverage, one.complexity);
        return {};
    }
    ComplexFormulas combined = complex_formulas(data, models, options);
    add_complex(combined, data.space, rows);
    return combined;
}

/// Says what never changes: such effects have no conditions, and such factors stand in none.
void tell_constant(Session& session, const std::vector<Effect>& effects, const Coincidences& data) {
    const auto told = [&](std::size_t factor, unsigned level) {
        warn(session,
             constancy(data, factor, level) +
                 ": nothing can make a difference to it, and it makes none; it has no formula and stands in none");
    };
    for (std::size_t f = 0; f < data.space.size(); ++f) {
        if (!data.space.conditions[f].multi_value && constant(data, f, 1)) told(f, 1);
    }
    for (const Effect effect : effects) {
        if (data.space.conditions[effect.factor].multi_value && constant(data, effect.factor, effect.level))
            told(effect.factor, effect.level);
    }
}

/// Every effect analysed anew at every pair of thresholds.
void robust_models(Session& session, const CnaCommand& command, const Coincidences& data) {
    const std::vector<double> grid = number_list(command.grid, "--thresholds");
    for (const double cut : grid) check_probability(cut, "--thresholds");
    TableRows rows(TextColumn{"outcome"}, TextColumn{"formula"}, IntegerColumn{"found"}, IntegerColumn{"submodels"},
                   IntegerColumn{"supermodels"}, RealColumn{"score"}, IntegerColumn{"complexity"});
    for (const Effect effect : effects_of(command, data.space)) {
        const FitRobustness all = fit_robustness(data, effect, grid, grid, command.options);
        if (!all.complete) session.status = exit_limit;
        warn(session, effect_text(data.space, effect) + ": " + std::to_string(all.reanalyses) + " reanalyses, " +
                          std::to_string(all.without_model) + " of them without a model" +
                          (all.complete ? "" : ", some stopped at a limit"));
        for (const RobustModel& one : all.models) {
            rows.add(effect_text(data.space, effect), formula_text(data.space, one.model), one.found, one.submodels,
                     one.supermodels, one.score, one.model.complexity);
        }
    }
    print_table(session, rows.table());
}

void cna(Session& session, CnaCommand command) {
    read_maxstep(command);
    Table table = read_input(session, command.data);
    number_cases(session, table, command.case_column, command.case_named);
    const Coincidences data =
        read_coincidences(table, factors_of(command, table), command.case_column, command.frequency);
    for (const std::string& message : data.warnings) warn(session, message);
    command.options.ordering = CausalOrdering(command.ordering, data.space);
    command.options.work = session.work;
    if (command.seconds) command.options.work = session.work.within(*command.seconds);
    tell_constant(session, effects_of(command, data.space), data);
    if (!command.grid.empty()) return robust_models(session, command, data);
    FormulaRows rows({"kind"}, {"outcome"}, {"formula"}, {"con"}, {"cov"}, {"complexity"});
    std::vector<std::vector<AtomicFormula>> models;
    bool complete = true;
    for (const Effect effect : effects_of(command, data.space)) {
        const std::string outcome = effect_text(data.space, effect);
        const auto conditions = minimally_sufficient(data, effect, command.options);
        AtomicFormulas found = atomic_formulas(data, effect, conditions, command.options);
        complete = complete && found.complete;
        for (const SufficientCondition& one : conditions) {
            rows.add("msc", outcome, term_text(data.space, one.literals) + " -> " + outcome, one.consistency,
                     one.coverage, one.literals.size());
        }
        models.push_back(std::move(found.formulas));
    }
    for (const auto& list : models) {
        for (const AtomicFormula& one : list)
            rows.add("asf", effect_text(data.space, one.effect), formula_text(data.space, one), one.consistency,
                     one.coverage, one.complexity);
    }
    const bool some = std::ranges::any_of(models, [](const auto& list) { return !list.empty(); });
    const bool in_time = !command.options.work.time_is_up();
    // Of lists cut short, other structures would come than of the whole ones.
    const ComplexFormulas combined = in_time ? combine(data, models, command.options, rows) : ComplexFormulas{};
    complete = complete && in_time;
    if (!some && command.what != "msc")
        warn(session, "no formula reaches --con " + number_text(command.options.consistency) + " and --cov " +
                          number_text(command.options.coverage) + " within --maxstep " + command.maxstep);
    if (!combined.redundancy_checked) warn(session, "too many configurations: redundant parts were not looked for");
    if (!complete || !combined.complete) {
        warn(session,
             "stopped at a limit: not every formula is listed; raise the thresholds or --time-limit, or lower "
             "--maxstep");
        session.status = exit_limit;
    }
    Table shown = rows.table();
    if (command.what != "all") shown = rows_where(shown, "kind", command.what);
    print_table(session, shown);
}

}  // namespace

void add_compare_cna(CLI::App& noun, Session& session) {
    auto options = std::make_shared<CnaCommand>();
    CLI::App& app = add_command(
        noun, "cna",
        "Coincidence analysis: which factors depend on which, with the effects found and not given? Crisp, fuzzy and "
        "multi-value.",
        {{"tarazy compare cna --data studies/kazakhstan/data/nuclear_reversal_cases.csv --factors "
          "ALLY,PRESS,REGIME,OPEN,NORM,THREAT,RENOUNCE --outcomes RENOUNCE --con 0.9 --cov 0.7",
          "models of one effect"},
         {"tarazy compare cna --data studies/kazakhstan/data/nuclear_reversal_cases.csv --factors "
          "CAPAB,REGIME,INHER,NORM,RENOUNCE --ordering 'INHER,REGIME < NORM < RENOUNCE' --con 0.8 --cov 0.6 --what csf",
          "structures of several effects, in a causal order"}},
        session, [&session, options] { cna(session, *options); });
    app.add_option("--data", options->data, "table with one case a row: case,<factors>...")->required();
    app.add_option("--factors", options->factors,
                   "factors, comma-separated (default: every column but the cases and --frequency)");
    app.add_option("--outcomes", options->outcomes, "effects: A, ~A, A{2} (default: every factor, at every level)");
    app.add_option("--ordering", options->ordering, "A,B < C: C is no cause of A or B; with << neither is A of B");
    app.add_option("--con", options->options.consistency, "least consistency")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--cov", options->options.coverage, "least coverage")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--maxstep", options->maxstep, "literals of a conjunction, terms, literals in all")
        ->capture_default_str();
    app.add_option("--what", options->what, "msc, asf, csf or all")
        ->check(CLI::IsMember({"msc", "asf", "csf", "all"}))
        ->capture_default_str();
    app.add_option(
        "--thresholds", options->grid,
        "fit-robustness: analyse anew at all pairs of these con and cov, 0.7,0.8,0.9,1, and score each model");
    app.add_option("--time-limit", options->seconds,
                   "stop after so many seconds, with status 5 and the conditions and atomic formulas found")
        ->check(CLI::PositiveNumber);
    app.add_option("--case", options->case_column, "column with the names of the cases")
        ->each([options](const std::string&) { options->case_named = true; })
        ->capture_default_str();
    add_frequency_option(app, options->frequency);
}

}  // namespace tarazy
