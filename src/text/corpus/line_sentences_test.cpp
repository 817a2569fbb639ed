#include "text/corpus/line_sentences.hpp"

#include <gtest/gtest.h>

namespace tarazy::line_sentences_test {
namespace {

std::vector<std::string> in(const std::string& text, const std::string& language = "en") {
    std::vector<std::string> result;
    for (const TextSpan& span : line_sentences(text, language))
        result.push_back(text.substr(span.begin, span.end - span.begin));
    return result;
}

using Texts = std::vector<std::string>;

TEST(LineSentences, EndWithTheirMarksInEveryLanguage) {
    EXPECT_EQ(in("We closed the site. We kept the peace! Did others?  "),
              (Texts{"We closed the site.", "We kept the peace!", "Did others?"}));
    EXPECT_EQ(in("Полигон жабылды. Бейбітшілік сақталды.", "kk"), (Texts{"Полигон жабылды.", "Бейбітшілік сақталды."}));
    EXPECT_EQ(in("哈萨克斯坦放弃核武器。世界和平！", "zh"), (Texts{"哈萨克斯坦放弃核武器。", "世界和平！"}));
}

TEST(LineSentences, AnAbbreviationEndsNone) {
    EXPECT_EQ(in("Thank you, Mr. President. We begin."), (Texts{"Thank you, Mr. President.", "We begin."}));
}

TEST(LineSentences, ALineEndStandsInsideAndAnEmptyLineBetween) {
    EXPECT_EQ(in("The test\nsite was\r\nclosed\n\nPeace"), (Texts{"The test\nsite was\r\nclosed", "Peace"}));
}

TEST(LineSentences, ThereAreNoneInNothing) {
    EXPECT_TRUE(in("").empty());
    EXPECT_TRUE(in(" \n\t \n").empty());
}

TEST(LineSentences, FaultyBytesAreKept) {
    const std::string faulty = "One \xff\xfe two. Three";
    EXPECT_EQ(in(faulty), (Texts{"One \xff\xfe two.", "Three"}));
}

}  // namespace
}  // namespace tarazy::line_sentences_test
