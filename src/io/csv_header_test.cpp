#include "io/csv_header.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace csv_header_test {

TEST(CsvHeader, LeavesTheScannerAtTheFirstRow) {
    CsvScanner scanner("\n\"a\nb\",c\n1,2\n", ',');
    EXPECT_EQ(read_header(scanner, "t.csv").names, (std::vector<std::string>{"a\nb", "c"}));
    EXPECT_EQ(scanner.line(), 4u);
    EXPECT_EQ(scanner.next().text, "1");
}

TEST(CsvHeader, EmptyNamesAreLeftToTheCallerAndTheLastOnesDropped) {
    CsvScanner scanner("a,,b,,\n", ',');
    const CsvHeader header = read_header(scanner, "t.csv");
    EXPECT_EQ(header.names, (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(header.fields, 5u);
    CsvScanner other("A,B\n", ',');
    EXPECT_EQ(read_header(other, "t.csv", true).names, (std::vector<std::string>{"", "A", "B"}));
    CsvScanner blank("\"\"\n", ',');
    EXPECT_THROW(static_cast<void>(read_header(blank, "t.csv")), InputError);
}

TEST(CsvHeader, BlanksAroundNamesDoNotCount) {
    CsvScanner scanner(
        " a ,\xC2\xA0"
        "b , \" c \"\n",
        ',');
    EXPECT_EQ(read_header(scanner, "t.csv").names, (std::vector<std::string>{"a", "b", " c "}));
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

}  // namespace csv_header_test
}  // namespace tarazy
