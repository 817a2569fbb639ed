#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Words that join others and carry no theme of their own: articles, pronouns, prepositions and postpositions,
/// conjunctions, auxiliary verbs, particles. In lower case; for "en", "kk", "ru", "zh", none for any other language.
/// What is left out decides what a comparison of words can find: numerals, adverbs of time and words of address are in
/// none of the lists.
[[nodiscard]] std::vector<std::string> usual_stop_words(std::string_view language);

}  // namespace tarazy
