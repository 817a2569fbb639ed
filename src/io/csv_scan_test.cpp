#include "io/csv_scan.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace {

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
    scanner.skip_blank_lines(false);
    EXPECT_EQ(scanner.line(), 4u);
    scanner.skip_blank_lines(true);
    EXPECT_EQ(scanner.line(), 5u);
    EXPECT_EQ(scanner.next().text, "x");
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

}  // namespace
}  // namespace tarazy
