#include "simulate/hedge/hedge_terms.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hedge_terms_test {

TEST(HedgeTerms, TheTableIsInTheOrderOfTheTermsAndSaysTheSigns) {
    ASSERT_EQ(hedge_parameters().size(), hedge_terms);
    std::size_t drivers = 0;
    for (std::size_t i = 0; i < hedge_terms; ++i) {
        const HedgeParameter& parameter = hedge_parameters()[i];
        EXPECT_EQ(static_cast<std::size_t>(parameter.term), i);
        EXPECT_LT(parameter.least, parameter.most);
        EXPECT_TRUE(parameter.otherwise >= parameter.least && parameter.otherwise <= parameter.most);
        EXPECT_FALSE(parameter.meaning.empty());
        if (!parameter.driver.empty()) {
            EXPECT_EQ(drivers++, i);
        }
    }
    EXPECT_EQ(drivers, hedge_drivers);
    for (const HedgeTerm term : {HedgeTerm::coercion, HedgeTerm::entrapment, HedgeTerm::inertia})
        EXPECT_EQ(hedge_parameter(term).least, 0);
    EXPECT_GT(hedge_parameter(HedgeTerm::precision).least, 0);
}

TEST(HedgeTerms, AreCalledBySymbolOrName) {
    EXPECT_EQ(hedge_term_called("b_C"), HedgeTerm::coercion);
    EXPECT_EQ(hedge_term_called("coercion"), HedgeTerm::coercion);
    EXPECT_EQ(hedge_term_called("b_X"), std::nullopt);
    const std::vector<std::string> texts = {"f", "b_T", "inertia"};
    EXPECT_EQ(hedge_terms_listed(texts, "--free"),
              (std::vector<HedgeTerm>{HedgeTerm::trade, HedgeTerm::inertia, HedgeTerm::precision}));
    EXPECT_THROW((void)hedge_terms_listed(std::vector<std::string>{"k", "entrapment"}, "--free"), UsageError);
    EXPECT_THROW((void)hedge_terms_listed(std::vector<std::string>{"q"}, "--free"), UsageError);
}

TEST(HedgeTerms, GivenValuesStayWithinTheirBounds) {
    const HedgeCoefficients values = hedge_coefficients_given(std::vector<std::string>{"e=40", "b_T=-2"}, "--fix");
    EXPECT_EQ(values[HedgeTerm::inertia], 40);
    EXPECT_EQ(values[HedgeTerm::trade], -2);
    EXPECT_EQ(values[HedgeTerm::finance], 0);
    for (const char* wrong : {"e", "e=-1", "b_C=-1", "f=0", "q=1", "e=x"})
        EXPECT_THROW((void)hedge_coefficients_given(std::vector<std::string>{wrong}, "--fix"), UsageError) << wrong;
}

}  // namespace hedge_terms_test
}  // namespace tarazy
