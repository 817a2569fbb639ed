#include "text/corpus/sentences.hpp"

#include <gtest/gtest.h>

namespace tarazy::sentences_test {
namespace {

std::vector<std::string> cut(const std::string& text) {
    std::vector<std::string> all;
    for (const TextSpan& span : sentences(text)) all.push_back(text.substr(span.begin, span.end - span.begin));
    return all;
}

TEST(Sentences, OfFourLanguages) {
    EXPECT_EQ(cut("Біз бас тарттық. Бұл – шешім! Неге?"),
              (std::vector<std::string>{"Біз бас тарттық.", "Бұл – шешім!", "Неге?"}));
    EXPECT_EQ(cut("我们放弃了核武器。我们关闭了试验场！"),
              (std::vector<std::string>{"我们放弃了核武器。", "我们关闭了试验场！"}));
    EXPECT_EQ(cut("He said: \"We will.\" Then he left."),
              (std::vector<std::string>{"He said: \"We will.\"", "Then he left."}));
}

TEST(Sentences, GoOnBehindAbbreviationsAndNumbers) {
    EXPECT_EQ(cut("В 1991 г. Казахстан закрыл полигон. Н. Назарбаев подписал указ.").size(), 2u);
    EXPECT_EQ(cut("Mr. Tokayev spoke at 3.5 per cent. It was so.").size(), 2u);
    EXPECT_EQ(cut("What?! No... really? yes.").size(), 2u);
}

TEST(Sentences, NoneCrossesALine) {
    EXPECT_EQ(cut("Heading\n\n  Text goes on  \n"), (std::vector<std::string>{"Heading", "Text goes on"}));
    EXPECT_TRUE(cut(" \n ").empty());
}

}  // namespace
}  // namespace tarazy::sentences_test
