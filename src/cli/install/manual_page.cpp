#include "cli/install/manual_page.hpp"
#include "base/program_version.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Text as roff prints it: no sign of it is a request or an escape.
std::string roff(const std::string& text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || text[at - 1] == '\n';
        if (begins && (text[at] == '.' || text[at] == '\'')) safe += "\\&";
        if (text[at] == '\\') {
            safe += "\\e";
        } else if (text[at] == '-') {
            safe += "\\-";  // a minus that can be copied, not a hyphen
        } else if (text[at] == '\n' && at + 1 < text.size() && text[at + 1] == '\n') {
            safe += "\n.PP\n";
            while (at + 1 < text.size() && text[at + 1] == '\n') ++at;
        } else {
            safe += text[at];
        }
    }
    return safe;
}

std::string dashed(const CommandText& command) {
    return command.path.empty() ? "tarazy" : "tarazy-" + path_text(command, '-');
}

std::string value_text(const OptionText& option) {
    std::string text;
    for (const std::string& word : option.words) text += (text.empty() ? "" : "|") + word;
    if (text.empty()) text = option.value;
    return option.repeats && !text.empty() ? text + " ..." : text;
}

std::string option_paragraph(const OptionText& option) {
    std::string head;
    for (const std::string& name : option.names) head += (head.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
    const std::string value = value_text(option);
    if (!value.empty()) head += " \\fI" + roff(value) + "\\fR";
    std::string purpose = roff(option.purpose);
    if (option.needed) purpose += purpose.empty() ? "needed" : " (needed)";
    if (!option.by_default.empty()) purpose += " (default: " + roff(option.by_default) + ")";
    return ".TP\n" + head + "\n" + purpose + "\n";
}

std::string synopsis(const CommandText& command) {
    std::string line = "\\fBtarazy";
    if (!command.path.empty()) line += ' ' + roff(path_text(command));
    line += "\\fR";
    if (!command.verbs.empty()) return line + " \\fICOMMAND\\fR ...\n";
    line += " [\\fIOPTIONS\\fR]";
    for (const OptionText& argument : command.arguments) {
        const std::string name = "\\fI" + roff(argument.names.front()) + "\\fR" + (argument.repeats ? " ..." : "");
        line += argument.needed ? ' ' + name : " [" + name + ']';
    }
    return line + '\n';
}

constexpr const char* exit_statuses =
    ".SH EXIT STATUS\n"
    ".TP\n0\ndone\n.TP\n1\na check or a comparison failed\n.TP\n2\nusage\n.TP\n3\nbad input\n"
    ".TP\n4\na file cannot be read or written\n.TP\n5\na limit was reached (memory, steps, time); what was written is "
    "said\n"
    ".TP\n70\na fault of the program\n.TP\n130\ninterrupted\n";

/// What stands directly above, beside and below it.
std::string see_also(const CommandText& command, const std::vector<CommandText>& all) {
    std::string line;
    for (const CommandText& other : all) {
        const bool below = other.path.size() == command.path.size() + 1 &&
                           std::equal(command.path.begin(), command.path.end(), other.path.begin());
        const bool above = other.path.size() + 1 == command.path.size() &&
                           std::equal(other.path.begin(), other.path.end(), command.path.begin());
        if (below || above) line += (line.empty() ? "" : ", ") + ("\\fB" + roff(dashed(other)) + "\\fR(1)");
    }
    return ".SH SEE ALSO\n" + line + '\n';
}

}  // namespace

std::string manual_page_name(const CommandText& command) {
    return dashed(command) + ".1";
}

std::string manual_page(const CommandText& command, const std::vector<CommandText>& all) {
    std::string title = dashed(command);
    std::ranges::transform(title, title.begin(),
                           [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    std::string page = ".TH \"" + title + "\" 1 \"\" \"tarazy " + program_version() + "\" \"Tarazy\"\n";
    page += ".SH NAME\n" + roff(dashed(command)) + " \\- " + roff(first_clause(command.purpose)) + '\n';
    page += ".SH SYNOPSIS\n" + synopsis(command);
    page += ".SH DESCRIPTION\n" + roff(command.purpose) + '\n';
    if (!command.arguments.empty()) {
        page += ".SH ARGUMENTS\n";
        for (const OptionText& argument : command.arguments) page += option_paragraph(argument);
    }
    if (!command.verbs.empty()) {
        page += ".SH COMMANDS\n";
        for (const CommandText& other : all) {
            if (other.path.size() != command.path.size() + 1 ||
                !std::equal(command.path.begin(), command.path.end(), other.path.begin()))
                continue;
            page += ".TP\n\\fB" + roff(other.path.back()) + "\\fR\n" + roff(first_clause(other.purpose)) + '\n';
        }
    }
    page += ".SH OPTIONS\n";
    for (const OptionText& option : command.options) page += option_paragraph(option);
    if (!command.examples.empty()) {
        page += ".SH EXAMPLES\n";
        for (const Example& example : command.examples)
            page += ".PP\n" + roff(example.purpose) + ":\n.PP\n.RS 4\n.nf\n" + roff(example.command) + "\n.fi\n.RE\n";
    }
    if (command.verbs.empty()) page += exit_statuses;
    return page + see_also(command, all);
}

}  // namespace tarazy
