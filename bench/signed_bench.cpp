// Signed networks. Run: cmake --preset bench && cmake --build build/bench && build/bench/signed_bench
//
// `yearly` proves the frustration index of 51 networks, one a year from 1960 to 2010: ATOP defence pacts and
// nonaggression pacts positive, strategic rivalries negative, pairs with both left out (2,000 ties and 150 nodes on
// average). Peers on such networks (smaller ones, n <= 151, m <= 1247): an integer program by HiGHS 4.4 s, signnet's
// annealing 78.8 s without proof; signnet's triads 12.2 s.
// `planted` has two camps and a share of ties of the wrong sign; `drawn` has signs at random.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "network/signed_balance/frustration_index.hpp"
#include "network/signed_balance/signed_triads.hpp"
#include "network/signed_balance/walk_balance.hpp"

#include <benchmark/benchmark.h>

#include <map>
#include <set>

namespace tarazy {
namespace {

const std::vector<Network>& yearly_networks() {
    static const std::vector<Network> networks = [] {
        const std::string folder = TARAZY_SHARED_DIR "/data/network/";
        using Pair = std::pair<std::int64_t, std::int64_t>;
        std::map<std::int64_t, std::set<Pair>> positive, negative;
        const Table pacts = read_table(folder + "atop_dyad_year_1945_2018.csv.gz");
        const auto a = require_integers(pacts, "ccode1"), b = require_integers(pacts, "ccode2"),
                   year = require_integers(pacts, "year"), defence = require_integers(pacts, "atop_defense"),
                   nonaggression = require_integers(pacts, "atop_nonagg");
        for (std::size_t row = 0; row < pacts.rows(); ++row) {
            if (defence[row] == 1 || nonaggression[row] == 1) positive[year[row]].insert(std::minmax(a[row], b[row]));
        }
        const Table rivalries = read_table(folder + "tss_rivalries.csv.gz");
        const auto c = require_integers(rivalries, "ccode1"), d = require_integers(rivalries, "ccode2"),
                   start = require_integers(rivalries, "start"), end = require_integers(rivalries, "end");
        for (std::size_t row = 0; row < rivalries.rows(); ++row) {
            for (std::int64_t t = std::max<std::int64_t>(start[row], 1960); t <= end[row]; ++t)
                negative[t].insert(std::minmax(c[row], d[row]));
        }
        std::vector<Network> all;
        for (std::int64_t t = 1960; t <= 2010; ++t) {
            std::map<Pair, int> signs;
            for (const Pair& pair : positive[t]) signs[pair] += 1;
            for (const Pair& pair : negative[t]) signs[pair] -= 1;
            std::erase_if(signs, [](const auto& tie) { return tie.second == 0; });
            std::set<std::string> names;
            for (const auto& [pair, sign] : signs) {
                names.insert(std::to_string(pair.first));
                names.insert(std::to_string(pair.second));
            }
            Network network;
            network.names.assign(names.begin(), names.end());
            for (const auto& [pair, sign] : signs) {
                const std::uint32_t from = *network.find(std::to_string(pair.first)),
                                    to = *network.find(std::to_string(pair.second));
                network.ties.push_back({std::min(from, to), std::max(from, to), 1, sign});
            }
            all.push_back(std::move(network));
        }
        return all;
    }();
    return networks;
}

Network planted_network(std::uint32_t nodes, double degree, double wrong) {
    Random random(42, "signed networks of the benchmark", nodes);
    Network network;
    for (std::uint32_t i = 0; i < nodes; ++i) network.names.push_back(std::to_string(1'000'000 + i));
    for (std::uint32_t a = 0; a < nodes; ++a) {
        for (std::uint32_t b = a + 1; b < nodes; ++b) {
            if (random.uniform() >= degree / nodes) continue;
            const int sign = (a % 2 == b % 2) != (random.uniform() < wrong) ? 1 : -1;
            network.ties.push_back({a, b, 1, sign});
        }
    }
    return network;
}

void yearly(benchmark::State& state) {
    const auto& networks = yearly_networks();
    std::size_t proved = 0;
    for (auto _ : state) {
        proved = 0;
        for (const Network& network : networks) proved += frustration_index(network, {}).optimal ? 1 : 0;
    }
    state.counters["proved"] = static_cast<double>(proved);
}
BENCHMARK(yearly)->Unit(benchmark::kMillisecond);

void yearly_triads(benchmark::State& state) {
    for (auto _ : state) {
        for (const Network& network : yearly_networks()) benchmark::DoNotOptimize(signed_triads(network));
    }
}
BENCHMARK(yearly_triads)->Unit(benchmark::kMillisecond);

void yearly_walks(benchmark::State& state) {
    for (auto _ : state) {
        for (const Network& network : yearly_networks()) benchmark::DoNotOptimize(walk_balance(network));
    }
}
BENCHMARK(yearly_walks)->Unit(benchmark::kMillisecond);

void planted(benchmark::State& state) {
    const Network network = planted_network(static_cast<std::uint32_t>(state.range(0)), 10, 0.05);
    FrustrationIndex found;
    for (auto _ : state) found = frustration_index(network, {.work = Work().within(30)});
    state.counters["index"] = found.index;
    state.counters["lower"] = found.lower;
    state.counters["branches"] = static_cast<double>(found.branches);
}
BENCHMARK(planted)->ArgName("nodes")->Arg(150)->Arg(600)->Arg(2400)->Iterations(1)->Unit(benchmark::kMillisecond);

void drawn(benchmark::State& state) {
    const Network network = planted_network(static_cast<std::uint32_t>(state.range(0)), 6, 0.5);
    FrustrationIndex found;
    for (auto _ : state) found = frustration_index(network, {.work = Work().within(30)});
    state.counters["index"] = found.index;
    state.counters["lower"] = found.lower;
    state.counters["branches"] = static_cast<double>(found.branches);
}
BENCHMARK(drawn)->ArgName("nodes")->Arg(20)->Arg(40)->Arg(80)->Arg(120)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
