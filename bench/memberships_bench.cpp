// Yearly two-mode networks from dated spells. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/memberships_bench
//
// Random spells of S states in I institutions, from seed 5; with the shared data also all years 1945-2014 of the
// 19,042 spells of COW IGO v3. No peer makes yearly networks from dated spells.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "network/affiliations/yearly_network.hpp"
#include "table/state_codes.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <set>

namespace tarazy {
namespace {

AffiliationRecord random_record(std::size_t states, std::size_t institutions) {
    Random random(5, "spells of the memberships benchmark", states);
    std::string csv = "institution,iso3,status,start,end,right_censored_at,source\n";
    const auto all = all_states();
    std::set<std::string> codes;
    for (std::size_t at = 0; at < all.size() && codes.size() < states; ++at)
        if (!all[at].iso3.empty()) codes.insert(all[at].iso3);
    for (std::size_t institution = 0; institution < institutions; ++institution) {
        for (const std::string& code : codes) {
            if (random.uniform() < 0.7) continue;
            const std::string start = std::to_string(1945 + random.below(60));
            csv += 'I' + std::to_string(institution) + ',' + code + ",member," + start + ",,2014,a\n";
        }
    }
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(read_csv(csv, "random.csv"), {}, warnings));
}

void one_year(benchmark::State& state) {
    const AffiliationRecord record =
        random_record(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    std::size_t ties = 0;
    for (auto _ : state) ties = network_of_year(record, 2010, {}).ties.size();
    state.counters["ties"] = static_cast<double>(ties);
}
BENCHMARK(one_year)->Args({50, 100})->Args({100, 200})->Args({200, 400})->Unit(benchmark::kMillisecond);

void seventy_years_of_cow(benchmark::State& state) {
    const std::string path = TARAZY_SHARED_DIR "/data/network/igo_membership_spells_1816_2014.csv.gz";
    if (!std::filesystem::exists(path)) {
        state.SkipWithError("needs the shared data");
        return;
    }
    std::vector<std::string> warnings;
    const AffiliationRecord record = affiliation_record(read_membership_spells(read_table(path), {}, warnings));
    std::size_t ties = 0;
    for (auto _ : state) {
        ties = 0;
        for (int year = 1945; year <= 2014; ++year) ties += network_of_year(record, year, {}).ties.size();
    }
    state.counters["ties"] = static_cast<double>(ties);
}
BENCHMARK(seventy_years_of_cow)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
