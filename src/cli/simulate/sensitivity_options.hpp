#pragma once

#include "cli/simulate/run_tables.hpp"

namespace tarazy {

struct SensitivityCommand {
    RunFiles files;
    SensitivityOptions options = {};
};

/// The files of runs, --bootstrap and --level.
void add_index_options(CLI::App& app, SensitivityCommand& command);

/// The options with what the session says.
[[nodiscard]] SensitivityOptions settled_sensitivity(const Session& session, const SensitivityCommand& command);

}  // namespace tarazy
