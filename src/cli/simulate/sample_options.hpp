#pragma once

#include "cli/simulate/run_tables.hpp"
#include "simulate/designs/sample.hpp"

namespace tarazy {

struct SampleCommand {
    std::string path, scramble = "owen";
    SampleOptions options = {};
};

/// The file of inputs and --base.
void add_sampling_options(CLI::App& app, SampleCommand& command);
void add_scramble_option(CLI::App& app, std::string& scramble);

/// Makes the design and prints it.
void print_design(Session& session, const SampleCommand& command);

}  // namespace tarazy
