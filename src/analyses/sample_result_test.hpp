#pragma once

#include "study/study_result.hpp"

namespace tarazy {

/// A study result with every kind of content a report shows: invented shares and similarities (drawn from smooth
/// curves, not from data), the shipped chronology, propositions with every verdict, hostile characters in texts.
[[nodiscard]] StudyResult sample_result();

}  // namespace tarazy
