#pragma once

#include "bindings/call_function.hpp"

#include <functional>
#include <string>
#include <vector>

namespace tarazy {

/// A file of a package that is made from the table of options.
struct SourceFile {
    std::string name;  ///< "align.py", "man/align_similarity.Rd"
    std::string text;
};

/// How a value stands in the code of a language.
using QuotedText = std::function<std::string(const std::string&)>;

/// The value of an argument in an example, numbers and texts told apart; several between `open` and `close`.
[[nodiscard]] std::string value_in_code(const CallArgument& argument, const QuotedText& quoted, const std::string& open,
                                        const std::string& close);

/// "one of min, max; default min" and the like behind the purpose of a parameter.
[[nodiscard]] std::string purpose_with_values(const CallParameter& parameter);

/// A text in double quotes with the escapes that Python and R have in common.
[[nodiscard]] std::string in_double_quotes(const std::string& text);

/// What a parameter is to the function that calls: "flag", "one" or "many".
[[nodiscard]] std::string_view arity_word(const CallParameter& parameter);

/// The text with `indent` before each of its lines.
[[nodiscard]] std::string indented(const std::string& text, const std::string& indent);

}  // namespace tarazy
