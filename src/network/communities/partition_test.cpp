#include "network/communities/partition.hpp"

#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace partition_test {

using measure_cases::network_file;
using measure_cases::network_text;

Partition karate_column(const Network& network, const std::string& column) {
    const Table table = read_table(measure_cases::data + "karate_partitions.csv");
    const std::vector<std::string> nodes = require_texts(table, "node");
    Partition of(network.size());
    for (std::size_t row = 0; row < nodes.size(); ++row)
        of[*network.find(nodes[row])] = static_cast<std::uint32_t>(*table[column].real(row));
    return of;
}

TEST(Modularity, OfTheKarateClubIsThatOfIgraph) {
    const Network network = network_file("karate");
    EXPECT_NEAR(*modularity(network, karate_column(network, "community")), 0.419789612097304, 1e-12);
    EXPECT_NEAR(*modularity(network, karate_column(network, "club")), 0.358234714003945, 1e-12);
}

TEST(Modularity, OfKnownPartitions) {
    const Network two = network_text("a,b\nb,c\na,c\nd,e\ne,f\nd,f\n");
    EXPECT_NEAR(*modularity(two, std::vector<std::uint32_t>{0, 0, 0, 7, 7, 7}), 0.5, 1e-15);
    EXPECT_NEAR(*modularity(two, std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1}), 0, 1e-15);
    EXPECT_NEAR(*modularity(two, std::vector<std::uint32_t>{0, 0, 0, 7, 7, 7}, 2), 0, 1e-15);
    EXPECT_FALSE(modularity(network_text("", "a\nb\n"), std::vector<std::uint32_t>{0, 1}));
    // Leicht and Newman: a mutual tie in each direction is an undirected one.
    const Network both = network_text("a,b\nb,a\nc,d\nd,c\n", "", {.directed = true});
    EXPECT_NEAR(*modularity(both, std::vector<std::uint32_t>{0, 0, 1, 1}), 0.5, 1e-15);
}

TEST(Modularity, OfTwoModesIsTheSumOfItsDefinition) {
    const TwoModeNetwork women = read_incidence(read_table(measure_cases::data + "davis_incidence.csv"));
    Partition of(32);
    for (std::uint32_t v = 0; v < 32; ++v) of[v] = v * 7 % 3;
    double ties = 0, sum = 0;
    for (std::size_t i = 0; i < 18; ++i) ties += static_cast<double>(count_bits(women.ties.row(i)));
    const BitMatrix turned = transposed(women.ties);
    for (std::size_t i = 0; i < 18; ++i)
        for (std::size_t j = 0; j < 14; ++j)
            if (of[i] == of[18 + j])
                sum += (women.ties(i, j) ? 1 : 0) - static_cast<double>(count_bits(women.ties.row(i))) *
                                                        static_cast<double>(count_bits(turned.row(j))) / ties;
    EXPECT_NEAR(*two_mode_modularity(women, of), sum / ties, 1e-14);
    EXPECT_FALSE(two_mode_modularity(two_mode_network({}, {"a"}, {"x"}), std::vector<std::uint32_t>{0, 1}));
}

TEST(AdjustedRandIndex, OfPublishedAndPlainCases) {
    // The table of contingencies of Hubert and Arabie's formula, worked by hand: 0.5714..
    EXPECT_NEAR(adjusted_rand_index(std::vector<std::uint32_t>{0, 0, 1, 1}, std::vector<std::uint32_t>{0, 0, 1, 2}),
                4.0 / 7, 1e-15);
    EXPECT_EQ(adjusted_rand_index(std::vector<std::uint32_t>{0, 0, 1, 1}, std::vector<std::uint32_t>{5, 5, 2, 2}), 1);
    EXPECT_NEAR(adjusted_rand_index(std::vector<std::uint32_t>{0, 0, 1, 1}, std::vector<std::uint32_t>{0, 1, 0, 1}),
                -0.5, 1e-15);
    EXPECT_EQ(adjusted_rand_index(std::vector<std::uint32_t>{0, 0}, std::vector<std::uint32_t>{1, 1}), 1);
    EXPECT_EQ(adjusted_rand_index(std::vector<std::uint32_t>{0, 1}, std::vector<std::uint32_t>{1, 0}), 1);
}

TEST(MeanAgreement, IsTheMeanOverAllPairs) {
    const std::vector<Partition> three = {{0, 0, 1, 1}, {1, 1, 0, 0}, {0, 0, 1, 2}};
    EXPECT_NEAR(*mean_agreement(three), (1 + 2 * 4.0 / 7) / 3, 1e-15);
    EXPECT_FALSE(mean_agreement(std::vector<Partition>{{0, 1}}));
}

TEST(NumberedPartition, CountsFromTheFirstNode) {
    EXPECT_EQ(numbered_partition(std::vector<std::uint32_t>{9, 4, 9, 0}), (Partition{0, 1, 0, 2}));
    EXPECT_EQ(count_communities(std::vector<std::uint32_t>{9, 4, 9, 0}), 3u);
}

}  // namespace partition_test
}  // namespace tarazy
