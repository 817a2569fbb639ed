#include "analyses/align/agenda_ties.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/align/front_sentences.hpp"
#include "analyses/all_methods.hpp"
#include "report/method_chapters.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace agenda_ties_test {

/// The result with so many of its later sessions not tied.
StudyResult untied(double sessions) {
    StudyResult result = with_balance();
    for (AnalysisResult& analysis : result.analyses)
        for (Claim& claim : analysis.claims)
            if (claim.quantity == "sessions_untied") claim.value = sessions;
    return result;
}

AgendaTies ties_of(const StudyResult& result) {
    const ReportContext context(result, all_chapters());
    return agenda_ties(context, *context.analysis("points"));
}

std::string front_of(const StudyResult& result) {
    const ReportContext context(result, all_chapters());
    std::string all;
    for (const Html& sentence : position_sentences(context)) all += sentence.markup;
    return all;
}

std::string reading_in(const StudyResult& result) {
    const ReportContext context(result, all_chapters());
    return positions_reading(context, *context.analysis("points")).markup;
}

TEST(AgendaTies, VotesWithoutRepeatedTextsAreNotFreedOfTheAgenda) {
    const StudyResult& result = with_balance();  // without a file of bridges
    EXPECT_EQ(ties_of(result), AgendaTies::few);
    for (const std::string& told : {front_of(result), reading_in(result)}) {
        EXPECT_EQ(told.find("freed of the agenda"), std::string::npos) << told;
        EXPECT_EQ(told.find("when the agenda is taken out"), std::string::npos) << told;
        EXPECT_NE(told.find("#claim-points.sessions_untied"), std::string::npos) << told;
        EXPECT_NE(told.find("the agenda is not taken out"), std::string::npos) << told;
    }
    EXPECT_EQ(reading_in(result).find("sessions_untied") < reading_in(result).find("Where does each state"), true);
}

TEST(AgendaTies, TiedSessionsAre) {
    const StudyResult result = untied(0);
    EXPECT_EQ(ties_of(result), AgendaTies::all);
    EXPECT_NE(front_of(result).find("freed of the agenda"), std::string::npos) << front_of(result);
    EXPECT_EQ(reading_in(result).find("sessions_untied"), std::string::npos);
}

TEST(AgendaTies, OneLooseSessionIsCounted) {
    const StudyResult result = untied(1);
    EXPECT_EQ(ties_of(result), AgendaTies::most);
    EXPECT_NE(reading_in(result).find("sessions_untied\">1</a> of"), std::string::npos) << reading_in(result);
    EXPECT_NE(reading_in(result).find("when the agenda is taken out"), std::string::npos);
    EXPECT_EQ(front_of(result).find("freed of the agenda"), std::string::npos);
}

TEST(AgendaTies, WithoutClaimsNothingIsClaimed) {
    StudyResult result = with_balance();
    for (AnalysisResult& analysis : result.analyses)
        std::erase_if(analysis.claims, [](const Claim& claim) { return claim.quantity == "sessions_joined"; });
    EXPECT_EQ(ties_of(result), AgendaTies::unknown);
    EXPECT_EQ(reading_in(result).find("when the agenda is taken out"), std::string::npos);
    EXPECT_EQ(front_of(result).find("agenda"), std::string::npos);
}

TEST(AgendaTies, TheChapterBeginsWithThem) {
    const StudyResult& result = with_balance();
    const ReportContext context(result, all_chapters());
    const std::string html = method_chapters(context).markup;
    const auto chapter = html.find("id=\"analysis-points\"");
    ASSERT_NE(chapter, std::string::npos);
    const auto reading = html.find("<p class=\"reading\">", chapter);
    EXPECT_LT(html.find("#claim-points.sessions_untied", reading), reading + 300) << html.substr(reading, 400);
}

}  // namespace agenda_ties_test
}  // namespace tarazy
