#include "network/communities/igraph_communities.hpp"

#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

#include <chrono>
#include <thread>

namespace tarazy {
namespace igraph_communities_test {

using measure_cases::network_file;
using measure_cases::random_network;

IgraphRuns runs_of(CommunityMethod method, std::size_t runs, std::uint64_t seed = 1) {
    IgraphRuns options;
    options.method = method;
    options.runs = runs;
    options.seed = seed;
    return options;
}

TEST(IgraphCommunities, ARunDependsOnItsNumberAndTheSeedAlone) {
    const Network network = network_file("karate");
    for (const CommunityMethod method : {CommunityMethod::louvain, CommunityMethod::leiden}) {
        const std::vector<Partition> ten = igraph_partitions(network, runs_of(method, 10)),
                                     four = igraph_partitions(network, runs_of(method, 4));
        EXPECT_EQ(std::vector<Partition>(ten.begin(), ten.begin() + 4), four);
    }
}

TEST(IgraphCommunities, TheFirstRunDoesNotDependOnTheClock) {
    const Network network = random_network(60, 0.1, false, true, 2);
    for (const CommunityMethod method : {CommunityMethod::louvain, CommunityMethod::leiden}) {
        const std::vector<Partition> before = igraph_partitions(network, runs_of(method, 3));
        std::this_thread::sleep_for(std::chrono::milliseconds(1100));
        EXPECT_EQ(igraph_partitions(network, runs_of(method, 3)), before);
    }
}

TEST(IgraphCommunities, CallersInSeveralThreadsGetWhatOneGets) {
    const Network network = random_network(60, 0.1, false, true, 2);
    const std::vector<Partition> alone = igraph_partitions(network, runs_of(CommunityMethod::leiden, 20));
    std::vector<std::vector<Partition>> found(4);
    {
        std::vector<std::jthread> threads;
        for (auto& of : found)
            threads.emplace_back([&] { of = igraph_partitions(network, runs_of(CommunityMethod::leiden, 20)); });
    }
    for (const auto& of : found) EXPECT_EQ(of, alone);
}

TEST(IgraphCommunities, AnErrorOfTheLibraryIsAnExceptionAndTheNextCallWorks) {
    const Network network = network_file("karate");
    IgraphRuns wrong = runs_of(CommunityMethod::louvain, 3);
    wrong.resolution = -1;
    try {
        (void)igraph_partitions(network, wrong);
        ADD_FAILURE() << "accepted";
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(std::string(error.what()).find("libigraph: "), 0u) << error.what();
        EXPECT_GT(std::string(error.what()).size(), std::string("libigraph: ").size());
    }
    EXPECT_EQ(igraph_partitions(network, runs_of(CommunityMethod::louvain, 3)).size(), 3u);
}

TEST(IgraphCommunities, CanBeStopped) {
    const Network network = random_network(150, 0.1, false, true, 3);
    expect_stoppable([&](const Work& work) {
        IgraphRuns options = runs_of(CommunityMethod::louvain, 60);
        options.work = work;
        (void)igraph_partitions(network, options);
    });
}

}  // namespace igraph_communities_test
}  // namespace tarazy
