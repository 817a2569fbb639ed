#include "text/corpus/html_text.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::html_text_test {
namespace {

TEST(HtmlText, RunningTextOnly) {
    const std::string text = html_text(
        "<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><script>x()</script>"
        "<h1>Head</h1><p>First\n  <b>bold</b> &amp; more<br>line</p><div hidden>no</div><ul><li>a<li>b</ul>"
        "<table><tr><td>1<td>2</tr></table><div role=navigation>no</div></body></html>",
        "a.html");
    EXPECT_EQ(text, "Head\n\nFirst bold & more\nline\n\na\nb\n\n1 2");
}

TEST(HtmlText, DeclaredEncodings) {
    EXPECT_EQ(declared_html_encoding("<META charset=\"Windows-1251\">"), "windows-1251");
    EXPECT_EQ(declared_html_encoding("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>"), "koi8-r");
    EXPECT_EQ(declared_html_encoding("<meta name=x><p>charset=y"), "");
}

TEST(HtmlText, BadPages) {
    EXPECT_THROW((void)html_text("<script>only()</script>", "a.html"), InputError);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    EXPECT_THROW((void)html_text(deep + "text", "a.html"), InputError);
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "<p>text<br><div>x</div>";
    EXPECT_FALSE(html_text(wide, "a.html").empty());
}

}  // namespace
}  // namespace tarazy::html_text_test
