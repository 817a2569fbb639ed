#include "bindings/source_file.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

namespace tarazy {

std::string value_in_code(const CallArgument& argument, const QuotedText& quoted, const std::string& open,
                          const std::string& close) {
    const CallValue kind = argument.parameter->value;
    const auto in_code = [&](const std::string& value) {
        const bool number = (kind == CallValue::integer || kind == CallValue::number) && parse_real(value).has_value();
        return number ? value : quoted(value);
    };
    if (argument.values.size() == 1) return in_code(argument.values.front());
    return open + joined(argument.values, ", ", in_code) + close;
}

std::string purpose_with_values(const CallParameter& parameter) {
    std::string text = parameter.purpose;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (!parameter.words.empty()) add("one of " + joined(parameter.words, ", "));
    if (!parameter.by_default.empty()) add("default " + parameter.by_default);
    return text;
}

std::string in_double_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        if (letter == '\n')
            quoted += "\\n";
        else
            quoted += letter;
    }
    return quoted + '"';
}

std::string_view arity_word(const CallParameter& parameter) {
    if (parameter.value == CallValue::flag) return "flag";
    return parameter.repeats ? "many" : "one";
}

std::string indented(const std::string& text, const std::string& indent) {
    std::string result;
    for (const std::string& line : split(text, '\n'))
        result += (result.empty() ? "" : "\n") + (line.empty() ? "" : indent + line);
    return result;
}

}  // namespace tarazy
