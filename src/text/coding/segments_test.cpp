#include "text/coding/segments.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::segments_test {
namespace {

TEST(Segments, AreReadAndWrittenInOneOrder) {
    const auto segments = read_segments(read_table(TARAZY_SOURCE_DIR "/src/text/testdata/sample_segments.csv"));
    ASSERT_EQ(segments.size(), 7u);
    EXPECT_EQ(coders_of(segments), (std::vector<std::string>{"Coder A", "Coder B"}));
    EXPECT_EQ(codes_of(segments), (std::vector<std::string>{"balance", "bridge", "hedging", "nuclear"}));
    EXPECT_EQ(segments_of_coder(segments, "Coder B").size(), 3u);
    const std::string written = to_csv(segment_table(segments));
    EXPECT_TRUE(written.starts_with("doc,start,end,coder,code,memo\nen note,21,27,Coder A,bridge,\n")) << written;
    EXPECT_EQ(to_csv(segment_table(read_segments(read_csv(written, "w.csv")))), written);
}

TEST(Segments, FaultsAreToldTogether) {
    try {
        (void)read_segments(read_csv("doc,start,end,coder,code\na,5,5,A,x\n,-1,4,A,x\na,1,2,,x\n", "s.csv"));
        FAIL();
    } catch (const InputError& error) {
        const std::string told = error.what();
        EXPECT_NE(told.find("s.csv:2:3: the segment does not go"), std::string::npos) << told;
        EXPECT_NE(told.find("s.csv:3:1: the doc is missing"), std::string::npos) << told;
        EXPECT_NE(told.find("s.csv:3:2: the segment does not go"), std::string::npos) << told;
        EXPECT_NE(told.find("s.csv:4:4: the coder is missing"), std::string::npos) << told;
    }
}

TEST(Segments, MustLieInTheirDocuments) {
    const std::vector<Segment> segments = {
        {"a", 0, 5, "A", "x", ""}, {"b", 0, 9, "A", "x", ""}, {"c", 0, 1, "A", "x", ""}};
    try {
        check_segments(segments, {{"a", 5}, {"b", 8}}, "s.csv");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2u) << error.what();
    }
    check_segments({segments[0]}, {{"a", 5}}, "s.csv");
}

}  // namespace
}  // namespace tarazy::segments_test
