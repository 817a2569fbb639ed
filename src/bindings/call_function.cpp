#include "bindings/call_function.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace tarazy {
namespace {

/// What only a terminal has a use for.
constexpr std::array<std::string_view, 5> options_of_terminals = {"--help", "--version", "--quiet", "--no-color",
                                                                  "--progress"};

/// What every command has, as `add_command` and `add_reading_options` add it: it stands behind what is its own.
constexpr std::array<std::string_view, 14> options_of_all = {
    "--format",     "--output",   "--digits",    "--seed",    "--threads", "--spreadsheet-safe", "--sheet",
    "--header-row", "--encoding", "--delimiter", "--decimal", "--missing", "--rename",           "--recode"};

/// 0 for what is needed, 1 for what is the command's own, 2 for what all have.
int rank_of(const OptionText& option) {
    if (option.needed) return 0;
    return std::ranges::find(options_of_all, std::string_view(option.names.front())) == options_of_all.end() ? 1 : 2;
}

CallValue value_kind(const OptionText& option) {
    if (option.value.empty()) return CallValue::flag;
    if (option.value.starts_with("INT")) return CallValue::integer;
    if (option.value.starts_with("FLOAT") || option.value.starts_with("NUMBER")) return CallValue::number;
    return CallValue::text;
}

std::string parameter_name(std::string name) {
    name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
    for (char& letter : name)
        letter = letter == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return name;
}

/// What the help says about the command line and is otherwise in a package.
std::string purpose_in_package(const OptionText& option) {
    const std::string& name = option.names.front();
    if (name == "--format")
        return "json: the nested result in place of its table, where there are both; else of the file that `output` "
               "names";
    if (name == "--output") return "write the result to this file (or folder) instead of returning it";
    if (name == "--digits") return "decimals in the file that `output` names; what is returned has all digits";
    if (name == "--spreadsheet-safe") return "in the file that `output` names, " + option.purpose;
    return option.purpose;
}

CallParameter parameter_of(const OptionText& option, bool by_place) {
    CallParameter parameter;
    parameter.name = parameter_name(option.names.front());
    if (!by_place) parameter.option = option.names.front();
    parameter.value = value_kind(option);
    parameter.needed = option.needed;
    parameter.repeats = option.repeats;
    parameter.names = option.names;
    parameter.words = option.words;
    parameter.purpose = purpose_in_package(option);
    parameter.by_default = option.by_default;
    return parameter;
}

std::vector<CallParameter> parameters_of(const CommandText& command) {
    std::vector<CallParameter> parameters;
    for (const OptionText& argument : command.arguments) parameters.push_back(parameter_of(argument, true));
    for (const int rank : {0, 1, 2}) {
        for (const OptionText& option : command.options) {
            const std::string_view name = option.names.front();
            if (rank_of(option) != rank || std::ranges::find(options_of_terminals, name) != options_of_terminals.end())
                continue;
            CallParameter parameter = parameter_of(option, false);
            // The table of `hindcast` is called series, and so is the column that names them.
            const auto same = [&](const CallParameter& one) { return one.name == parameter.name; };
            if (std::ranges::any_of(parameters, same)) parameter.name += "_option";
            parameters.push_back(std::move(parameter));
        }
    }
    return parameters;
}

/// The verbs behind the noun. @param path  the noun first
std::string name_in_module(const std::vector<std::string>& path) {
    std::string name;
    for (std::size_t i = 1; i < path.size(); ++i) name += (name.empty() ? "" : "_") + path[i];
    std::ranges::replace(name, '-', '_');
    return name;
}

const CallParameter* parameter_called(const CallFunction& function, const std::string& option) {
    for (const CallParameter& parameter : function.parameters)
        if (std::ranges::find(parameter.names, option) != parameter.names.end()) return &parameter;
    return nullptr;
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word[0] == '-' && std::isdigit(static_cast<unsigned char>(word[1])) == 0;
}

/// The next argument without a name that has no value yet.
const CallParameter* next_by_place(const CallFunction& function, const std::vector<CallArgument>& taken) {
    for (const CallParameter& parameter : function.parameters) {
        if (!parameter.option.empty()) continue;
        const auto has = [&](const CallArgument& one) { return one.parameter == &parameter; };
        if (parameter.repeats || std::ranges::none_of(taken, has)) return &parameter;
    }
    return nullptr;
}

CallArgument& argument_for(std::vector<CallArgument>& arguments, const CallParameter* parameter) {
    for (CallArgument& argument : arguments)
        if (argument.parameter == parameter) return argument;
    return arguments.emplace_back(CallArgument{parameter, {}});
}

/// Takes an option and its values. @return whether it is one of the function
bool take_option(const CallFunction& function, const std::vector<std::string>& words, std::size_t& at,
                 std::vector<CallArgument>& arguments) {
    std::string name = words[at++];
    std::optional<std::string> value;
    if (const auto equals = name.find('='); name.starts_with("--") && equals != std::string::npos) {
        value = name.substr(equals + 1);
        name.resize(equals);
    }
    const CallParameter* parameter = parameter_called(function, name);
    if (parameter == nullptr) return false;
    CallArgument& argument = argument_for(arguments, parameter);
    if (parameter->value == CallValue::flag) return !value;
    if (value) {
        argument.values.push_back(*value);
        return true;
    }
    do {
        if (at == words.size()) return false;
        argument.values.push_back(words[at++]);
    } while (parameter->repeats && at < words.size() && !is_option(words[at]));
    return true;
}

}  // namespace

