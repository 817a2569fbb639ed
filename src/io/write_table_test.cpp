#include "io/write_table.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/atomic_file.hpp"
#include "io/random_table_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace write_table_test {

class WriteTable : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::string folder = testing::TempDir() + "write_table_test/";
};

TEST_F(WriteTable, EachDelimitedFormatReadsBackTheSame) {
    for (const char* name : {"t.csv", "t.tsv", "t.csv.gz", "t.tsv.gz", "t.csv.xz"}) {
        for (std::uint64_t round = 0; round < 5; ++round) {
            const Table table = random_table(round);
            write_table(table, folder + name);
            expect_same_cells(read_table(folder + name), table);
        }
    }
}

TEST_F(WriteTable, StatisticalAndSpreadsheetFilesReadBackTheSame) {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>{2, 705}));
    table.add("share", Column(std::vector<double>{0.5, -1.25}));
    table.add("name", Column(std::vector<std::string>{"USA", "Қазақстан"}));
    for (const char* name : {"t.dta", "t.sav", "t.xlsx", "t.dta.gz"}) {
        write_table(table, folder + name);
        const Table back = read_table(folder + name);
        expect_same_cells(back, table);
        EXPECT_EQ(back.origin.path, folder + name);
        EXPECT_EQ(back.origin.sha256.size(), 64u);
    }
}

TEST_F(WriteTable, TheSameTableGivesTheSameBytes) {
    write_table(random_table(1), folder + "a.csv.gz");
    write_table(random_table(1), folder + "b.csv.gz");
    EXPECT_EQ(read_file(folder + "a.csv.gz"), read_file(folder + "b.csv.gz"));
}

TEST_F(WriteTable, AFailedWriteLeavesNothingBehind) {
    EXPECT_THROW(write_table(random_table(1), folder + "no/such/folder.csv"), FileError);
    std::filesystem::create_directory(folder + "taken.csv");
    EXPECT_THROW(write_table(random_table(1), folder + "taken.csv"), FileError);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(WriteTable, WritingAndReadingEndWhenTheyAreAskedTo) {
    std::vector<double> reals;
    std::vector<std::string> texts;
    for (int row = 0; row < 20'000; ++row) {
        reals.push_back(row / 7.0);
        texts.push_back("a text of row " + std::to_string(row % 1000));
    }
    Table table;
    table.add("x", Column(reals));
    table.add("y", Column(std::span<const std::string>(texts)));
    for (const char* name : {"t.csv", "t.csv.gz", "t.csv.xz", "t.dta", "t.sav", "t.xlsx"}) {
        SCOPED_TRACE(name);
        expect_stoppable([&](const Work& work) { write_table(table, folder + name, {.work = work}); });
        const std::string former = read_file(folder + name);
        std::stop_source asked;
        asked.request_stop();
        EXPECT_THROW(write_table(table, folder + name, {.work = Work(asked.get_token())}), Interrupted);
        EXPECT_EQ(read_file(folder + name), former);
        expect_stoppable([&](const Work& work) { (void)read_table(folder + name, {.work = work}); });
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 6);  // nothing written aside is left
}

}  // namespace write_table_test
}  // namespace tarazy
