#include "io/statistical_read.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/statistical_write.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

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

}  // namespace
}  // namespace tarazy
