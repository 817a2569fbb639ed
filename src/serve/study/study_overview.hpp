#pragma once

#include "study/study_file.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace tarazy {

/// What a page needs of a study file to show forms and the graph: its head, poles, data, analyses with the parameters
/// of their methods (as written, and what they may be), propositions with their tests, choices. Where the text has
/// faults, these alone under "problems", each with line, column, what and remedy.
/// @param text  may be a draft that was not saved; @param file  where it lies, or would
[[nodiscard]] nlohmann::json study_overview(std::string_view text, const std::string& file, Methods methods);

/// Faults and warnings of a text as a list: {line, column, what, remedy, warning}.
[[nodiscard]] nlohmann::json study_problems(std::string_view text, const std::string& file, Methods methods);

}  // namespace tarazy
