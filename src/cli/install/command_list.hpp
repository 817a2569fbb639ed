#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// An option as the command line knows it, or an argument without a name.
struct OptionText {
    std::vector<std::string> names;  ///< "--output", "-o"; of an argument its one name
    std::string value;               ///< "TEXT", "INT from 0 to 17", "NUMBER"; empty for a flag
    std::vector<std::string> words;  ///< the values that are allowed, where they are few
    std::string purpose;
    std::string by_default;
    bool needed = false;
    bool repeats = false;  ///< takes several values
};

/// One command, or a noun whose verbs are commands.
struct CommandText {
    std::vector<std::string> path;  ///< {"align", "similarity"}; empty for the program itself
    std::string purpose;
    std::vector<Example> examples;
    std::vector<OptionText> arguments, options;
    std::vector<std::string> verbs;  ///< what may follow
};

/// Every command of the program, nouns before their verbs, from the table of options that reads the command line
/// itself: what is made of it cannot name an option that there is not.
[[nodiscard]] std::vector<CommandText> command_list(const CLI::App& program);

/// "align similarity"
[[nodiscard]] std::string path_text(const CommandText& command, char between = ' ');

/// Up to the first full stop, semicolon or colon: what fits beside a name in a list.
[[nodiscard]] std::string first_clause(const std::string& text);

}  // namespace tarazy
