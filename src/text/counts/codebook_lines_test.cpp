#include "base/error.hpp"
#include "text/counts/codebook.hpp"

#include <gtest/gtest.h>

namespace tarazy::codebook_lines_test {
namespace {

std::string fault(const std::string& text, const std::string& path) {
    try {
        (void)read_codebook(text, path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(CodebookLines, OfLiwc) {
    const Codebook codebook = read_codebook("%\n1\tpeace\n2\twar\n%\npeace*\t1\ncold war\t1\t2\n", "a.dic");
    ASSERT_EQ(codebook.codes.size(), 2U);
    EXPECT_EQ(codebook.codes[0].name, "peace");
    EXPECT_EQ(codebook.codes[0].entries.size(), 2U);
    EXPECT_EQ(codebook.codes[1].entries[0].text, "cold war");
    EXPECT_NE(fault("%\n1\tpeace\n%\nwar\t7\n", "a.dic").find("a.dic:4: there is no category 7"), std::string::npos);
    EXPECT_NE(fault("peace\t1\n", "a.dic").find("a.dic:1"), std::string::npos);
}

TEST(CodebookLines, OfLexicoder) {
    const Codebook codebook = read_codebook("+positive\na lie\ngood*\n+negative\nbad\n", "a.lcd");
    ASSERT_EQ(codebook.codes.size(), 2U);
    EXPECT_EQ(codebook.codes[0].entries[0].phrase.size(), 2U);
    EXPECT_NE(fault("good\n", "a.lc3").find("before any code"), std::string::npos);
}

TEST(CodebookLines, OfWordStat) {
    const Codebook codebook =
        read_codebook("POWERS\n\tRUSSIA\n\t\tMOSCOW (1)\n\tCHINA\n\t\tBELT_AND_ROAD (1)\n", "a.cat");
    ASSERT_EQ(codebook.codes.size(), 2U);
    EXPECT_EQ(codebook.codes[0].name, "POWERS.RUSSIA");
    EXPECT_EQ(codebook.codes[1].entries[0].text, "BELT AND ROAD");
    EXPECT_NE(fault("A\n\t\t\tB (1)\n", "a.cat").find("a.cat:2"), std::string::npos);
}

}  // namespace
}  // namespace tarazy::codebook_lines_test
