#pragma once

#include "base/work.hpp"
#include "compare/sets/literals.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

// What a sum of terms covers of a property space in which every condition applies, without going through the space: a
// model of 30 conditions covers hundreds of millions of configurations.

/// A number of configurations; 128 literals make up to 3^42 * 2 of them, which 64 bits do not hold.
__extension__ using ConfigurationCount = unsigned __int128;

/// Digits of the number.
[[nodiscard]] std::string count_text(ConfigurationCount count);

/// Number of all configurations.
[[nodiscard]] ConfigurationCount configuration_count(const PropertySpace& space);

/// Number of configurations that some term covers, exactly: by inclusion and exclusion of the terms that have a
/// configuration in common, or (above 12 terms) by splitting the space at one condition after another (Shannon 1938).
/// A term that contradicts itself covers nothing. At worst 2^terms, or the number of configurations of the conditions
/// that the terms speak of; models of a few dozen terms take microseconds.
[[nodiscard]] ConfigurationCount covered_configurations(const PropertySpace& space, const std::vector<Literals>& terms,
                                                        const Work& work = {});

/// What no term covers, as terms of which no two have a configuration in common.
[[nodiscard]] std::vector<Literals> uncovered_terms(const PropertySpace& space, const std::vector<Literals>& terms,
                                                    const Work& work = {});

/// Numbers, as in a truth table, of the configurations that some term covers, ascending. O(configurations covered)
/// @pre the space has at most 2^24 configurations
[[nodiscard]] std::vector<std::uint64_t> covered_rows(const PropertySpace& space, const std::vector<Literals>& terms);

}  // namespace tarazy
