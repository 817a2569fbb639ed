#include "bindings/python_source.hpp"

#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace tarazy {
namespace {

constexpr std::string_view python_head = "# Made from the program's table of options when the package is built.\n";

/// A word of the language gets a line behind it: `from_`, `lambda_`.
std::string python_name(const std::string& name) {
    constexpr std::array<std::string_view, 35> words = {
        "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
        "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
        "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
        "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
    return std::ranges::find(words, name) == words.end() ? name : name + '_';
}

std::string docstring_text(std::string text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '\\' || letter == '"') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

std::string python_type(const CallParameter& parameter) {
    std::string type = "Value";
    if (parameter.value == CallValue::flag) return "bool";
    if (!parameter.words.empty()) {
        type = "Literal[" + joined(parameter.words, ", ", in_double_quotes) + "]";
    } else if (parameter.value == CallValue::integer) {
        type = "int";
    } else if (parameter.value == CallValue::number) {
        type = "float";
    }
    if (type == "Value") return type;
    return parameter.repeats ? type + " | Sequence[" + type + "]" : type;
}

/// The parameters in the brackets of a definition. @param typed  with types, as a stub has them
std::string signature(const CallFunction& function, bool typed) {
    std::string text;
    bool named_only = false;
    for (const CallParameter& parameter : function.parameters) {
        if (!parameter.option.empty() && !named_only) {
            add_item(text, "*");
            named_only = true;
        }
        std::string item = python_name(parameter.name);
        if (typed) item += ": " + python_type(parameter);
        if (!parameter.needed) {
            const bool flag = parameter.value == CallValue::flag;
            if (typed)
                item += flag ? " = ..." : " | None = ...";
            else
                item += flag ? "=False" : "=None";
        }
        add_item(text, item);
    }
    return text;
}

std::string kind_in_docstring(const CallParameter& parameter) {
    switch (parameter.value) {
        case CallValue::flag: return "bool";
        case CallValue::integer: return parameter.repeats ? "int or list of int" : "int";
        case CallValue::number: return parameter.repeats ? "float or list of float" : "float";
        case CallValue::text: break;
    }
    if (!parameter.words.empty()) return "str";
    return parameter.repeats ? "str, path or DataFrame, or list of them" : "str, path or DataFrame";
}

std::string python_call(const CallFunction& function, const std::vector<CallArgument>& arguments) {
    std::string text;
    for (const CallArgument& argument : arguments) {
        const std::string value =
            argument.values.empty() ? "True" : value_in_code(argument, in_double_quotes, "[", "]");
        add_item(text,
                 argument.parameter->option.empty() ? value : python_name(argument.parameter->name) + '=' + value);
    }
    return "tarazy." + (function.module.empty() ? "" : function.module + '.') + python_name(function.name) + '(' +
           text + ')';
}

std::string examples_in_docstring(const CallFunction& function) {
    std::string text;
    for (const Example& example : function.examples) {
        auto arguments = call_of_example(function, example.command);
        if (!arguments) continue;
        // By place first, as Python asks for.
        std::stable_partition(arguments->begin(), arguments->end(),
                              [](const CallArgument& one) { return one.parameter->option.empty(); });
        text += "# " + example.purpose + "\n" + python_call(function, *arguments) + "\n";
    }
    return text;
}

std::string docstring(const CallFunction& function) {
    std::string text = function.purpose + "\n\n" + "On the command line: tarazy " + joined(function.path, " ") + "\n";
    text += "\nParameters\n----------\n";
    for (const CallParameter& parameter : function.parameters) {
        text += python_name(parameter.name) + " : " + kind_in_docstring(parameter) +
                (parameter.needed ? "" : ", optional") + "\n" + indented(purpose_with_values(parameter), "    ") + "\n";
    }
    const std::string examples = examples_in_docstring(function);
    if (!examples.empty()) text += "\nExamples\n--------\n" + examples;
    return indented("\"\"\"" + docstring_text(text) + "\"\"\"", "    ") + "\n";
}

std::string definition(const CallFunction& function) {
    const std::string name = python_name(function.name);
    std::string rows;
    for (const CallParameter& parameter : function.parameters) {
        rows += "    (\"" + python_name(parameter.name) + "\", \"" + parameter.option + "\", \"" +
                std::string(arity_word(parameter)) + "\"),\n";
    }
    return "\n\ndef " + name + "(" + signature(function, false) + "):\n" + docstring(function) + "    return _call(_" +
           name + "_command, _" + name + "_parameters, locals())\n\n\n_" + name + "_command = (" +
           joined(function.path, ", ", in_double_quotes) + ",)\n_" + name + "_parameters = (\n" + rows + ")\n";
}

struct PythonModule {
    std::string purpose;
    std::vector<const CallFunction*> functions;
};

std::string stub_of(const PythonModule& module, const std::string& imports) {
    std::string text(python_head);
    text += "from typing import List, Literal, Sequence\n\nfrom tarazy._call import Result, Value\n" + imports +
            "\n__all__: List[str]\n";
    for (const CallFunction* function : module.functions)
        text += "\ndef " + python_name(function->name) + "(" + signature(*function, true) + ") -> Result: ...\n";
    return text;
}

std::string module_text(const PythonModule& module, const std::string& imports, const std::vector<std::string>& names) {
    std::string text = "\"\"\"" + docstring_text(module.purpose) + "\"\"\"\n\n" + std::string(python_head) +
                       "from tarazy._call import call as _call\n" + imports + "\n__all__ = [\n";
    for (const std::string& name : names) text += "    \"" + name + "\",\n";
    text += "]\n";
    for (const CallFunction* function : module.functions) text += definition(*function);
    return text;
}

}  // namespace

std::vector<SourceFile> python_sources(const std::vector<CommandText>& commands) {
    const std::vector<CallFunction> functions = call_functions(commands);
    std::map<std::string, PythonModule> modules;
    for (const CallFunction& function : functions) modules[function.module].functions.push_back(&function);
    for (const CommandText& command : commands) {
        if (command.path.size() < 2 && modules.contains(command.path.empty() ? "" : command.path.front()))
            modules[command.path.empty() ? "" : command.path.front()].purpose = command.purpose;
    }
    std::vector<std::string> nouns;
    for (const auto& [name, module] : modules)
        if (!name.empty()) nouns.push_back(name);
    std::vector<SourceFile> files;
    for (const auto& [name, module] : modules) {
        std::vector<std::string> names = name.empty() ? nouns : std::vector<std::string>();
        for (const CallFunction* function : module.functions) names.push_back(python_name(function->name));
        const std::string file = name.empty() ? "commands" : name;
        const std::string imports = name.empty() ? "from tarazy import " + joined(nouns, ", ") + "\n" : "";
        std::string in_stub;
        if (name.empty())
            in_stub = "from tarazy import " +
                      joined(nouns, ", ", [](const std::string& noun) { return noun + " as " + noun; }) + "\n";
        files.push_back({file + ".py", module_text(module, imports, names)});
        files.push_back({file + ".pyi", stub_of(module, in_stub)});
    }
    return files;
}

}  // namespace tarazy
