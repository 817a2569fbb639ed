#include "analyses/write_study/method_parameters.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tarazy {
namespace method_parameters_test {

/// Facts on one table of one role.
struct Known {
    Known(const std::string& role, const std::string& text) {
        order.focus = "KAZ";
        order.poles = poles_of_option("RUS,CHN");
        order.years = {1991, 2024};
        order.comparison = {"UZB", "KGZ"};
        data.role = role;
        data.table = read_csv(text, role + ".csv");
    }
    [[nodiscard]] ChosenParameters of(const std::string& method) const {
        ParameterFacts facts;
        facts.order = &order;
        facts.data = {{data.role, &data}};
        facts.window = window;
        return chosen_parameters(method, facts);
    }
    StudyOrder order;
    GivenData data;
    Span window = {1991, 2024};
};

bool holds(const ChosenParameters& chosen, const std::string& beginning) {
    return std::ranges::any_of(chosen.lines, [&](const std::string& line) { return line.starts_with(beginning); });
}

TEST(MethodParameters, WindowsEndBeforeTheAgendaOfTheAssemblyChanged) {
    const ChosenParameters chosen = Known("votes", "rcid,ccode,vote\n1,705,1\n").of("align.shares");
    EXPECT_TRUE(holds(chosen, "agenda_break = 79"));
    EXPECT_TRUE(holds(chosen, "windows = [\"1991-2023\", "));
    EXPECT_EQ(chosen.window, (Span{1991, 2023}));
}

TEST(MethodParameters, TheScaleHasOtherEndsWhereTheUnitedStatesDidNotVote) {
    Known known("votes", "rcid,ccode,vote\n1,705,1\n");
    known.data.states = {"KAZ", "RUS", "CHN"};
    EXPECT_TRUE(holds(known.of("align.ideal-points"), "anchors = \"CHN,RUS\""));
    known.data.states.insert("USA");
    EXPECT_FALSE(holds(known.of("align.ideal-points"), "anchors"));
}

TEST(MethodParameters, TheFirstSetIsExplainedUnlessTheUserSaysAnother) {
    Known known("cases", "case,A,B,C,size\nKAZ,1,0,1,17\nUZB,0,0.5,1,30\n");
    const ChosenParameters first = known.of("compare.minimise");
    EXPECT_TRUE(holds(first, "outcome = \"A\""));
    EXPECT_TRUE(holds(first, "conditions = \"B,C\""));
    EXPECT_EQ(first.told.size(), 1u);
    known.order.outcome = "C";
    EXPECT_TRUE(holds(known.of("compare.minimise"), "conditions = \"A,B\""));
    known.order.outcome = "size";
    EXPECT_NE(known.of("compare.minimise").cannot.find("no set 'size'"), std::string::npos);
}

TEST(MethodParameters, IndicatorsOfEveryPoleAreADomainOfTheBalance) {
    const Known known("indicators",
                      "state,year,indicator,value\nKAZ,2001,imports_from_RUS,5\nKAZ,2001,imports_from_CHN,"
                      "0\nKAZ,2001,gdp,9\n");
    const ChosenParameters chosen = known.of("align.balance");
    EXPECT_TRUE(holds(chosen, "indicators = { \"imports_from\" = \"imports_from_\" }"));
    EXPECT_TRUE(holds(chosen, "detection_limits = { \"imports_from\" = 5 }"));
    const Known other("indicators", "state,year,indicator,value\nKAZ,2001,gdp,9\n");
    EXPECT_NE(other.of("align.balance").cannot, "");
}

TEST(MethodParameters, AnEventNeedsItsYear) {
    Known known("panel", "unit,time,growth\nKAZ,2001,1\n");
    EXPECT_NE(known.of("trace.synth").cannot.find("--event-year"), std::string::npos);
    known.order.event_year = 2005;
    EXPECT_TRUE(holds(known.of("trace.synth"), "from = 2005"));
    EXPECT_TRUE(holds(known.of("trace.its"), "at = 2005"));
    EXPECT_TRUE(holds(known.of("trace.contrast"), "before = \"1991-2004\""));
    known.order.event_year = 1992;
    EXPECT_NE(known.of("trace.synth").cannot.find("four years before"), std::string::npos);
}

TEST(MethodParameters, WithoutAnEventHalvesAreComparedAndMarked) {
    const ChosenParameters chosen = Known("panel", "unit,time,growth\nKAZ,2001,1\n").of("trace.contrast");
    EXPECT_TRUE(holds(chosen, "before = \"1991-2007\"   # PLACEHOLDER"));
    EXPECT_TRUE(holds(chosen, "after = \"2008-2024\""));
}

TEST(MethodParameters, AFewYearsAreNoSeries) {
    Known known("alignment", "state,year,share_RUS\nKAZ,2001,1\n");
    EXPECT_EQ(known.of("simulate.hedge").cannot, "");
    known.window = {2001, 2004};
    EXPECT_NE(known.of("simulate.hedge").cannot.find("eight years"), std::string::npos);
}

TEST(MethodParameters, AMethodThatIsNewGetsNone) {
    EXPECT_TRUE(Known("panel", "unit,time,x\nKAZ,1,1\n").of("trace.new").lines.empty());
}

}  // namespace method_parameters_test
}  // namespace tarazy
