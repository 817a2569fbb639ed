#pragma once

#include "text/tokens/tokenise.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What a token is by its characters (general categories of Unicode).
enum class TokenKind { word, number, punctuation, symbol };
[[nodiscard]] TokenKind token_kind(std::string_view token);

/// Lower case of any script (full mapping of Unicode, root locale).
[[nodiscard]] std::string lower_case(std::string_view text);

/// The form that options give a type (NFC, perhaps lower case), or none where they drop its tokens; the stop words are
/// made ready once.
using FormOfType = std::function<std::optional<std::string>(const std::string& type)>;
[[nodiscard]] FormOfType form_of_type(const TokenOptions& options);

/// Gives each type a new form, or none: then its tokens are dropped. Types that become the same are one, and stand in
/// the order of their first token. O(tokens + bytes of types)
void rename_types(Tokens& tokens, const FormOfType& form);

/// Types in the form NFC, dropped and lowered as the options say.
void select_tokens(Tokens& tokens, const TokenOptions& options);

}  // namespace tarazy
