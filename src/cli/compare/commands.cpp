#include "cli/compare/commands.hpp"

namespace tarazy {

void add_compare_commands(CLI::App& program, Session& session) {
    CLI::App& noun =
        add_noun(program, "compare", "Which conditions, and which combinations of them, bring the outcome?");
    add_compare_calibrate(noun, session);
    add_compare_cna(noun, session);
    add_compare_cluster(noun, session);
    add_compare_contradictions(noun, session);
    add_compare_fit(noun, session);
    add_compare_minimise(noun, session);
    add_compare_necessity(noun, session);
    add_compare_robustness(noun, session);
    add_compare_select(noun, session);
    add_compare_theory(noun, session);
    add_compare_truth_table(noun, session);
}

}  // namespace tarazy
