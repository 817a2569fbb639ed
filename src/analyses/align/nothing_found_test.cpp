#include "analyses/align/nothing_found.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace nothing_found_test {

TEST(NothingFound, AbsentComparisonStatesAndPolesAreNamed) {
    AnalysisPlan plan;
    plan.inputs = {{"votes", "votes", {}}};
    plan.frame.comparison = {"UZB", "MNG"};
    plan.frame.poles = {{"RUS", {}, {"RUS"}}, {"EU-27", {}, {"FRA"}}};
    Table table;
    const std::vector<std::string> states{"KAZ", "UZB"}, poles{"RUS", "RUS"};
    table.add("state", Column(std::span<const std::string>(states)));
    table.add("pole", Column(std::span<const std::string>(poles)));
    const std::vector<std::string> notes = states_and_poles_lacking(plan, {{"", table}});
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_NE(notes[0].find("MNG"), std::string::npos);
    EXPECT_NE(notes[1].find("EU-27"), std::string::npos);
}

TEST(NothingFound, NumbersOnOthersSayNothingOfTheStateInFocus) {
    AnalysisPlan plan;
    plan.frame.focus = "KAZ";
    const auto about = [](const std::string& state, const std::string& quantity, std::vector<std::string> whom) {
        Claim claim;
        claim.parts = {state, "", quantity, std::move(whom), ""};
        return claim;
    };
    EXPECT_TRUE(is_of_focus(plan, about("", "closeness", {"RUS"})));
    EXPECT_FALSE(is_of_focus(plan, about("UZB", "closeness", {"RUS"})));
    EXPECT_TRUE(is_of_focus(plan, about("", "position", {"KAZ"})));
    EXPECT_FALSE(is_of_focus(plan, about("", "position", {"RUS"})));
    EXPECT_FALSE(is_of_focus(plan, about("", "tension", {})));
}

}  // namespace nothing_found_test
}  // namespace tarazy
