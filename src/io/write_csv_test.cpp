#include "io/write_csv.hpp"

#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "io/random_table_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {
namespace write_csv_test {

TEST(WriteCsv, IsRfc4180WithEmptyForMissing) {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>{2, Column::missing_integer}));
    table.add("a,b", Column(std::vector<double>{0.1, std::numeric_limits<double>::quiet_NaN()}));
    table.add("name", Column(std::vector<std::string>{"say \"hi\"", "two\nlines"}));
    EXPECT_EQ(to_csv(table), "ccode,\"a,b\",name\n2,0.1,\"say \"\"hi\"\"\"\n,,\"two\nlines\"\n");
}

TEST(WriteCsv, NumbersHaveFifteenDigits) {
    Table table;
    table.add("x", Column(std::vector<double>{1.0 / 3, 1e-7, 2e20, -0.0}));
    EXPECT_EQ(to_csv(table), "x\n0.333333333333333\n1e-07\n2e+20\n0\n");
}

TEST(WriteCsv, SpreadsheetSafeGuardsTextsThatLookLikeFormulas) {
    Table table;
    table.add("=name", Column(std::vector<std::string>{"=1+1", "+7", "-x", "@a", "a=b", "=\"q\""}));
    table.add("n", Column(std::vector<std::int64_t>{-1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(to_csv(table, {.spreadsheet_safe = true}),
              "'=name,n\n'=1+1,-1\n'+7,2\n'-x,3\n'@a,4\na=b,5\n\"'=\"\"q\"\"\",6\n");
    EXPECT_NE(to_csv(table).find("\n=1+1,-1\n"), std::string::npos);
}

TEST(WriteCsv, ASingleColumnKeepsItsMissingCells) {
    Table table;
    table.add("x", Column(std::vector<std::int64_t>{1, Column::missing_integer, 3}));
    EXPECT_EQ(read_csv(to_csv(table), "t.csv")["x"].count_missing(), 1u);
    EXPECT_EQ(read_csv(to_csv(table), "t.csv").rows(), 3u);
}

TEST(WriteCsv, RowsWithoutAnyValueAndBlanksAtTheEdgesReadBack) {
    Table table;
    table.add("x", Column(std::vector<std::int64_t>{1, Column::missing_integer, 3}));
    table.add("name", Column(std::vector<std::string>{" a", "", "b\xC2\xA0"}));
    EXPECT_EQ(to_csv(table), "x,name\n1,\" a\"\n,\"\"\n3,\"b\xC2\xA0\"\n");
    expect_same_cells(read_csv(to_csv(table), "t.csv"), table);
}

TEST(WriteCsv, FormulasBehindWhatSpreadsheetsPassOverAreGuardedToo) {
    Table table;
    table.add("x",
              Column(std::vector<std::string>{"\t=1+1", "\r=1", "\n=1", " =1+1", "\xEF\xBB\xBF=1", "\xE2\x80\x8B=1",
                                              "\xEF\xBC\x9D"
                                              "1",
                                              "\tx", " x", "x=1"}));
    const Table read = read_csv(to_csv(table, {.spreadsheet_safe = true}), "t.csv", {.as_written = true});
    for (std::size_t row = 0; row < 8; ++row) EXPECT_TRUE(read["x"].text(row)->starts_with("'")) << row;
    EXPECT_EQ(read["x"].text(8), " x");
    EXPECT_EQ(read["x"].text(9), "x=1");
}

TEST(WriteCsv, NamesWithOtherDelimitersAreQuoted) {
    Table table;
    table.add("a;b", Column(std::vector<std::int64_t>{1}));
    EXPECT_EQ(read_csv(to_csv(table), "t.csv").names, table.names);
}

TEST(WriteCsv, WhatIsWrittenReadsBackTheSame) {
    for (std::uint64_t round = 0; round < 300; ++round) {
        const Table table = random_table(round);
        for (const char delimiter : {',', '\t'}) {
            const ReadOptions reading{.delimiter = delimiter, .as_written = true};
            expect_same_cells(read_csv(to_csv(table, {.delimiter = delimiter}), "t.csv", reading), table);
        }
    }
}

/// Rows enough for several blocks, of every type, with missing cells, rows without a value and quoted texts.
Table long_table(std::size_t rows, std::size_t width) {
    Random random(11, "long table", width);
    Table table;
    for (std::size_t column = 0; column < width; ++column) {
        std::vector<std::int64_t> integers(rows, Column::missing_integer);
        std::vector<double> reals(rows, Column::missing_real);
        std::vector<std::string> texts(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % 7 == 3 || random.below(4) == 0) continue;
            integers[row] = static_cast<std::int64_t>(random.below(100)) - 50;
            reals[row] = static_cast<double>(random.below(1'000'000)) / 1000;
            texts[row] = random_text(random);
        }
        const std::string name = "c" + std::to_string(column);
        if (column % 3 == 0) table.add(name, Column(std::move(integers)));
        if (column % 3 == 1) table.add(name, Column(std::move(reals)));
        if (column % 3 == 2) table.add(name, Column(std::span<const std::string>(texts)));
    }
    return table;
}

std::string in_pieces(const Table& table, const WriteOptions& options, unsigned threads) {
    std::string csv;
    write_csv(table, options, threads, [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

TEST(WriteCsv, BytesDoNotDependOnThreadsOrPieces) {
    for (const auto& [rows, width] : {std::pair<std::size_t, std::size_t>{70'000, 6}, {90, 3000}, {200'000, 1}}) {
        const Table table = long_table(rows, width);
        for (const WriteOptions& options : {WriteOptions{}, WriteOptions{.delimiter = ';', .spreadsheet_safe = true}}) {
            std::string by_row;  // the plain path: a row at a time
            for (std::size_t row = 0; row < std::min<std::size_t>(rows, 500); ++row) {
                const std::vector<std::size_t> one = {row};
                write_csv(
                    take_rows(table, one), options, 1, [&](std::string_view bytes) { by_row += bytes; },
                    row == 0 ? CsvHeaderLine::written : CsvHeaderLine::left_out);
            }
            const std::string plain = to_csv(table, options);
            EXPECT_TRUE(plain.starts_with(by_row));
            for (const unsigned threads : {1u, 2u, 8u}) EXPECT_TRUE(in_pieces(table, options, threads) == plain);
        }
    }
}

TEST(WriteCsv, FilesAreWrittenTheSameAtAnyNumberOfThreads) {
    const std::string folder = testing::TempDir() + "write_csv_test";
    std::filesystem::create_directories(folder);
    const Table table = long_table(40'000, 5);
    write_table(table, folder + "/plain.csv");
    EXPECT_TRUE(read_file(folder + "/plain.csv") == to_csv(table));
    for (const unsigned threads : {1u, 2u, 8u}) {
        write_delimited(table, folder + "/t.csv", {}, threads);
        EXPECT_TRUE(read_file(folder + "/t.csv") == to_csv(table));
        write_delimited(table, folder + "/t.tsv", {}, threads);
        EXPECT_TRUE(read_file(folder + "/t.tsv") == to_csv(table, {.delimiter = '\t'}));
    }
    std::filesystem::remove_all(folder);
}

}  // namespace write_csv_test
}  // namespace tarazy
