#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `data` with its verbs.
void add_data_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_data_convert(CLI::App& noun, Session& session);
void add_data_inspect(CLI::App& noun, Session& session);
void add_data_recode(CLI::App& noun, Session& session);
void add_data_recognise(CLI::App& noun, Session& session);
void add_data_reshape(CLI::App& noun, Session& session);
void add_data_states(CLI::App& noun, Session& session);
void add_data_validate(CLI::App& noun, Session& session);

}  // namespace tarazy
