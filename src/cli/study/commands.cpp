#include "cli/study/commands.hpp"

namespace tarazy {

void add_study_commands(CLI::App& program, Session& session) {
    CLI::App& noun = add_noun(program, "study", "Run a whole study and keep its evidence in order");
    add_study_check(noun, session);
    add_study_derive(noun, session);
    add_study_diff(noun, session);
    add_study_export(noun, session);
    add_study_multiverse(noun, session);
    add_study_new(noun, session);
    add_study_run(noun, session);
    add_study_status(noun, session);
    add_study_verify(noun, session);
    add_explain(program, session);
    add_report(program, session);
}

}  // namespace tarazy
