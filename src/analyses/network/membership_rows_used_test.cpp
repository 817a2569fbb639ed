#include "analyses/network/membership_rows_used.hpp"

#include "analyses/every_method_test.hpp"
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

}  // namespace membership_rows_used_test
}  // namespace tarazy
