#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `network` with its verbs.
void add_network_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_network_bridge(CLI::App& noun, Session& session);
void add_network_brokerage(CLI::App& noun, Session& session);
void add_network_qap(CLI::App& noun, Session& session);
void add_network_functions(CLI::App& noun, Session& session);
void add_network_knockout(CLI::App& noun, Session& session);
void add_network_memberships(CLI::App& noun, Session& session);
void add_network_project(CLI::App& noun, Session& session);
void add_network_measures(CLI::App& noun, Session& session);
void add_network_communities(CLI::App& noun, Session& session);
void add_network_core_periphery(CLI::App& noun, Session& session);
void add_network_signed(CLI::App& noun, Session& session);
void add_network_convert(CLI::App& noun, Session& session);

}  // namespace tarazy
