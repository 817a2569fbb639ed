#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Machine codes of all units with the hand codes of a random sample of them.
struct HandSample {
    std::vector<std::string> units;
    std::vector<std::string> machine;        ///< never empty
    std::vector<std::string> hand;           ///< empty where not coded
    std::vector<double> probability;         ///< of being sampled; empty when not known: then n / N
    std::vector<std::string> stratum, year;  ///< empty when there is no such column
};

struct HandSampleColumns {
    std::string unit = "unit", machine = "code", hand = "hand", probability = "probability", stratum = "stratum",
                year = "year";
    bool stratum_asked = false, year_asked = false;  ///< then the column must be there
};

/// Joins codes and sample by unit. `sample` may be the same table as `codes`, with hand codes in some rows. Rows come
/// out sorted by unit.
/// @throws InputError, every fault with its line: a unit that stands twice or has no name, a unit of the sample without
/// a
///         machine code, a missing machine code, a probability that is missing for a sampled unit or not in (0, 1], no
///         unit coded by hand, a lacking column
[[nodiscard]] HandSample read_hand_sample(const Table& codes, const Table& sample, const HandSampleColumns& columns);

}  // namespace tarazy
