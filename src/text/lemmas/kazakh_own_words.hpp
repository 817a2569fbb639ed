#pragma once

#include <string_view>

namespace tarazy {

/// Words that the word list of hunspell lacks or has in no usable form; our own, from general knowledge of the
/// language. Separated by spaces or line ends, each list ends with a space.

/// Verbs in -ы, -і (whose gerund hides the vowel), in -и, -у, and short ones.
extern const std::string_view kazakh_own_verbs;
extern const std::string_view kazakh_own_nouns;
/// Names: states, cities, persons that texts on international relations speak of.
extern const std::string_view kazakh_own_names;

}  // namespace tarazy
