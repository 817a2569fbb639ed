#include "study/quantity_hint.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace quantity_hint_test {

std::vector<QuantityForm> forms() {
    return {{"mean_share.RUS.1991-2023", true, "1991-2023"},
            {"mean_share.THIRD.1991-2023", true, "1991-2023"},
            {"evenness.1991-2023", true, "1991-2023"},
            {"closeness.THIRD.<year>", true},
            {"share.THIRD.<year>", true}};
}

TEST(QuantityHint, AWindowIsMeantRatherThanAYear) {
    EXPECT_EQ(quantity_hint("share.THIRD", forms()),
              "did you mean 'mean_share.THIRD.1991-2023'? others: 'share.THIRD.<year>'");
    EXPECT_EQ(quantity_hint("evenness", forms()), "did you mean 'evenness.1991-2023'?");
}

TEST(QuantityHint, APairTheOtherWayRoundIsFoundAndTheStateStudiedGoesFirst) {
    const std::vector<QuantityForm> pairs = {{"difference.CHN-WEST.1991-2023", true, "1991-2023"},
                                             {"state.UZB.difference.RUS-CHN.1991-2023", true, "1991-2023"},
                                             {"difference.RUS-CHN.1991-2023", true, "1991-2023"}};
    const std::string hint = quantity_hint("difference.CHN-RUS.1991-2023", pairs);
    EXPECT_TRUE(hint.starts_with("did you mean 'difference.RUS-CHN.1991-2023'?")) << hint;
}

TEST(QuantityHint, AMistypingIsFoundByItsLetters) {
    EXPECT_EQ(quantity_hint("eveness.1991-2023", forms()), "did you mean 'evenness.1991-2023'?");
    EXPECT_EQ(quantity_hint("mean_share.RUSS.1991-2023", forms()), "did you mean 'mean_share.RUS.1991-2023'?");
}

TEST(QuantityHint, WithoutLikenessTheFormsAreListed) {
    EXPECT_EQ(quantity_hint("zzz", forms()).substr(0, 15), "choose one of: ");
    EXPECT_EQ(quantity_hint("zzz", {}), "there is none to choose from");
}

}  // namespace quantity_hint_test
}  // namespace tarazy
