#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "compare/comparison_tables.hpp"

#include <memory>

namespace tarazy {
namespace {

struct TruthTableCommand {
    ComparisonInputs inputs;
    bool observed = false;
};

}  // namespace

void add_compare_truth_table(CLI::App& noun, Session& session) {
    auto options = std::make_shared<TruthTableCommand>();
    CLI::App& app = add_command(
        noun, "truth-table",
        "Which configurations of conditions have cases, and how consistently does each go with the outcome?",
        {{"tarazy compare truth-table --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,THREAT --incl-cut 0.8",
          "all 16 configurations of four conditions"},
         {"tarazy compare truth-table --data studies/kazakhstan/data/nuclear_reversal_cases.csv --case name_kk "
          "--outcome RENOUNCE --conditions ALLY,PRESS,REGIME --incl-cut 0.8 --negate --observed",
          "the absence of the outcome, cases by their Kazakh names, rows without cases left out"}},
        session, [&session, options] {
            const Cases cases = read_comparison(session, options->inputs);
            const TruthTable table = truth_table(cases, table_options(options->inputs));
            const bool complete = !options->observed && remainders_listable(cases.space);
            if (!complete && !options->observed)
                warn(session,
                     "rows without cases are not listed: there are too many, or some condition does not "
                     "apply everywhere");
            print_table(session, truth_rows(cases, table, complete));
        });
    add_comparison_options(app, options->inputs, true);
    app.add_flag("--observed", options->observed, "leave out configurations without cases");
}

}  // namespace tarazy
