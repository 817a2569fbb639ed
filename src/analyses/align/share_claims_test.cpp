#include "analyses/align/share_claims.hpp"

#include "align/balance/window_summary.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace share_claims_test {

Table summary_of_two_states() {
    WindowSummary summary;
    const std::vector<double> draws = {0.1, 0.2, 0.3};
    for (const char* state : {"KAZ", "UZB"}) {
        summary.add({state, "votes", "mean_share", "RUS", {1992, 1995}, 2, 1993, 1994}, 0.2, draws);
        summary.add({state, "overall", "h_total", "", {1992, 1995}, 2, 1993, 1994}, 0.9, draws);
        summary.add({state, "votes", "a quantity nobody claims", "", {1992, 1995}, 2, 1993, 1994}, 0.9, draws);
    }
    return std::move(summary).table();
}

AnalysisPlan plan() {
    AnalysisPlan made;
    made.id = "hedge";
    made.frame.focus = "KAZ";
    return made;
}

std::vector<std::string> ids(bool by_domain) {
    std::vector<Claim> claims;
    add_window_claims(claims, plan(), summary_of_two_states(), {"align balance", "tarazy align balance"}, by_domain);
    std::vector<std::string> found;
    for (const Claim& claim : claims) found.push_back(claim.id);
    return found;
}

TEST(ShareClaims, OtherStatesAreNamedInTheId) {
    EXPECT_EQ(ids(false), (std::vector<std::string>{"hedge.mean_share.RUS.1992-1995", "hedge.h_total.1992-1995",
                                                    "hedge.state.UZB.mean_share.RUS.1992-1995",
                                                    "hedge.state.UZB.h_total.1992-1995"}));
}

TEST(ShareClaims, ByDomainOthersAreClaimedOverAllDomainsOnly) {
    EXPECT_EQ(ids(true),
              (std::vector<std::string>{"hedge.votes.mean_share.RUS.1992-1995", "hedge.overall.h_total.1992-1995",
                                        "hedge.state.UZB.overall.h_total.1992-1995"}));
}

TEST(ShareClaims, CarryValueIntervalAndFormula) {
    std::vector<Claim> claims;
    add_window_claims(claims, plan(), summary_of_two_states(), {"align balance", "tarazy align balance"}, true);
    EXPECT_EQ(claims[0].value, 0.2);
    EXPECT_DOUBLE_EQ(claims[0].interval->lower, 0.11);
    EXPECT_EQ(claims[1].formula_source, "Shannon 1948");
    EXPECT_EQ(claims[1].reproduce, "tarazy align balance");
    EXPECT_EQ(claims[0].no_interval, "");
}

TEST(ShareClaims, TheCountOfRollCallsIsThatOfTheStateAndOfNoPair) {
    AnalysisPlan with_data = plan();
    with_data.inputs.push_back({"votes", "votes", {}});
    Table table;
    const auto add = [&](const char* name, const char* cell) {
        table.add(name, Column(std::vector<std::string>{cell}));
    };
    add("state", "KAZ"), add("year", "2014"), add("domain", "votes"), add("pole", "RUS"), add("flag", "");
    for (const char* name :
         {"closeness", "closeness_q05", "closeness_q95", "share", "share_q05", "share_q95", "p_nearest"})
        table.add(name, Column(std::vector<double>{0.5}));
    table.add("n", Column(std::vector<std::int64_t>{81}));
    table.add("session", Column(std::vector<std::int64_t>{69}));
    const std::vector<Claim> claims = share_claims(with_data, {{"", table}}, {"align shares", "tarazy align shares"});
    ASSERT_EQ(claims.size(), 3u);
    EXPECT_EQ(claims[0].inputs.at(0).rows,
              "session 69: votes of KAZ in 81 contested roll calls beside those of the members of RUS");
}

TEST(ShareClaims, TheWindowStaysInTheIdAndTheYearsKnownAreTold) {
    std::vector<Claim> claims;
    AnalysisPlan with_data = plan();
    with_data.inputs.push_back({"votes", "votes", {}});
    add_window_claims(claims, with_data, summary_of_two_states(), {"align balance", "tarazy align balance"}, true);
    EXPECT_EQ(claims[0].id, "hedge.votes.mean_share.RUS.1992-1995");
    EXPECT_EQ(claims[0].subject, "KAZ and RUS, votes, 1992-1995 (known 1993-1994)");
    EXPECT_EQ(claims[0].inputs.at(0).rows, "2 years of 1992-1995 (known 1993-1994): KAZ with the members of RUS");
}

TEST(ShareClaims, ACountOfYearsAtAProbabilityIsNoCensus) {
    WindowSummary summary;
    summary.add({"KAZ", "overall", "years_aligned", "RUS", {1992, 1995}, 4, 1992, 1995}, 3, {});
    summary.add({"KAZ", "ties", "evenness", "", {1992, 1995}, 4, 1992, 1995}, 0.9, {});
    std::vector<Claim> claims;
    add_window_claims(claims, plan(), std::move(summary).table(), {"align balance", ""}, true);
    EXPECT_NE(claims[0].no_interval.find("the probability is part of its definition"), std::string::npos);
    EXPECT_EQ(claims[0].no_interval.find("sampling error"), std::string::npos);
    EXPECT_NE(claims[1].no_interval.find("census"), std::string::npos);
}

TEST(ShareClaims, ClosenessMeansSomethingElseInEveryDomain) {
    EXPECT_STREQ(quantity_text("closeness", "ties")->unit, "tie code");
    EXPECT_STREQ(quantity_text("closeness", "votes")->unit, "agreement rate");
    EXPECT_EQ(quantity_text("closeness", "weather"), nullptr);
    EXPECT_STREQ(interval_kind("votes"), "bootstrap percentile");
}

}  // namespace share_claims_test
}  // namespace tarazy
