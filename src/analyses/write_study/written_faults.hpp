#pragma once

#include "analyses/write_study/started_analyses.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A fault that the reader of studies finds in the text of a new study, led back to what was typed: the option or the
/// data files that its line was made of stand in place of the study file, which is not there. O(lines of the text).
[[nodiscard]] Problem fault_of_order(Problem problem, std::string_view study_text, const StudyDraft& draft);

}  // namespace tarazy
