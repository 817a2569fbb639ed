#include "cli/install/command_list.hpp"

#include "base/text_lists.hpp"

namespace tarazy {
namespace {

/// "TEXT:{table,csv}" is a value of one of the words, "INT:INT in [0 - 17]" a number between bounds.
void take_type(OptionText& option, const std::string& type) {
    const auto colon = type.find(':');
    option.value = type.substr(0, colon);
    if (option.value == "UINT") option.value = "INT";
    if (colon == std::string::npos) return;
    const std::string rule = type.substr(colon + 1);
    const auto open = rule.find('{'), close = rule.find('}', open), from = rule.find(" in ["),
               dash = rule.find(" - ", from);
    if (open != std::string::npos && close != std::string::npos)
        option.words = split(rule.substr(open + 1, close - open - 1), ',');
    else if (from != std::string::npos && dash != std::string::npos)
        option.value += " from " + rule.substr(from + 5, dash - from - 5) + " to " +
                        rule.substr(dash + 3, rule.find(']', dash) - dash - 3);
}

OptionText text_of(const CLI::Option& option) {
    OptionText text;
    for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
    if (text.names.empty()) text.names.push_back(option.get_name());
    if (option.get_type_size() != 0) take_type(text, option.get_type_name());
    text.purpose = option.get_description();
    text.by_default = option.get_default_str();
    text.needed = option.get_required();
    text.repeats = option.get_items_expected_max() > 1 || option.get_expected_max() > 1;
    return text;
}

const auto every_command = [](const CLI::App*) { return true; };

void append_commands(const CLI::App& app, const std::vector<std::string>& path, std::vector<CommandText>& list) {
    CommandText command;
    command.path = path;
    command.purpose = app.get_description();
    if (path.empty()) command.purpose = command.purpose.substr(0, command.purpose.find("\n\n"));
    command.examples = examples_of(app);
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;  // hidden
        (option->get_positional() ? command.arguments : command.options).push_back(text_of(*option));
    }
    for (const CLI::App* verb : app.get_subcommands(every_command)) command.verbs.push_back(verb->get_name());
    list.push_back(std::move(command));
    for (const CLI::App* verb : app.get_subcommands(every_command)) {
        std::vector<std::string> longer = path;
        longer.push_back(verb->get_name());
        append_commands(*verb, longer, list);
    }
}

}  // namespace

std::vector<CommandText> command_list(const CLI::App& program) {
    std::vector<CommandText> list;
    append_commands(program, {}, list);
    return list;
}

std::string path_text(const CommandText& command, char between) {
    std::string text;
    for (const std::string& word : command.path) text += (text.empty() ? "" : std::string(1, between)) + word;
    return text;
}

std::string first_clause(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '.' || text[at] == ';' || text[at] == ':' || text[at] == '?';
        if (text[at] == '\n' || (ends && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')))
            return text.substr(0, text[at] == '?' ? at + 1 : at);
    }
    return text;
}

}  // namespace tarazy
