#pragma once

#include "text/coding/segments.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Code x document: `code,doc,segments,characters,coders`; characters are those that the code's segments cover, each
/// once whatever the number of coders. Pairs without a segment have no row. Sorted. O(n log n)
[[nodiscard]] Table code_document_table(const std::vector<Segment>& segments);

/// Code x code: `code_1,code_2,overlaps,nearby,documents,characters`, code_1 before code_2, or the same code of
/// different coders left out. `overlaps`: pairs of segments that share a character; `nearby`: pairs in one document
/// that share none and have fewer than `within` code points between them; `documents`: documents with both codes;
/// `characters`: shared by both codes, each once. Pairs of codes that are never in one document have no row.
/// @param same_coder  only pairs of segments of one coder
/// O(n log n + pairs within reach)
[[nodiscard]] Table code_pair_table(const std::vector<Segment>& segments, std::size_t within, bool same_coder);

}  // namespace tarazy
