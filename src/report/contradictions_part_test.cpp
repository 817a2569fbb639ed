#include "report/contradictions_part.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace contradictions_part_test {

Claim years_nearest(const std::string& analysis, const std::string& pole, double years) {
    Claim claim;
    claim.analysis = analysis;
    claim.parts = {"", "", "years_nearest", {pole}, "1991-2023"};
    claim.id = analysis + ".years_nearest." + pole + ".1991-2023";
    claim.value = years;
    return claim;
}

/// Two analyses of the same votes: the one sees China nearest in most years, the other Russia.
StudyResult contradicting_result() {
    StudyResult result = sample_result();
    for (const auto& [id, russia, china] : {std::tuple{"raw", 1, 32}, std::tuple{"model", 25, 10}}) {
        AnalysisResult analysis;
        analysis.id = id;
        analysis.title.en = id;
        analysis.claims = {years_nearest(id, "RUS", russia), years_nearest(id, "CHN", china)};
        result.analyses.push_back(std::move(analysis));
    }
    result.contradictions = {
        {"votes.years_nearest",
         {{"raw", "CHN", {"raw.years_nearest.CHN.1991-2023", "raw.years_nearest.RUS.1991-2023"}},
          {"model", "RUS", {"model.years_nearest.RUS.1991-2023", "model.years_nearest.CHN.1991-2023"}}},
         33,
         24}};
    return result;
}

TEST(ContradictionsPart, SaysBothAndWhyTheyMayDiffer) {
    const StudyResult result = contradicting_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = contradictions_part(context).markup;
    EXPECT_NE(markup.find("Two measures disagree:"), std::string::npos);
    for (const char* number : {">32<", ">1<", ">25<", ">10<"})
        EXPECT_NE(markup.find(number), std::string::npos) << number << markup;
    EXPECT_NE(markup.find("24 of the 33 years"), std::string::npos);
    EXPECT_NE(markup.find("Raw agreement moves with the agenda"), std::string::npos);
    EXPECT_LT(markup.find(">32<"), markup.find(">25<"));
}

TEST(ContradictionsPart, StandsInTheChaptersThatTakePart) {
    const StudyResult result = contradicting_result();
    const ReportContext context(result, all_chapters());
    EXPECT_FALSE(contradictions_part(context, context.analysis("model")).markup.empty());
    EXPECT_TRUE(contradictions_part(context, &result.analyses.front()).markup.empty());
    const StudyResult none = sample_result();
    EXPECT_TRUE(contradictions_part(ReportContext(none, all_chapters())).markup.empty());
}

}  // namespace contradictions_part_test
}  // namespace tarazy
