#include "analyses/trace/outcome_words.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace outcome_words_test {

TEST(OutcomeWords, QuantitiesOfStatesAndIndicatorsInWords) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(outcome_quantity(context, {"", "", "mean_effect", {}, "2012-2016"})->en, "mean effect");
    EXPECT_EQ(outcome_quantity(context, {"UZB", "", "level", {"growth"}, ""})->en,
              "Uzbekistan: change of level: growth");
    EXPECT_EQ(outcome_quantity(context, {"", "", "weight", {"UZB"}, ""})->ru, "вес донора: Узбекистан");
    EXPECT_FALSE(outcome_quantity(context, {"", "", "closeness", {}, ""}));
}

TEST(OutcomeWords, ClaimsWithoutAValueAreNotListed) {
    const ReportContext context(every_method_result(), all_chapters());
    const AnalysisResult& short_one = *context.analysis("control_short");
    const std::string html = outcome_claims(context, short_one, {"mean_effect", "pre_periods"}).markup;
    EXPECT_EQ(html.find("mean_effect"), std::string::npos);
    EXPECT_NE(html.find("control_short.pre_periods"), std::string::npos);
    EXPECT_EQ(outcome_name(context, short_one, "outcome"), "growth");
    EXPECT_TRUE(outcome_table(context, short_one, "weights", "chapter.weights", {"unit"}).markup.empty());
}

}  // namespace outcome_words_test
}  // namespace tarazy
