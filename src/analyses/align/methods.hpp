#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// How near a state is to each pole: shares, similarity, ideal points, balance.
[[nodiscard]] std::vector<Method> align_methods();
[[nodiscard]] std::vector<Chapter> align_chapters();

}  // namespace tarazy
