#include "simulate/games/assurance_quantities.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace tarazy {
namespace {

// Nodes of `assurance_tree` at which the state answers and the challenger moves; the first of a pair is the resolved
// guarantor's.
constexpr std::size_t answer_assured[] = {2, 17}, answer_silent[] = {9, 24};

/// Mean of two numbers, the first with this weight.
double two_mixed(double weight, double first, double second) {
    return weight * first + (1 - weight) * second;
}

}  // namespace

const std::vector<AssuranceQuantity>& assurance_quantities() {
    static const std::vector<AssuranceQuantity> quantities = {
        {"assure_given_resolved", "probability that a resolved guarantor assures"},
        {"assure_given_unresolved", "probability that an unresolved guarantor assures"},
        {"forgo_given_assure", "probability that the state forgoes, having been assured"},
        {"forgo_given_silent", "probability that the state forgoes, having heard nothing"},
        {"press_given_assure", "probability that the challenger presses after an assurance"},
        {"press_given_silent", "probability that the challenger presses after silence"},
        {"honour_given_assure", "probability that an assurance is honoured when pressed"},
        {"honour_given_silent", "probability of help when pressed after silence"},
        {"honour_resolved_assured", "the same of a resolved guarantor that assured"},
        {"honour_resolved_silent", "the same of a resolved guarantor that was silent"},
        {"honour_unresolved_assured", "the same of an unresolved guarantor that assured"},
        {"honour_unresolved_silent", "the same of an unresolved guarantor that was silent"},
        {"resolved_given_assure", "belief, after an assurance, that the guarantor is resolved"},
        {"resolved_given_silent", "belief, after silence, that the guarantor is resolved"},
        {"effect_of_assurance_on_forgo", "probability of forgoing, assured less not"},
        {"effect_of_assurance_on_press", "probability of pressing, assured less not"},
        {"effect_of_assurance_on_honour", "probability of help when pressed, assured less not"},
        {"forgo", "probability that the state forgoes, over the whole game"},
        {"pressed", "probability that it forgoes and is pressed"},
        {"honoured", "probability that it forgoes, is pressed and is helped"},
        {"abandoned", "probability that it forgoes, is pressed and is left alone"},
        {"payoff_guarantor", "expected payoff of the guarantor"},
        {"payoff_state", "expected payoff of the state"},
        {"payoff_challenger", "expected payoff of the challenger"},
        {"worth_of_assurance_to_state", "expected payoff of the state, having been assured less having heard nothing"},
    };
    return quantities;
}

std::size_t assurance_quantity_place(std::string_view name) {
    const std::vector<AssuranceQuantity>& all = assurance_quantities();
    const auto found = std::ranges::find(all, name, &AssuranceQuantity::name);
    assert(found != all.end());
    return static_cast<std::size_t>(found - all.begin());
}

std::vector<double> assurance_answer(const GameValues& values, const LogitPoint& point) {
    const GameValues::Result result = values.evaluate(point.log_probabilities);
    const auto p = [&](std::size_t column) { return point.probability(column); };
    const double resolved_assured = result.beliefs[answer_assured[0]];
    const double resolved_silent = result.beliefs[answer_silent[0]];
    const double honour_assured = two_mixed(resolved_assured, p(honour_resolved_assured), p(honour_unresolved_assured));
    const double honour_quiet = two_mixed(resolved_silent, p(honour_resolved_silent), p(honour_unresolved_silent));
    const double prior = values.chance_of(1);
    const double assured = two_mixed(prior, p(assure_resolved), p(assure_unresolved)), quiet = 1 - assured;
    const double forgo_when_assured = assured * p(forgo_assured), forgo_when_quiet = quiet * p(forgo_silent);
    const double pressed_when_assured = forgo_when_assured * p(press_assured);
    const double pressed_when_quiet = forgo_when_quiet * p(press_silent);
    const double pressed = pressed_when_assured + pressed_when_quiet;
    const double honoured = pressed_when_assured * honour_assured + pressed_when_quiet * honour_quiet;
    const auto expects = [&](std::size_t column) {
        return two_mixed(p(column), result.move_value[column], result.move_value[column + 1]);
    };
    return {p(assure_resolved),
            p(assure_unresolved),
            p(forgo_assured),
            p(forgo_silent),
            p(press_assured),
            p(press_silent),
            honour_assured,
            honour_quiet,
            p(honour_resolved_assured),
            p(honour_resolved_silent),
            p(honour_unresolved_assured),
            p(honour_unresolved_silent),
            resolved_assured,
            resolved_silent,
            p(forgo_assured) - p(forgo_silent),
            p(press_assured) - p(press_silent),
            honour_assured - honour_quiet,
            forgo_when_assured + forgo_when_quiet,
            pressed,
            honoured,
            pressed - honoured,
            result.expected[0],
            result.expected[1],
            result.expected[2],
            expects(forgo_assured) - expects(forgo_silent)};
}

AssuranceSolution solve_assurance(const AssuranceGame& game, const std::vector<double>& lambdas, const Work& work) {
    check_assurance_game(game);
    const GameValues values(assurance_tree(game));
    AssuranceSolution solution{trace_logit_branch(values, {.lambdas = lambdas, .work = work}), {}};
    for (const std::optional<LogitPoint>& point : solution.branch.asked)
        solution.answers.push_back(
            point ? assurance_answer(values, *point)
                  : std::vector<double>(assurance_quantities().size(), std::numeric_limits<double>::quiet_NaN()));
    return solution;
}

}  // namespace tarazy
