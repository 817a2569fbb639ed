#include "report/phrases.hpp"

#include "report/report_context.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace phrases_test {

std::string said(const char* en) {
    return local({en, std::string(en) + " kk", std::string(en) + " ru"}).markup;
}

TEST(Phrases, WhatIsSaidTwiceIsHeldOnce) {
    const PhrasedMarkup phrased = with_phrases("<p>" + said("A") + "</p>" + said("B") + "<p>" + said("A") + "</p>");
    ASSERT_EQ(phrased.phrases.size(), 1U);
    EXPECT_EQ(phrased.phrases[0], said("A"));
    EXPECT_EQ(phrased.markup,
              "<p>\x1b"
              "0;</p>" +
                  said("B") +
                  "<p>\x1b"
                  "0;</p>");
}

TEST(Phrases, AreNumberedInTheOrderInWhichTheyOccur) {
    const std::string markup = said("A") + said("B") + said("B") + said("A");
    const PhrasedMarkup phrased = with_phrases(markup);
    EXPECT_EQ(phrased.phrases, (std::vector<std::string>{said("A"), said("B")}));
    EXPECT_EQ(phrased.markup,
              "\x1b"
              "0;\x1b"
              "1;\x1b"
              "1;\x1b"
              "0;");
}

TEST(Phrases, WhatIsNoTextInThreeLanguagesStays) {
    for (const std::string markup : {"", "plain", "<t-l lang=en>a</t-l><t-l lang=en>a</t-l>", "<t-l lang=en>a",
                                     "<t-l lang=en>a</t-l><t-l lang=kk>b</t-l>"}) {
        EXPECT_EQ(with_phrases(markup + markup).markup, markup + markup);
        EXPECT_TRUE(with_phrases(markup + markup).phrases.empty());
    }
}

}  // namespace phrases_test
}  // namespace tarazy
