#include "base/nearest_name.hpp"
#include "base/program_version.hpp"
#include "base/sha256.hpp"
#include "cli/simulate/commands.hpp"
#include "io/atomic_file.hpp"
#include "simulate/ensemble/ensemble_tables.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct EnsembleCommand {
    std::string path, show = "fan", policy, checkpoint;
    double level = 0.95;
};

std::optional<std::size_t> policy_called(const Scenario& scenario, const std::string& name) {
    if (name.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const Policy& policy : scenario.policies) names.push_back(policy.name);
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        throw UsageError("--policy: there is no policy '" + name + "'; " + name_hint(name, names));
    return static_cast<std::size_t>(found - names.begin());
}

void ensemble(Session& session, const EnsembleCommand& command) {
    const std::string text = read_file(command.path);
    session.inputs.push_back({command.path, sha256_hex(text), 0});
    const Scenario scenario = read_scenario(text, command.path);
    std::string identity = program_version() + '\n' + text;
    for (const FileOfModel& file : scenario.model.files) {
        session.inputs.push_back({file.path, file.sha256, 0});
        identity += '\n' + file.sha256;
    }
    const std::optional<std::size_t> policy = policy_called(scenario, command.policy);
    if (policy && command.show != "runs") throw UsageError("--policy goes with --show runs");
    if (command.show == "thresholds" && scenario.thresholds.empty())
        throw UsageError("--show thresholds: the scenario has no [[threshold]]");
    for (const UncertainInput& input : scenario.space.inputs)
        if (input.source.empty()) note(session, "nobody is named for the range of '" + input.name + "' (key `source`)");
    const Ensemble all = run_ensemble(scenario, {.seed = session.seed,
                                                 .threads = session.threads,
                                                 .checkpoint = command.checkpoint,
                                                 .identity = identity,
                                                 .work = session.work});
    if (all.blocks_found > 0)
        note(session, "went on from " + std::to_string(all.blocks_found) + " blocks of the checkpoint");
    note(session, "design '" + design_id(all.design) + "': " + std::to_string(all.design.rows()) + " runs, " +
                      std::to_string(all.policies) + (all.policies == 1 ? " policy, " : " policies, ") +
                      std::to_string(all.years) + (all.years == 1 ? " year" : " years"));
    const std::size_t undefined = undefined_outcomes(all);
    if (undefined == all.results.size())
        throw InputError(Problem{command.path, 0, 0,
                                 "no outcome is defined in any run (" + scenario.model.undefined_where + ")",
                                 "correct the model or the ranges of its inputs"});
    if (undefined > 0)
        warn(session, std::to_string(undefined) + " of " + std::to_string(all.results.size()) +
                          " outcomes are not defined (" + scenario.model.undefined_where +
                          "): what is shown is of the others");
    if (const std::string why = why_no_sample(all.design.kind); !why.empty() && command.show != "runs")
        warn(session, why + "; take latin-hypercube for what is shown here");
    if (command.show == "effect")
        print_table(
            session,
            effect_table(scenario, all,
                         run_ensemble(without_changes(scenario),
                                      {.seed = session.seed, .threads = session.threads, .work = session.work})));
    if (command.show == "fan") print_table(session, fan_table(scenario, all));
    if (command.show == "runs") print_table(session, runs_table(scenario, all, policy));
    if (command.show == "thresholds") print_table(session, threshold_table(scenario, all, command.level));
}

}  // namespace

void add_simulate_ensemble(CLI::App& noun, Session& session) {
    auto command = std::make_shared<EnsembleCommand>();
    CLI::App& app = add_command(
        noun, "ensemble",
        "What if, a thousand times: a scenario file with uncertain inputs, trends, shocks, policies and a model.",
        {{"tarazy simulate ensemble examples/corridor/ensemble.toml",
          "fan charts: quantiles by policy, outcome and year"},
         {"tarazy simulate ensemble examples/corridor/ensemble.toml --show thresholds",
          "how often each policy is good enough"}},
        session, [&session, command] { ensemble(session, *command); });
    app.add_option("scenario", command->path, "scenario file (.toml, .json)")->required();
    app.add_option("--show", command->show,
                   "fan (quantiles by year), effect (each run less itself when nothing happens), runs (last year of "
                   "every run), thresholds (shares met)")
        ->check(CLI::IsMember({"fan", "effect", "runs", "thresholds"}))
        ->capture_default_str();
    app.add_option("--policy", command->policy,
                   "with --show runs: this policy alone, as `simulate sensitivity` reads it");
    app.add_option("--level", command->level, "of the intervals of thresholds")
        ->check(CLI::Range(0.01, 0.9999))
        ->capture_default_str();
    app.add_option("--checkpoint", command->checkpoint,
                   "folder for the runs that are done: after a kill the same command goes on from there");
}

}  // namespace tarazy
