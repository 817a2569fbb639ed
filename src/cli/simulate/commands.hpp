#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `simulate` with its verbs.
void add_simulate_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_simulate_sample(CLI::App& noun, Session& session);
void add_simulate_sensitivity(CLI::App& noun, Session& session);
void add_simulate_discover(CLI::App& noun, Session& session);
void add_simulate_robustness(CLI::App& noun, Session& session);
void add_simulate_ensemble(CLI::App& noun, Session& session);
void add_simulate_assure(CLI::App& noun, Session& session);
void add_simulate_bargain(CLI::App& noun, Session& session);
void add_simulate_hedge(CLI::App& noun, Session& session);
void add_simulate_forecast(CLI::App& noun, Session& session);
void add_simulate_hindcast(CLI::App& noun, Session& session);
/// The nouns `sobol` and `morris` within it.
void add_simulate_sobol(CLI::App& noun, Session& session);
void add_simulate_morris(CLI::App& noun, Session& session);

}  // namespace tarazy
