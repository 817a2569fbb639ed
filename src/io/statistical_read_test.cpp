#include "io/statistical_read.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/statistical_write.hpp"

#include <gtest/gtest.h>
#include <readstat.h>

namespace tarazy {
namespace statistical_read_test {

std::string small_file(StatisticalFormat format) {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>{2, 705, 365}));
    table.add("share", Column(std::vector<double>{0.5, 1, 2}));
    table.add("name", Column(std::vector<std::string>{"USA", "Қазақстан", std::string(3000, 'x')}));
    return format == StatisticalFormat::stata ? to_dta(table) : to_sav(table);
}

class StatisticalRead : public testing::TestWithParam<StatisticalFormat> {};

TEST_P(StatisticalRead, WholeNumbersAreIntegersAndOthersReal) {
    const Table table = read_statistical(small_file(GetParam()), "t", GetParam());
    EXPECT_EQ(table["ccode"].type(), ColumnType::integer);
    EXPECT_EQ(table["share"].type(), ColumnType::real);
    EXPECT_EQ(table["name"].text(1), "Қазақстан");
}

TEST_P(StatisticalRead, TruncatedFilesAreInputErrorsOrShorterButNeverACrash) {
    const std::string whole = small_file(GetParam());
    for (std::size_t length = 0; length < whole.size() / 2; length += 1 + whole.size() / 200) {
        EXPECT_THROW(static_cast<void>(read_statistical(whole.substr(0, length), "t", GetParam())), InputError)
            << length;
    }
}

TEST_P(StatisticalRead, DamagedFilesAreNeverACrash) {
    const std::string whole = small_file(GetParam());
    Random random(5, "damage", 0);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = whole;
        for (std::uint64_t count = 1 + random.below(4); count > 0; --count) {
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        }
        try {
            static_cast<void>(read_statistical(bytes, "t", GetParam()));
        } catch (const InputError&) {
        } catch (const LimitError&) {
        }
    }
}

TEST_P(StatisticalRead, OtherFilesAreRefused) {
    for (const std::string& bytes :
         {std::string(), std::string("a,b\n1,2\n"), std::string(5000, '\xFF'), std::string(5000, '\0')}) {
        EXPECT_THROW(static_cast<void>(read_statistical(bytes, "t", GetParam())), InputError);
    }
}

INSTANTIATE_TEST_SUITE_P(StatisticalFiles, StatisticalRead,
                         testing::Values(StatisticalFormat::stata, StatisticalFormat::spss));

/// A file as another program writes it: number columns of one row with display formats.
struct FormattedNumber {
    const char* format;
    double number;
    const char* expected;
};

ssize_t append_to_text(const void* bytes, std::size_t count, void* context) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(bytes), count);
    return static_cast<ssize_t>(count);
}

std::string file_of(const std::vector<FormattedNumber>& columns, StatisticalFormat format) {
    std::string bytes;
    readstat_writer_t* const writer = readstat_writer_init();
    readstat_set_data_writer(writer, &append_to_text);
    std::vector<readstat_variable_t*> variables;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        variables.push_back(
            readstat_add_variable(writer, ("v" + std::to_string(index)).c_str(), READSTAT_TYPE_DOUBLE, 0));
        readstat_variable_set_format(variables.back(), columns[index].format);
    }
    EXPECT_EQ(format == StatisticalFormat::stata ? readstat_begin_writing_dta(writer, &bytes, 2)
                                                 : readstat_begin_writing_sav(writer, &bytes, 2),
              READSTAT_OK);
    for (int row = 0; row < 2; ++row) {
        readstat_begin_row(writer);
        for (std::size_t index = 0; index < columns.size(); ++index) {
            if (row == 0) {
                readstat_insert_double_value(writer, variables[index], columns[index].number);
            } else {
                readstat_insert_missing_value(writer, variables[index]);
            }
        }
        readstat_end_row(writer);
    }
    EXPECT_EQ(readstat_end_writing(writer), READSTAT_OK);
    readstat_writer_free(writer);
    return bytes;
}

void expect_texts(const std::vector<FormattedNumber>& columns, StatisticalFormat format) {
    const Table table = read_statistical(file_of(columns, format), "t", format);
    ASSERT_EQ(table.columns.size(), columns.size());
    for (std::size_t index = 0; index < columns.size(); ++index) {
        EXPECT_EQ(table.columns[index].display(0), columns[index].expected) << columns[index].format;
        EXPECT_TRUE(table.columns[index].missing(1)) << columns[index].format;
    }
    EXPECT_EQ(table.origin.notes.size(), 1u);
}

