#include "text/corpus/line_joining.hpp"

#include <gtest/gtest.h>

namespace tarazy::line_joining_test {
namespace {

std::string joined_text(const std::string& text, LinesAre lines = LinesAre::pieces) {
    std::vector<CleaningChoice> log;
    const WordAttestation nothing;
    return joined_lines(text, pages_of(text), lines, {true, &nothing, nullptr}, log).text;
}

TEST(LineJoining, ParagraphsAreOneLine) {
    EXPECT_EQ(joined_text("Бірінші сөйлем басталып,\nосында бітеді.\nЕкінші сөйлем осы\nжерде."),
              "Бірінші сөйлем басталып, осында бітеді.\nЕкінші сөйлем осы жерде.");
    EXPECT_EQ(joined_text("Қысқа\nМәтіннің бірінші жолы осындай ұзын\nболады."),
              "Қысқа\nМәтіннің бірінші жолы осындай ұзын болады.")
        << "a short line is a heading";
    EXPECT_EQ(joined_text("one line here goes on\n\nand not here"), "one line here goes on\nand not here");
    EXPECT_EQ(joined_text("first words of it\n- a sign of a list"), "first words of it\n- a sign of a list");
}

TEST(LineJoining, ChineseLinesJoinWithoutBlank) {
    EXPECT_EQ(joined_text("我们自愿放弃了核武器，关闭了\n试验场，并且支持对话和谈判的\n道路。"),
              "我们自愿放弃了核武器，关闭了试验场，并且支持对话和谈判的道路。");
}

TEST(LineJoining, HyphensBeforeCapitalsAndDigitsStay) {
    EXPECT_EQ(joined_text("Нұр-\nСұлтан қаласында"), "Нұр-Сұлтан қаласында");
    EXPECT_EQ(joined_text("оның қа-\nласында"), "оның қаласында");
    EXPECT_EQ(joined_text("сөз -\nсөз"), "сөз - сөз") << "a dash is no hyphen";
    EXPECT_EQ(joined_text("со\u00AD\nюз"), "союз");
}

TEST(LineJoining, LongLinesAreParagraphs) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += std::string(300, 'a' + static_cast<char>(i)) + '\n';
    const std::string result = joined_text(text, LinesAre::found);
    EXPECT_EQ(std::ranges::count(result, '\n'), 19);
}

TEST(LineJoining, WhileNothingIsKnownItAsks) {
    std::vector<CleaningChoice> log;
    std::vector<std::string> questions;
    const std::string text = "әскери-\nсаяси";
    const MappedText result = joined_lines(text, pages_of(text), LinesAre::pieces, {true, nullptr, &questions}, log);
    EXPECT_EQ(questions, (std::vector<std::string>{"әскерисаяси", "әскери-саяси"}));
    EXPECT_EQ(result.text, text);
    EXPECT_TRUE(log.empty());
}

}  // namespace
}  // namespace tarazy::line_joining_test
