#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `text` with its verbs.
void add_text_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_text_tokens(CLI::App& noun, Session& session);
void add_text_dfm(CLI::App& noun, Session& session);
void add_text_wordscores(CLI::App& noun, Session& session);
void add_text_wordfish(CLI::App& noun, Session& session);
void add_text_topics(CLI::App& noun, Session& session);
void add_text_lss(CLI::App& noun, Session& session);
void add_text_kwic(CLI::App& noun, Session& session);
void add_text_dictionary(CLI::App& noun, Session& session);

}  // namespace tarazy
