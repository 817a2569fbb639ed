#pragma once

#include "text/corpus/text_map.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The sentences of a document (text/corpus/line_sentences.hpp), by the rules of this language or, with "auto", of the
/// document's main one. O(bytes)
[[nodiscard]] std::vector<TextSpan> document_sentences(std::string_view text, const std::string& language);

/// Of each sentence its language: the one given or, with "auto", the one that most of its bytes are in, "und" where
/// that is not known. O(bytes)
[[nodiscard]] std::vector<std::string> sentence_languages(std::string_view text, std::span<const TextSpan> sentences,
                                                          const std::string& language);

}  // namespace tarazy
