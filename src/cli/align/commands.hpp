#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `align` with its verbs.
void add_align_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_align_balance(CLI::App& noun, Session& session);
void add_align_ideal_points(CLI::App& noun, Session& session);
void add_align_shares(CLI::App& noun, Session& session);
void add_align_similarity(CLI::App& noun, Session& session);

}  // namespace tarazy
