#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The words of a state's name as names are compared: letter case, accents, punctuation and superscript signs are not
/// looked at; articles and "and" in three languages, "former" and "formerly" are left out, customary abbreviations
/// written in full (Rep. republic, Dem. democratic, Fed. federal, Sts. states, St. saint, Is. islands, PDR, DPR, DR).
/// Letters set apart by full stops are one word (U.S.S.R.). UTF-8, invalid bytes replaced.
/// Uses ICU: compatibility decomposition, combining marks removed, default case folding. Text behind the first 4096
/// bytes is not looked at: no state has a longer name.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

/// The words in their order, one blank between them: what a mistyped name is measured against.
[[nodiscard]] std::string folded_name(std::string_view name);

/// The words in byte order, each once: `Korea, Dem. Rep.`, `Democratic Republic of Korea` and
/// `Korea (Democratic Republic of)` have the same. No two states are told apart by the order of words alone.
[[nodiscard]] std::string name_key(std::string_view name);

/// The parts of `Iran (Persia)`, `Burma/Myanmar`, `Timor-Leste, East Timor`: what stands outside and inside of brackets
/// and between commas and strokes. Footnote signs (`[1]`, `(2)`, `[a]`) are no parts. Empty when there is only one.
[[nodiscard]] std::vector<std::string> name_parts(std::string_view name);

/// The name without footnote signs.
[[nodiscard]] std::string without_footnotes(std::string_view name);

}  // namespace tarazy
