#include "ledger/claim_id.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace claim_id_test {

TEST(ClaimId, ASeriesNamesStateDomainQuantityPolesAndTime) {
    EXPECT_EQ(series_claim_id("shares", {"", "", "mean_share", {"RUS"}, "1992-2012"}),
              "shares.mean_share.RUS.1992-2012");
    EXPECT_EQ(series_claim_id("shares", {"UZB", "", "difference", {"RUS", "CHN"}, "1992-2012"}),
              "shares.state.UZB.difference.RUS-CHN.1992-2012");
    EXPECT_EQ(series_claim_id("hedge", {"", "overall", "h_total", {}, "2000"}), "hedge.overall.h_total.2000");
    EXPECT_EQ(series_claim_id("chronology", {"", "", "links", {}, ""}), "chronology.links");
    EXPECT_EQ(series_claim_id("sweep", {"", "", "holds", {"A is sufficient at 0.8"}, ""}),
              "sweep.holds.A is sufficient at 0.8");
}

TEST(ClaimId, NamesOfPolesMayHoldAnySign) {
    EXPECT_EQ(series_claim_id("s", {"", "", "difference", {"EU-27", "G7.plus"}, "2000-2001"}),
              "s.difference.EU-27-G7.plus.2000-2001");
    EXPECT_EQ(series_claim_id("s", {"", "", "share", {"ЕАЭС"}, "2000"}), "s.share.ЕАЭС.2000");
}

TEST(ClaimId, PairsAndComparisonsEndWithTheQuantity) {
    EXPECT_EQ(pair_claim_id("votes", {"", "", "kappa_sq", {"KAZ", "RUS"}, "69"}), "votes.KAZ-RUS.69.kappa_sq");
    EXPECT_EQ(comparison_claim_id("why", {"", "necessity", "incl", {"~A"}, ""}), "why.necessity.~A.incl");
    EXPECT_EQ(comparison_claim_id("why", {"", "intermediate", "cov", {"C1P1", "2", "A*B"}, ""}),
              "why.intermediate.C1P1.2.A*B.cov");
    EXPECT_EQ(comparison_claim_id("why", {"", "", "cases", {}, ""}), "why.cases");
    EXPECT_EQ(comparison_claim_id("why", {"UKR", "parsimonious", "focus_terms", {}, ""}),
              "why.state.UKR.parsimonious.focus_terms");
}

TEST(ClaimId, NumbersOfAGraphNameTheEndsOfTheWayLast) {
    EXPECT_EQ(path_claim_id("graph", {"", "", "paths", {"e017", "e055"}, ""}), "graph.paths.e017.e055");
    EXPECT_EQ(path_claim_id("graph", {"", "", "edges", {}, ""}), "graph.edges");
}

TEST(ClaimId, AnEmptyNameIsStillAPart) {
    EXPECT_NE(series_claim_id("c", {"", "", "links", {""}, ""}), series_claim_id("c", {"", "", "links", {}, ""}));
}

}  // namespace claim_id_test
}  // namespace tarazy
