#include "base/argument_checks.hpp"
#include "cli/simulate/commands.hpp"
#include "cli/simulate/run_tables.hpp"
#include "simulate/discovery/discovery_table.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DiscoverCommand {
    RunFiles files;
    std::optional<double> above, below;
    std::string show = "boxes";
    DiscoveryOptions options = {};
};

void discover(Session& session, const DiscoverCommand& command) {
    if (command.above.has_value() == command.below.has_value())
        throw UsageError("say which runs are cases: --above X or --below X, one of them");
    const RunsRead runs = read_runs(session, command.files);
    if (runs.outcomes.size() != 1) throw UsageError("--outcome names several; cases are of one");
    require_sample(session, runs.design);
    std::vector<bool> cases;
    std::size_t count = 0;
    for (const double y : runs.outcomes.front().values) {
        cases.push_back(command.above ? y >= *command.above : y <= *command.below);
        count += cases.back() ? 1 : 0;
    }
    note(session, std::to_string(count) + " of " + std::to_string(cases.size()) +
                      (count == 1 ? " runs is a case" : " runs are cases"));
    if (count == 0 || count == cases.size())
        throw InputError(
            Problem{command.files.design, 0, 0,
                    count == 0 ? "no run is a case" : "every run is a case: nothing tells them from others",
                    "move the threshold; outcomes go from " + outcome_range_text(runs.outcomes.front().values)});
    DiscoveryOptions options = command.options;
    options.seed = session.seed;
    options.threads = session.threads;
    options.prim.work = session.work;
    const std::vector<DiscoveredBox> boxes = discover_boxes(runs.design, cases, options);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        if (!boxes[b].found.dense_enough)
            warn(session, "box " + std::to_string(b + 1) + ": none has the density asked for; the densest is shown");
    }
    if (boxes.size() < options.boxes)
        note(session, "after box " + std::to_string(boxes.size()) + " no case is left to find a box for");
    print_table(session,
                command.show == "boxes" ? box_table(runs.design, boxes) : trajectory_table(runs.design, boxes, cases));
}

}  // namespace

void add_simulate_discover(CLI::App& noun, Session& session) {
    auto command = std::make_shared<DiscoverCommand>();
    CLI::App& app =
        add_command(noun, "discover",
                    "Under which ranges of the inputs does it happen? Scenario discovery by PRIM (Friedman & Fisher "
                    "1999; Bryant &\n"
                    "Lempert 2010): boxes with coverage, density and how far resamples find them again.",
                    {{"tarazy simulate discover --design examples/corridor/lhs_runs.csv --outcome balance --below 0.3",
                      "when does the balance fail?"},
                     {"tarazy simulate discover --design examples/corridor/lhs_runs.csv --outcome balance --below 0.3 "
                      "--show trajectory",
                      "all boxes from the largest to the densest, to choose from"}},
                    session, [&session, command] { discover(session, *command); });
    add_run_options(app, command->files);
    app.add_option("--above", command->above, "cases are runs with at least this outcome");
    app.add_option("--below", command->below, "cases are runs with at most this outcome");
    app.add_option("--density", command->options.prim.density,
                   "the largest box with at least this share of cases is taken")
        ->capture_default_str();
    app.add_option("--peel", command->options.prim.peel, "share of a box that one step takes away")
        ->capture_default_str();
    app.add_option("--paste", command->options.prim.paste, "share that one step gives back; 0 = none")
        ->capture_default_str();
    app.add_option("--least-mass", command->options.prim.least_mass, "share of all runs that a box keeps at least")
        ->capture_default_str();
    app.add_option("--boxes", command->options.boxes, "boxes, each from what the ones before leave")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100}))
        ->capture_default_str();
    app.add_option("--bootstrap", command->options.replicates, "resamples for the stability of boxes; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100'000}))
        ->capture_default_str();
    app.add_option("--show", command->show, "boxes, or trajectory: every box on the way")
        ->check(CLI::IsMember({"boxes", "trajectory"}))
        ->capture_default_str();
}

}  // namespace tarazy
