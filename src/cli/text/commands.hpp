#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `text` with its verbs.
void add_text_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_text_reliability(CLI::App& noun, Session& session);
void add_text_estimate(CLI::App& noun, Session& session);
void add_text_codings(CLI::App& noun, Session& session);
void add_text_qdpx(CLI::App& noun, Session& session);
void add_text_statements(CLI::App& noun, Session& session);
void add_text_dfm(CLI::App& noun, Session& session);

}  // namespace tarazy
