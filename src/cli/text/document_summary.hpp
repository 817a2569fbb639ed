#pragma once

#include "cli/text/text_input.hpp"

namespace tarazy {

/// `doc_id,characters,sentences,tokens,types,words,punctuation,numbers,symbols`, a row a document: characters are code
/// points of the text as it was read, tokens and what follows those that the options leave. Sentences are those of the
/// rules of Unicode for the language of the document, a line end within a paragraph being a blank; with --tokens
/// quanteda those of the peer. @throws UsageError for counts and for standard input, which is read once only
[[nodiscard]] Table document_summary(Session& session, const TextInput& input);

}  // namespace tarazy
