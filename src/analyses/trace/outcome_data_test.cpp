#include "analyses/trace/outcome_data.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace outcome_data_test {

TEST(OutcomeData, OneIndicatorOfManyOrAColumnOfAPanel) {
    PreparedAnalysis trade = prepared_analysis("break_trade");
    const OutcomeData outcome = outcome_data(trade.plan, trade.roles(), "indicator");
    EXPECT_EQ(outcome.unit, "state");
    EXPECT_EQ(outcome.table.rows(), 24u);
    trade.plan.parameters.set("indicator", std::string("imports_from_XXX"));
    EXPECT_THROW((void)outcome_data(trade.plan, trade.roles(), "indicator"), InputError);
    trade.plan.parameters.set("indicator", std::string());
    EXPECT_THROW((void)outcome_data(trade.plan, trade.roles(), "indicator"), InputError);
    const PreparedAnalysis panel = prepared_analysis("control");
    EXPECT_EQ(outcome_data(panel.plan, panel.roles(), "outcome").value, "growth");
}

TEST(OutcomeData, DonorsAreThoseNamedOrTheComparison) {
    PreparedAnalysis analysis = prepared_analysis("control");
    EXPECT_EQ(donors_of(analysis.plan).size(), 7u);
    analysis.plan.parameters.set("donors", std::string());
    EXPECT_EQ(donors_of(analysis.plan), std::vector<std::string>{"UZB"});
    analysis.plan.parameters.set("donors", std::string("KAZ, ARM"));
    EXPECT_EQ(donors_of(analysis.plan), std::vector<std::string>{"ARM"}) << "never the state itself";
}

TEST(OutcomeData, AYearThatIsNeededAndNotNamedIsAskedFor) {
    PreparedAnalysis analysis = prepared_analysis("control");
    EXPECT_EQ(needed_year(analysis.plan, "from"), 2012);
    EXPECT_EQ(window_end(analysis.plan), 2016);
    EXPECT_THROW((void)needed_year(analysis.plan, "since"), InputError);
}

TEST(OutcomeData, EachPointOfASeriesOfSeveralSourcesKeepsItsOwn) {
    OutcomeData outcome{read_csv("state,year,value,source\nKAZ,1992,1,early\nKAZ,1993,2,late\nUZB,1992,3,\n", ""),
                        "state", "year", "value"};
    Table path = read_csv("state,time,value\nKAZ,1993,2\nKAZ,1992,1\nUZB,1992,3\nUZB,1999,3\n", "");
    add_sources(path, outcome);
    ASSERT_EQ(path.names.back(), "source");
    EXPECT_EQ(path["source"].text(0), "late");
    EXPECT_EQ(path["source"].text(1), "early");
    EXPECT_TRUE(path["source"].missing(2)) << "the data name none";
    EXPECT_TRUE(path["source"].missing(3)) << "the data have no such row";
    Table bare = read_csv("state,time\nKAZ,1992\n", "");
    outcome.table = read_csv("state,year,value\nKAZ,1992,1\n", "");
    add_sources(bare, outcome);
    EXPECT_FALSE(bare.find("source").has_value()) << "the data have no column for it";
}

TEST(OutcomeData, StatesBecomeTheCodesOfTheStudy) {
    const PreparedAnalysis trade = prepared_analysis("break_trade");
    RoleTables roles = trade.roles();
    Table named = *roles.at("indicators");
    const std::size_t state = *named.find("state");
    std::vector<std::string> cells = require_texts(named, "state");
    for (std::string& cell : cells)
        if (cell == trade.plan.frame.focus) cell = "Қазақстан";
    named.columns[state] = Column(std::span<const std::string>(cells));
    roles["indicators"] = &named;
    ASSERT_EQ(trade.plan.frame.focus, "KAZ");
    const OutcomeData outcome = outcome_data(trade.plan, roles, "indicator");
    EXPECT_EQ(require_texts(outcome.table, "state"),
              require_texts(outcome_data(trade.plan, trade.roles(), "indicator").table, "state"));
    EXPECT_EQ(outcome.notes, std::vector<std::string>{"the column 'state' spells states otherwise: 'Қазақстан' (KAZ)"});
}

}  // namespace outcome_data_test
}  // namespace tarazy
