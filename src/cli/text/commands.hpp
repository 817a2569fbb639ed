#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `text` with its verbs.
void add_text_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_text_codes(CLI::App& noun, Session& session);
void add_text_sample(CLI::App& noun, Session& session);
void add_text_tokens(CLI::App& noun, Session& session);
void add_text_reliability(CLI::App& noun, Session& session);
void add_text_estimate(CLI::App& noun, Session& session);
void add_text_codings(CLI::App& noun, Session& session);
void add_text_qdpx(CLI::App& noun, Session& session);
void add_text_statements(CLI::App& noun, Session& session);
void add_text_dfm(CLI::App& noun, Session& session);
void add_text_keyness(CLI::App& noun, Session& session);
void add_text_collocations(CLI::App& noun, Session& session);
void add_text_cooccurrence(CLI::App& noun, Session& session);
void add_text_diversity(CLI::App& noun, Session& session);
void add_text_similarity(CLI::App& noun, Session& session);
void add_text_trends(CLI::App& noun, Session& session);
void add_text_kwic(CLI::App& noun, Session& session);
void add_text_dictionary(CLI::App& noun, Session& session);
void add_text_wordscores(CLI::App& noun, Session& session);
void add_text_wordfish(CLI::App& noun, Session& session);
void add_text_topics(CLI::App& noun, Session& session);
void add_text_lss(CLI::App& noun, Session& session);
void add_text_build(CLI::App& noun, Session& session);
void add_text_clean(CLI::App& noun, Session& session);
void add_text_language(CLI::App& noun, Session& session);
void add_text_lemmas(CLI::App& noun, Session& session);

}  // namespace tarazy
