#pragma once

#include "serve/own_command.hpp"
#include "serve/served_folder.hpp"
#include "serve/study_runs.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

/// What all pages of one server share.
struct ServedPlace {
    ServedFolder folder;
    std::string program;  ///< the file of this program, for commands of its own
    StudyRuns runs = {};
};

/// Runs a command of this program in the folder that is served and gives what it printed as JSON ("result" of it), with
/// the command as typed, its notes and warnings: {result, command, notes, warnings, status}. `--format json` is added.
/// @throws RefusedRequest (422) with what the command said, when it failed with status 2 to 5; 500 for others above 1
[[nodiscard]] nlohmann::json command_json(const ServedPlace& place, std::vector<std::string> arguments);

/// Refuses a path that a link leads out of the folder. @throws RefusedRequest (403)
void require_within(const ServedPlace& place, const std::string& path);

/// How a path within the folder is named from it.
[[nodiscard]] std::string relative_to(const ServedFolder& folder, const std::string& path);

}  // namespace tarazy
