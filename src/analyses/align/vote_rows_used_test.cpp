#include "analyses/align/vote_rows_used.hpp"

#include "analyses/every_method_test.hpp"
#include "report/rows_used_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace vote_rows_used_test {

using Rows = std::vector<std::size_t>;

/// Votes of the states, by COW number, on roll calls of the sessions, counted the long way.
Rows votes_of(const PreparedAnalysis& analysis, const std::vector<double>& states, double first, double last) {
    const Table &votes = analysis.tables.at("votes"), &calls = analysis.tables.at("roll_calls");
    Rows rows;
    for (std::size_t row = 0; row < votes.rows(); ++row) {
        bool in_sessions = false;
        for (std::size_t call = 0; call < calls.rows(); ++call) {
            const double session = number_in(calls, "session", call).value_or(0);
            if (number_in(calls, "rcid", call) == number_in(votes, "rcid", row) && session >= first && session <= last)
                in_sessions = true;
        }
        if (in_sessions && std::ranges::find(states, number_in(votes, "ccode", row).value_or(0)) != states.end())
            rows.push_back(row);
    }
    return rows;
}

const AnalysisResult& result_of(const std::string& id) {
    return *std::ranges::find(every_method_result().analyses, id, &AnalysisResult::id);
}

TEST(VoteRowsUsed, OfAPairAreItsVotesInTheSession) {
    const PreparedAnalysis prepared = prepared_analysis("similarity");
    const AnalysisResult& analysis = result_of("similarity");
    const auto claim = std::ranges::find_if(analysis.claims, [](const Claim& one) {
        return one.parts.about == std::vector<std::string>{"KAZ", "RUS"} && one.parts.time == "61";
    });
    ASSERT_NE(claim, analysis.claims.end());
    const auto found = rows_by_role(prepared.tables, similarity_rows_used(every_method_result(), analysis, *claim));
    EXPECT_EQ(found.at("votes"), votes_of(prepared, {705, 365}, 61, 61));
    EXPECT_FALSE(found.at("votes").empty());
    EXPECT_FALSE(found.at("roll_calls").empty());
}

TEST(VoteRowsUsed, OfClosenessAreTheYearsOfThePoleAndOfAShareThoseOfAllPoles) {
    const PreparedAnalysis prepared = prepared_analysis("shares");
    const AnalysisResult& analysis = result_of("shares");
    Claim claim;
    claim.parts = {"UZB", "", "closeness", {"RUS"}, "2006"};
    auto found = rows_by_role(prepared.tables, shares_rows_used(every_method_result(), analysis, claim));
    EXPECT_EQ(found.at("votes"), votes_of(prepared, {704, 365}, 61, 61));
    claim.parts = {"", "", "mean_share", {"RUS"}, "2005-2010"};
    found = rows_by_role(prepared.tables, shares_rows_used(every_method_result(), analysis, claim));
    EXPECT_EQ(found.at("votes"), votes_of(prepared, {705, 365, 710, 2, 220}, 60, 65));
}

TEST(VoteRowsUsed, OfTiesAreThePortfoliosOfTheYear) {
    const PreparedAnalysis prepared = prepared_analysis("similarity_ties");
    const AnalysisResult& analysis = result_of("similarity_ties");
    Claim claim;
    claim.parts = {"", "", "kappa_bin", {"KAZ", "RUS"}, "2005"};
    const auto found = rows_by_role(prepared.tables, similarity_rows_used(every_method_result(), analysis, claim));
    const Table& ties = prepared.tables.at("ties");
    ASSERT_FALSE(found.at("ties").empty());
    for (const std::size_t row : found.at("ties")) {
        EXPECT_EQ(number_in(ties, "year", row), 2005);
        const auto a = number_in(ties, "ccode1", row), b = number_in(ties, "ccode2", row);
        EXPECT_TRUE(a == 705 || b == 705 || a == 365 || b == 365);
    }
}

}  // namespace vote_rows_used_test
}  // namespace tarazy
