#pragma once

// For tests only: rival explanations made in memory and from the small tables.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "trace/evidence/evidence_tables.hpp"

#include <algorithm>
#include <string>

namespace tarazy::testing_rivals {

inline RivalExplanations read_motives(const std::string& set = "motives") {
    const std::string folder = TARAZY_SOURCE_DIR "/src/trace/testdata/rivals_";
    return read_rivals(read_table(folder + "hypotheses.csv"), read_table(folder + "clues.csv"),
                       read_table(folder + "likelihoods.csv"), set);
}

/// Random rivals with ranges: `hypotheses` of them, `clues` clues, found or not.
inline RivalExplanations random_rivals(std::uint64_t number, std::size_t hypotheses, std::size_t clues) {
    Random random(11, "rivals of a test", number);
    const auto range = [&](double value, double width) {
        return ElicitedProbability{value, std::max(0.0, value - width * random.uniform()),
                                   std::min(1.0, value + width * random.uniform())};
    };
    RivalExplanations rivals;
    double sum = 0;
    for (std::size_t h = 0; h < hypotheses; ++h) {
        rivals.hypotheses.push_back({"h" + std::to_string(h), {0.1 + random.uniform(), 0, 0}});
        sum += rivals.hypotheses.back().prior.value;
    }
    for (RivalHypothesis& one : rivals.hypotheses) one.prior = range(one.prior.value / sum, 0.3);
    for (std::size_t c = 0; c < clues; ++c) {
        Clue clue{"c" + std::to_string(c)};
        clue.found = random.below(3) == 0 ? ClueFound::no : ClueFound::yes;
        for (std::size_t h = 0; h < hypotheses; ++h)
            clue.likelihoods.push_back({range(0.05 + 0.9 * random.uniform(), 0.3)});
        rivals.clues.push_back(clue);
    }
    return rivals;
}

}  // namespace tarazy::testing_rivals
