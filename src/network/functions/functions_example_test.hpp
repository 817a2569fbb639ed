#pragma once

// For tests: a network worked by hand, random ones, and answers by the definition.

#include "base/random.hpp"
#include "network/functions/carried_functions.hpp"

#include <string>
#include <vector>

namespace tarazy::functions_example {

inline BitMatrix bits_of(const std::vector<std::string>& rows) {
    BitMatrix bits(rows.size(), rows.empty() ? 0 : rows[0].size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c) bits.set(r, c, rows[r][c] == '1');
    return bits;
}

/// Random memberships, some of them unknown, and functions.
inline CarriedFunctions random_carried(std::uint64_t seed, std::size_t states, std::size_t institutions,
                                       std::size_t functions, double unknown_share, bool weighted) {
    Random random(seed, "networks of tests", states * 1000 + institutions);
    CarriedFunctions carried;
    for (std::size_t i = 0; i < states; ++i) carried.states.push_back("s" + std::to_string(100 + i));
    for (std::size_t e = 0; e < institutions; ++e) carried.institutions.push_back("i" + std::to_string(100 + e));
    for (std::size_t f = 0; f < functions; ++f) carried.functions.push_back("f" + std::to_string(100 + f));
    carried.members = BitMatrix(states, institutions);
    carried.unknown = BitMatrix(states, institutions);
    carried.carriers = BitMatrix(functions, institutions);
    carried.weighted = weighted;
    for (std::size_t i = 0; i < states; ++i) {
        for (std::size_t e = 0; e < institutions; ++e) {
            if (random.uniform() < unknown_share)
                carried.unknown.set(i, e);
            else
                carried.members.set(i, e, random.uniform() < 0.4);
        }
    }
    for (std::size_t e = 0; e < institutions; ++e) {
        for (std::size_t f = 0; f < functions; ++f) {
            const bool carries = random.uniform() < 0.25;
            const double weight = weighted ? static_cast<double>(1 + random.below(5)) / 4 : 1;
            carried.carriers.set(f, e, carries);
            carried.weights.push_back(carries ? weight : 0);
        }
    }
    return carried;
}

inline std::vector<std::uint32_t> all_places(std::size_t count) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t at = 0; at < count; ++at) places.push_back(at);
    return places;
}

/// The same network when the institutions are not there.
inline CarriedFunctions without_institutions(CarriedFunctions carried, const std::vector<std::uint32_t>& removed) {
    for (std::size_t i = 0; i < carried.states.size(); ++i) {
        for (const std::uint32_t e : removed) {
            carried.members.set(i, e, false);
            carried.unknown.set(i, e, false);
        }
    }
    return carried;
}

/// One way in which what is not known may be: bit k of `world` says whether the k-th unknown membership is one.
inline CarriedFunctions in_world(CarriedFunctions carried, std::uint64_t world) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < carried.states.size(); ++i) {
        for (std::size_t e = 0; e < carried.institutions.size(); ++e) {
            if (!carried.unknown(i, e)) continue;
            carried.unknown.set(i, e, false);
            if ((world >> number++ & 1U) != 0) carried.members.set(i, e);
        }
    }
    return carried;
}

}  // namespace tarazy::functions_example
