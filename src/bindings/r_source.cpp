#include "bindings/r_source.hpp"

#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tarazy {
namespace {

/// A word of the language gets a line behind it: `function_`, `in_`.
std::string r_name(const std::string& name) {
    constexpr std::array<std::string_view, 15> words = {"if",       "else", "repeat", "while", "for",
                                                        "function", "next", "break",  "in",    "TRUE",
                                                        "FALSE",    "NULL", "NA",     "NaN",   "Inf"};
    return std::ranges::find(words, name) == words.end() ? name : name + '_';
}

std::string r_function_name(const CallFunction& function) {
    return (function.module.empty() ? "tarazy" : function.module) + '_' + function.name;
}

std::string r_default(const CallParameter& parameter) {
    if (parameter.needed) return "";
    return parameter.value == CallValue::flag ? " = FALSE" : " = NULL";
}

std::string r_definition(const CallFunction& function) {
    std::string parameters, table;
    for (const CallParameter& parameter : function.parameters) {
        add_item(parameters, r_name(parameter.name) + r_default(parameter), ",\n    ");
        add_item(table,
                 r_name(parameter.name) + " = c(\"" + parameter.option + "\", \"" + std::string(arity_word(parameter)) +
                     "\")",
                 ",\n        ");
    }
    return "\n" + r_function_name(function) + " <- function(\n    " + parameters + ") {\n    call_tarazy(c(" +
           joined(function.path, ", ", in_double_quotes) + "), list(\n        " + table + "), environment())\n}\n";
}

/// Text in a page of help: its marks are escaped.
std::string rd_text(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '\\' || letter == '%' || letter == '{' || letter == '}') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

/// Code in a page of help.
std::string rd_code(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '\\' || letter == '%') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

/// The line that lists show beside the name: no more than fits, no mark at its end.
std::string rd_title(const CallFunction& function) {
    std::string title = function.purpose.substr(0, function.purpose.find('\n'));
    title = first_clause(title);
    if (title.size() > 100) title = title.substr(0, title.rfind(' ', 100));
    while (!title.empty() && (title.back() == ',' || title.back() == '.')) title.pop_back();
    return title;
}

std::string r_example(const CallFunction& function, const std::vector<CallArgument>& arguments) {
    std::string text;
    for (const CallArgument& argument : arguments) {
        const std::string value =
            argument.values.empty() ? "TRUE" : value_in_code(argument, in_double_quotes, "c(", ")");
        const bool by_place = argument.parameter->option.empty();
        add_item(text, by_place ? value : r_name(argument.parameter->name) + " = " + value, ",\n    ");
    }
    return r_function_name(function) + '(' + text + ")\n";
}

std::string r_examples(const CallFunction& function) {
    std::string text;
    for (const Example& example : function.examples) {
        const auto arguments = call_of_example(function, example.command);
        if (arguments) text += "# " + example.purpose + "\n" + r_example(function, *arguments);
    }
    if (text.empty()) return "";
    return "\\examples{\\dontrun{\n# in the folder of the source code, where the examples lie\n" + rd_code(text) +
           "}}\n";
}

std::string rd_page(const CallFunction& function) {
    const std::string name = r_function_name(function);
    std::string usage, arguments;
    for (const CallParameter& parameter : function.parameters) {
        add_item(usage, r_name(parameter.name) + r_default(parameter), ",\n    ");
        arguments += "\\item{" + r_name(parameter.name) + "}{" + rd_text(purpose_with_values(parameter)) +
                     (parameter.needed ? " (needed)" : "") + "}\n";
    }
    return "\\name{" + name + "}\n\\alias{" + name + "}\n\\title{" + rd_text(rd_title(function)) +
           "}\n\\description{\n" + rd_text(function.purpose) + "\n\nOn the command line: \\code{tarazy " +
           joined(function.path, " ") + "}.\n}\n\\usage{\n" + name + "(\n    " + usage + ")\n}\n\\arguments{\n" +
           arguments +
           "}\n\\value{A data frame or list of class \\code{tarazy_result}, or a text; see \\link{tarazy_result}.}\n" +
           r_examples(function);
}

}  // namespace

std::vector<SourceFile> r_sources(const std::vector<CommandText>& commands) {
    std::string code = "# Made from the program's table of options when the package is built.\n";
    std::vector<SourceFile> files;
    for (const CallFunction& function : call_functions(commands)) {
        code += r_definition(function);
        files.push_back({"man/" + r_function_name(function) + ".Rd", rd_page(function)});
    }
    files.push_back({"R/commands.R", std::move(code)});
    return files;
}

}  // namespace tarazy
