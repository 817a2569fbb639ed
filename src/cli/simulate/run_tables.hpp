#pragma once

#include "cli/command.hpp"
#include "simulate/designs/design.hpp"
#include "simulate/scenario/input_space.hpp"
#include "simulate/sensitivity/sensitivity_table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Where the runs and their outcomes stand, as the user says it.
struct RunFiles {
    std::string design, results;
    std::vector<std::string> outcomes, inputs;
    std::string policy;
};

/// The options --design, --results, --outcome, --inputs, --policy.
void add_run_options(CLI::App& app, RunFiles& files);

struct RunsRead {
    Design design;
    std::vector<RunOutcome> outcomes;
};

/// Reads both; results that stand in the design's own table need no file of their own. Of several policies one is
/// taken.
[[nodiscard]] RunsRead read_runs(Session& session, const RunFiles& files);

/// For what takes the runs for independent draws from the ranges: warns of a design whose runs have values in common.
/// @throws InputError for runs of a morris design
void require_sample(Session& session, const Design& design);

/// The uncertain inputs of a scenario file (.toml, .json) or of a table of ranges. Inputs without a source are told.
[[nodiscard]] InputSpace read_input_space(Session& session, const std::string& path);

}  // namespace tarazy
