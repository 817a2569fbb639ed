#include "report/render.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

namespace tarazy {
namespace render_test {

const std::string& sample_report() {
    static const std::string report = render_report(sample_result(), all_chapters());
    return report;
}

/// With every row in the page.
const std::string& whole_report() {
    static const std::string report = render_report(sample_result(), all_chapters(), "en", ReportRows::in_the_page);
    return report;
}

/// The report without the content of its scripts and styles.
std::string markup_only(const std::string& report) {
    std::string markup;
    std::size_t from = 0;
    for (;;) {
        const std::size_t script = std::min(report.find("<script", from), report.find("<style", from));
        if (script == std::string::npos) return markup + report.substr(from);
        const std::size_t content = report.find('>', script) + 1;
        const std::size_t end = std::min(report.find("</script>", content), report.find("</style>", content));
        markup += report.substr(from, content - from);
        from = end;
    }
}

std::set<std::string> all_matches(const std::string& text, const std::string& pattern) {
    std::set<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.insert((*it)[1]);
    return found;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Report, AnotherLanguageIsRefused) {
    EXPECT_THROW((void)render_report({}, all_chapters(), "de"), UsageError);
}

TEST(Report, AnEmptyResultIsStillAReport) {
    const std::string report = render_report({}, all_chapters(), "kk");
    EXPECT_TRUE(report.starts_with("<!doctype html>\n<html lang=\"kk\">"));
    EXPECT_TRUE(report.ends_with("</html>\n"));
}

TEST(Report, SameResultSameBytes) {
    EXPECT_EQ(sample_report(), render_report(sample_result(), all_chapters()));
}

TEST(Report, EveryLinkInsideTheReportLeadsSomewhere) {
    const std::string markup = markup_only(whole_report());
    const std::set<std::string> ids = all_matches(markup, " id=\"([^\"]+)\"");
    for (const std::string& target : all_matches(markup, " href=\"#([^\"]+)\""))
        EXPECT_TRUE(ids.contains(target)) << target;
    for (const std::string& label : all_matches(markup, " aria-labelledby=\"([^\"]+)\""))
        EXPECT_TRUE(ids.contains(label)) << label;
}

TEST(Report, IdsAreUnique) {
    const std::string markup = markup_only(whole_report());
    for (const std::string& id : all_matches(markup, " id=\"([^\"]+)\""))
        EXPECT_EQ(count_of(markup, " id=\"" + id + "\""), 1U) << id;
}

TEST(Report, EveryClaimHasItsRow) {
    for (const AnalysisResult& analysis : sample_result().analyses) {
        for (const Claim& claim : analysis.claims) {
            EXPECT_NE(whole_report().find("<tr id=\"claim-" + claim.id + "\">"), std::string::npos) << claim.id;
        }
    }
}

TEST(Report, NothingIsFetchedAndHostileTextIsOnlyShown) {
    const std::string markup = markup_only(whole_report());
    EXPECT_TRUE(all_matches(markup, "<(link|img|iframe|object|embed|base)[ >]").empty());
    EXPECT_TRUE(all_matches(markup, " (src|srcset|action|onclick|onload)=").empty());
    EXPECT_EQ(count_of(whole_report(), "<script"), 4U);  // pictures' data, script, and what unpacks them
    EXPECT_EQ(count_of(sample_report(), "<script"), 7U);
    EXPECT_EQ(markup.find("href=\"javascript:"), std::string::npos);
    EXPECT_NE(markup.find("&lt;/script&gt;&lt;script&gt;alert(1)"), std::string::npos);
}

TEST(Report, TextsStandInThreeLanguages) {
    const std::string markup = markup_only(whole_report());
    const std::size_t english = count_of(markup, "<t-l lang=en>"), kazakh = count_of(markup, "<t-l lang=kk>");
    EXPECT_GT(english, 500U);
    EXPECT_EQ(english, kazakh);
    EXPECT_EQ(english, count_of(markup, "<t-l lang=ru>"));
    EXPECT_NE(
        markup.find("Ресей (<a class=\"claim\" href=\"#claim-votes_shares.years_nearest.RUS.1992-2023\">11 жыл</a>)"),
        std::string::npos);
    EXPECT_NE(markup.find("21 год</a>"), std::string::npos);
}

TEST(Report, OpensInTheLanguageAskedFor) {
    const std::string report = render_report(sample_result(), all_chapters(), "ru");
    EXPECT_NE(report.find("<html lang=\"ru\">"), std::string::npos);
    EXPECT_NE(report.find("value=\"ru\" checked>"), std::string::npos);
}

TEST(Report, RowsThatFewReadersLookAtLiePacked) {
    const std::string markup = markup_only(sample_report());
    EXPECT_LT(sample_report().size(), whole_report().size());
    EXPECT_EQ(markup.find("<tr id=\"claim-"), std::string::npos);
    EXPECT_NE(markup.find("data-pack=\"claims\" data-part=\"0\""), std::string::npos);
    EXPECT_NE(markup.find("tarazy report OUTPUT --whole"), std::string::npos);
    for (const char character : sample_report() + whole_report())
        EXPECT_TRUE(static_cast<unsigned char>(character) >= 0x20 || character == '\n' || character == '\t')
            << +character;
}

/// Left beside the build, for looking at and for the browser's checks.
TEST(Report, TheSampleIsWrittenBesideTheBuild) {
    const std::string path = (std::filesystem::path(TARAZY_PROGRAM).parent_path() / "sample_report.html").string();
    write_file_atomically(path, sample_report());
    EXPECT_EQ(read_file(path), sample_report());
}

}  // namespace render_test
}  // namespace tarazy
