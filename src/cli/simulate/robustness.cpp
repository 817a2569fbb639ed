#include "cli/simulate/commands.hpp"
#include "simulate/robustness/ranking_stability.hpp"
#include "simulate/robustness/robustness_table.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct PolicyRobustnessCommand {
    std::vector<std::string> runs, models;
    std::string outcome, show = "policies";
    std::vector<std::string> thresholds;
    bool less_is_better = false;
    ResamplingOptions resampling = {};
};

/// Names of the models: those given, else those of the files.
std::vector<std::string> model_names(const PolicyRobustnessCommand& command) {
    std::vector<std::string> names = command.models;
    if (!names.empty() && names.size() != command.runs.size())
        throw UsageError("--models names " + std::to_string(names.size()) + " of " +
                         std::to_string(command.runs.size()) + " files; name each, in their order");
    if (names.empty())
        for (const std::string& path : command.runs) names.push_back(std::filesystem::path(path).stem().string());
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
            names.begin() + static_cast<std::ptrdiff_t>(i))
            throw UsageError("two models are called '" + names[i] + "'; tell them apart with --models");
    return names;
}

std::vector<ModelOutcomes> read_models(Session& session, const PolicyRobustnessCommand& command) {
    std::vector<OutcomeThreshold> thresholds;
    for (const std::string& text : command.thresholds) thresholds.push_back(parse_threshold(text, "--threshold"));
    const std::vector<std::string> names = model_names(command);
    std::vector<ModelOutcomes> models;
    for (std::size_t i = 0; i < names.size(); ++i)
        models.push_back({names[i], read_policy_outcomes(read_input(session, command.runs[i]), command.outcome,
                                                         !command.less_is_better, thresholds)});
    return models;
}

/// The policies of each model; of several with the model in front.
Table policies_by_model(Session& session, const PolicyRobustnessCommand& command, const ResamplingOptions& options,
                        const std::vector<ModelOutcomes>& models) {
    Table all;
    for (const ModelOutcomes& model : models) {
        const std::vector<PolicyRobustness> policies = policy_robustness(model.outcomes, options);
        const std::string who = models.size() > 1 ? model.model + ": " : std::string();
        note(session, who + std::to_string(model.outcomes.policies.size()) + " policies in " +
                          std::to_string(model.outcomes.worlds.size()) + " states of the world");
        if (options.replicates > 0)
            for (const std::string& sentence : robustness_notes(model.outcomes, policies))
                note(session, who + sentence);
        Table table = robustness_table(model.outcomes, policies, !command.less_is_better);
        if (models.size() == 1) return table;
        Table named;
        named.add("model", Column(std::vector<std::string>(table.rows(), model.model)));
        for (std::size_t c = 0; c < table.names.size(); ++c) named.add(table.names[c], table.columns[c]);
        all = all.columns.empty() ? std::move(named) : append_rows(all, named);
    }
    return all;
}

void weigh_policies(Session& session, const PolicyRobustnessCommand& command) {
    if (command.show != "policies" && command.runs.size() < 2)
        throw UsageError("--show " + command.show + " compares models; give the runs of two or more, a file each");
    const std::vector<ModelOutcomes> models = read_models(session, command);
    ResamplingOptions options = command.resampling;
    options.seed = session.seed;
    options.threads = session.threads;
    options.work = session.work;
    if (command.show == "policies") return print_table(session, policies_by_model(session, command, options, models));
    const RankingStability stability = ranking_stability(models, options);
    for (const std::string& sentence : stability_notes(stability)) note(session, sentence);
    print_table(session, command.show == "models" ? agreement_table(stability) : pair_stability_table(stability));
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
    app.add_option("runs", command->runs,
                   "table `policy,run,<outcomes>`: every policy in the same states of the world; several: a model each")
        ->required();
    app.add_option("--outcome", command->outcome, "column of the outcome")->required();
    app.add_option("--show", command->show,
                   "policies; of several files also models (does the ranking of policies agree between two models?), "
                   "pairs (how often does the order of two policies change?)")
        ->check(CLI::IsMember({"policies", "models", "pairs"}))
        ->capture_default_str();
    app.add_option("--models", command->models, "names of the models, comma-separated; by default those of the files")
        ->delimiter(',');
    app.add_flag("--less-is-better", command->less_is_better, "a smaller outcome is the better one");
    app.add_option("--threshold", command->thresholds, "what is good enough: 'y>=0.5'; several must all be met");
    app.add_option("--bootstrap", command->resampling.replicates, "resamples of the states of the world; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--level", command->resampling.level, "of the intervals")->capture_default_str();
}

}  // namespace tarazy