std::vector<CallFunction> call_functions(const std::vector<CommandText>& commands) {
    std::vector<CallFunction> functions;
    for (const CommandText& command : commands) {
        if (command.examples.empty()) continue;  // the program itself, or a noun
        CallFunction function;
        function.path = command.path;
        // `report` is a command and has a verb: both lie where the commands without a noun do.
        const auto is_noun = [&](const CommandText& one) {
            return one.path.size() == 1 && one.path.front() == command.path.front() && one.examples.empty();
        };
        const bool in_module = command.path.size() > 1 && std::ranges::any_of(commands, is_noun);
        if (in_module) function.module = command.path.front();
        std::vector<std::string> whole = command.path;
        if (!in_module) whole.insert(whole.begin(), "");
        function.name = name_in_module(whole);
        function.purpose = command.purpose;
        function.examples = command.examples;
        function.parameters = parameters_of(command);
        functions.push_back(std::move(function));
    }
    return functions;
}

std::optional<std::vector<std::string>> shell_words(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool begun = false;
    char quote = 0;
    for (const char letter : line) {
        if (quote != 0) {
            if (letter == quote)
                quote = 0;
            else
                word += letter;
        } else if (letter == '\'' || letter == '"') {
            quote = letter;
            begun = true;
        } else if (letter == ' ') {
            if (begun) words.push_back(std::move(word));
            word.clear();
            begun = false;
        } else if (std::string_view("|<>;&#$`\\*").find(letter) != std::string_view::npos) {
            return std::nullopt;
        } else {
            word += letter;
            begun = true;
        }
    }
    if (quote != 0) return std::nullopt;
    if (begun) words.push_back(std::move(word));
    return words;
}

std::optional<std::vector<CallArgument>> call_of_example(const CallFunction& function, const std::string& command) {
    const auto words = shell_words(command);
    if (!words || words->size() <= function.path.size() || words->front() != "tarazy" ||
        !std::equal(function.path.begin(), function.path.end(), words->begin() + 1))
        return std::nullopt;
    std::vector<CallArgument> arguments;
    for (std::size_t at = 1 + function.path.size(); at < words->size();) {
        const std::string& word = (*words)[at];
        if (is_option(word)) {
            if (!take_option(function, *words, at, arguments)) return std::nullopt;
            continue;
        }
        const CallParameter* parameter = next_by_place(function, arguments);
        if (parameter == nullptr) return std::nullopt;
        argument_for(arguments, parameter).values.push_back(word);
        ++at;
    }
    return arguments;
}

}  // namespace tarazy
