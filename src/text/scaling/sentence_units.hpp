#pragma once

#include "text/counts/document_feature_matrix.hpp"
#include "text/tokens/tokens.hpp"

namespace tarazy {

/// Sentences as documents of their own: tokens up to and with one of . ! ? and their Chinese forms (U+3002, U+FF01,
/// U+FF1F) or an ellipsis. Types are those of the tokens. A sentence is called as its document with its number,
/// `DOC#3`. Points within numbers and abbreviations are parts of tokens already. O(tokens)
[[nodiscard]] Tokens sentence_units(const Tokens& tokens);

}  // namespace tarazy
