#include "simulate/designs/sample.hpp"
#include "cli/simulate/commands.hpp"
#include "cli/simulate/sample_options.hpp"
#include "table/rounding.hpp"

#include <memory>

namespace tarazy {

void add_sampling_options(CLI::App& app, SampleCommand& command) {
    app.add_option("inputs", command.path, "scenario file (.toml, .json), or a table `name,lower,upper`")->required();
    app.add_option("--base", command.options.base,
                   "base rows of saltelli and points of sobol (a power of two), trajectories of morris, orders of "
                   "shapley, else "
                   "points")
        ->capture_default_str();
}

void print_design(Session& session, const SampleCommand& command) {
    SampleOptions options = command.options;
    options.seed = session.seed;
    options.scramble = command.scramble == "none" ? Scramble::none : Scramble::owen;
    Design design = sample_design(read_input_space(session, command.path), options);
    // What is written is the design: its id is made of the digits that stand in the file.
    if (session.decimals)
        for (double& value : design.values) value = rounded(value, *session.decimals);
    note(session, "design '" + design_id(design) + "': " + std::to_string(design.rows()) + " runs of " +
                      std::to_string(design.inputs.size()) + " inputs");
    print_table(session, design_table(design));
}

void add_scramble_option(CLI::App& app, std::string& scramble) {
    app.add_option("--scramble", scramble, "owen (default), or none: the plain sequence, whose first point is 0")
        ->check(CLI::IsMember({"owen", "none"}));
}

void add_simulate_sample(CLI::App& noun, Session& session) {
    auto command = std::make_shared<SampleCommand>();
    CLI::App& app = add_command(
        noun, "sample", "At which values of the uncertain inputs is a model to be run? Writes a design, a row a run.",
        {{"tarazy simulate sample examples/corridor/corridor.toml --base 256 -o design.csv",
          "runs for Sobol indices: 256 x (inputs + 2)"},
         {"tarazy simulate sample examples/corridor/corridor.toml --method latin-hypercube --base 500",
          "500 runs for scenario discovery"}},
        session, [&session, command] { print_design(session, *command); });
    add_sampling_options(app, *command);
    app.add_option("--method", command->options.method,
                   "saltelli (for Sobol indices), morris, shapley; sobol, latin-hypercube, random for any other use")
        ->capture_default_str();
    app.add_flag("--pairs", command->options.pairs, "saltelli: rows for indices of pairs, too");
    add_scramble_option(app, command->scramble);
    app.add_option("--levels", command->options.levels, "morris: levels of the grid, an even number")
        ->capture_default_str();
    app.add_option("--inner", command->options.inner, "shapley: draws within")->capture_default_str();
    app.add_option("--variance-runs", command->options.variance_runs,
                   "shapley: runs for the variance of the outcome (default: the larger of 1,000 and --base)");
}

}  // namespace tarazy
