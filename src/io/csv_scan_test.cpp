#include "io/csv_scan.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace csv_scan_test {

using Stop = CsvScanner::Stop;
using Fault = CsvScanner::Fault;

TEST(CsvScanner, FieldsLinesAndStops) {
    CsvScanner scanner("a,\"b\nc\"\r\n,d", ',');
    EXPECT_EQ(scanner.next().text, "a");
    EXPECT_EQ(scanner.stop(), Stop::delimiter);
    const CsvScanner::Field quoted = scanner.next();
    EXPECT_EQ(quoted.text, "b\nc");
    EXPECT_TRUE(quoted.quoted);
    EXPECT_EQ(quoted.line, 1u);
    EXPECT_EQ(scanner.stop(), Stop::line_end);
    EXPECT_EQ(scanner.line(), 3u);
    EXPECT_EQ(scanner.next().text, "");
    EXPECT_EQ(scanner.next().text, "d");
    EXPECT_EQ(scanner.stop(), Stop::text_end);
    EXPECT_TRUE(scanner.done());
}

TEST(CsvScanner, DoubledQuotesBecomeOne) {
    CsvScanner scanner("\"\"\"\",\"a\"\"b\"\"\"\n", ',');
    EXPECT_EQ(scanner.next().text, "\"");
    EXPECT_EQ(scanner.next().text, "a\"b\"");
}

TEST(CsvScanner, GoesOnBehindAFaultOfQuoting) {
    CsvScanner scanner("\"a\"x,b\n\"open", ',');
    EXPECT_EQ(scanner.next().fault, Fault::text_after_quote);
    EXPECT_EQ(scanner.next().text, "b");
    const CsvScanner::Field open = scanner.next();
    EXPECT_EQ(open.fault, Fault::open_quote);
    EXPECT_EQ(open.line, 2u);
    EXPECT_TRUE(scanner.done());
    EXPECT_EQ(csv_fault(open, 3, "t.csv").column, 3u);
}

TEST(CsvScanner, BlankLinesAreCounted) {
    CsvScanner scanner("\n\r\n\r \t\nx", ',');
    scanner.skip_blank_lines();
    EXPECT_EQ(scanner.line(), 5u);
    EXPECT_EQ(scanner.next().text, "x");
}

TEST(CsvScanner, RowsOfDelimitersAndBlanksAreEmptyUnlessSomethingIsQuoted) {
    for (const char* text : {",,\nx", " , \t,\nx", ",\xC2\xA0,\r\nx", ",,\rx"}) {
        CsvScanner scanner(text, ',');
        EXPECT_TRUE(scanner.skip_empty_row()) << text;
        EXPECT_EQ(scanner.line(), 2u);
        EXPECT_EQ(scanner.next().text, "x") << text;
    }
    for (const char* text : {",\"\",\n", "x,,\n", ",,x\n", "\"\",\n"}) {
        CsvScanner scanner(text, ',');
        EXPECT_FALSE(scanner.skip_empty_row()) << text;
        EXPECT_EQ(scanner.line(), 1u);
    }
    CsvScanner last(",,", ',');
    EXPECT_TRUE(last.skip_empty_row());
    EXPECT_TRUE(last.done());
}

TEST(CsvScanner, BlanksAroundUnquotedFieldsAndAroundQuotesDoNotCount) {
    CsvScanner scanner(
        " a ,\xC2\xA0"
        "b\xE2\x80\xAF,  \"c, d\" , \" e \",5 \"x\" y, \"q\" z\t\n",
        ',');
    for (const char* wanted : {"a", "b", "c, d", " e ", "5 \"x\" y", "\"q\" z"}) {
        const CsvScanner::Field field = scanner.next();
        EXPECT_EQ(field.text, wanted);
        EXPECT_EQ(field.fault, Fault::none);
    }
    EXPECT_EQ(scanner.stop(), Stop::line_end);
    CsvScanner tabs("\ta\t b \n", '\t');
    EXPECT_EQ(tabs.next().text, "");
    EXPECT_EQ(tabs.next().text, "a");
    EXPECT_EQ(tabs.next().text, "b");
}

TEST(CsvScanner, TheQuickLookAtEdgesMissesNoBlank) {
    for (const char* blank : {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87"}) {
        for (const std::string& text : {std::string(blank), blank + std::string("x"), std::string("x") + blank}) {
            EXPECT_TRUE(may_have_blanks_around(text.data(), text.data() + text.size()));
            EXPECT_LE(without_blanks_around(text).size(), 1u);
        }
    }
    for (const std::string text : {"x", "Р", "КНР", "Я", "", "é"}) {
        EXPECT_FALSE(may_have_blanks_around(text.data(), text.data() + text.size())) << text;
        EXPECT_EQ(without_blanks_around(text), text);
    }
}

TEST(CsvScanner, EndOfFieldIsFoundAtEveryOffset) {
    for (std::size_t length = 0; length < 70; ++length) {
        for (const char stop : {',', '\n', '\r'}) {
            const std::string text = std::string(length, 'x') + stop + std::string(20, ',');
            EXPECT_EQ(end_of_field(text.data(), text.data() + text.size(), ','), text.data() + length);
        }
        const std::string open(length, 'x');
        EXPECT_EQ(end_of_field(open.data(), open.data() + open.size(), ','), open.data() + length);
    }
}

}  // namespace csv_scan_test
}  // namespace tarazy
