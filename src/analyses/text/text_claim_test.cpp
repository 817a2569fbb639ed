#include "analyses/text/text_claim.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_claim_test {

TEST(TextClaim, NamesWhatItIsAboutAndHowItCameToBe) {
    const AnalysisPlan plan = prepared_analysis("speeches").plan;
    const TextQuantity finds{"finds", "finds", "finds", "places", "counting", "it is counted"};
    const Claim claim = text_claim(plan, "text kwic", finds, "peace", "2001-2005", 3);
    EXPECT_EQ(claim.id, "speeches.finds.peace.2001-2005");
    EXPECT_EQ(claim.subject, plan.frame.focus + ", 2001-2005: peace");
    EXPECT_EQ(claim.no_interval, "it is counted");
    const Claim bare = text_claim(plan, "text kwic", finds, "", "", std::nullopt);
    EXPECT_EQ(bare.id, "speeches.finds");
    EXPECT_EQ(bare.subject, plan.frame.focus);
    EXPECT_FALSE(bare.value.has_value());
}

}  // namespace text_claim_test
}  // namespace tarazy