TEST(StatisticalRead, EveryDateFormatOfStata) {
    expect_texts({{"%td", 3104, "1968-07-01"},
                  {"%d", 5691, "1975-08-01"},
                  {"%-td", 9847, "1986-12-17"},
                  {"%tdDD/NN/CCYY", 11672, "1991-12-16"},
                  {"%tc", 1'008'491'400'000, "1991-12-16T08:30:00"},
                  {"%tC", 1'008'491'417'000, "1991-12-16T08:30:01"},
                  {"%tw", 1664, "[1992-01-01..1992-01-07]"},
                  {"%tm", 383, "1991-12"},
                  {"%tq", 127, "1991-36"},
                  {"%th", 63, "1991-41"},
                  {"%ty", 1991, "1991"},
                  {"%9.0g", 3104, "3104"}},
                 StatisticalFormat::stata);
}

TEST(StatisticalRead, EveryDateFormatOfSpss) {
    constexpr double day = 12'912'220'800;  // 16 December 1991
    expect_texts({{"DATE11", day, "1991-12-16"},
                  {"ADATE10", day, "1991-12-16"},
                  {"EDATE10", day, "1991-12-16"},
                  {"SDATE10", day, "1991-12-16"},
                  {"JDATE7", day, "1991-12-16"},
                  {"DATETIME20", day + 30'600, "1991-12-16T08:30:00"},
                  {"MOYR8", day - 15 * 86'400, "1991-12"},
                  {"QYR6", day - 76 * 86'400, "1991-36"},
                  {"WKYR8", day - 6 * 86'400, "[1991-12-10..1991-12-16]"},
                  {"TIME8", 30'600, "08:30:00"},
                  {"DTIME14", 95'400, "26:30:00"},
                  {"WKDAY9", 2, "Monday"},
                  {"MONTH9", 12, "12"},
                  {"F8.2", 0.5, "0.5"}},
                 StatisticalFormat::spss);
}

TEST(StatisticalRead, ValuesThatAFileDeclaresMissingAreMissingAndTold) {
    std::string bytes;
    readstat_writer_t* const writer = readstat_writer_init();
    readstat_set_data_writer(writer, &append_to_text);
    readstat_variable_t* const income = readstat_add_variable(writer, "income", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_add_missing_double_range(income, 98, 99);
    readstat_variable_add_missing_double_value(income, -9);
    readstat_begin_writing_sav(writer, &bytes, 5);
    for (const double value : {1.0, 98.0, 99.0, -9.0, 97.0}) {
        readstat_begin_row(writer);
        readstat_insert_double_value(writer, income, value);
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    const Table table = read_statistical(bytes, "t", StatisticalFormat::spss);
    EXPECT_EQ(table["income"].count_missing(), 3u);
    EXPECT_EQ(table["income"].integer(4), 97);
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{
                  "3 cells of column income hold a value that the file declares missing: read as missing"}));
}

TEST(StatisticalRead, ExtendedMissingValuesOfStataAreMissingAndTold) {
    std::string bytes;
    readstat_writer_t* const writer = readstat_writer_init();
    readstat_set_data_writer(writer, &append_to_text);
    readstat_variable_t* const income = readstat_add_variable(writer, "income", READSTAT_TYPE_INT32, 0);
    readstat_begin_writing_dta(writer, &bytes, 3);
    for (int row = 0; row < 3; ++row) {
        readstat_begin_row(writer);
        if (row == 0) readstat_insert_int32_value(writer, income, 7);
        if (row == 1) readstat_insert_missing_value(writer, income);
        if (row == 2) readstat_insert_tagged_missing_value(writer, income, 'b');
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    const Table table = read_statistical(bytes, "t", StatisticalFormat::stata);
    EXPECT_EQ(table["income"].count_missing(), 2u);
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{
                  "1 cell of column income holds an extended missing value (.a to .z): read as missing"}));
}

/// A damaged file; ReadStat hands the name over as it stands.
TEST(StatisticalRead, ANameOfLabelsThatFillsItsRoomEndsThere) {
    Table table;
    table.add("vote", Column(std::vector<std::int64_t>{1, 2}));
    std::string file = to_dta(table);
    const std::string tag = "<value_label_names>";
    constexpr std::size_t room = 129;  // of version 118
    file.replace(file.find(tag) + tag.size(), room, std::string(room, 'n'));
    const Table read = read_statistical(file, "t", StatisticalFormat::stata);
    EXPECT_EQ(read["vote"].integer(1), 2);
}

}  // namespace statistical_read_test
}  // namespace tarazy
