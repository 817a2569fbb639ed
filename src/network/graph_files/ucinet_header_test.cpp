#include "network/graph_files/ucinet_header.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ucinet_header_test {

TEST(UcinetHeader, WordsInAnyOrderAndCase) {
    const std::string path = "g.dl";
    UcinetWords words(
        "DL NR=2, NC = 3\nFORMAT = EdgeList2 diagonal absent\nROW LABELS:\n\"a b\"\nc\nCOLUMN LABELS "
        "EMBEDDED\nDATA:\n1",
        path);
    const UcinetHeader header = read_ucinet_header(words, path);
    EXPECT_EQ(header.rows, 2U);
    EXPECT_EQ(header.columns, 3U);
    EXPECT_TRUE(header.two_modes);
    EXPECT_FALSE(header.diagonal);
    EXPECT_EQ(header.row_labels[0].text, "a b");
    EXPECT_TRUE(header.columns_embedded);
    EXPECT_EQ(words.next("")->text, "1");
}

}  // namespace ucinet_header_test
}  // namespace tarazy
