#include "text/corpus/text_map.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy::text_map_test {
namespace {

TEST(TextMap, RunsThatTouchBecomeOne) {
    TextMap map;
    map.take(0, 3);
    map.take(3, 2);
    map.replace(1, 5, 4);
    map.take(9, 1);
    EXPECT_EQ(map.runs.size(), 3u);
    EXPECT_EQ(map.length, 7u);
    EXPECT_EQ(map.source_of(4), (TextSpan{4, 5}));
    EXPECT_EQ(map.source_of(5), (TextSpan{5, 9})) << "a replacement stands for all of its source";
    EXPECT_EQ(map.source_of(TextSpan{3, 7}), (TextSpan{3, 10}));
}

TEST(TextMap, TwoChangesAreOne) {
    TextMap first;  // abcdef -> abXef (cd replaced)
    first.take(0, 2);
    first.replace(1, 2, 2);
    first.take(4, 2);
    TextMap second;  // abXef -> bX f
    second.take(1, 2);
    second.replace(1, 3, 1);
    second.take(4, 1);
    const TextMap both = composed(second, first);
    EXPECT_EQ(both.length, 4u);
    EXPECT_EQ(both.source_of(0), (TextSpan{1, 2}));
    EXPECT_EQ(both.source_of(1), (TextSpan{2, 4}));
    EXPECT_EQ(both.source_of(2), (TextSpan{4, 5}));
    EXPECT_EQ(both.source_of(3), (TextSpan{5, 6}));
}

TEST(TextMap, AnUnchangedTextLeadsToItself) {
    const TextMap map = unchanged(5);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(map.source_of(i), (TextSpan{i, i + 1}));
    EXPECT_EQ(composed(map, map).runs, map.runs);
    EXPECT_TRUE(unchanged(0).runs.empty());
}

}  // namespace
}  // namespace tarazy::text_map_test
