#pragma once

#include "text/corpus/text_map.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

enum class Language : std::uint8_t { kk, ru, en, zh, und };
inline constexpr std::size_t language_count = 5;
/// The code of BCP 47; `und`: another language, or none.
[[nodiscard]] std::string_view to_string(Language language) noexcept;

struct LanguageSegment {
    std::size_t begin = 0;  ///< bytes of the text, the end exclusive
    std::size_t end = 0;
    Language language = Language::und;
    double confidence = 0;    ///< probability of the language by the model below, given the whole text
    std::size_t letters = 0;  ///< that told something
};

/// The language of each sentence of a text.
///
/// The letters of a sentence are counted by kind and weighed with the chances that each language gives them (naive
/// Bayes). Alone, that is the rule: Chinese or Latin letters by their script, `en` when fewer than one Latin letter in
/// thirty has a diacritic; Cyrillic is `kk` where the letters әіңғүұқөһ are more than 2.5 % of it, else `ru`; letters
/// of no Kazakh or Russian word, and ө, ү, ң without ә, і, ғ, қ, ұ (Kyrgyz, Mongolian), are `und`. A sentence with
/// fewer than 12 letters says nothing. The languages of a text follow from those of its sentences by the best path
/// (Viterbi 1967), each change of language costing 3 nats; the confidence is by the forward-backward recursion (Rabiner
/// 1989) on the same model. O(bytes)
[[nodiscard]] std::vector<LanguageSegment> language_segments(std::string_view text);

/// Neighbours of the same language put together, up to the end of the last; the confidence is the mean by letters.
[[nodiscard]] std::vector<LanguageSegment> merged_segments(std::span<const LanguageSegment> segments);

/// The language with the most letters, `und` where none has any.
[[nodiscard]] Language main_language(std::span<const LanguageSegment> segments);

}  // namespace tarazy
