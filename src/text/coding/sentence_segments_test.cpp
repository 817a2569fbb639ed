#include "text/coding/sentence_segments.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::sentence_segments_test {
namespace {

const Table documents = read_csv("doc_id,text\na,\"Полигон жабылды. Peace is kept.\nBoth.\"\n", "documents.csv");

TEST(SentenceSegments, PlacesAreCodePoints) {
    const auto segments = sentence_segments(
        read_csv("doc_id,sentence,codes\na,1,memory\na,2,peace;trade\na,3,\n", "s.csv"), documents, "auto", "machine");
    ASSERT_EQ(segments.size(), 3U);
    EXPECT_EQ(segments[0], (Segment{"a", 0, 16, "machine", "memory", ""}));
    EXPECT_EQ(segments[1], (Segment{"a", 17, 31, "machine", "peace", ""}));
    EXPECT_EQ(segments[2].code, "trade");
}

TEST(SentenceSegments, TheSheetNamesItsCoders) {
    const auto segments = sentence_segments(read_csv("doc_id,sentence,codes,coder\na,1,memory,Aigerim\n", "s.csv"),
                                            documents, "auto", "");
    EXPECT_EQ(segments.at(0).coder, "Aigerim");
}

TEST(SentenceSegments, FaultsAreToldTogether) {
    try {
        (void)sentence_segments(read_csv("doc_id,sentence,codes,coder\nb,1,x,A\na,9,x,A\na,1,x,\n", "sheet.csv"),
                                documents, "auto", "");
        FAIL();
    } catch (const InputError& error) {
        const std::string told = error.what();
        EXPECT_NE(told.find("sheet.csv:2:1: there is no document 'b'"), std::string::npos) << told;
        EXPECT_NE(told.find("sheet.csv:3:2: 'a' has 3 sentences"), std::string::npos) << told;
        EXPECT_NE(told.find("sheet.csv:4:4: the coder is not named"), std::string::npos) << told;
    }
}

}  // namespace
}  // namespace tarazy::sentence_segments_test
