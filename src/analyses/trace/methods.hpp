#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// What happened when, and what is said to have led to what.
[[nodiscard]] std::vector<Method> trace_methods();
[[nodiscard]] std::vector<Chapter> trace_chapters();

}  // namespace tarazy
