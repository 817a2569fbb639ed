#include "analyses/trace/synth_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/quantity_form.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace synth_claims_test {

TEST(SynthClaims, QuantitiesAreKnownBeforehand) {
    const PreparedAnalysis analysis = prepared_analysis("control");
    const std::vector<QuantityForm> forms = synth_quantities(analysis.plan);
    const QuantityForm* effect = fitting_form(forms, "mean_effect.2012-2016");
    ASSERT_NE(effect, nullptr);
    EXPECT_TRUE(effect->uncertain);
    EXPECT_EQ(effect->window, "2012-2016");
    EXPECT_NE(fitting_form(forms, "state.UZB.mean_effect.2012-2016"), nullptr);
    EXPECT_EQ(fitting_form(forms, "mean_effect.2013-2016"), nullptr);
    EXPECT_FALSE(fitting_form(forms, "placebo_p")->uncertain);
}

TEST(SynthClaims, TheWindowIsThatDeclaredWhateverTheDataHold) {
    PreparedAnalysis analysis = prepared_analysis("control");
    EXPECT_EQ(synth_window(analysis.plan), "2012-2016");
    analysis.plan.parameters.set("until", std::int64_t{2014});
    EXPECT_EQ(synth_window(analysis.plan), "2012-2014");
    EXPECT_NE(synth_command(analysis.plan).find("--until 2014"), std::string::npos);
}

TEST(SynthClaims, NoTableNoClaim) {
    EXPECT_TRUE(synth_claims(prepared_analysis("control").plan, {}).empty());
}

}  // namespace synth_claims_test
}  // namespace tarazy
