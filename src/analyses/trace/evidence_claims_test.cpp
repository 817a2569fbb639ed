#include "analyses/trace/evidence_claims.hpp"

#include "analyses/trace/evidence_result_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace tarazy {
namespace evidence_claims_test {

TEST(EvidenceClaims, TellWhoLeadsHowSurelyAndByHowMuch) {
    std::map<std::string, Claim> claims;
    for (const Claim& claim : motives_result().claims) claims[claim.id] = claim;
    // decree, speech and the threat that was not found, by hand
    const double pressure = 0.4 * 0.2 * 0.3 * 0.4, will = 0.3 * 0.5 * 0.4 * 0.8, norm = 0.3 * 0.8 * 0.7 * 0.8;
    const Claim& leading = claims.at("motives.posterior.norm");
    EXPECT_NEAR(*leading.value, norm / (pressure + will + norm), 1e-12);
    ASSERT_TRUE(leading.interval);
    EXPECT_EQ(leading.interval->kind, "draws within the elicited ranges");
    EXPECT_EQ(leading.quantiles.size(), 5u);
    EXPECT_EQ(claims.at("motives.rank.norm").value, 1);
    EXPECT_NEAR(*claims.at("motives.weight.norm-will").value, 10 * std::log10(norm / will), 1e-9);
    EXPECT_NEAR(*claims.at("motives.weight.will-norm").value, 10 * std::log10(will / norm), 1e-9);
    EXPECT_EQ(claims.at("motives.decibels_to_reverse").value, claims.at("motives.weight.norm-will").value);
    EXPECT_EQ(claims.at("motives.clues").value, 3);
    EXPECT_EQ(claims.at("motives.clues_against.pressure").value, 3);
    EXPECT_GT(*claims.at("motives.leads.norm").value, 0.8);
    EXPECT_FALSE(claims.at("motives.leads.norm").no_interval.empty());
}

TEST(EvidenceClaims, AnImpossibleExplanationHasNoWeight) {
    PreparedAnalysis prepared = prepared_analysis("motives");
    prepared.tables.at("likelihoods") =
        edited(prepared.tables.at("likelihoods"), "motives,decree,will,0.5,0.3,0.7", "motives,decree,will,0,0,0");
    for (const Claim& claim : prepared.method->claims(prepared.plan, prepared.compute())) {
        if (claim.id == "motives.posterior.will") {
            EXPECT_EQ(claim.value, 0);
        }
        if (claim.id == "motives.weight.norm-will") {
            EXPECT_FALSE(claim.value);
            EXPECT_FALSE(claim.interval);
        }
    }
}

TEST(EvidenceClaims, TheCommandNamesTablesSetAndSeed) {
    const PreparedAnalysis prepared = prepared_analysis("motives");
    const std::string command = evidence_command(prepared.plan);
    EXPECT_TRUE(command.starts_with("tarazy trace evidence --hypotheses ")) << command;
    EXPECT_TRUE(command.ends_with(" --set motives --draws 400 --seed 1 --show bounds")) << command;
}

}  // namespace evidence_claims_test
}  // namespace tarazy
