#pragma once

#include "text/counts/document_feature_matrix.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// A warning when documents of one matrix are written in different languages, as far as letters tell: Latin, Han,
/// Cyrillic with the letters that Kazakh alone has in a fifth of the words or more, other Cyrillic. Then what sets
/// documents apart first is their language, and a scale, or topics, of such a matrix are languages, not positions.
/// Documents with fewer than 10 words in letters do not count. O(features + cells)
[[nodiscard]] std::optional<std::string> language_warning(const DocumentFeatureMatrix& matrix);

}  // namespace tarazy
