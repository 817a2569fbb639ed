#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// `tarazy serve [STUDY]`
void add_serve_command(CLI::App& program, Session& session);

}  // namespace tarazy
