#include "network/communities/communities.hpp"

#include "base/error.hpp"
#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace communities_test {

using measure_cases::network_file;
using measure_cases::network_text;
using measure_cases::random_network;

CommunityOptions options_of(CommunityMethod method) {
    CommunityOptions options;
    options.method = method;
    return options;
}

TEST(Communities, TheBestKnownPartitionOfTheKarateClub) {
    const Network network = network_file("karate");
    const Table table = read_table(measure_cases::data + "karate_partitions.csv");
    Partition known(network.size());
    for (std::size_t row = 0; row < table.rows(); ++row)
        known[*network.find(require_texts(table, "node")[row])] =
            static_cast<std::uint32_t>(*table["community"].real(row));
    for (const CommunityMethod method : {CommunityMethod::louvain, CommunityMethod::leiden}) {
        const Communities found = find_communities(network, options_of(method));
        EXPECT_NEAR(*found.modularity, 0.419789612097304, 1e-9);
        EXPECT_EQ(found.communities, 4u);
        EXPECT_EQ(found.best, numbered_partition(known));
        EXPECT_GT(found.best_runs, 0u);
        EXPECT_GT(*found.stability, 0.5);
    }
}

TEST(Communities, TheBestOfTheFlorentineFamilies) {
    const Communities found =
        find_communities(network_file("florentine_marriage"), options_of(CommunityMethod::leiden));
    EXPECT_NEAR(*found.modularity, 0.39875, 1e-9);
    EXPECT_EQ(found.communities, 4u) << "three, and the isolate alone";
}

/// The best of all partitions of a few nodes.
double best_modularity(const Network& network) {
    Partition of(network.size());
    double best = -1;
    const auto go = [&](auto&& self, std::size_t node, std::uint32_t used) -> void {
        if (node == of.size()) {
            best = std::max(best, *modularity(network, of));
            return;
        }
        for (std::uint32_t c = 0; c <= used; ++c) {
            of[node] = c;
            self(self, node + 1, std::max(used, c + 1));
        }
    };
    go(go, 0, 0);
    return best;
}

TEST(Communities, AreMostlyTheBestOfAllPartitionsOfSmallNetworks) {
    for (const CommunityMethod method : {CommunityMethod::louvain, CommunityMethod::leiden}) {
        int reached = 0;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const Network network = random_network(8, 0.35, false, true, seed);
            const double found = *find_communities(network, options_of(method)).modularity,
                         best = best_modularity(network);
            EXPECT_LE(found, best + 1e-9) << seed;
            EXPECT_GT(found, best - 0.02) << seed;
            reached += found > best - 1e-9 ? 1 : 0;
        }
        EXPECT_GE(reached, 11) << "both methods move one node at a time and can miss the best";
    }
}

TEST(Communities, WithoutATieEachNodeIsAlone) {
    const Communities found = find_communities(network_text("", "a\nb\nc\n"), {});
    EXPECT_FALSE(found.modularity);
    EXPECT_FALSE(found.stability);
    EXPECT_EQ(found.communities, 3u);
    EXPECT_EQ(found.best, (Partition{0, 1, 2}));
    EXPECT_EQ(find_communities({}, {}).communities, 0u);
}

TEST(Communities, AHigherResolutionMakesMoreOfThem) {
    CommunityOptions options;
    options.resolution = 3;
    EXPECT_GT(find_communities(network_file("karate"), options).communities, 4u);
    options.resolution = 0.01;
    EXPECT_EQ(find_communities(network_file("karate"), options).communities, 1u);
    options.resolution = 0;
    EXPECT_THROW((void)find_communities(network_file("karate"), options), UsageError);
    EXPECT_THROW((void)find_communities(network_text("a,b\n", "", {.directed = true}), {}), UsageError);
}

TEST(Communities, TablesCountFromOne) {
    const Communities found = find_communities(network_text("a,b\nc,d\n"), {});
    const Table table = community_table({"a", "b", "c", "d"}, found);
    EXPECT_EQ(table["community"].integer(0), 1);
    EXPECT_EQ(table["community"].integer(3), 2);
    const Table summary = community_summary_table(found);
    EXPECT_NEAR(*summary["modularity"].real(0), 0.5, 1e-12);
    EXPECT_EQ(summary["stability"].real(0), 1.0);
    EXPECT_EQ(summary["distinct"].integer(0), 1);
}

}  // namespace communities_test
}  // namespace tarazy
