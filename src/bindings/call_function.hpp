#pragma once

#include "cli/install/command_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

enum class CallValue { flag, integer, number, text };

/// An option or argument of a command as a parameter of a function.
struct CallParameter {
    std::string name;    ///< "roll_calls"
    std::string option;  ///< "--roll-calls"; empty where the command knows it by its place
    CallValue value = CallValue::text;
    bool needed = false;
    bool repeats = false;            ///< takes several values
    std::vector<std::string> names;  ///< all that the option is called on the command line
    std::vector<std::string> words;  ///< the values that are allowed, where they are few
    std::string purpose, by_default;
};

/// A command as a function of a package.
struct CallFunction {
    std::vector<std::string> path;  ///< {"align", "similarity"}
    std::string module;             ///< "align"; empty for commands without a noun
    std::string name;               ///< in its module: "similarity", "sobol_indices"
    std::string purpose;
    std::vector<Example> examples;
    std::vector<CallParameter> parameters;  ///< arguments by place, what is needed, its own, what all have
};

/// The commands that do something, without those options that make no sense inside another program (colours, help).
[[nodiscard]] std::vector<CallFunction> call_functions(const std::vector<CommandText>& commands);

/// An argument of a call in an example: the parameter and its values.
struct CallArgument {
    const CallParameter* parameter = nullptr;
    std::vector<std::string> values;  ///< none for a flag
};

/// The words of a command line, quotes taken off; nothing where it is no plain call (pipes, redirections, comments).
[[nodiscard]] std::optional<std::vector<std::string>> shell_words(const std::string& line);

/// An example of the command line as the arguments of the function; nothing where it cannot be one.
[[nodiscard]] std::optional<std::vector<CallArgument>> call_of_example(const CallFunction& function,
                                                                       const std::string& command);

}  // namespace tarazy
