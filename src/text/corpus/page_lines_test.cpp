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

// Justified narrow columns: pdftotext stretches their blanks, which used to be taken for the cells of a table.
TEST(PageLines, JustifiedColumnsWithWideBlanksAreColumns) {
    const std::vector<std::string> left = {"The   site   in  the    steppe", "was closed  by  the    will of",
                                           "the     people.   Those   who",  "lived     beside     it    are",
                                           "ill.  We   remember     every",  "village  that  the explosions",
                                           "reached and what we were told",  "then.    Nobody  forgets   it."};
    std::string text;
    for (std::size_t i = 0; i < left.size(); ++i)
        text += left[i] + std::string(38 - left[i].size(), ' ') + left[(i + 3) % left.size()] + '\n';
    text += "\f" + left[0] + std::string(36 - left[0].size(), ' ') + left[2] + "\n" + left[1] +
            std::string(36 - left[1].size(), ' ') + left[4] + "\n" + left[3] + '\n';
    auto pages = pages_of(text);
    divide_columns(text, pages);
    EXPECT_EQ(pages[0].columns, 2u);
    EXPECT_EQ(lines_in(text, pages[0])[1], left[1]);
    EXPECT_EQ(lines_in(text, pages[0])[8], left[3]);
    EXPECT_EQ(pages[1].columns, 2u) << "three lines, but they go on from a page with two columns";
    EXPECT_EQ(lines_in(text, pages[1])[1], left[1]);
    auto alone = pages_of(text.substr(text.find('\f') + 1));
    divide_columns(text.substr(text.find('\f') + 1), alone);
    EXPECT_EQ(alone[0].columns, 1u);
}

// The soft hyphens of a PDF are taken out before columns are looked for; the page was laid out with them.
TEST(PageLines, WhereSoftHyphensWereTakenOutTheirPlacesCount) {
    std::string text;
    std::vector<std::size_t> hidden;
    for (int i = 0; i < 10; ++i) {
        const std::string half = "the words of line number " + std::to_string(i);
        const std::size_t taken_out = static_cast<std::size_t>(i * 7 % 5);
        hidden.insert(hidden.end(), taken_out, text.size() + 6);
        text += half + std::string(4 - taken_out + 2, ' ') + half + '\n';
    }
    text += "\n\n";  // the foot of the page does not part the columns
    auto pages = pages_of(text);
    divide_columns(text, pages, hidden);
    EXPECT_EQ(pages[0].columns, 2u);
    EXPECT_EQ(lines_in(text, pages[0])[5], "the words of line number 5");
    EXPECT_EQ(lines_in(text, pages[0])[10], "the words of line number 0");
}

TEST(PageLines, ATableIsNoPairOfColumns) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "1992    KAZ      12.5     3     yes\n";
    auto pages = pages_of(text);
    divide_columns(text, pages);
    EXPECT_EQ(pages[0].columns, 1u);
    std::string wide;
    for (int i = 0; i < 12; ++i)
        wide += "Republic of Kazakhstan   1992   signed        Lisbon Protocol  ratified   1994\n";
    pages = pages_of(wide);
    divide_columns(wide, pages);
    EXPECT_EQ(pages[0].columns, 1u);
}

TEST(PageLines, RunningHeadsAndNumbersOfPages) {
    std::string text;
    for (int page = 1; page <= 4; ++page) {
        text += "Хабаршы журналы, № " + std::to_string(page) + "\n";
        for (int line = 0; line < 6; ++line)
            text += std::string(30, static_cast<char>('a' + page * 6 + line - 6)) + '\n';
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
