#pragma once

// For tests only: the analysis `motives` of the study with every method.

#include "analyses/every_method_test.hpp"

#include <algorithm>

namespace tarazy {

inline const AnalysisResult& motives_result() {
    return *std::ranges::find(every_method_result().analyses, "motives", &AnalysisResult::id);
}

}  // namespace tarazy
