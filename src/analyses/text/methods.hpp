#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// What do documents and leaders say, and how sure is it?
[[nodiscard]] std::vector<Method> text_methods();
[[nodiscard]] std::vector<Chapter> text_chapters();

}  // namespace tarazy
