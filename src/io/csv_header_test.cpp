#include "io/csv_header.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(CsvHeader, DelimiterByExtensionAndInDoubtByTheHeaderLine) {
    EXPECT_EQ(delimiter_of("a,b;c;d\n", "t.csv"), ',');
    EXPECT_EQ(delimiter_of("a,b;c;d\n", "t.txt"), ';');
    EXPECT_EQ(delimiter_of("a;b\n1,2\n", "t.csv.gz"), ';');
    EXPECT_EQ(delimiter_of("a\tb\n", "-"), '\t');
    EXPECT_EQ(delimiter_of("a,b\n", "t.tsv.xz"), '\t');
    EXPECT_EQ(delimiter_of("\n\n\"x;y\"\n", "t.csv"), ',');
    EXPECT_EQ(delimiter_of("", ""), ',');
}

TEST(CsvHeader, LeavesTheScannerAtTheFirstRow) {
    CsvScanner scanner("\n\"a\nb\",c\n1,2\n", ',');
    EXPECT_EQ(read_header(scanner, "t.csv"), (std::vector<std::string>{"a\nb", "c"}));
    EXPECT_EQ(scanner.line(), 4u);
    EXPECT_EQ(scanner.next().text, "1");
}

TEST(CsvHeader, LongNamesAreShortenedInMessagesAtACharacter) {
    std::string name = "x";
    for (int letter = 0; letter < 40; ++letter) name += "қ";
    const std::string text = name + "," + name + "\n";
    CsvScanner scanner(text, ',');
    try {
        static_cast<void>(read_header(scanner, "t.csv"));
        FAIL() << "accepted a name twice";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().what,
                  "the column name '" + name.substr(0, 57) + "...' stands already at column 1");
    }
}

}  // namespace
}  // namespace tarazy
