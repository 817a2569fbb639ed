#include "text/corpus/page_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::page_lines_test {
namespace {

std::vector<std::string> lines_in(const std::string& text, const TextPage& page) {
    std::vector<std::string> lines;
    for (const PageLine& line : page.lines) lines.push_back(text.substr(line.begin, line.end - line.begin));
    return lines;
}

TEST(PageLines, FormFeedsPartPages) {
    const std::string text = "one\n  two  \n\fthree\n\f";
    const auto pages = pages_of(text);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(lines_in(text, pages[0]), (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(pages[0].lines[1].indent, 2u);
    EXPECT_EQ(pages[1].lines[0].page, 1u);
    EXPECT_EQ(pages_of("").size(), 1u);
}

TEST(PageLines, TwoColumnsOneBelowTheOther) {
    std::string text = "A title that goes across the whole width of the page here\n\n";
    for (int i = 0; i < 10; ++i)
        text += "left column words " + std::to_string(i) + "           right column words " + std::to_string(i) + '\n';
    auto pages = pages_of(text);
    divide_columns(text, pages);
    EXPECT_EQ(pages[0].columns, 2u);
    const auto lines = lines_in(text, pages[0]);
    EXPECT_EQ(lines.front(), "A title that goes across the whole width of the page here");
    const auto at = [&](const std::string& line) { return std::ranges::find(lines, line) - lines.begin(); };
    EXPECT_LT(at("left column words 9"), at("right column words 0"));
    EXPECT_LT(at("right column words 0"), at("right column words 9"));
}

TEST(PageLines, ATableIsNoPairOfColumns) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "1992    KAZ      12.5     3     yes\n";
    auto pages = pages_of(text);
    divide_columns(text, pages);
    EXPECT_EQ(pages[0].columns, 1u);
}

TEST(PageLines, RunningHeadsAndNumbersOfPages) {
    std::string text;
    for (int page = 1; page <= 4; ++page) {
        text += "Хабаршы журналы, № " + std::to_string(page) + "\n";
        for (int line = 0; line < 6; ++line)
            text += "Бет " + std::string(static_cast<std::size_t>(page * 7 + line), 'x') + " мәтіні осында\n";
        text += "- " + std::to_string(13 + page) + " -\n\f";
    }
    auto pages = pages_of(text);
    mark_running_lines(text, pages);
    for (const TextPage& page : pages) {
        std::size_t running = 0;
        for (const PageLine& line : page.lines) running += line.running ? 1 : 0;
        EXPECT_EQ(running, 2u);
        EXPECT_TRUE(page.lines.front().running);
        EXPECT_TRUE(page.lines.back().running);
    }
    auto one = pages_of("Head\ntext\n");
    mark_running_lines("Head\ntext\n", one);
    EXPECT_FALSE(one[0].lines[0].running) << "one page repeats nothing";
}

TEST(PageLines, Similarity) {
    EXPECT_DOUBLE_EQ(text_similarity(U"kitten", U"sitting"), 1 - 3.0 / 7.0);
    EXPECT_EQ(text_similarity(U"", U""), 1);
}

}  // namespace
}  // namespace tarazy::page_lines_test
