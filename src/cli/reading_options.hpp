#pragma once

#include "cli/command.hpp"

#include <string>

namespace tarazy {

/// The options of reading that every command with tables has, as a group of their own in its help.
void add_reading_options(CLI::App& app, Session& session);

/// What they ask for, into `session.reading`. @throws UsageError
void settle_reading(Session& session);

/// Lets the words `drop` and `bound` of --missing choose what the command does with missing cells; every other item
/// of the list stays a mark of missing cells. @pre the command has the options of reading
void take_missing_policy(CLI::App& app, std::string& policy);

/// Problems of --rename and --recode with columns that no table read so far has; marks and values that are in no cell
/// are warnings. Each is told once.
[[nodiscard]] std::vector<Problem> reading_problems(Session& session);

}  // namespace tarazy
