#pragma once

#include "study/outcome.hpp"

namespace tarazy {

/// A study outcome with every kind of content a report shows: invented shares and similarities (drawn from smooth
/// curves, not from data), the shipped chronology, propositions with every verdict, hostile characters in texts.
[[nodiscard]] StudyOutcome sample_outcome();

}  // namespace tarazy
