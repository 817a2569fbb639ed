#include "cli/text/commands.hpp"

namespace tarazy {

void add_text_commands(CLI::App& program, Session& session) {
    CLI::App& noun =
        add_noun(program, "text", "What do documents and leaders say, in Kazakh, Russian, English, Chinese?");
    add_text_codes(noun, session);
    add_text_sample(noun, session);
    add_text_tokens(noun, session);
    add_text_reliability(noun, session);
    add_text_estimate(noun, session);
    add_text_codings(noun, session);
    add_text_qdpx(noun, session);
    add_text_statements(noun, session);
    add_text_dfm(noun, session);
    add_text_keyness(noun, session);
    add_text_collocations(noun, session);
    add_text_cooccurrence(noun, session);
    add_text_diversity(noun, session);
    add_text_similarity(noun, session);
    add_text_trends(noun, session);
    add_text_kwic(noun, session);
    add_text_dictionary(noun, session);
    add_text_wordscores(noun, session);
    add_text_wordfish(noun, session);
    add_text_topics(noun, session);
    add_text_lss(noun, session);
    add_text_build(noun, session);
    add_text_clean(noun, session);
    add_text_language(noun, session);
    add_text_lemmas(noun, session);
}

}  // namespace tarazy
