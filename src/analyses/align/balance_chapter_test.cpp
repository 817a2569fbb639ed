#include "analyses/align/balance_chapter.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/align/covered_years.hpp"
#include "analyses/align/front_sentences.hpp"
#include "analyses/align/shares_chapter.hpp"
#include "analyses/align/shares_rows.hpp"
#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace balance_chapter_test {

TEST(BalanceChapter, YearsWithFewerDomainsAreFlagged) {
    const StudyResult result = with_balance();
    std::map<int, std::string> flags;
    for (const ShareYear& year : share_years(result.analyses.front()))
        if (year.state == "KAZ" && year.domain == "overall") flags[year.year] = year.flag;
    EXPECT_EQ(flags.at(2015), "");
    EXPECT_EQ(flags.at(2016), "domains");
}

TEST(BalanceChapter, ShowsTheLabelInWordsAndLinksItsNumbers) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const std::string html = balance_body(context, *context.analysis("hedge")).markup;
    EXPECT_NE(html.find("different poles in different domains"), std::string::npos);
    EXPECT_NE(html.find("#claim-hedge.overall.h_total.2006"), std::string::npos);
    EXPECT_EQ(label_in_words(context, "specialised").en, "different poles in different domains");
    EXPECT_EQ(label_in_words(context, "aligned:RUS").en, "aligned with Russia");
    EXPECT_TRUE(label_in_words(context, "").en.empty());
}

TEST(BalanceChapter, TheCompleteWindowIsTheShortestOfThoseWithMostYears) {
    const StudyResult result = with_balance_over({{2005, 2016}, {2005, 2015}});  // 2016 lacks a domain
    const ReportContext context(result, all_chapters());
    const auto window = complete_window(context, *context.analysis("hedge"));
    ASSERT_TRUE(window);
    EXPECT_EQ(window->window, "2005-2015");
    EXPECT_EQ(window->years.at("KAZ"), 11);
}

TEST(BalanceChapter, ColumnsSayTheYearsReallyCoveredAndTwoWindowsOfTheSameYearsAreOne) {
    const StudyResult result = with_balance_over({{2005, 2016}, {2005, 2015}});  // imports end in 2015
    const ReportContext context(result, all_chapters());
    const AnalysisResult& hedge = *context.analysis("hedge");
    EXPECT_EQ(covered_years(hedge, "KAZ", "imports", "2005-2016"), (CoveredYears{2005, 2015, 11}));
    EXPECT_EQ(covered_in_words(context, {2005, 2015, 11}).en, "2005–2015 (11 years)");
    const std::string html = windows_part(context, hedge).markup;
    const std::string imports = html.substr(html.find("id=\"windows-hedge.imports\""));
    const std::string table = imports.substr(0, imports.find("</table>"));
    EXPECT_EQ(table.find("2005–2016"), std::string::npos) << table;
    EXPECT_NE(table.find("2005–2015 (11 years)"), std::string::npos) << table;
    EXPECT_NE(table.find("#claim-hedge.imports.mean_share.RUS.2005-2015"), std::string::npos) << "the narrower name";
    EXPECT_EQ(table.find("#claim-hedge.imports.mean_share.RUS.2005-2016"), std::string::npos);
    EXPECT_NE(html.find("2005–2016 (12 years)"), std::string::npos) << "of domains that know the last year";
}

TEST(BalanceChapter, TheFrontPageTellsOddsAndLabels) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    std::string text;
    for (const Html& sentence : position_sentences(context)) text += sentence.markup;
    for (const Html& sentence : balance_sentences(context)) text += sentence.markup;
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2005"), std::string::npos);
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2016"), std::string::npos);
    EXPECT_NE(text.find("of leaning on different poles in different domains"), std::string::npos);
    EXPECT_NE(text.find("All domains together (votes, treaty ties, "), std::string::npos) << text;
    EXPECT_NE(text.find(" and imports), 2005"), std::string::npos) << "only those that the study has: " << text;
    EXPECT_EQ(text.find("exports"), std::string::npos) << text;
}

}  // namespace balance_chapter_test
}  // namespace tarazy
