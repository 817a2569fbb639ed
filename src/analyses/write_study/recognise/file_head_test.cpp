#include "analyses/write_study/recognise/file_head.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace file_head_test {

TEST(FileHead, LinesAboveTheTableAreKept) {
    const FileHead head = read_file_head(sample_path("sipri_imports.csv"), {});
    ASSERT_FALSE(head.signs.title.empty());
    EXPECT_EQ(head.signs.title.front(), "TIV of arms imports to Kazakhstan, 2001-2008");
    EXPECT_TRUE(head.whole);
    EXPECT_EQ(head.fault, "");
}

TEST(FileHead, AFileWithoutHeaderIsToldByItsTabsAndDates) {
    EXPECT_EQ(read_file_head(sample_path("gdelt1.tsv"), {}).signs.bare_fields, 58U);
    EXPECT_EQ(read_file_head(sample_path("gdelt2.tsv"), {}).signs.bare_fields, 61U);
    EXPECT_EQ(read_file_head(sample_path("icews.tsv"), {}).signs.bare_fields, 0U);
}

TEST(FileHead, ARowThatWasCutIsLeftOut) {
    const FileHead head = head_of_bytes("a,b\n1,\"x\ny\"\n2,\"z", false, "f.csv", {});
    EXPECT_EQ(head.fault, "");
    EXPECT_EQ(head.table.rows(), 1U);
    EXPECT_FALSE(head.whole);
}

TEST(FileHead, WhatCannotBeReadIsAFaultAndNoError) {
    const FileHead head = head_of_bytes(std::string("a,b\n1\n2,3\n", 10), true, "f.csv", {});
    EXPECT_NE(head.fault, "");
    EXPECT_EQ(head_of_bytes("", true, "f.csv", {}).table.names.size(), 0U);
}

TEST(FileHead, OfRowsThatCannotBeReadTheHeaderIsKeptAndThePlaceTold) {
    const FileHead head = head_of_bytes("rcid,ccode,vote,session\n1,2,1\n1,365,3,1\n", true, "f.csv", {});
    EXPECT_EQ(head.signs.names, (std::vector<std::string>{"rcid", "ccode", "vote", "session"}));
    EXPECT_NE(head.fault.find("f.csv:2"), std::string::npos) << head.fault;
    EXPECT_NE(head.fault.find("; "), std::string::npos) << "no remedy: " << head.fault;
}

TEST(FileHead, AsManyTabsAndADateAreNotYetEventsOfGdelt) {
    std::string survey;
    for (int row = 0; row < 5; ++row) {
        survey += "1\t20200101";
        for (int field = 2; field < 61; ++field) survey += '\t' + std::to_string(field * row % 7);
        survey += '\n';
    }
    EXPECT_EQ(head_of_bytes(survey, true, "f.tsv", {}).signs.bare_fields, 0U);
}

TEST(FileHead, WhatIsNoTableIsNamed) {
    for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
             {"<!DOCTYPE html>\n<html>404, not found</html>\n", "a web page (HTML)"},
             {"<HTML><table></table></HTML>", "a web page (HTML)"},
             {"[{\"state\": \"KAZ\"}]", "a JSON document"},
             {"{\\rtf1 text}", "a text document (RTF)"},
             {"%PDF-1.4 all ASCII", "a PDF document"}})
        EXPECT_NE(head_of_bytes(bytes, true, "f.csv", {}).fault.find(name), std::string::npos) << bytes;
}

TEST(FileHead, AWorkbookThatIsCutIsAFaultAndPackedTextThatIsCutTooIs) {
    const std::string folder = testing::TempDir();
    write_file_atomically(folder + "file_head_cut.xlsx", "PK\x03\x04 and no more");
    EXPECT_NE(read_file_head(folder + "file_head_cut.xlsx", {}).fault, "");
    // A header, 20 bytes of an endless block of gzip.
    write_file_atomically(folder + "file_head_cut.csv.gz", std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B", 11));
    const std::string fault = read_file_head(folder + "file_head_cut.csv.gz", {}).fault;
    EXPECT_NE(fault.find("end too early"), std::string::npos) << fault;
}

}  // namespace file_head_test
}  // namespace tarazy
