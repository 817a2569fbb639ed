#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A command of this program as a process of its own: whatever a file does to it, the server lives, and stopping it
/// is what Ctrl-C is. What pages show can so be repeated in a terminal, word by word.
struct OwnCommand {
    std::string program;                 ///< to run: this program; a test may name another
    std::vector<std::string> arguments;  ///< {"study", "status", "/home/a/study"}
    std::string folder = {};             ///< to run in; empty: where the server runs
    /// Arguments more, which a person would not type: how progress is told. They go in front of a "--".
    std::vector<std::string> for_server = {};
};

struct CommandLimits {
    std::chrono::milliseconds time = std::chrono::minutes(5);
    std::size_t output = std::size_t{256} << 20;  ///< bytes of standard output
};

struct CommandOutcome {
    int status = 0;  ///< exit status; 130 when it was stopped, 5 when a limit was reached
    std::string output, errors;
};

/// Runs a command to its end. Standard input is empty.
/// @param line  called with each line of standard error as it comes, without its end; nothing: they are only kept
/// @param stop  ends the command as Ctrl-C does, and after two seconds for good
/// @throws FileError if it cannot be started
[[nodiscard]] CommandOutcome run_own_command(const OwnCommand& command, const CommandLimits& limits = {},
                                             std::stop_token stop = {},
                                             const std::function<void(std::string_view)>& line = {});

/// An option and its value, which may look like an option itself ("--help" typed into a form).
[[nodiscard]] std::vector<std::string> option_words(const std::string& name, const std::string& value);

/// How a person would type it: `tarazy study run studies/a`, with quotation marks where a shell needs them.
[[nodiscard]] std::string as_typed(const OwnCommand& command);

}  // namespace tarazy
