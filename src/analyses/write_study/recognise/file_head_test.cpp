#include "analyses/write_study/recognise/file_head.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"

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

}  // namespace file_head_test
}  // namespace tarazy
