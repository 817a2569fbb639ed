#include "analyses/network/membership_rows_used.hpp"

#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"
#include "report/rows_used_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace membership_rows_used_test {

std::vector<std::size_t> rows_behind_claim(const std::string& id, const ClaimParts& parts) {
    const PreparedAnalysis prepared = prepared_analysis(id);
    const AnalysisResult& analysis = *std::ranges::find(every_method_result().analyses, id, &AnalysisResult::id);
    Claim claim;
    claim.parts = parts;
    return rows_by_role(prepared.tables, membership_rows_used(every_method_result(), analysis, claim))
        .at("memberships");
}

TEST(MembershipRowsUsed, OfAStateAreItsOwn) {
    const Table memberships = prepared_analysis("functions").tables.at("memberships");
    const auto rows = rows_behind_claim("functions", {"UZB", "", "covered", {}, "2016"});
    ASSERT_FALSE(rows.empty());
    for (const std::size_t row : rows) EXPECT_EQ(text_in(memberships, "iso3", row), "UZB");
}

TEST(MembershipRowsUsed, OfAJoiningIsTheOneAndOfItsStandingThoseOfAllMembers) {
    const Table memberships = prepared_analysis("regimes").tables.at("memberships");
    for (const std::size_t row : rows_behind_claim("regimes", {"", "", "joined", {"ONE"}, ""})) {
        EXPECT_EQ(text_in(memberships, "iso3", row), "KAZ");
        EXPECT_EQ(text_in(memberships, "institution", row), "ONE");
    }
    EXPECT_GT(rows_behind_claim("regimes", {"", "", "share_before", {"ONE"}, ""}).size(), 1u);
}

TEST(MembershipRowsUsed, OfAYearAreTheSpellsThatReachIntoIt) {
    PreparedAnalysis prepared = prepared_analysis("bridge");
    const AnalysisResult& analysis = *std::ranges::find(every_method_result().analyses, "bridge", &AnalysisResult::id);
    prepared.tables["memberships"] = read_csv(
        "institution,iso3,start,end,status,right_censored_at\n"
        "ONE,KAZ,1995-01-01,,member,2016\n"
        "ONE,UZB,1995-01-01,2001-05-01,member,2016\n"
        "TWO,RUS,2009-01-01,,member,2016\n",
        "memberships.csv");
    Claim claim;
    claim.parts = {"", "", "bridges", {}, "2006"};
    const RowsByRole rows =
        membership_rows_entered({every_method_result(), analysis, claim, prepared.plan, prepared.roles()});
    EXPECT_EQ(rows.at("memberships"), (std::vector<std::size_t>{0}));
}

}  // namespace membership_rows_used_test
}  // namespace tarazy
