#include "analyses/compare/model_survival.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace model_survival_test {

/// The comparison of the study and its sweep, in which exactly the models as coded come out in this share.
StudyResult with_share(double share) {
    StudyResult result = every_method_result();
    for (AnalysisResult& analysis : result.analyses)
        for (Claim& claim : analysis.claims)
            if (claim.quantity == "as_coded") claim.value = share;
    return result;
}

const AnalysisResult& comparison_in(const ReportContext& context) {
    return *analyses_by(context.result, "compare.minimise").front();
}

TEST(ModelSurvival, TheChartSaysInHowManyCodingsItsModelsComeOut) {
    const StudyResult result = with_share(0.00411);
    const ReportContext context(result, all_chapters());
    const AnalysisResult& comparison = comparison_in(context);
    ASSERT_NE(sweep_of(context, comparison), nullptr);
    const std::string html = model_survival(context, comparison).markup;
    EXPECT_NE(html.find("#claim-codings.as_coded.parsimonious\">0.41 %</a>"), std::string::npos) << html;
    EXPECT_NE(html.find("#claim-codings.points"), std::string::npos) << html;
    const std::string caption = model_survival_caption(context, comparison).en;
    EXPECT_NE(caption.find("parsimonious 0.41 %"), std::string::npos) << caption;
    EXPECT_EQ(caption.find('<'), std::string::npos) << caption;
    EXPECT_NE(model_survival_caption(context, comparison).ru.find("0,41 %"), std::string::npos);
}

TEST(ModelSurvival, WithoutASweepOfTheSameQuestionItIsSaidThatNothingWasTried) {
    for (const auto& [name, other] : {std::pair<const char*, const char*>{"\"incl_cut\":0.6", "\"incl_cut\":0.7"},
                                      {"\"outcome\":\"GAVE_UP\"", "\"outcome\":\"~GAVE_UP\""}}) {
        StudyResult result = every_method_result();
        for (AnalysisResult& analysis : result.analyses) {
            if (analysis.method != "compare.robustness") continue;
            const std::size_t at = analysis.parameters.find(name);
            ASSERT_NE(at, std::string::npos) << analysis.parameters;
            analysis.parameters.replace(at, std::string(name).size(), other);
        }
        const ReportContext context(result, all_chapters());
        EXPECT_EQ(sweep_of(context, comparison_in(context)), nullptr);
        EXPECT_NE(model_survival(context, comparison_in(context)).markup.find("was not tried"), std::string::npos);
    }
}

TEST(ModelSurvival, APositiveShareIsNeverShownAsZeroNorAShareBelowOneAsAll) {
    EXPECT_EQ(percent_told_apart(0), 0);
    EXPECT_EQ(percent_told_apart(1), 100);
    EXPECT_DOUBLE_EQ(percent_told_apart(0.00005), 0.005);
    EXPECT_DOUBLE_EQ(percent_told_apart(0.0043), 0.43);
    EXPECT_DOUBLE_EQ(percent_told_apart(0.4567), 46);
    EXPECT_DOUBLE_EQ(percent_told_apart(0.99996), 99.996);
}

}  // namespace model_survival_test
}  // namespace tarazy
