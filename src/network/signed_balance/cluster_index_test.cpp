#include "network/signed_balance/cluster_index.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "network/signed_balance/frustration_index.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace cluster_index_test {

Network tribes() {
    std::vector<std::string> warnings;
    return read_network(read_table(TARAZY_SOURCE_DIR "/src/network/testdata/tribes_edges.csv"), nullptr,
                        {.with_signs = true}, warnings);
}

TEST(ClusterIndex, TribesInThreeClustersHaveTwoExceptions) {
    // In two clusters it is the frustration index.
    EXPECT_EQ(cluster_index(tribes(), {.clusters = 3}).index, 2);
    EXPECT_EQ(cluster_index(tribes(), {.clusters = 3}).used, 3U);
    EXPECT_EQ(cluster_index(tribes(), {.clusters = 2}).index, 7);
}

TEST(ClusterIndex, TwoClustersAreNeverBelowTheFrustrationIndex) {
    EXPECT_GE(cluster_index(tribes(), {.clusters = 2, .restarts = 1}).index, frustration_index(tribes(), {}).index);
}

TEST(ClusterIndex, OneClusterHoldsAllNegativeTies) {
    const ClusterIndex one = cluster_index(tribes(), {.clusters = 1});
    EXPECT_EQ(one.index, one.negative_within);
    EXPECT_EQ(one.index, 29);
}

TEST(ClusterIndex, CanBeStopped) {
    expect_stoppable(
        [](const Work& work) { (void)cluster_index(tribes(), {.clusters = 3, .restarts = 3000, .work = work}); });
}

}  // namespace cluster_index_test
}  // namespace tarazy
