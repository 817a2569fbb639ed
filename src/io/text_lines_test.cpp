#include "io/text_lines.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tarazy {
namespace text_lines_test {

std::string file_with(const std::string& text) {
    const std::string path = testing::TempDir() + "text_lines_test.toml";
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

TEST(TextLines, ATextGoesThroughATableInAnyOrderOfRows) {
    const std::string text = "[run]\n\nfirst_year = 2025  # a, \"b\"\n";
    const Table lines = text_lines(file_with(text));
    ASSERT_EQ(lines.rows(), 3u);
    EXPECT_EQ(lines.origin.sha256, sha256_hex(text));
    EXPECT_EQ(text_of_lines(lines), text);
    EXPECT_EQ(text_of_lines(take_rows(lines, std::vector<std::size_t>{2, 0, 1})), text);
    EXPECT_EQ(text_of_lines(take_rows(lines, std::vector<std::size_t>{2})), "\n\nfirst_year = 2025  # a, \"b\"\n");
}

TEST(TextLines, EndsOfLinesAreOneAndAnEmptyFileHasNone) {
    EXPECT_EQ(text_of_lines(text_lines(file_with("a\r\nb"))), "a\nb\n");
    EXPECT_EQ(text_lines(file_with("")).rows(), 0u);
    EXPECT_EQ(text_of_lines(text_lines(file_with(""))), "");
}

TEST(TextLines, AreUtf8WhateverTheFileIs) {
    const Table lines = text_lines(file_with("# \xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED\n"));
    EXPECT_EQ(lines["text"].text(0), "# Казахстан");
    ASSERT_EQ(lines.origin.notes.size(), 1u);
    EXPECT_EQ(lines.origin.notes[0], "it was read as Windows-1251");
    EXPECT_THROW((void)text_lines(file_with(std::string("a\0b\n", 4))), InputError);
}

TEST(TextLines, ALineWithoutNumberIsRefused) {
    EXPECT_THROW((void)text_of_lines(read_csv("line,text\n0,a\n", "t.csv")), InputError);
    EXPECT_THROW((void)text_of_lines(read_csv("line,text\n,a\n", "t.csv")), InputError);
}

}  // namespace text_lines_test
}  // namespace tarazy
