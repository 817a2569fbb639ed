#include "text/coding/merge_segments.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::merge_segments_test {
namespace {

TEST(MergeSegments, LosesNoCoding) {
    const Segment shared{"d", 0, 5, "A", "x", ""}, twice{"d", 30, 35, "A", "x", ""};
    const SegmentSource one{"a.csv", {shared, {"d", 10, 20, "A", "y", "first"}, twice, twice}};
    const SegmentSource other{"b.csv",
                              {shared,
                               {"d", 10, 20, "A", "y", "second"},
                               {"d", 10, 20, "B", "z", ""},
                               {"d", 12, 25, "B", "y", ""},
                               {"e", 0, 1, "B", "x", ""},
                               twice}};
    const MergedSegments merged = merge_segments({one, other});
    EXPECT_EQ(merged.segments.size(), 8u);
    EXPECT_EQ(merged.repeated, 2u) << "the shared one, and one of the two";
    for (const SegmentSource* source : {&one, &other})
        for (const Segment& segment : source->segments)
            EXPECT_GE(std::ranges::count(merged.segments, segment), std::ranges::count(source->segments, segment));
    ASSERT_EQ(merged.conflicts.size(), 5u);
    const auto kinds = [&](const std::string& kind) {
        return std::ranges::count_if(merged.conflicts, [&](const SegmentConflict& c) { return c.kind == kind; });
    };
    EXPECT_EQ(kinds("memo"), 1);
    EXPECT_EQ(kinds("code"), 2) << "y of A against z of B, for each memo";
    EXPECT_EQ(kinds("extent"), 2);
    EXPECT_EQ(conflict_table(merged.conflicts).rows(), 5u);
}

TEST(MergeSegments, OrderOfSourcesOnlyNamesThem) {
    const SegmentSource one{"a", {{"d", 0, 5, "A", "x", ""}}}, other{"b", {{"d", 0, 5, "B", "x", ""}}};
    EXPECT_EQ(merge_segments({one, other}).segments, merge_segments({other, one}).segments);
    EXPECT_TRUE(merge_segments({one, other}).conflicts.empty()) << "two coders agree";
    EXPECT_TRUE(merge_segments({}).segments.empty());
}

}  // namespace
}  // namespace tarazy::merge_segments_test
