#include "text/topics/seed_priors.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::seed_priors_test {
namespace {

DocumentFeatureMatrix three_words() {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"d"};
    matrix.features = {"test", "tests", "peace"};
    matrix.feature = {0, 1, 2};
    matrix.count = {10, 20, 5};
    matrix.row_begin = {0, 3};
    return matrix;
}

TEST(SeedPriors, AStarStandsForAnyEndingAndNothingCountsTwice) {
    const SeedPriors priors =
        seed_priors(three_words(), {{"nuclear", "test*"}, {"nuclear", "test"}, {"calm", "peace"}}, 0.1);
    EXPECT_EQ(priors.names, (std::vector<std::string>{"nuclear", "calm"}));
    ASSERT_EQ(priors.seeds.size(), 3U);
    EXPECT_EQ(priors.seeds[1].word, 1U);
    EXPECT_NEAR(priors.seeds[1].weight, 2, 1e-12);
    EXPECT_EQ(priors.seeds[2].topic, 1U);
}

TEST(SeedPriors, FaultyRowsAreNamed) {
    TableRows rows(TextColumn{"topic"}, TextColumn{"feature"});
    rows.add("", "x");
    rows.add("a", "");
    EXPECT_THROW((void)read_seed_words(rows.table()), InputError);
    EXPECT_THROW((void)read_seed_words(TableRows(TextColumn{"topic"}, TextColumn{"feature"}).table()), InputError);
    EXPECT_THROW((void)seed_priors(three_words(), {{"a", "zzz"}}, 0.1), InputError);
}

}  // namespace
}  // namespace tarazy::seed_priors_test
