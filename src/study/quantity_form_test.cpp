#include "study/quantity_form.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace quantity_form_test {

bool fits(const char* form, std::string_view quantity) {
    return matches({form}, quantity);
}

TEST(QuantityForm, WithoutPlaceholdersIsTheQuantityItself) {
    EXPECT_TRUE(fits("mean_share.RUS.1991-2023", "mean_share.RUS.1991-2023"));
    EXPECT_FALSE(fits("mean_share.RUS.1991-2023", "mean_share.RUS.1991-2022"));
    EXPECT_FALSE(fits("mean_share.RUS", "mean_share.RUS.1991-2023"));
    EXPECT_FALSE(fits("mean_share.RUS.1991-2023", "mean_share.RUS"));
    EXPECT_TRUE(fits("", ""));
    EXPECT_FALSE(fits("", "a"));
}

TEST(QuantityForm, YearIsFourDigits) {
    EXPECT_TRUE(fits("closeness.RUS.<year>", "closeness.RUS.2014"));
    EXPECT_FALSE(fits("closeness.RUS.<year>", "closeness.RUS.214"));
    EXPECT_FALSE(fits("closeness.RUS.<year>", "closeness.RUS.20145"));
    EXPECT_FALSE(fits("closeness.RUS.<year>", "closeness.RUS.1992-2014"));
    EXPECT_TRUE(fits("x.<year>-<year>", "x.1992-2014"));
}

TEST(QuantityForm, AnyTextMayHoldDotsAndIsNeverEmpty) {
    EXPECT_TRUE(fits("holds.<sentence>", "holds.A*~B is sufficient at 0.8"));
    EXPECT_FALSE(fits("holds.<sentence>", "holds."));
    EXPECT_TRUE(fits("<s>.<model>.<term>.incl", "parsimonious.M1.A*B.incl"));
    EXPECT_FALSE(fits("<s>.<model>.<term>.incl", "parsimonious.M1.incl"));
    EXPECT_TRUE(fits("<a><b>", "xy"));
    EXPECT_FALSE(fits("<a><b>", "x"));
    EXPECT_TRUE(fits("KAZ-RUS.<session>.s_abs", "KAZ-RUS.69.s_abs"));
    EXPECT_FALSE(fits("KAZ-RUS.<session>.s_abs", "KAZ-RUS.69.kappa_sq"));
}

TEST(QuantityForm, AnUnclosedBracketIsALetter) {
    EXPECT_TRUE(fits("a<b", "a<b"));
    EXPECT_FALSE(fits("a<b", "axb"));
}

TEST(QuantityForm, TheFirstThatFitsIsFound) {
    const std::vector<QuantityForm> forms = {{"a.<year>", true}, {"a.<any>"}};
    EXPECT_EQ(fitting_form(forms, "a.2000"), &forms[0]);
    EXPECT_EQ(fitting_form(forms, "a.b"), &forms[1]);
    EXPECT_EQ(fitting_form(forms, "b"), nullptr);
}

}  // namespace quantity_form_test
}  // namespace tarazy
