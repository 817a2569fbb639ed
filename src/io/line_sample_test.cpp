#include "io/line_sample.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace line_sample_test {

using Kind = DelimiterFit::Kind;

DelimiterFit fit(std::string_view text, char delimiter) {
    return fit_of(sample_lines(text, 0, 1, delimiter), false);
}

TEST(LineSample, CountsWhatALineHolds) {
    const LineSample sample = sample_lines("\na,\"b, c\",,\n\n,,\n1,2.5,\"3\",x\n", 0, 1, ',');
    ASSERT_EQ(sample.lines.size(), 2u);
    EXPECT_EQ(sample.lines[0].line, 2u);
    EXPECT_EQ(sample.lines[0].fields, 4u);
    EXPECT_EQ(sample.lines[0].filled, 2u);
    EXPECT_EQ(sample.lines[0].extent, 2u);
    EXPECT_EQ(sample.lines[0].quoted, 1u);
    EXPECT_FALSE(sample.lines[0].behind_gap);
    EXPECT_TRUE(sample.lines[0].many_words);
    EXPECT_EQ(sample.lines[1].numbers, 3u);
    EXPECT_TRUE(sample.lines[1].behind_gap);
    EXPECT_TRUE(sample.whole);
}

TEST(LineSample, StopsAfterSixtyLinesAndAMegabyte) {
    std::string text = "a,b\n";
    for (int row = 0; row < 100; ++row) text += "1,2\n";
    EXPECT_EQ(sample_lines(text, 0, 1, ',').lines.size(), 60u);
    EXPECT_FALSE(sample_lines(text, 0, 1, ',').whole);
    const std::string wide = "a,b\n" + std::string(800'000, 'x') + ",1\n" + std::string(800'000, 'y') + ",2\n";
    EXPECT_EQ(sample_lines(wide, 0, 1, ',').lines.size(), 2u);
}

TEST(LineSample, TellsHowWellADelimiterFits) {
    EXPECT_EQ(fit("a,b\n1,2\n", ',').kind, Kind::regular);
    EXPECT_EQ(fit("a,b\n1,2\n", ';').kind, Kind::none);
    EXPECT_EQ(fit("a,b\n1,2\n1\n", ',').kind, Kind::ragged);
    EXPECT_EQ(fit("A,B\nAU,1,0\nBE,1,1\n", ',').kind, Kind::row_names);
    EXPECT_EQ(fit("A,B\n1,0,\n1,1,\n", ',').kind, Kind::regular) << "the rows end in a delimiter";
    EXPECT_EQ(fit("A\nx,1\n", ',').kind, Kind::none);
    EXPECT_EQ(fit("\"A\"\n\"x\",1\n", ',').kind, Kind::row_names);
    EXPECT_EQ(fit("Table 1. Votes\na,b\n1,2\n", ',').kind, Kind::below_title);
    EXPECT_EQ(fit("Table 1. Votes\na,b\n1,2\n", ',').header, 1u);
}

}  // namespace line_sample_test
}  // namespace tarazy
