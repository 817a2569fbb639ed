#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Which institutions carry which function, and is the state a bridge between the poles?
[[nodiscard]] std::vector<Method> network_methods();
[[nodiscard]] std::vector<Chapter> network_chapters();

}  // namespace tarazy
