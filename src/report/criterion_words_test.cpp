#include "report/criterion_words.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace criterion_words_test {

class CriterionWords : public testing::Test {
protected:
    [[nodiscard]] LocalText words(const char* declared) const {
        return criterion_in_words(context_, parse_criterion(declared));
    }
    [[nodiscard]] LocalText opposite(const char* declared) const {
        return bound_in_words(context_, parse_criterion(declared), true);
    }

    const StudyResult result_ = sample_result();
    const ReportContext context_{result_, all_chapters()};
};

TEST_F(CriterionWords, ABoundHasTheDecimalMarkOfTheLanguage) {
    const LocalText between = words("between -0.1 and 0.1 with probability 0.95");
    EXPECT_EQ(between.en, "between −0.1 and 0.1 (with a probability of at least 0.95)");
    EXPECT_EQ(between.kk, "−0,1 және 0,1 шектерінің арасында (ықтималдығы кемінде 0,95)");
    EXPECT_EQ(between.ru, "в пределах от −0,1 до 0,1 (с вероятностью не меньше 0,95)");
    EXPECT_EQ(words("> 0.5").kk, "0,5 шегінен жоғары");
    EXPECT_EQ(words("> 0").en, "above zero");
    EXPECT_EQ(words("< 0").ru, "ниже нуля");
    EXPECT_EQ(words(">= 12").en, "at least 12");
    EXPECT_EQ(words("<= 0.05").ru, "не больше 0,05");
    EXPECT_EQ(words("= 1").en, "exactly 1");
}

TEST_F(CriterionWords, WhereTheStateStandsIsSaidWithoutQuantiles) {
    EXPECT_EQ(words("above the median of comparison with probability 0.9").en,
              "higher than in more than half of the comparison states (with a probability of at least 0.9)");
    EXPECT_EQ(words("below the 0.75 quantile of comparison").en,
              "higher than in less than 75 % of the comparison states");
    EXPECT_EQ(words("below the 0.75 quantile of comparison").kk,
              "салыстырылатын мемлекеттердің 75 %-ынан азы бұдан төмен");
    EXPECT_EQ(words("above the median of comparison").ru,
              "выше, чем у более чем половины взятых для сравнения государств");
    EXPECT_EQ(words("rank <= 3 of comparison").en, "its rank among the comparison states at most 3");
}

TEST_F(CriterionWords, TermsOfModelsAreNamed) {
    EXPECT_EQ(words("term contains AA*~BB in every model").en, "a term with AA and not BB: in every model");
    EXPECT_EQ(words("term contains AA in no model").ru, "терм с AA: ни в одной модели");
    EXPECT_EQ(words("term contains AA in some model").en, "a term with AA: in at least one model");
}

TEST_F(CriterionWords, TheOppositeOfEachFormIsSaid) {
    EXPECT_EQ(opposite("> 0.5 with probability 0.9").en, "not above 0.5 (with a probability of at least 0.9)");
    EXPECT_EQ(opposite(">= 12").en, "less than 12");
    EXPECT_EQ(opposite("<= 22").en, "more than 22");
    EXPECT_EQ(opposite("< 0").en, "not below zero");
    EXPECT_EQ(opposite("< 1.5").en, "not below 1.5");
    EXPECT_EQ(opposite("= 1").en, "not 1");
    EXPECT_EQ(opposite("between -1 and 1").en, "outside the bounds −1 and 1");
    EXPECT_EQ(opposite("above the 0.75 quantile of comparison").en, "not more than 75 %");
    EXPECT_EQ(opposite("below the median of comparison").en, "not less than half");
    EXPECT_EQ(opposite("term contains AA in every model").en, "not in every model");
    EXPECT_EQ(opposite("term contains AA in some model").en, "in no model");
    EXPECT_EQ(opposite("term contains AA in no model").en, "in at least one model");
}

}  // namespace criterion_words_test
}  // namespace tarazy
