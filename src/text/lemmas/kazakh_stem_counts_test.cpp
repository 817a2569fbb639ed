#include "text/lemmas/kazakh_stem_counts.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_stem_counts_test {
namespace {

TEST(KazakhStemCounts, FrequentStemsComeWithTheProgram) {
    const StemFamilies& families = kazakh_stem_counts();
    EXPECT_GT(families.stems.size(), 3000U);
    EXPECT_GT(families.of(U"жыл").noun + families.of(U"ел").noun, 100);
    EXPECT_GT(families.of(U"айт").verb, 100);
    for (std::uint32_t stem = 0; stem < families.counts.size(); ++stem) {
        EXPECT_FALSE(families.stems[stem].empty());
        const StemFamilies::Count& count = families.counts[stem];
        EXPECT_LE(count.bare, count.noun + 1e-9) << utf8_of(families.stems[stem]);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_stem_counts_test
