#include "trace/event_data/row_blocks.hpp"

#include "base/error.hpp"
#include "io/compressed.hpp"
#include "trace/event_data/event_files_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace row_blocks_test {

const std::string header = "Event Date\tSource Country\tTarget Country\tCAMEO Code\tIntensity\n";

struct Cut {
    std::string rows;
    std::vector<std::size_t> files;
    std::vector<std::uint64_t> lines;  ///< on which blocks begin
    std::vector<std::size_t> cut_short;
    bool unfinished = false;
};

Cut cut(const std::vector<std::string>& paths, EventLayout layout = EventLayout::icews) {
    RowBlocks blocks(paths, layout, ActorLevel::country);
    Cut result;
    std::vector<std::uint64_t> line_ends;
    for (RowBlock block; blocks.next(block);) {
        result.rows += block.rows();
        result.files.push_back(block.file);
        result.unfinished = block.unfinished;
        EXPECT_TRUE(block.rows().ends_with('\n'));
        EXPECT_EQ(block.number, line_ends.size());
        line_ends.push_back(static_cast<std::uint64_t>(std::ranges::count(block.rows(), '\n')));
    }
    result.lines = blocks.first_lines(line_ends);
    result.cut_short = blocks.cut_short();
    return result;
}

std::string many_rows(std::size_t count) {
    std::string rows;
    for (std::size_t i = 0; i < count; ++i)
        rows += "2018-06-01\tUnited States\tIsrael\t04" + std::to_string(i % 10) + "\t1.9\n";
    return rows;
}

TEST(RowBlocks, BlocksAreWholeRowsOfOneFileEach) {
    const EventFolder folder;
    const std::string a = many_rows(30'000), b = many_rows(3);
    const Cut result = cut({folder.write("a.tab", header + a), folder.write("b.tab", header + b)});
    EXPECT_EQ(result.rows, a + b);
    ASSERT_GT(result.files.size(), 3u);
    EXPECT_EQ(result.files.front(), 0u);
    EXPECT_EQ(result.files.back(), 1u);
    EXPECT_EQ(result.lines.front(), 2u);
    EXPECT_EQ(result.lines.back(), 2u);
    EXPECT_GT(result.lines[1], 1000u);
    EXPECT_FALSE(result.unfinished);
}

TEST(RowBlocks, PackedFilesGiveTheSame) {
    const EventFolder folder;
    const std::string rows = many_rows(30'000);
    for (const Compression compression : {Compression::gzip, Compression::xz})
        EXPECT_EQ(cut({folder.write("a", packed(header + rows, compression))}).rows, rows);
}

TEST(RowBlocks, AFileCutShortGivesItsBeginning) {
    const EventFolder folder;
    const std::string whole = packed(header + many_rows(30'000), Compression::gzip);
    const Cut result = cut({folder.write("a.gz", whole.substr(0, whole.size() / 2))});
    EXPECT_EQ(result.cut_short, std::vector<std::size_t>{0});
    EXPECT_GT(result.rows.size(), 100'000u);
    EXPECT_TRUE(cut({folder.write("b.tab", header + "2018-06-01\tUni")}).unfinished);
}

TEST(RowBlocks, QuotedLineEndsDoNotEndRows) {
    const EventFolder folder;
    std::string rows;
    for (int i = 0; i < 20'000; ++i) rows += "2018-06-01,\"United\nStates\",Israel,042,1.9\n";
    const std::string comma = "event_date,source_country,target_country,cameo_code,intensity\n";
    RowBlocks blocks({folder.write("a.csv", comma + rows)}, EventLayout::icews, ActorLevel::country);
    std::string all;
    for (RowBlock block; blocks.next(block);) {
        EXPECT_TRUE(block.rows().ends_with(",1.9\n"));
        all += block.rows();
    }
    EXPECT_EQ(all, rows);
}

TEST(RowBlocks, ARowWithoutEndIsRefused) {
    const EventFolder folder;
    EXPECT_THROW((void)cut({folder.write("a.tab", header + std::string(RowBlocks::longest_row + 10, 'x'))}),
                 InputError);
}

TEST(RowBlocks, AnEmptyFileAndAnotherEncodingAreNamed) {
    const EventFolder folder;
    EXPECT_THROW((void)cut({folder.write("a.tab", "")}), InputError);
    EXPECT_THROW((void)cut({folder.write("b.tab", "\n\n")}), InputError);
    EXPECT_THROW((void)cut({folder.write("c.tab",
                                         "\xFF\xFE"
                                         "E\0")}),
                 InputError);
    EXPECT_THROW((void)cut({"/no/such/file"}), FileError);
    EXPECT_EQ(cut({folder.write("d.tab", "\xEF\xBB\xBF" + header + "1\n")}).rows, "1\n");
    EXPECT_EQ(cut({folder.write("e.tab", header)}).rows, "");
}

TEST(RowBlocks, RowsOfGdeltBeginOnTheFirstLine) {
    const EventFolder folder;
    const std::string row = gdelt1_row("20140301", "KAZ", "RUS", "042", "1.9");
    const Cut result = cut({folder.write("g.csv", row + row)}, EventLayout::gdelt1);
    EXPECT_EQ(result.rows, row + row);
    EXPECT_EQ(result.lines.front(), 1u);
}

}  // namespace row_blocks_test
}  // namespace tarazy
