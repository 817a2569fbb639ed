#include "cli/simulate/commands.hpp"
#include "cli/simulate/sample_options.hpp"
#include "cli/simulate/sensitivity_options.hpp"
#include "simulate/sensitivity/sensitivity_table.hpp"

#include <memory>

namespace tarazy {

void add_simulate_morris(CLI::App& simulate, Session& session) {
    CLI::App& noun =
        add_noun(simulate, "morris", "Elementary effects: which of many inputs matter at all, from few runs?");
    auto design = std::make_shared<SampleCommand>();
    design->options.method = "morris";
    design->options.base = 20;
    CLI::App& of_design =
        add_command(noun, "design", "Trajectories of Morris (1991); `simulate sample --method morris`.",
                    {{"tarazy simulate morris design examples/corridor/corridor.toml", "20 trajectories"},
                     {"tarazy simulate morris design examples/corridor/corridor.toml --base 50 --levels 6",
                      "more, on a finer grid"}},
                    session, [&session, design] { print_design(session, *design); });
    add_sampling_options(of_design, *design);
    of_design.add_option("--levels", design->options.levels, "levels of the grid, an even number")
        ->capture_default_str();

    auto indices = std::make_shared<SensitivityCommand>();
    indices->options.method = "morris";
    CLI::App& of_indices = add_command(
        noun, "indices", "mu, mu* (Campolongo et al. 2007) and sigma of elementary effects.",
        {{"tarazy simulate morris indices --design examples/corridor/morris_runs.csv --outcome balance",
          "a row an input"},
         {"tarazy simulate morris indices --design examples/corridor/morris_runs.csv --outcome balance "
          "--bootstrap 1000",
          "with more resamples"}},
        session, [&session, indices] {
            const RunsRead runs = read_runs(session, indices->files);
            print_table(session, sensitivity_table(runs.design, runs.outcomes, settled_sensitivity(session, *indices)));
        });
    add_index_options(of_indices, *indices);
    of_indices.add_option("--levels", indices->options.levels, "levels of a design made elsewhere (default 4)");
}

}  // namespace tarazy
