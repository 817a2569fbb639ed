#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds what belongs to the installed program itself: `completion`, `doctor`, `manual`. To be called last, since the
/// first and the last describe all other commands.
void add_install_commands(CLI::App& program, Session& session);

// One function a command, each in the file of its name.
void add_completion(CLI::App& program, Session& session);
void add_doctor(CLI::App& program, Session& session);
void add_manual(CLI::App& program, Session& session);

}  // namespace tarazy
