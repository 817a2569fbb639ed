#include "study/reading_hints.hpp"

#include <array>
#include <functional>

namespace tarazy {
namespace {

/// An option, the key of a study file that does its work, and the role of the data that a file given by it would have.
struct OptionInStudy {
    std::string_view option, key, role;
};
constexpr std::array<OptionInStudy, 10> options_in_study = {{{"--sheet", "sheet", ""},
                                                             {"--header-row", "header_row", ""},
                                                             {"--encoding", "encoding", ""},
                                                             {"--delimiter", "delimiter", ""},
                                                             {"--decimal", "decimal", ""},
                                                             {"--missing", "missing", ""},
                                                             {"--rename", "columns", ""},
                                                             {"--recode", "recode", ""},
                                                             {"--roll-calls", "", "roll_calls"},
                                                             {"--bridges", "", "bridges"}}};

bool goes_on(std::string_view text, std::size_t at) {
    return at < text.size() && (text[at] == '-' || (text[at] >= 'a' && text[at] <= 'z'));
}

/// What follows an option as its value: up to a blank, without the punctuation of the sentence; empty when the sentence
/// just goes on.
std::string_view value_behind(std::string_view message, std::size_t at, std::string_view key) {
    if (at >= message.size() || message[at] != ' ') return {};
    std::string_view value = message.substr(at + 1);
    value = value.substr(0, value.find_first_of(" ;"));
    while (!value.empty() && (value.back() == ',' || value.back() == '.' || value.back() == ')'))
        value.remove_suffix(1);
    if (key == "decimal" && (value == "comma" || value == "point")) return value;
    const bool pair = (key == "columns" || key == "recode") && value.find('=') != std::string_view::npos;
    return pair ? value : std::string_view();
}

using Wording = std::function<std::string(const OptionInStudy&, std::string_view value)>;

/// The message with each option of reading in other words. What stands between single quotation marks with a command in
/// it ('tarazy data convert --rename ..') is right everywhere.
std::string reworded(std::string_view message, const Wording& wording) {
    std::string text;
    bool in_command = false;
    for (std::size_t at = 0; at < message.size();) {
        if (message.substr(at).starts_with("'tarazy ")) {
            in_command = true;
        } else if (message[at] == '\'') {
            in_command = false;
        }
        const OptionInStudy* found = nullptr;
        for (const OptionInStudy& one : options_in_study) {
            if (!in_command && message.substr(at).starts_with(one.option) && !goes_on(message, at + one.option.size()))
                found = &one;
        }
        if (found == nullptr) {
            text += message[at++];
            continue;
        }
        at += found->option.size();
        const std::string_view value = value_behind(message, at, found->key);
        text += wording(*found, value);
        if (!value.empty()) at += 1 + value.size();
    }
    return text;
}

std::string key_with_value(std::string_view key, std::string_view value) {
    if (key == "recode") return "recode = [\"" + std::string(value) + "\"]";
    if (key == "decimal") return "decimal = \"" + std::string(value) + '"';
    const std::size_t equals = value.find('=');
    return "columns = { " + std::string(value.substr(0, equals)) + " = \"" + std::string(value.substr(equals + 1)) +
           "\" }";
}

}  // namespace

std::string hint_of_study_file(std::string_view message) {
    bool placed = false;
    return reworded(message, [&](const OptionInStudy& one, std::string_view value) {
        if (!one.role.empty()) return "data of the role '" + std::string(one.role) + "'";
        std::string text =
            value.empty() ? "the key '" + std::string(one.key) + "'" : "'" + key_with_value(one.key, value) + "'";
        if (!placed) text += value.empty() ? " of its [data.KEY] in study.toml" : " in its [data.KEY] of study.toml";
        placed = true;
        return text;
    });
}

std::string hint_of_convert(std::string_view message) {
    bool placed = false;
    return reworded(message, [&](const OptionInStudy& one, std::string_view value) {
        if (!one.role.empty()) return "a further --data " + std::string(one.role) + "=FILE";
        std::string text(one.option);
        if (!value.empty()) text += ' ' + std::string(value);
        if (!placed) text += " of 'tarazy data convert'";
        placed = true;
        return text;
    });
}

}  // namespace tarazy
