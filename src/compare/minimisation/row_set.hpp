#pragma once

#include "compare/sets/literals.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace tarazy {

/// Rows covered by a column of a prime implicant chart, 64 a word.
using RowSet = std::vector<std::uint64_t>;

/// What is done with sets of rows: `RowSet`, or an array of words where few suffice.
namespace row_sets {

template <typename Rows>
Rows no_rows(std::size_t count) {
    Rows none{};
    if constexpr (std::is_same_v<Rows, RowSet>) none.assign((count + 63) / 64, 0);
    return none;
}

template <typename Rows>
bool is_empty(const Rows& set) {
    return std::ranges::all_of(set, [](std::uint64_t word) { return word == 0; });
}

template <typename Rows>
bool subset(const Rows& part, const Rows& whole) {
    for (std::size_t w = 0; w < part.size(); ++w) {
        if ((part[w] & ~whole[w]) != 0) return false;
    }
    return true;
}

template <typename Rows>
Rows minus(Rows set, const Rows& other) {
    for (std::size_t w = 0; w < set.size(); ++w) set[w] &= ~other[w];
    return set;
}

template <typename Rows>
std::size_t count_rows(const Rows& set) {
    std::size_t count = 0;
    for (const std::uint64_t word : set) count += static_cast<std::size_t>(count_bits(word));
    return count;
}

template <typename Rows>
std::size_t count_common(const Rows& a, const Rows& b) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < a.size(); ++w) count += static_cast<std::size_t>(count_bits(a[w] & b[w]));
    return count;
}

template <typename Rows>
bool holds(const Rows& set, std::size_t row) {
    return (set[row / 64] >> (row % 64) & 1U) != 0;
}

struct Hash {
    template <typename Rows>
    std::size_t operator()(const Rows& set) const {
        std::uint64_t hash = 0x9E3779B97F4A7C15U;
        for (const std::uint64_t word : set) hash = (hash ^ word) * 0xD6E8FEB86659FD93U ^ (hash >> 29);
        return static_cast<std::size_t>(hash);
    }
};

template <typename Rows, typename Do>
void for_each_row(const Rows& set, const Do& run) {
    for (std::size_t w = 0; w < set.size(); ++w) {
        for (std::uint64_t word = set[w]; word != 0; word &= word - 1)
            run(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
}

}  // namespace row_sets
}  // namespace tarazy
