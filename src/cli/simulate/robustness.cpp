#include "cli/simulate/commands.hpp"
#include "simulate/robustness/robustness_table.hpp"

#include <memory>

namespace tarazy {
namespace {

struct PolicyRobustnessCommand {
    std::string runs, outcome;
    std::vector<std::string> thresholds;
    bool less_is_better = false;
    ResamplingOptions resampling = {};
};

void weigh_policies(Session& session, const PolicyRobustnessCommand& command) {
    std::vector<OutcomeThreshold> thresholds;
    for (const std::string& text : command.thresholds) thresholds.push_back(parse_threshold(text, "--threshold"));
    const PolicyOutcomes outcomes =
        read_policy_outcomes(read_input(session, command.runs), command.outcome, !command.less_is_better, thresholds);
    ResamplingOptions options = command.resampling;
    options.seed = session.seed;
    options.threads = session.threads;
    options.work = session.work;
    const std::vector<PolicyRobustness> policies = policy_robustness(outcomes, options);
    note(session, std::to_string(outcomes.policies.size()) + " policies in " + std::to_string(outcomes.worlds.size()) +
                      (outcomes.worlds.size() == 1 ? " state of the world" : " states of the world"));
    if (options.replicates > 0)
        for (const std::string& sentence : robustness_notes(outcomes, policies)) note(session, sentence);
    print_table(session, robustness_table(outcomes, policies, !command.less_is_better));
}

}  // namespace

void add_simulate_robustness(CLI::App& noun, Session& session) {
    auto command = std::make_shared<PolicyRobustnessCommand>();
    CLI::App& app = add_command(
        noun, "robustness",
        "Which policy does tolerably well whatever happens? Worst outcome, regret and share of states that are good "
        "enough.",
        {{"tarazy simulate robustness examples/corridor/policy_runs.csv --outcome balance",
          "the worst outcome and the regret of each policy"},
         {"tarazy simulate robustness examples/corridor/policy_runs.csv --outcome balance --threshold 'balance>=0.4'",
          "also the share of states in which the balance holds"}},
        session, [&session, command] { weigh_policies(session, *command); });
    app.add_option("runs", command->runs, "table `policy,run,<outcomes>`: every policy in the same states of the world")
        ->required();
    app.add_option("--outcome", command->outcome, "column of the outcome")->required();
    app.add_flag("--less-is-better", command->less_is_better, "a smaller outcome is the better one");
    app.add_option("--threshold", command->thresholds, "what is good enough: 'y>=0.5'; several must all be met");
    app.add_option("--bootstrap", command->resampling.replicates, "resamples of the states of the world; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--level", command->resampling.level, "of the intervals")->capture_default_str();
}

}  // namespace tarazy
