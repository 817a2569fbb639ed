#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `text` with its verbs.
void add_text_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_text_dfm(CLI::App& noun, Session& session);
void add_text_lemmas(CLI::App& noun, Session& session);

}  // namespace tarazy
