#include "report/report_context.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace report_context_test {

TEST(ReportContext, FindsClaimsAndNames) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    ASSERT_NE(context.claim("votes_shares.trend.RUS.1992-2023"), nullptr);
    EXPECT_EQ(context.claim("nothing"), nullptr);
    EXPECT_EQ(context.name("WEST").kk, "Батыс");
    EXPECT_EQ(context.name("KAZ").ru, "Казахстан");
    EXPECT_EQ(context.name("ATLANTIS").en, "ATLANTIS");
}

TEST(ReportContext, ACodeWithoutAWordStaysAsItIs) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(context.word("tag.", "NUC").ru, "ядерная тема");
    EXPECT_EQ(context.word("tag.", "XYZ").en, "XYZ");
}

TEST(LocalHtml, OneElementALanguage) {
    EXPECT_EQ(local({"a", "b", "c"}).markup, "<t-l lang=en>a</t-l><t-l lang=kk>b</t-l><t-l lang=ru>c</t-l>");
    EXPECT_EQ(local({"a", "", "c"}, "p").markup,
              "<p class=\"t\" lang=\"en\">a</p><p class=\"t\" lang=\"kk\">a</p><p class=\"t\" lang=\"ru\">c</p>");
}

TEST(LocalHtml, TextInEnglishOnlyIsShownWhateverTheSwitchSays) {
    EXPECT_EQ(local({"a", "", ""}).markup, "<span lang=\"en\">a</span>");
    EXPECT_EQ(local({}).markup, "");
}

TEST(LocalHtml, AMissingTranslationFallsBackToEnglish) {
    EXPECT_NE(local({"a", "b", ""}).markup.find("lang=ru>a<"), std::string::npos);
}

TEST(LocalHtml, ClaimsAreLinkedInEveryLanguage) {
    const std::string markup =
        local_with_claims({"<c0>1</c0> & <c1>2</c1>", "<c1>2</c1>", "<c0>1</c0>"}, {"x.y", "z"}).markup;
    EXPECT_NE(
        markup.find("<a class=\"claim\" href=\"#claim-x.y\">1</a> &amp; <a class=\"claim\" href=\"#claim-z\">2</a>"),
        std::string::npos);
    EXPECT_EQ(markup.find("&lt;"), std::string::npos);
}

TEST(ClaimLink, ANumberWithoutAClaimIsNoLink) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(claim_link(context, "nothing", text("1")).markup, "1");
}

}  // namespace report_context_test
}  // namespace tarazy
