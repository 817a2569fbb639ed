#include "io/local_numbers.hpp"

#include "base/number_text.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace local_numbers_test {

Table column_of(std::vector<std::string> cells, char delimiter = ';', char decimal = '\0') {
    Table table;
    table.add("x", Column(std::span<const std::string>(cells)));
    read_local_numbers(table, delimiter, decimal);
    return table;
}

TEST(LocalNumbers, FormsOfOneCell) {
    EXPECT_EQ(local_number("0,81")->as_decimal, "0.81");
    EXPECT_EQ(local_number("-12,5")->as_decimal, "-12.5");
    EXPECT_EQ(local_number("\xE2\x88\x92"
                           "3")
                  ->as_decimal,
              "-3");
    EXPECT_EQ(local_number("1 234,5")->as_decimal, "1234.5");
    EXPECT_EQ(local_number("1\xC2\xA0"
                           "234\xC2\xA0"
                           "567")
                  ->as_decimal,
              "1234567");
    EXPECT_EQ(local_number("1\xE2\x80\xAF"
                           "234,5")
                  ->as_decimal,
              "1234.5");
    EXPECT_EQ(local_number("1.234.567,89")->as_decimal, "1234567.89");
    EXPECT_EQ(local_number("1,234.5")->as_thousands, "1234.5");
    EXPECT_EQ(local_number("1,234,567")->as_thousands, "1234567");
    EXPECT_EQ(local_number("1,234")->as_decimal, "1.234");
    EXPECT_EQ(local_number("1,234")->as_thousands, "1234");
    EXPECT_EQ(local_number("0,234")->comma, LocalNumber::Comma::decimal);
    EXPECT_EQ(local_number("8,6E-05")->as_decimal, "8.6E-05");
    for (const char* text : {"", "a", "1", "2.5", ",5", "5,", "007,5", "1,2,3", "12 34", "1 2345", "1,23.4", "1.2,3.4",
                             "1 234.567,8", "0 123", "1991-12-16", "12,5%", "1;2", "1, 2"}) {
        EXPECT_FALSE(local_number(text).has_value()) << text;
    }
}

TEST(LocalNumbers, PointsPartThousandsWhereTheUserSaysDecimalComma) {
    ReadOptions options;
    const std::string text = "c;w\na;1.000\nb;2.500\n";
    EXPECT_EQ(read_csv(text, "t.csv", options)["w"].type(), ColumnType::real);
    options.decimal = ',';
    const Table table = read_csv(text, "t.csv", options);
    EXPECT_EQ(table["w"].integer(1), 2500);
    options.decimal = '.';
    EXPECT_EQ(read_csv("c;v;w\na;1,5;1.000\n", "t.csv", options)["w"].type(), ColumnType::real);
}

TEST(LocalNumbers, AColumnBecomesNumbersOnlyAsAWhole) {
    const Table table = column_of({"0,81", "1", "NA", "", "-2,5"});
    ASSERT_EQ(table["x"].type(), ColumnType::real);
    EXPECT_DOUBLE_EQ(*table["x"].real(0), 0.81);
    EXPECT_TRUE(table["x"].missing(2));
    EXPECT_EQ(table.origin.notes, std::vector<std::string>{"commas were read as decimal points in x"});
    for (const auto& cells : std::vector<std::vector<std::string>>{
             {"0,81", "high"}, {"0,81", "0.5"}, {"0,81", "007"}, {"12 34", "0,5"}, {"192.168.001", "10.000.000"}}) {
        EXPECT_EQ(column_of(cells)["x"].type(), ColumnType::text) << cells[0] << ' ' << cells[1];
        EXPECT_TRUE(column_of(cells).origin.notes.empty());
    }
}

TEST(LocalNumbers, MarksOfThousandsAreLeftOut) {
    const Table blanks = column_of({"1 234", "999",
                                    "12\xC2\xA0"
                                    "345"});
    EXPECT_EQ(blanks["x"].integer(2), 12345);
    EXPECT_EQ(blanks.origin.notes, std::vector<std::string>{"marks of thousands were left out in x"});
    EXPECT_EQ(column_of({"1.234,5", "1.234"})["x"].real(1), 1234);
    EXPECT_EQ(column_of({"1,234,567", "1,234"}, ',')["x"].integer(1), 1234);
    EXPECT_EQ(column_of({"1,234.5", "1,234"}, ',')["x"].real(1), 1234);
}

TEST(LocalNumbers, ACommaBeforeThreeDigitsIsAskedAbout) {
    const Table asked = column_of({"1,234", "5,678"}, ',');
    EXPECT_EQ(asked["x"].type(), ColumnType::text);
    ASSERT_EQ(asked.origin.notes.size(), 1u);
    EXPECT_NE(asked.origin.notes[0].find("--decimal comma or --decimal point"), std::string::npos);
    EXPECT_EQ(column_of({"1,234", "5,678"}, ';')["x"].real(0), 1.234);
    EXPECT_EQ(column_of({"1,234", "5,678"}, ',', ',')["x"].real(0), 1.234);
    EXPECT_EQ(column_of({"1,234", "5,678"}, ',', '.')["x"].integer(0), 1234);
    EXPECT_EQ(column_of({"0,5"}, ';', '.')["x"].type(), ColumnType::text);
    Table two;
    two.add("x", Column(std::vector<std::string>{"1,234"}));
    two.add("y", Column(std::vector<std::string>{"0,5"}));
    read_local_numbers(two, ',', '\0');
    EXPECT_EQ(two["x"].real(0), 1.234) << "another column has decimal commas";
}

/// Any number, written with a decimal comma and with blanks between thousands, reads as the same number.
TEST(LocalNumbers, EveryNumberReadsTheSameInEveryForm) {
    Random random(3, "local numbers", 0);
    for (int round = 0; round < 2000; ++round) {
        const auto whole = random.below(10'000'000'000 >> random.below(30));
        const std::string decimals = std::to_string(1 + random.below(9)) + std::to_string(1 + random.below(9));
        std::string grouped = std::to_string(whole);
        const std::string plain = (round % 2 == 0 ? "-" : "") + grouped + "." + decimals;
        const std::string marks[] = {"", " ", "\xC2\xA0", "."};
        const std::string& mark = marks[random.below(4)];
        for (std::size_t at = grouped.size(); at > 3;) grouped.insert(at -= 3, mark);
        const std::string text = (round % 2 == 0 ? "-" : "") + grouped + "," + decimals;
        const Table table = column_of({text, "0,5"});
        ASSERT_EQ(table["x"].type(), ColumnType::real) << text;
        EXPECT_EQ(*table["x"].real(0), *parse_real(plain)) << text;
    }
}

}  // namespace local_numbers_test
}  // namespace tarazy
