#include "analyses/align/balance_chapter.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/align/front_sentences.hpp"
#include "analyses/align/shares_rows.hpp"
#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace balance_chapter_test {

TEST(BalanceChapter, YearsWithFewerDomainsAreFlagged) {
    const StudyResult result = with_balance();
    const auto years = share_years(result.analyses[result.analyses.size() - 2]);
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].flag, "");
    EXPECT_EQ(years[1].flag, "domains");
    EXPECT_EQ(years[1].poles.at("RUS").share_low, 0.5);
}

TEST(BalanceChapter, ShowsTheLabelInWordsAndLinksItsNumbers) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const std::string html = balance_body(context, *context.analysis("hedge")).markup;
    EXPECT_NE(html.find("aligned with Russia"), std::string::npos);
    EXPECT_NE(html.find("#claim-hedge.overall.h_total.2000"), std::string::npos);
    EXPECT_EQ(label_in_words(context, "specialised").en, "different poles in different domains");
    EXPECT_TRUE(label_in_words(context, "").en.empty());
}

TEST(BalanceChapter, TheCompleteWindowIsTheShortestOfThoseWithMostYears) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto window = complete_window(context, *context.analysis("hedge"));
    ASSERT_TRUE(window);
    EXPECT_EQ(window->window, "2000-2000");
    EXPECT_EQ(window->years.at("KAZ"), 1);
}

TEST(BalanceChapter, TheFrontPageTellsOddsAndLabels) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    std::string text;
    for (const Html& sentence : position_sentences(context)) text += sentence.markup;
    for (const Html& sentence : balance_sentences(context)) text += sentence.markup;
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2000"), std::string::npos);
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2001"), std::string::npos);  // where the odds turn
    EXPECT_NE(text.find("#claim-points.closer.RUS-CHN.2002"), std::string::npos);
    EXPECT_NE(text.find("of alignment with Russia"), std::string::npos);
}

}  // namespace balance_chapter_test
}  // namespace tarazy
