#include "cli/simulate/commands.hpp"
#include "cli/simulate/sensitivity_options.hpp"
#include "simulate/sensitivity/sensitivity_table.hpp"

#include <memory>

namespace tarazy {

void add_index_options(CLI::App& app, SensitivityCommand& command) {
    add_run_options(app, command.files);
    app.add_option("--bootstrap", command.options.resampling.replicates, "resamples for the intervals; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--level", command.options.resampling.level, "of the intervals")->capture_default_str();
}

SensitivityOptions settled_sensitivity(const Session& session, const SensitivityCommand& command) {
    SensitivityOptions options = command.options;
    options.resampling.seed = session.seed;
    options.resampling.threads = session.threads;
    options.resampling.work = session.work;
    return options;
}

void add_simulate_sensitivity(CLI::App& noun, Session& session) {
    auto command = std::make_shared<SensitivityCommand>();
    command->options.method = "auto";
    CLI::App& app = add_command(
        noun, "sensitivity", "Which uncertain inputs does an outcome hang on? Indices of sensitivity with intervals.",
        {{"tarazy simulate sensitivity --design examples/corridor/sobol_runs.csv --outcome balance",
          "Sobol indices: the share of the variance that each input explains"},
         {"tarazy simulate sensitivity --design examples/corridor/lhs_runs.csv --outcome balance --method pawn",
          "PAWN indices, from any sample of runs"}},
        session, [&session, command] {
            const RunsRead runs = read_runs(session, command->files);
            SensitivityOptions options = settled_sensitivity(session, *command);
            if (options.method == "auto") options.method = method_of_design(runs.design);
            if (options.method == "delta" || options.method == "pawn") require_sample(session, runs.design);
            print_table(session, sensitivity_table(runs.design, runs.outcomes, options));
        });
    add_index_options(app, *command);
    app.add_option("--method", command->options.method,
                   "auto (as the design was made for), sobol, pairs, morris, shapley; delta and pawn take any sample")
        ->capture_default_str();
    app.add_option("--levels", command->options.levels, "morris: levels of a design made elsewhere (default 4)");
    app.add_option("--slices", command->options.slices, "pawn: slices of each input")->capture_default_str();
}

}  // namespace tarazy
