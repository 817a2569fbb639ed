#pragma once

#include "compare/robustness/sweep.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace tarazy {

/// Counts models and terms of one solution type over the points of a sweep, each model stored once as the numbers of
/// its terms.
class SweepTally {
public:
    /// @param told_apart  models, and terms, beyond so many are not counted singly
    explicit SweepTally(std::size_t told_apart) : told_apart_(told_apart), slots_(1024, uncounted) {}

    /// What a coded table's solution counts for, by number.
    struct Entry {
        std::vector<std::uint32_t> models, primes, some, every;
    };
    /// Numbers the models and terms of a solution. @pre all.complete
    [[nodiscard]] Entry enter(const AllModels& all);

    /// Adds points that have this solution.
    void add(const Entry& entry, std::uint64_t points);

    /// @param listed  most frequent models to give
    void report(std::size_t listed, SweptSolution& solution) const;

private:
    static constexpr std::uint32_t uncounted = ~std::uint32_t{0};
    struct TermHash {
        std::size_t operator()(Literals term) const {
            return static_cast<std::size_t>((term.low ^ (term.high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U >> 8);
        }
    };

    std::uint32_t number_of(Literals term);
    std::uint32_t number_of(std::span<const std::uint32_t> model);
    [[nodiscard]] std::span<const std::uint32_t> terms_of(std::uint32_t model) const;
    /// Where the model stands in `slots_`, or the free place where it would.
    [[nodiscard]] std::size_t slot_of(std::span<const std::uint32_t> model) const;
    void double_slots();

    std::size_t told_apart_;
    bool all_counted_ = true;
    std::unordered_map<Literals, std::uint32_t, TermHash> known_terms_;
    std::vector<SweptTerm> terms_;
    // Models can be a million: 44 bytes each, in place of some 100 in a map of vectors.
    std::vector<std::uint32_t> model_terms_;  ///< terms of all models, one after the other
    std::vector<std::uint32_t> model_ends_;   ///< end of each model in `model_terms_`
    std::vector<std::uint64_t> model_points_;
    std::vector<std::uint32_t> slots_;  ///< hash table of models with open addressing, at most half full
};

}  // namespace tarazy
