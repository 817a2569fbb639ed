#include "report/html.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace html_test {

TEST(Html, MarkupInDataIsShownNotObeyed) {
    EXPECT_EQ(text("<script>alert('1' & \"2\")</script>").markup,
              "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;");
}

TEST(Html, AttributeValuesAreEscaped) {
    EXPECT_EQ(element("a", {{"title", "\"> <b>"}}, text("x")).markup, "<a title=\"&quot;&gt; &lt;b&gt;\">x</a>");
}

TEST(Html, EmptyAttributesAreLeftOutAndSwitchesAreKept) {
    EXPECT_EQ(element("details", {{"class", ""}, {"open", ""}}, text("x")).markup, "<details open>x</details>");
}

TEST(Html, ElementsWithoutContentGetNoEndTag) {
    EXPECT_EQ(element("input", {{"type", "radio"}}).markup, "<input type=\"radio\">");
    EXPECT_EQ(element("br", {}).markup, "<br>");
}

TEST(Html, ControlCharactersAreReplaced) {
    EXPECT_EQ(escape_html(std::string_view("a\0b\x1b", 4)),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
    EXPECT_EQ(escape_html("line\nnext\tcell"), "line\nnext\tcell");
}

TEST(Html, DifferentKeysGiveDifferentIds) {
    EXPECT_EQ(html_id("claim-", "votes.difference.RUS-CHN.1992-2012"), "claim-votes.difference.RUS-CHN.1992-2012");
    EXPECT_NE(html_id("claim-", "a b"), html_id("claim-", "a_b"));
    EXPECT_NE(html_id("claim-", "a b"), html_id("claim-", "a~20b"));
}

}  // namespace html_test
}  // namespace tarazy
