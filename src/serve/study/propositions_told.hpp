#pragma once

#include "study/study_file.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace tarazy {

/// The propositions of a study as a form shows them: texts, theory, what others expect, and the tests with the path by
/// which an edit names each ("proposition.P2.test.1") and what they ask for in words. O(propositions + messages)
[[nodiscard]] nlohmann::json propositions_told(const StudyFile& study);

/// What a comparison asks for, {words: {en, kk, ru}}; or {what, remedy} where it is none.
[[nodiscard]] nlohmann::json comparison_told(const StudyFile& study, std::string_view comparison);

/// The numbers that an analysis may have, as tests name them: [{text, uncertain, window}]. What stands in < > is to be
/// filled in. Empty where the method does not tell beforehand, or there is no such analysis.
[[nodiscard]] nlohmann::json quantities_told(const StudyFile& study, std::string_view analysis, Methods methods);

}  // namespace tarazy
