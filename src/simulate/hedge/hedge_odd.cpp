#include "simulate/hedge/hedge_odd.hpp"

#include "base/number_text.hpp"
#include "simulate/hedge/hedge_calibration.hpp"
#include "simulate/hedge/hedge_fit.hpp"
#include "simulate/hedge/hedge_model.hpp"
#include "simulate/hedge/hedge_terms.hpp"

#include <array>

namespace tarazy {
namespace {

struct OddEntry {
    const char *name, *text;
};

/// State variables: what changes from year to year.
constexpr std::array<OddEntry, 5> state_variables = {{
    {"profile a", "shares of a state's alignment by pole, and of autonomy where it is observed; they sum to 1"},
    {"expected profile E a", "mean of the profile over the choice"},
    {"drivers", "by state, pole and year; given, not explained"},
    {"added pressure", "of a pole on the state, from its adaptation (in scenarios only)"},
    {"guarantee", "of a pole: holds or has failed (in scenarios only)"},
}};

/// What happens in a year, in this order; the functions that do it stand in src/simulate/hedge.
constexpr std::array<OddEntry, 6> processes = {{
    {"guarantees fail", "each with its hazard; assurance of the pole is 0 from then on (scenarios; hedge_run.cpp)"},
    {"choice",
     "Pr(a) in proportion to exp(u(a)) over all profiles; l = 1, since it is not identified beside the other "
     "parameters (hedge_model.cpp, profile_choice.cpp)"},
    {"agreement with neighbours",
     "expected profiles of all states that agree with one another: damped iteration, half "
     "old and half new, to 1e-10 (neighbour_equilibrium.cpp)"},
    {"observation", "Dirichlet(f E a); where there are zeros all shares are drawn inwards (hedge_data.cpp)"},
    {"adaptation", "C' = (1 - decay) C + gain max(0, target - E a) for the pressure that a pole adds (scenarios)"},
    {"crisis", "logistic(h0 + h1 C max(0, -change of E a) + h2 shock) with each pole that presses (scenarios)"},
}};

template <std::size_t Count>
std::string entries(const std::array<OddEntry, Count>& all) {
    std::string text;
    for (const OddEntry& entry : all) text += "- **" + std::string(entry.name) + "**: " + entry.text + "\n";
    return text;
}

std::string parameter_rows() {
    std::string text =
        "| symbol | name | meaning | grounds | bounds | prior of the calibration |\n|---|---|---|---|---|---|\n";
    for (const HedgeParameter& parameter : hedge_parameters())
        text += "| `" + std::string(parameter.symbol) + "` | " + std::string(parameter.name) + " | " +
                std::string(parameter.meaning) + " | " + std::string(parameter.grounds) + " | " +
                number_text(parameter.least) + " to " + number_text(parameter.most) + " | " +
                hedge_prior_text(parameter.term) + " |\n";
    return text;
}

std::string driver_rows() {
    std::string text = "| driver | what it is | coefficient |\n|---|---|---|\n";
    for (const HedgeParameter& parameter : hedge_parameters())
        if (!parameter.driver.empty())
            text += "| " + std::string(parameter.name) + " | " + std::string(parameter.driver) + " | `" +
                    std::string(parameter.symbol) + "` |\n";
    return text;
}

}  // namespace

std::string hedge_odd_text() {
    return "# Alignment model: description by the ODD protocol (Grimm et al. 2020)\n\n"
           "## Purpose\n\nHow a state divides its alignment among poles and autonomy, from year to year. Every term is "
           "an "
           "assumption until it forecasts better than persistence; the model explores what would follow from it.\n\n"
           "## Entities, state variables, scales\n\nMiddle states (agents), poles (given, or adapting), years. "
           "Profiles "
           "lie on a grid of steps of 1/" +
           std::to_string(profile_steps) + " (" + number_text(profile_count(4)) +
           " profiles for three poles and autonomy).\n\n" + entries(state_variables) + "\n" + driver_rows() +
           "\n## Process overview and scheduling\n\nOne step a year, in this order; all states at once.\n\n" +
           entries(processes) +
           "\n## Design concepts\n\n"
           "- **Basic principles**: u(a) = sum_p a_p (b_T T_p + b_I I_p + b_S G_p + b_C C_p + b_A A_p) + b_N <a, "
           "neighbours> "
           "- (k/2) sum_p a_p^2 - (e/2) |a - previous|^2\n"
           "- **Adaptation, objectives**: states choose what has a higher utility with a higher probability (McKelvey "
           "& "
           "Palfrey 1995)\n"
           "- **Sensing**: states know drivers of the year and the expected profiles of their neighbours\n"
           "- **Interaction**: through neighbours, and through poles that press on a state that has moved away\n"
           "- **Stochasticity**: choice, observation, failing guarantees, crises; drawn by place (seed, run, year), "
           "the same at "
           "any number of threads\n"
           "- **Observation**: expected profile, balance, autonomy, HHI, greatest share, room for manoeuvre, chance of "
           "a "
           "crisis\n"
           "- **Not in the model**: learning, prediction, collectives\n\n"
           "## Initialisation\n\nThe first observed profile of each state, or that of the scenario.\n\n"
           "## Input data\n\nProfiles and drivers of a panel, or a scenario file; years without a profile are skipped, "
           "never "
           "interpolated.\n\n"
           "## Submodels and parameters\n\nAt most " +
           std::to_string(most_free_terms) + " parameters are free at a time; the others are 0 or given.\n\n" +
           parameter_rows();
}

}  // namespace tarazy
