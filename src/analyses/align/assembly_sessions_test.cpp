#include "analyses/align/assembly_sessions.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assembly_sessions_test {

AnalysisPlan plan_for(Span years) {
    AnalysisPlan plan;
    plan.id = "ties";
    plan.frame.years = years;
    plan.parameters.set("block", std::string());
    return plan;
}

TEST(AssemblySessions, ByDefaultThoseOfTheStudysYears) {
    AnalysisPlan plan = plan_for({1992, 2025});
    EXPECT_EQ(sessions_of(plan), (Span{47, 80}));
    plan.parameters.set("sessions", Span{50, 60});
    EXPECT_EQ(sessions_of(plan), (Span{50, 60}));
    EXPECT_EQ(years_of({47, 80}), (Span{1992, 2025}));
    EXPECT_EQ(year_of_session(69), 2014);
}

TEST(AssemblySessions, YearsOutsideTheAllianceDataAreUnknownNotWithoutTies) {
    const Table ties = read_csv("ccode1,ccode2,year\n2,200,1990\n2,200,2018\n", "ties.csv");
    AnalysisPlan plan = plan_for({2016, 2025});
    EXPECT_EQ(tie_years_of(plan, ties), (std::vector<int>{2016, 2017, 2018}));
    plan.parameters.set("years", Span{2016, 2020});
    EXPECT_THROW((void)tie_years_of(plan, ties), InputError);
    EXPECT_THROW((void)tie_years_of(plan_for({2020, 2025}), ties), InputError);
}

TEST(AssemblySessions, VotesAreReadForTheSessionsAsked) {
    const Table votes = read_csv("rcid,ccode,vote\n1,2,1\n2,2,3\n", "votes.csv");
    const Table roll_calls = read_csv("rcid,session\n1,47\n2,48\n", "rolls.csv");
    const VoteData data = votes_of(plan_for({1992, 1993}), {{"votes", &votes}, {"roll_calls", &roll_calls}}, {48, 48});
    ASSERT_EQ(data.roll_calls.size(), 1u);
    EXPECT_EQ(data.roll_calls[0].session, 48);
}

TEST(AssemblySessions, RulesNameTheParameters) {
    EXPECT_EQ(session_rule().name, "sessions");
    EXPECT_EQ(year_rule().name, "years");
    EXPECT_EQ(block_rule().name, "block");
}

}  // namespace assembly_sessions_test
}  // namespace tarazy
