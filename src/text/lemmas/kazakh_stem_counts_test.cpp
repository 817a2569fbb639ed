#include "text/lemmas/kazakh_stem_counts.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_stem_counts_test {
namespace {

TEST(KazakhStemCounts, FrequentStemsComeWithTheProgram) {
    const StemFamilies& families = kazakh_stem_counts();
    EXPECT_GT(families.stems.size(), 3000U);
    EXPECT_GT(families.of(U"жыл").noun + families.of(U"ел").noun, 100);
    EXPECT_GT(families.of(U"айт").verb, 100);
    for (const auto& [stem, count] : families.stems) {
        EXPECT_FALSE(stem.empty());
        EXPECT_LE(count.bare, count.noun + 1e-9) << utf8_of(stem);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_stem_counts_test
