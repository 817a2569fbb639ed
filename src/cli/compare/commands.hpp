#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `compare` with its verbs.
void add_compare_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_compare_calibrate(CLI::App& noun, Session& session);
void add_compare_cna(CLI::App& noun, Session& session);
void add_compare_cluster(CLI::App& noun, Session& session);
void add_compare_contradictions(CLI::App& noun, Session& session);
void add_compare_fit(CLI::App& noun, Session& session);
void add_compare_minimise(CLI::App& noun, Session& session);
void add_compare_necessity(CLI::App& noun, Session& session);
void add_compare_robustness(CLI::App& noun, Session& session);
void add_compare_select(CLI::App& noun, Session& session);
void add_compare_theory(CLI::App& noun, Session& session);
void add_compare_truth_table(CLI::App& noun, Session& session);

}  // namespace tarazy
