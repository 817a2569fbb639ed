#include "text/coding/merge_segments.hpp"

#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

struct SourcedSegment {
    Segment segment;
    std::string source;
};

/// The kind of conflict of two overlapping segments of one document; empty if there is none.
std::string conflict_of(const Segment& one, const Segment& other) {
    const bool same_place = one.start == other.start && one.end == other.end;
    if (same_place && one.code == other.code) return one.coder == other.coder && one.memo != other.memo ? "memo" : "";
    if (one.coder == other.coder) return "";  // a coder may give two codes, or code within a coded piece
    if (same_place) return "code";
    return one.code == other.code ? "extent" : "";
}

}  // namespace

MergedSegments merge_segments(const std::vector<SegmentSource>& sources) {
    MergedSegments merged;
    // How often each coding stands in the source that has it most often.
    std::map<Segment, std::pair<std::size_t, std::string>> most;
    for (const SegmentSource& source : sources) {
        std::map<Segment, std::size_t> here;
        for (const Segment& segment : source.segments) ++here[segment];
        for (const auto& [segment, count] : here) {
            auto& [kept, name] = most.try_emplace(segment, 0, source.name).first->second;
            merged.repeated += std::min(kept, count);
            kept = std::max(kept, count);
        }
    }
    std::vector<SourcedSegment> distinct;
    for (const auto& [segment, kept] : most) {
        merged.segments.insert(merged.segments.end(), kept.first, segment);
        distinct.push_back({segment, kept.second});
    }
    // Sorted by document and start: what overlaps a segment stands before its end.
    for (std::size_t at = 0; at < distinct.size(); ++at) {
        const Segment& one = distinct[at].segment;
        for (std::size_t next = at + 1; next < distinct.size(); ++next) {
            const Segment& other = distinct[next].segment;
            if (other.doc != one.doc || other.start >= one.end) break;
            const std::string kind = conflict_of(one, other);
            if (!kind.empty())
                merged.conflicts.push_back({kind, one, other, distinct[at].source, distinct[next].source});
        }
    }
    std::ranges::stable_sort(merged.conflicts, {}, [](const SegmentConflict& conflict) { return conflict.kind; });
    return merged;
}

Table conflict_table(const std::vector<SegmentConflict>& conflicts) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"doc"}, IntegerColumn{"start_1"}, IntegerColumn{"end_1"},
                   TextColumn{"coder_1"}, TextColumn{"code_1"}, TextColumn{"memo_1"}, TextColumn{"source_1"},
                   IntegerColumn{"start_2"}, IntegerColumn{"end_2"}, TextColumn{"coder_2"}, TextColumn{"code_2"},
                   TextColumn{"memo_2"}, TextColumn{"source_2"});
    for (const SegmentConflict& c : conflicts)
        rows.add(c.kind, c.one.doc, c.one.start, c.one.end, c.one.coder, c.one.code, c.one.memo, c.source_one,
                 c.other.start, c.other.end, c.other.coder, c.other.code, c.other.memo, c.source_other);
    return rows.table();
}

}  // namespace tarazy
