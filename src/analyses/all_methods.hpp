#pragma once

#include "report/chapter.hpp"
#include "study/method.hpp"

namespace tarazy {

/// All methods of this program, family by family.
[[nodiscard]] Methods all_methods();

/// What they say in the report.
[[nodiscard]] Chapters all_chapters();

}  // namespace tarazy
