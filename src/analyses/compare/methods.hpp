#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Which combinations of conditions go with an outcome, and what that owes to single codings.
[[nodiscard]] std::vector<Method> compare_methods();
[[nodiscard]] std::vector<Chapter> compare_chapters();

}  // namespace tarazy
