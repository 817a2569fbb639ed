#include "analyses/simulate/alignment_panel.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace alignment_panel_test {

TEST(AlignmentPanel, AsTheCommandReadsIt) {
    PreparedAnalysis analysis = prepared_analysis("hedged");
    const auto panel = alignment_panel(analysis.plan, analysis.roles());
    ASSERT_TRUE(panel);
    EXPECT_EQ(panel->poles, (std::vector<std::string>{"RUS", "CHN", "WEST"}));
    EXPECT_EQ(panel->shares.states, (std::vector<std::string>{"KAZ", "KGZ", "UZB"}));
    EXPECT_TRUE(panel->neighbours.empty());
    analysis.plan.parameters.set("neighbours", std::string("all"));
    EXPECT_EQ(alignment_panel(analysis.plan, analysis.roles())->neighbours[0].size(), 2u);
}

TEST(AlignmentPanel, ResultsOfOtherMethods) {
    PreparedAnalysis analysis = prepared_analysis("hedged");
    // As `align.balance` writes it.
    analysis.tables.at("alignment") = read_csv(
        "state,year,domain,quantity,poles,value\nKAZ,2006,votes,share,RUS,0.7\nKAZ,2006,votes,share,CHN,0.3\n"
        "KAZ,2006,votes,evenness,,0.9\nKAZ,2006,arms,share,RUS,1\nKAZ,2006,arms,share,CHN,0\n",
        "balance.csv");
    EXPECT_THROW((void)alignment_panel(analysis.plan, analysis.roles()), InputError) << "two domains";
    analysis.plan.parameters.set("domain", std::string("votes"));
    const auto panel = alignment_panel(analysis.plan, analysis.roles());
    EXPECT_EQ(panel->poles, (std::vector<std::string>{"CHN", "RUS"}));
    EXPECT_EQ(panel->shares.at(0, 2006)[1], 0.7);
    // As `align.shares` writes it.
    analysis.tables.at("alignment") = read_csv(
        "state,year,domain,pole,closeness,share\nKAZ,2006,votes,RUS,3,0.6\nKAZ,2006,votes,CHN,2,0.4\n", "shares.csv");
    EXPECT_EQ(alignment_panel(analysis.plan, analysis.roles())->shares.at(0, 2006)[0], 0.4);
    analysis.plan.parameters.set("years", Span{2007, 2008});
    EXPECT_FALSE(alignment_panel(analysis.plan, analysis.roles()));
}

}  // namespace alignment_panel_test
}  // namespace tarazy
