#include "cli/text/commands.hpp"

namespace tarazy {

void add_text_commands(CLI::App& program, Session& session) {
    CLI::App& noun =
        add_noun(program, "text", "What do documents and leaders say, in Kazakh, Russian, English, Chinese?");
    add_text_build(noun, session);
    add_text_clean(noun, session);
    add_text_language(noun, session);
}

}  // namespace tarazy
