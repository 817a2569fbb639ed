#include "text/codes/code_lines.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy {
namespace code_lines_test {

Table steppe_speeches() {
    return read_csv(
        "doc_id,state,year,text\n"
        "a,KAZ,1992,\"We chose peace. The test site is closed, and the land remembers.\"\n"
        "b,KAZ,1995,There is no peace without trust. The test site was ours.\n"
        "c,UZB,1992,Peace.\n",
        "d.csv");
}

Codebook peace_and_site() {
    return codebook_of_table(
        read_csv("code,entry,language\npeace,peace,en\nmemory,test site,en\nocean,ocean,en\n", "c.csv"));
}

CodeLineOptions options_of_lines() {
    CodeLineOptions options;
    options.windows = {{1992, 1995}};
    options.context = 3;
    return options;
}

const GroupChoice kazakhstan{"state", {"KAZ"}, 1992, 1995};

TEST(CodeLines, CountsAndLinesSayWhere) {
    const CodeLines found = code_lines(steppe_speeches(), kazakhstan, peace_and_site(), options_of_lines());
    EXPECT_EQ(number_in(found.counts, "finds", 0), 2);
    EXPECT_EQ(number_in(found.counts, "denied", 0), 1);
    EXPECT_EQ(number_in(found.counts, "words", 0), 23);
    EXPECT_EQ(number_in(found.counts, "documents", 1), 2);
    EXPECT_EQ(number_in(found.counts, "finds", 2), 0);
    EXPECT_EQ(found.notes, std::vector<std::string>{"'ocean' is found nowhere in 1992-1995"});
    ASSERT_EQ(found.lines.rows(), 4U);
    EXPECT_EQ(text_in(found.lines, "before", 0), "We chose");
    EXPECT_EQ(text_in(found.lines, "found", 0), "peace");
    EXPECT_EQ(text_in(found.lines, "after", 0), ". The test");
    EXPECT_EQ(text_in(found.lines, "before", 2), "peace. The");
    EXPECT_EQ(number_in(found.lines, "denied", 1), 1);
    EXPECT_EQ(text_in(found.lines, "doc_id", 2), "a");
    EXPECT_EQ(number_in(found.lines, "sentence", 2), 2);
    EXPECT_EQ(number_in(found.lines, "position", 2), 6);
    EXPECT_EQ(text_in(found.lines, "after", 2), "is closed,");
}

TEST(CodeLines, MoreThanTheMostAreDrawnBySeedWhateverTheOrderOfRows) {
    std::string csv = "doc_id,state,year,text\n";
    for (int k = 0; k < 60; ++k) csv += "d" + std::to_string(k) + ",KAZ,1993,We ask for peace today.\n";
    const Table table = read_csv(csv, "d.csv");
    CodeLineOptions options = options_of_lines();
    options.most_lines = 5;
    const std::string one = to_csv(code_lines(table, kazakhstan, peace_and_site(), options).lines);
    std::vector<std::size_t> backwards(table.rows());
    std::iota(backwards.rbegin(), backwards.rend(), std::size_t{0});
    options.threads = 1;
    EXPECT_EQ(to_csv(code_lines(take_rows(table, backwards), kazakhstan, peace_and_site(), options).lines), one);
    EXPECT_EQ(code_lines(table, kazakhstan, peace_and_site(), options).lines.rows(), 5U);
    options.seed = 2;
    EXPECT_NE(to_csv(code_lines(table, kazakhstan, peace_and_site(), options).lines), one);
}

TEST(CodeLines, CodesThatAreNoneAreNamedWithTheNearest) {
    EXPECT_EQ(chosen_codes(peace_and_site(), {"memory"}).codes.size(), 1U);
    try {
        (void)chosen_codes(peace_and_site(), {"memori", "peace"});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("memory"), std::string::npos) << error.what();
    }
}

TEST(CodeLines, EndWhenAStopIsAsked) {
    std::string csv = "doc_id,state,year,text\n";
    for (int k = 0; k < 3000; ++k) csv += "d" + std::to_string(k) + ",KAZ,1993,We ask for peace today.\n";
    const Table table = read_csv(csv, "d.csv");
    CodeLineOptions options = options_of_lines();
    expect_stoppable([&](const Work& work) {
        options.work = work;
        (void)code_lines(table, kazakhstan, peace_and_site(), options);
    });
}

}  // namespace code_lines_test
}  // namespace tarazy
