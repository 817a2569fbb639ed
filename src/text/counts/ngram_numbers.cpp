#include "text/counts/ngram_numbers.hpp"

#include <numeric>

namespace tarazy {
namespace {

constexpr std::uint32_t unnumbered = 0xFFFFFFFFU;

template <bool with_numbers>
NumberedPairs distributed_pairs(std::span<const std::uint32_t> first, std::size_t firsts,
                                std::span<const std::uint32_t> second, std::size_t seconds, WorkStep& step) {
    // The places of each `first`, one after the other; with its `second` at hand, so that the pass below reads in
    // order.
    struct Follower {
        std::uint32_t second, place;
    };
    std::vector<std::size_t> begin(firsts + 1, 0);
    for (const std::uint32_t one : first) ++begin[one + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Follower> followers(first.size());
    {
        std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
        for (std::size_t place = 0; place < first.size(); ++place)
            followers[next[first[place]]++] = {second[place], static_cast<std::uint32_t>(place)};
    }
    NumberedPairs pairs;
    if constexpr (with_numbers) pairs.number.resize(first.size());
    std::vector<std::uint32_t> number_of(seconds, unnumbered);
    std::size_t told = 0;
    for (std::size_t one = 0; one < firsts; ++one) {
        for (std::size_t k = begin[one]; k < begin[one + 1]; ++k) {
            std::uint32_t& number = number_of[followers[k].second];
            if (number == unnumbered) {
                number = static_cast<std::uint32_t>(pairs.count.size());
                pairs.count.push_back(0);
                pairs.first.push_back(followers[k].place);
            }
            ++pairs.count[number];
            if constexpr (with_numbers) pairs.number[followers[k].place] = number;
        }
        for (std::size_t k = begin[one]; k < begin[one + 1]; ++k) number_of[followers[k].second] = unnumbered;
        if (begin[one + 1] - told >= 100000) {
            step.advance(begin[one + 1] - told);
            told = begin[one + 1];
        }
    }
    step.advance(first.size() - told);
    return pairs;
}

}  // namespace

NumberedPairs number_pairs(std::span<const std::uint32_t> first, std::size_t firsts,
                           std::span<const std::uint32_t> second, std::size_t seconds, WorkStep& step) {
    return distributed_pairs<true>(first, firsts, second, seconds, step);
}

NumberedPairs count_pairs(std::span<const std::uint32_t> first, std::size_t firsts,
                          std::span<const std::uint32_t> second, std::size_t seconds, WorkStep& step) {
    return distributed_pairs<false>(first, firsts, second, seconds, step);
}

}  // namespace tarazy
