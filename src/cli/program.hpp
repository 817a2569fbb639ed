#pragma once

#include "cli/command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tarazy {

/// The program: every noun and verb with their options. The commands work on `session` when the command line is parsed.
[[nodiscard]] std::unique_ptr<CLI::App> build_program(Session& session);

/// What could not be used of a command line, and what the user probably meant; behind it, which help to see.
[[nodiscard]] std::string usage_message(const CLI::App& program, const CLI::ParseError& error,
                                        const std::vector<std::string>& arguments);

/// The nouns and verbs that were named on the command line: " align similarity", with the blank before each.
[[nodiscard]] std::string named_commands(const CLI::App& program);

/// Runs one command in this process. Nothing is written to standard output or error; what the command would write there
/// is given back, tables as tables, with all digits. Files that it is told to write are written.
/// @param arguments  as typed behind the program's name: {"align", "similarity", "votes.csv"}. --help gives its text.
/// @throws UsageError, InputError, FileError, LimitError as the program's exit statuses 2 to 5; Interrupted
[[nodiscard]] CommandResult run_command(const std::vector<std::string>& arguments, const GivenTables& tables = {},
                                        const Work& work = {});

}  // namespace tarazy
