#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// What if one pole grows or hardens, or a guarantee fails?
[[nodiscard]] std::vector<Method> simulate_methods();
[[nodiscard]] std::vector<Chapter> simulate_chapters();

}  // namespace tarazy
