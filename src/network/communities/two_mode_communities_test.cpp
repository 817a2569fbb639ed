#include "network/communities/two_mode_communities.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace two_mode_communities_test {

TwoModeNetwork davis() {
    return read_incidence(read_table(measure_cases::data + "davis_incidence.csv"));
}

TwoModeNetwork random_two_mode(std::size_t actors, std::size_t institutions, std::uint64_t seed) {
    Random random(seed, "two modes of a test", 0);
    std::vector<std::pair<std::string, std::string>> ties;
    std::vector<std::string> rows, columns;
    for (std::size_t i = 0; i < actors; ++i) rows.push_back("a" + std::to_string(i));
    for (std::size_t j = 0; j < institutions; ++j) columns.push_back("x" + std::to_string(j));
    for (const std::string& row : rows)
        for (const std::string& column : columns)
            if (random.uniform() < 0.4) ties.emplace_back(row, column);
    return two_mode_network(ties, rows, columns);
}

double best_two_mode_modularity(const TwoModeNetwork& network) {
    Partition of(network.actors.size() + network.institutions.size());
    double best = -1;
    const auto go = [&](auto&& self, std::size_t node, std::uint32_t used) -> void {
        if (node == of.size()) {
            best = std::max(best, *two_mode_modularity(network, of));
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

TEST(TwoModeCommunities, TheBestOfAllPartitionsOfSmallNetworks) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const TwoModeNetwork network = random_two_mode(4, 5, seed);
        EXPECT_NEAR(*find_two_mode_communities(network, {}).modularity, best_two_mode_modularity(network), 1e-12)
            << seed;
    }
}

TEST(TwoModeCommunities, TheSouthernWomen) {
    // The largest value in print: 0.3455 with four communities (Liu and Murata 2010, LPAb+).
    const Communities found = find_two_mode_communities(davis(), {});
    EXPECT_NEAR(*found.modularity, 0.3455, 5e-5);
    EXPECT_EQ(found.communities, 4u);
    EXPECT_EQ(found.runs, 100u);
}

TEST(TwoModeCommunities, ThreadsDoNotMatter) {
    CommunityOptions one, three;
    one.threads = 1;
    three.threads = 3;
    const Communities a = find_two_mode_communities(davis(), one), b = find_two_mode_communities(davis(), three);
    EXPECT_EQ(a.best, b.best);
    EXPECT_EQ(a.stability, b.stability);
    EXPECT_EQ(a.best_runs, b.best_runs);
}

TEST(TwoModeCommunities, WhoHasNoTieIsAlone) {
    const Communities found = find_two_mode_communities(two_mode_network({{"a", "x"}, {"b", "y"}}, {"c"}, {"z"}), {});
    EXPECT_EQ(found.best, (Partition{0, 1, 2, 0, 1, 3}));
    EXPECT_NEAR(*found.modularity, 0.5, 1e-15);
    const Communities none = find_two_mode_communities(two_mode_network({}, {"a"}, {"x"}), {});
    EXPECT_FALSE(none.modularity);
    EXPECT_EQ(none.communities, 2u);
    CommunityOptions wrong;
    wrong.resolution = -1;
    EXPECT_THROW((void)find_two_mode_communities(davis(), wrong), UsageError);
}

TEST(TwoModeCommunities, CanBeStopped) {
    expect_stoppable([](const Work& work) {
        CommunityOptions options;
        options.work = work;
        options.threads = 1;
        (void)find_two_mode_communities(random_two_mode(60, 90, 3), options);
    });
}

}  // namespace two_mode_communities_test
}  // namespace tarazy
