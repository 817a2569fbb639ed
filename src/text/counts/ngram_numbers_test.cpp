#include "text/counts/ngram_numbers.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy::ngram_numbers_test {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(NgramNumbers, SamePairsHaveTheSameNumberAndAreCounted) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed, "pairs of a test", 0);
        Numbers first, second;
        for (int k = 0; k < 200; ++k) {
            first.push_back(static_cast<std::uint32_t>(random.below(7)));
            second.push_back(static_cast<std::uint32_t>(random.below(1 + seed)));
        }
        WorkStep step({}, "pairs", 2 * first.size());
        const NumberedPairs pairs = number_pairs(first, 7, second, 1 + seed, step);
        std::map<std::pair<std::uint32_t, std::uint32_t>, Numbers> places;
        for (std::uint32_t k = 0; k < first.size(); ++k) places[{first[k], second[k]}].push_back(k);
        EXPECT_EQ(pairs.count.size(), places.size());
        const NumberedPairs counted = count_pairs(first, 7, second, 1 + seed, step);
        EXPECT_EQ(counted.count, pairs.count);
        EXPECT_EQ(counted.first, pairs.first);
        for (const auto& [pair, where] : places) {
            EXPECT_EQ(pairs.first[pairs.number[where.front()]], where.front());
            for (const std::uint32_t place : where) {
                EXPECT_EQ(pairs.number[place], pairs.number[where.front()]);
                EXPECT_EQ(pairs.count[pairs.number[place]], where.size());
            }
        }
    }
}

TEST(NgramNumbers, NoPlace) {
    WorkStep step({}, "pairs", 0);
    EXPECT_TRUE(number_pairs({}, 0, {}, 0, step).count.empty());
}

}  // namespace
}  // namespace tarazy::ngram_numbers_test
