#include "io/statistical_write.hpp"

#include "base/error.hpp"
#include "io/random_table_test.hpp"
#include "io/statistical_read.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace tarazy {
namespace statistical_write_test {

Table back(const Table& table, StatisticalFormat format) {
    return read_statistical(format == StatisticalFormat::stata ? to_dta(table) : to_sav(table), "t", format);
}

Table sample() {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>{2, 705, Column::missing_integer}));
    table.add("share", Column(std::vector<double>{0.1, std::numeric_limits<double>::quiet_NaN(), -2.5e10}));
    table.add("name", Column(std::vector<std::string>{"Қазақстан", "", "Россия"}));
    table.add("big", Column(std::vector<std::int64_t>{std::int64_t{1} << 53, -5'000'000'000, 1}));
    return table;
}

class BothFormats : public testing::TestWithParam<StatisticalFormat> {};

TEST_P(BothFormats, ReadBackTheSame) {
    expect_same_cells(back(sample(), GetParam()), sample());
}

TEST_P(BothFormats, RandomTablesReadBackTheSame) {
    for (std::uint64_t round = 0; round < 60; ++round) {
        Table table = random_table(round);
        Table kept;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].type() == ColumnType::integer) continue;  // 64 bits do not fit
            kept.add("v" + std::to_string(index), table.columns[index]);
        }
        if (kept.columns.empty()) continue;
        const Table again = back(kept, GetParam());
        ASSERT_EQ(again.rows(), kept.rows());
        for (std::size_t index = 0; index < kept.columns.size(); ++index) {
            for (std::size_t row = 0; row < kept.rows(); ++row) {
                std::string expected = kept.columns[index].display(row);
                expected.erase(expected.find_last_not_of(' ') + 1);  // SPSS pads with blanks
                EXPECT_EQ(again.columns[index].display(row), expected);
            }
        }
    }
}

TEST_P(BothFormats, LongTextsAreKeptOrRefused) {
    for (const std::size_t length : {254, 255, 256, 1000, 3000, 5000, 20'000}) {
        Table table;
        table.add("speech", Column(std::vector<std::string>{std::string(length, 'x') + "қ", "", "short"}));
        table.add("note", Column(std::vector<std::string>{std::string(300, 'y'), "z", ""}));
        try {
            expect_same_cells(back(table, GetParam()), table);
        } catch (const InputError& error) {
            EXPECT_TRUE(GetParam() == StatisticalFormat::spss && length > 4000) << error.what();
        }
    }
}

TEST_P(BothFormats, ATableWithoutRowsIsKept) {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>{}));
    EXPECT_EQ(back(table, GetParam()).names, table.names);
}

TEST_P(BothFormats, GiveTheSameBytesInAnyTimeZone) {
    const auto bytes = [&] { return GetParam() == StatisticalFormat::stata ? to_dta(sample()) : to_sav(sample()); };
    ::setenv("TZ", "Asia/Almaty", 1);
    ::tzset();
    const std::string almaty = bytes();
    ::setenv("TZ", "America/New_York", 1);
    ::tzset();
    EXPECT_TRUE(bytes() == almaty);
    ::unsetenv("TZ");
    ::tzset();
}

TEST_P(BothFormats, NamesTheFormatCannotHoldAreAllReported) {
    Table table;
    for (const char* name : {"two words", "fine", "7days"}) table.add(name, Column(std::vector<std::int64_t>{1}));
    try {
        static_cast<void>(back(table, GetParam()));
        FAIL() << "accepted the names";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(error.problems()[1].column, 3u);
    }
}

TEST_P(BothFormats, WholeNumbersThatWouldLoseDigitsAreRefused) {
    Table table;
    table.add("id", Column(std::vector<std::int64_t>{(std::int64_t{1} << 53) + 1}));
    EXPECT_THROW(static_cast<void>(back(table, GetParam())), InputError);
}

INSTANTIATE_TEST_SUITE_P(StatisticalWrite, BothFormats,
                         testing::Values(StatisticalFormat::stata, StatisticalFormat::spss));

}  // namespace statistical_write_test
}  // namespace tarazy
