#include "ledger/diff.hpp"
#include "cli/study/commands.hpp"
#include "ledger/output_folder.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DiffOptions {
    std::string before, after;
};

void diff_runs(const DiffOptions& options, Session& session) {
    const LedgerContent before = open_results(options.before), after = open_results(options.after);
    const auto differences = compare_runs(before, after);
    print_table(session, difference_table(differences));
    if (!differences.empty()) {
        session.status = exit_check_failed;
    } else {
        tell(session, "no difference in " + std::to_string(before.claims.size()) + " claims");
    }
}

}  // namespace

void add_study_diff(CLI::App& noun, Session& session) {
    auto options = std::make_shared<DiffOptions>();
    CLI::App& app =
        add_command(noun, "diff",
                    "What changed from one run to another: inputs, parameters, values, intervals, verdicts.\n"
                    "Exit status 1 when anything differs.",
                    {{"tarazy study diff output-2024 output-2025", "what new data did to the numbers and the verdicts"},
                     {"tarazy study diff output-a output-b --format csv -o changes.csv", "the same as a table"}},
                    session, [options, &session] { diff_runs(*options, session); });
    app.add_option("before", options->before, "output folder of the first run")->required();
    app.add_option("after", options->after, "output folder of the second run")->required();
}

}  // namespace tarazy
