#include "cli/simulate/commands.hpp"

namespace tarazy {

void add_simulate_commands(CLI::App& program, Session& session) {
    CLI::App& noun =
        add_noun(program, "simulate", "What if? Runs over what nobody knows exactly, and what they hang on.");
    add_simulate_sample(noun, session);
    add_simulate_sensitivity(noun, session);
    add_simulate_discover(noun, session);
    add_simulate_robustness(noun, session);
    add_simulate_ensemble(noun, session);
    add_simulate_assure(noun, session);
    add_simulate_bargain(noun, session);
    add_simulate_forecast(noun, session);
    add_simulate_hindcast(noun, session);
    add_simulate_hedge(noun, session);
    add_simulate_sobol(noun, session);
    add_simulate_morris(noun, session);
}

}  // namespace tarazy
