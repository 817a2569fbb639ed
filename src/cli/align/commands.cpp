#include "cli/align/commands.hpp"

namespace tarazy {

void add_align_commands(CLI::App& program, Session& session) {
    CLI::App& noun = add_noun(program, "align", "How near is the state to each pole, and how sure are we?");
    add_align_balance(noun, session);
    add_align_ideal_points(noun, session);
    add_align_shares(noun, session);
    add_align_similarity(noun, session);
}

}  // namespace tarazy
