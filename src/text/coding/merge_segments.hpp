#pragma once

#include "text/coding/segments.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Segments of one file or coder that are to be brought together.
struct SegmentSource {
    std::string name;  ///< of the file, for messages
    std::vector<Segment> segments;
};

/// Where two codings say different things of one place; both are kept.
struct SegmentConflict {
    std::string kind;  ///< memo (same coder, place and code), code (same place, codes differ), extent (same code,
                       ///< places overlap but are not the same)
    Segment one, other;
    std::string source_one, source_other;
};

struct MergedSegments {
    std::vector<Segment> segments;           ///< sorted; every coding of every source
    std::size_t repeated = 0;                ///< codings that stood in more than one source, equal in all fields
    std::vector<SegmentConflict> conflicts;  ///< sorted
};

/// All codings of all sources. Nothing is lost: a coding is left out only if an equal one (document, place, coder,
/// code, memo) of another source is kept; what stands twice in one source stands twice in the result. Conflicts between
/// coders (and of one coder with itself across sources) are listed. O(n log n + overlapping pairs)
[[nodiscard]] MergedSegments merge_segments(const std::vector<SegmentSource>& sources);

/// `kind,doc,start_1,end_1,coder_1,code_1,memo_1,source_1,start_2,...,source_2`.
[[nodiscard]] Table conflict_table(const std::vector<SegmentConflict>& conflicts);

}  // namespace tarazy
