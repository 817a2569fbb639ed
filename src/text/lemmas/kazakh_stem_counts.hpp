#pragma once

#include "text/lemmas/kazakh_families.hpp"

namespace tarazy {

/// Counts of Kazakh stems that come with the program: soft counts (`stem_families`) over raw sentences without any
/// annotation; kazakh_stem_counts.md says of which text and by which command. Read once.
[[nodiscard]] const StemFamilies& kazakh_stem_counts();

}  // namespace tarazy
