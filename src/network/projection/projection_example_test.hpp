#pragma once

// For tests only: networks on which projections are tried.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "network/affiliations/two_mode_network.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace tarazy::testing_projection {

inline const TwoModeNetwork& southern_women() {
    static const TwoModeNetwork network =
        read_incidence(read_table(TARAZY_SOURCE_DIR "/src/network/testdata/davis_incidence.csv"));
    return network;
}

/// Actors and institutions of unequal sizes: a tie has probability min(1, density u_i v_e), u and v around 1.
inline TwoModeNetwork random_affiliations(std::size_t actors, std::size_t institutions, double density,
                                          std::uint64_t seed = 7) {
    Random random(seed, "affiliations of the tests", actors * 100'000 + institutions);
    TwoModeNetwork network;
    network.ties = BitMatrix(actors, institutions);
    std::vector<double> u(actors), v(institutions);
    for (double& weight : u) weight = 0.4 + 1.2 * random.uniform();
    for (double& weight : v) weight = 0.1 + 1.8 * random.uniform();
    for (std::size_t a = 0; a < actors; ++a) network.actors.push_back("a" + std::to_string(100'000 + a));
    for (std::size_t e = 0; e < institutions; ++e) network.institutions.push_back("e" + std::to_string(100'000 + e));
    for (std::size_t a = 0; a < actors; ++a) {
        for (std::size_t e = 0; e < institutions; ++e) network.ties.set(a, e, random.uniform() < density * u[a] * v[e]);
    }
    return network;
}

/// Full members of the organisations of a year (Correlates of War), where the file lies beside the checkout.
inline std::optional<TwoModeNetwork> states_and_organisations(std::int64_t year) {
    static std::map<std::int64_t, TwoModeNetwork> known;
    if (const auto found = known.find(year); found != known.end()) return found->second;
    const std::string path = TARAZY_SHARED_DIR "/data/network/igo_state_year_long_1945_2014.csv.gz";
    if (!std::filesystem::exists(path)) return std::nullopt;
    const Table table = read_table(path);
    const auto years = require_integers(table, "year"), status = require_integers(table, "status");
    const auto states = require_texts(table, "ccode"), organisations = require_texts(table, "igo");
    std::vector<std::pair<std::string, std::string>> ties;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (years[row] == year && status[row] == 1) ties.emplace_back(states[row], organisations[row]);
    }
    return known[year] = two_mode_network(std::move(ties));
}

}  // namespace tarazy::testing_projection
