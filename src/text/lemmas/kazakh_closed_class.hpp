#pragma once

#include <string>
#include <unordered_map>

namespace tarazy {

/// Words that no rule of suffixes gives: pronouns and their cases, the copula, particles, conjunctions, postpositions,
/// words worn short in speech. Form to lemma, lower case; by the convention of Universal Dependencies for Kazakh.
using KazakhClosedClass = std::unordered_map<std::u32string, std::u32string>;

[[nodiscard]] KazakhClosedClass kazakh_closed_class();

}  // namespace tarazy
