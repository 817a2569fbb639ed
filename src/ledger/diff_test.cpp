#include "ledger/diff.hpp"

#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace diff_test {

TEST(CompareRuns, EqualRunsHaveNoDifference) {
    EXPECT_TRUE(compare_runs(example_content(), example_content()).empty());
}

TEST(CompareRuns, ChangedValueComesWithItsDifference) {
    LedgerContent after = example_content();
    after.claims[0].value = 0.6;
    const auto differences = compare_runs(example_content(), after);
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].kind, "value changed");
    EXPECT_EQ(differences[0].id, "votes.KAZ-RUS.47.agree_voeten");
    EXPECT_EQ(differences[0].before, "0.75");
    EXPECT_EQ(differences[0].after, "0.6");
    EXPECT_NEAR(differences[0].difference.value(), -0.15, 1e-15);
    EXPECT_NEAR(differences[0].relative.value(), -0.2, 1e-15);
}

TEST(CompareRuns, ValueThatBecameUnknownHasNoDifferenceInNumbers) {
    LedgerContent after = example_content();
    after.claims[0].value.reset();
    const auto differences = compare_runs(example_content(), after);
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].after, "");
    EXPECT_FALSE(differences[0].difference.has_value());
}

TEST(CompareRuns, ChangeFromZeroHasNoRelativeDifference) {
    LedgerContent before = example_content();
    before.claims[0].value = 0;
    EXPECT_FALSE(compare_runs(before, example_content()).at(0).relative.has_value());
}

TEST(CompareRuns, EveryKindOfChangeIsNamed) {
    LedgerContent after = example_content();
    after.run.seed = 7;
    after.inputs[1].sha256 = std::string(64, 'b');
    after.inputs.push_back({"ties", "ties", "ties.csv", std::string(64, 'c'), 1, "", false, ""});
    after.analyses[0].parameters = "{}";
    after.claims[0].interval->lower = 0.5;
    after.claims[0].quantiles[0].value = 0.5;
    after.claims[0].inputs[0].rows = "session 48";
    after.claims[2].statement = "contradicted";
    after.claims[1].id = "votes.KAZ-CHN.48.agree_voeten";
    std::vector<std::string> kinds;
    for (const RunDifference& difference : compare_runs(example_content(), after)) kinds.push_back(difference.kind);
    EXPECT_EQ(kinds, (std::vector<std::string>{"run changed", "input added", "input changed", "parameters changed",
                                               "verdict changed", "claim removed", "claim added", "interval changed",
                                               "quantile changed", "basis changed"}));
}

TEST(CompareRuns, OrderOfTheRecordsDoesNotMatter) {
    LedgerContent after = example_content();
    std::ranges::reverse(after.claims);
    std::ranges::reverse(after.inputs);
    EXPECT_TRUE(compare_runs(example_content(), after).empty());
}

TEST(CompareRuns, TableHasOneRowADifference) {
    LedgerContent after = example_content();
    after.claims[0].value = 0.6;
    after.claims[2].statement = "mixed";
    const Table table = difference_table(compare_runs(example_content(), after));
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(table["kind"].text(0), "verdict changed");
    EXPECT_FALSE(table["difference"].real(0).has_value());
    EXPECT_NEAR(table["relative"].real(1).value(), -0.2, 1e-15);
    EXPECT_EQ(difference_table({}).rows(), 0u);
    EXPECT_EQ(difference_table({}).names.size(), 7u);
}

}  // namespace diff_test
}  // namespace tarazy
