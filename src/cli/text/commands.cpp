#include "cli/text/commands.hpp"

namespace tarazy {

void add_text_commands(CLI::App& program, Session& session) {
    CLI::App& noun =
        add_noun(program, "text", "What do documents and leaders say, in Kazakh, Russian, English, Chinese?");
    add_text_tokens(noun, session);
    add_text_dfm(noun, session);
    add_text_wordscores(noun, session);
    add_text_wordfish(noun, session);
    add_text_topics(noun, session);
    add_text_lss(noun, session);
    add_text_kwic(noun, session);
    add_text_dictionary(noun, session);
}

}  // namespace tarazy
