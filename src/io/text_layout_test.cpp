#include "io/text_layout.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_layout_test {

struct Case {
    const char* text;
    char delimiter;
    std::size_t header_line;
    const char* path = "t.csv";
};

TEST(TextLayout, DelimiterAndHeaderAreFoundFromTheContent) {
    const Case cases[] = {
        {"a,b\n1,2\n", ',', 1},
        {"a;b\n1;2\n", ';', 1},
        {"a\tb\n1\t2\n", '\t', 1},
        {"a|b\n1|2\n", '|', 1},
        {"a;b\n1;2\n", ';', 1, "t.tsv"},
        {"a,b\n1,2\n", ',', 1, "t.tsv"},
        {"a,b\tc\n1,2\t3\n", '\t', 1},
        {"a,b\tc\n1,2\t3\n", '\t', 1, "t.tsv"},
        // semicolons with decimal commas
        {"case;dev;urb\nAUS;0,81;0,12\n", ';', 1},
        {"case;dev\nAUS;0,81\nBEL;1\n", ';', 1},
        {"state;exports, mln\nKAZ;8,6\nRUS;9,7\n", ';', 1},
        {"Страна;Год;Экспорт, млн долл.\nКазахстан;2001;8,6\nКазахстан;2002;9,7\n", ';', 1},
        // semicolons inside the cells of a comma table
        {"case,members\nA,x; y\nB,z; w\n", ',', 1},
        {"case,members\nA,x;y\nB,z;w\n", ',', 1},
        // delimiters in quotes do not count
        {"\"a;b\",c\n\"1;2\",3\n", ',', 1},
        {"\"a,b\";c\n\"1,2\";3\n", ';', 1},
        {"\"two\nlines;x\",b\n1,2\n", ',', 1},
        // headers alone, and nothing
        {"a;b", ';', 1},
        {"a;b,c;d", ';', 1},
        {"", ',', 1},
        {"", '\t', 1, "t.tsv"},
        {"one column\nof, words\n", ',', 1},
        {"edtf\n1991\n", ',', 1},
        {"members\nx;y\nz;w\n", ',', 1},
        // R's write.table
        {"\"A\" \"B\"\n\"AU\" 1 0\n\"BE\" 1 1\n", ' ', 1},
        {"x y\n1 2\n3 4\n", ' ', 1},
        {"first name\nJohn Smith\nMary Jones\n", ',', 1},
        // Excel's declaration
        {"sep=;\na;b\n1,5;2\n", ';', 2},
        {"\"sep=|\"\na|b\n", '|', 2},
        {"SEP=,\r\na,b;c\r\n", ',', 2},
        // titles
        {"Table 1. Exports, mln\n\ncase;v\nKAZ;8,6\n", ';', 3},
        {"Table 1\ncase,A,B\nx,1,2\ny,3,4\n", ',', 2},
        {"Votes of 1991,,\ncase,A,B\nx,1,2\n", ',', 2},
        {"Votes,,\n,,\ncase,A,B\nx,1,2\n", ',', 3},
        {"\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2024-05-30\",\n\n"
         "\"Country Name\",\"Country Code\",\"Indicator\",\"1960\",\"1961\",\n\"Aruba\",\"ABW\",\"x\",\"\",\"1\",\n",
         ',', 5},
        {"Heading\nSecond heading\ncase\tA\nx\t1\ny\t2\n", '\t', 3},
        // no titles
        {"case,,A\nx,y,1\n", ',', 1},
        {"\"\",\"x\"\n\"AU\",1\n\"BE\",2\n", ',', 1},
        {"a,b\n1,2\n1\n1,2\n\n1,2,3\n", ',', 1},
    };
    for (const Case& one : cases) {
        const TextLayout layout = layout_of(one.text, one.path, {});
        EXPECT_EQ(layout.delimiter, one.delimiter) << one.text;
        EXPECT_EQ(layout.line, one.header_line) << one.text;
    }
}

TEST(TextLayout, TheCallerGoesBeforeWhatIsFound) {
    EXPECT_EQ(layout_of("a;b\n1;2\n", "t.csv", {.delimiter = ','}).delimiter, ',');
    EXPECT_EQ(layout_of("sep=;\na;b\n", "t.csv", {.delimiter = '|'}).delimiter, '|');
    const TextLayout layout = layout_of("x\ny,z\n1,2\n", "t.csv", {.header_row = 2});
    EXPECT_EQ(layout.line, 2u);
    EXPECT_EQ(layout.begin, 2u);
    EXPECT_EQ(layout_of("Table 1. Votes\ncase,A\nx,1\n", "t.csv", {.header_row = 1}).line, 1u);
}

TEST(TextLayout, AHeaderRowThatIsNotThereIsNamed) {
    const auto fault = [](const char* text, std::size_t row) {
        try {
            static_cast<void>(layout_of(text, "t.csv", {.header_row = row}));
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    EXPECT_EQ(fault("a,b\n1,2\n", 4),
              "t.csv: --header-row 4: the file has 2 lines; give the line that names the columns");
    EXPECT_EQ(fault("a,b\n \n1,2\n", 2),
              "t.csv:2: --header-row 2: the line is empty; give the line that names the columns");
}

TEST(TextLayout, WhatIsAssumedIsNoted) {
    EXPECT_TRUE(layout_of("a,b\n1,2\n", "t.csv", {}).notes.empty());
    EXPECT_EQ(layout_of("a;b\n1;2\n", "t.csv", {}).notes,
              std::vector<std::string>{"its fields are parted by semicolons"});
    EXPECT_EQ(layout_of("Table 1\ncase,A,B\nx,1,2\n", "t.csv", {}).notes,
              std::vector<std::string>{"the table begins on line 2, below 'Table 1'; --header-row says otherwise"});
    EXPECT_TRUE(layout_of("a;b\n1;2\n", "t.csv", {.delimiter = ';'}).notes.empty());
}

/// Six lines of title above a table of four.
TEST(TextLayout, TheTitleMayHaveMoreLinesThanTheTable) {
    const std::string title =
        "\"TIV of arms exports to Kazakhstan, 2000-2002\"\n\"Generated: 12 March 2024\"\n\"Figures are expressed in "
        "millions.\"\n\"Figures may not add up.\"\n\"Source: SIPRI\"\n\n";
    const std::string table = ",2000,2001,2002,Total\nRussia,5,10,,15\nTotal,5,10,,15\n";
    const TextLayout layout = layout_of(title + table, "t.csv", {});
    EXPECT_EQ(layout.begin, title.size());
    ASSERT_EQ(layout.title.size(), 5u);
    EXPECT_EQ(layout.title.front(), "TIV of arms exports to Kazakhstan, 2000-2002");
    EXPECT_EQ(layout_of(title + table + "\nSource: somebody\n", "t.csv", {}).begin, title.size());
    // A table of one column whose texts hold commas stays one.
    EXPECT_EQ(layout_of("text\nwell\nnow, here, there\nnow, then, ever\n", "t.csv", {}).begin, 0u);
}

TEST(TextLayout, LinesAboveAGivenHeaderAreItsTitle) {
    const TextLayout layout = layout_of("notes\n\na,b\n1,2\n", "t.csv", {.header_row = 3});
    EXPECT_EQ(layout.title, std::vector<std::string>{"notes"});
    EXPECT_TRUE(layout_of("a,b\n1,2\n", "t.csv", {}).title.empty());
}

}  // namespace text_layout_test
}  // namespace tarazy
