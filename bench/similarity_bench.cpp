// Similarity of all dyads. Run: cmake --preset bench && cmake --build build/bench && build/bench/similarity_bench
//
// Peers on the same machine class: psych and cor in a loop, 465 dyads of one session: 6.5 s (votes), 21.5 s (alliances,
// 195 states); the published log of fpsim, alliances of 203 years: 9,750 s.

#include "align/similarity/similarity.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/synthetic_votes_test.hpp"
#include "io/read_table.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace tarazy {
namespace {

const std::string data = TARAZY_SHARED_DIR "/data/alignment/";

std::vector<Table> files(std::initializer_list<const char*> names) {
    std::vector<Table> tables;
    for (const char* name : names) tables.push_back(read_table(data + name));
    return tables;
}

SimilarityOptions one_thread() {
    SimilarityOptions options;
    options.threads = 1;
    return options;
}

bool have_data(benchmark::State& state) {
    if (std::filesystem::exists(data + "un_votes.csv.gz")) return true;
    state.SkipWithError("the UN votes are not beside this checkout");
    return false;
}

/// Every dyad and every measure of a session of the size of today's General Assembly, one thread.
void one_session_all_measures(benchmark::State& state) {
    const VoteData votes = synthetic_votes(193, 100, 1, 1);
    for (auto _ : state) benchmark::DoNotOptimize(vote_similarity(votes, one_thread()));
    state.counters["dyads"] = 193 * 192 / 2;
}
BENCHMARK(one_session_all_measures)->Unit(benchmark::kMillisecond);

void session_69_of_the_general_assembly(benchmark::State& state) {
    if (!have_data(state)) return;
    const VoteData votes =
        load_votes(files({"un_votes.csv.gz"}), files({"un_roll_calls.csv.gz"}), {std::vector<int>{69}});
    for (auto _ : state) benchmark::DoNotOptimize(vote_similarity(votes, one_thread()));
}
BENCHMARK(session_69_of_the_general_assembly)->Unit(benchmark::kMillisecond);

/// 1946-2025 from the files to the table, all cores: about 0.94 million dyad-sessions.
void all_sessions_from_files(benchmark::State& state) {
    if (!have_data(state)) return;
    for (auto _ : state) {
        const VoteData votes = load_votes(files({"un_votes.csv.gz", "un_votes_2020_on.csv.gz"}),
                                          files({"un_roll_calls.csv.gz", "un_roll_calls_2020_on.csv.gz"}));
        benchmark::DoNotOptimize(vote_similarity(votes));
    }
}
BENCHMARK(all_sessions_from_files)->Unit(benchmark::kMillisecond);

/// Thirty dyads of one session with 1,000 bootstrap replicates, one thread.
void bootstrap_of_thirty_dyads(benchmark::State& state) {
    const VoteData votes = synthetic_votes(193, 100, 1, 1);
    SimilarityOptions options = one_thread();
    options.bootstrap = 1000;
    options.states = {2, 12, 22, 32, 42, 52, 62, 72};
    for (auto _ : state) benchmark::DoNotOptimize(vote_similarity(votes, options));
}
BENCHMARK(bootstrap_of_thirty_dyads)->Unit(benchmark::kMillisecond);

/// Alliance portfolios of one year: 195 states, all 18,915 dyads, 15 measures.
void alliances_of_one_year(benchmark::State& state) {
    if (!have_data(state)) return;
    const TieMatrix ties =
        atop_ties(read_table(data + "atop_alliance_dyadyear.csv.gz"), read_table(data + "cow_states.csv.gz"), 2014);
    for (auto _ : state) benchmark::DoNotOptimize(tie_similarity(ties, {}, {}));
}
BENCHMARK(alliances_of_one_year)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
