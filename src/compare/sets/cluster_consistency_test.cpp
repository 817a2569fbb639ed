#include "compare/sets/cluster_consistency.hpp"

#include "compare/sets/expression.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {
namespace cluster_consistency_test {

TEST(ClusterConsistency, IsThatOfSetMethods) {
    const Table table = peer_table("cluster_SCHLF_data.csv");
    const nlohmann::json peer = nlohmann::json::parse(peer_text("cluster_SCHLF.json"))["intermediate"];
    const Cases cases = read_cases(table, {"EXPORT", {"EMP", "BARGAIN", "UNI", "OCCUP", "STOCK", "MA"}});
    const std::vector<std::string> years = require_texts(table, "YEAR"), units = require_texts(table, "COUNTRY");
    std::size_t compared = 0;
    for (const auto& [expression, expected] : peer.items()) {
        if (!expected.contains("POCOS")) continue;
        const std::vector<double> x = model_membership(cases, parse_expression(expression, cases.space));
        const ClusterFit between = cluster_consistency(x, cases.outcome, years);
        const ClusterFit within = cluster_consistency(x, cases.outcome, units);
        EXPECT_NEAR(*between.pooled.consistency, expected["POCOS"].get<double>(), 1e-8) << expression;
        EXPECT_NEAR(*between.pooled.coverage, expected["Coverages"]["pooled"].get<double>(), 1e-8);
        EXPECT_NEAR(*between.distance, expected["dBP"].get<double>(), 1e-8);
        EXPECT_NEAR(*within.distance, expected["dWP"].get<double>(), 1e-8);
        for (std::size_t g = 0; g < between.groups.size(); ++g) {
            EXPECT_NEAR(*between.groups[g].consistency, expected["BECOS"][g].get<double>(), 1e-8);
            EXPECT_NEAR(*between.groups[g].coverage, expected["Coverages"]["between"][g].get<double>(), 1e-8);
        }
        for (std::size_t g = 0; g < within.groups.size(); ++g) {
            EXPECT_NEAR(*within.groups[g].consistency, expected["WICONS"][g].get<double>(), 1e-8);
            EXPECT_NEAR(*within.groups[g].coverage, expected["Coverages"]["within"][g].get<double>(), 1e-8);
        }
        // With what the peer adds the figures are its own to the last digit it prints.
        const ClusterFit as_peer = cluster_consistency(x, cases.outcome, units, false, 1e-10);
        EXPECT_NEAR(*as_peer.distance, expected["dWP"].get<double>(), 1e-11);
        for (std::size_t g = 0; g < as_peer.groups.size(); ++g)
            EXPECT_NEAR(*as_peer.groups[g].consistency, expected["WICONS"][g].get<double>(), 1e-11);
        ++compared;
    }
    EXPECT_GE(compared, 5u);
}

TEST(ClusterConsistency, AGroupWithoutTheSetHasNone) {
    const std::vector<double> x = {0, 0, 1, 0.5}, y = {1, 0, 1, 1};
    const std::vector<std::string> groups = {"1990", "1990", "1991", "1991"};
    const ClusterFit fit = cluster_consistency(x, y, groups);
    EXPECT_FALSE(fit.groups[0].consistency);
    EXPECT_EQ(fit.groups[1].consistency, 1);
    EXPECT_EQ(fit.groups[0].coverage, 0);
    EXPECT_EQ(fit.distance, 0);  // of the one group that has a consistency
    const ClusterFit needed = cluster_consistency(x, y, groups, true);
    EXPECT_EQ(needed.groups[0].consistency, 0);
    EXPECT_FALSE(needed.groups[0].coverage);
    EXPECT_EQ(cluster_consistency(x, y, groups, false, 1e-10).groups[0].consistency, 1);
}

TEST(ClusterConsistency, EqualGroupsAreNoDistanceApart) {
    const std::vector<double> x = {1, 0.4, 1, 0.4}, y = {0.5, 1, 0.5, 1};
    const std::vector<std::string> groups = {"а", "а", "ә", "ә"};
    EXPECT_NEAR(*cluster_consistency(x, y, groups).distance, 0, 1e-15);
}

}  // namespace cluster_consistency_test
}  // namespace tarazy
