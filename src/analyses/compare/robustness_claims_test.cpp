#include "analyses/compare/robustness_claims.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace robustness_claims_test {

std::vector<Claim> claims() {
    const auto texts = [](std::vector<std::string> cells) { return Column(std::span<const std::string>(cells)); };
    Table stated;
    stated.add("claim", texts({"models stay", "parsimonious: there is one model", "A is sufficient at 0.8"}));
    stated.add("solution", texts({"conservative", "parsimonious", ""}));
    stated.add("share", Column(std::vector<double>{0.5, 0.25, 1}));
    stated.add("cells_to_overturn", Column(std::vector<std::int64_t>{2, 1, Column::missing_integer}));
    Table sweep;
    sweep.add("solution", texts({"conservative", "parsimonious"}));
    sweep.add("points", Column(std::vector<std::int64_t>{200, 200}));
    sweep.add("as_coded", Column(std::vector<std::int64_t>{20, 100}));
    sweep.add("one_model", Column(std::vector<std::int64_t>{200, 50}));
    sweep.add("distinct_models", Column(std::vector<std::int64_t>{7, 9}));
    Table cells;
    cells.add("changes", texts({"conservative", "", "conservative; parsimonious"}));
    AnalysisPlan plan;
    plan.id = "codings";
    return robustness_claims(plan, {{"", stated}, {"sweep", sweep}, {"cells", cells}});
}

const Claim& claim(const std::vector<Claim>& all, const std::string& id) {
    const auto found = std::ranges::find(all, "codings." + id, &Claim::id);
    if (found == all.end()) throw std::runtime_error("no claim " + id);
    return *found;
}

TEST(RobustnessClaims, SentencesCarryTheirSolution) {
    const std::vector<Claim> all = claims();
    EXPECT_EQ(claim(all, "holds.conservative: models stay").value, 0.5);
    EXPECT_EQ(claim(all, "holds.parsimonious: there is one model").value, 0.25);
    EXPECT_EQ(claim(all, "holds.A is sufficient at 0.8").value, 1);
    EXPECT_EQ(claim(all, "cells_to_overturn.conservative: models stay").value, 2);
    EXPECT_FALSE(claim(all, "cells_to_overturn.A is sufficient at 0.8").value);
}

TEST(RobustnessClaims, SharesAreOfAllCombinations) {
    const std::vector<Claim> all = claims();
    EXPECT_EQ(claim(all, "points").value, 200);
    EXPECT_EQ(claim(all, "as_coded.conservative").value, 0.1);
    EXPECT_EQ(claim(all, "one_model.parsimonious").value, 0.25);
    EXPECT_EQ(claim(all, "distinct_models.parsimonious").value, 9);
}

TEST(RobustnessClaims, DecisiveCellsAreCountedBySolution) {
    const std::vector<Claim> all = claims();
    EXPECT_EQ(claim(all, "contestable_cells").value, 3);
    EXPECT_EQ(claim(all, "decisive_cells.conservative").value, 2);
    EXPECT_EQ(claim(all, "decisive_cells.parsimonious").value, 1);
}

}  // namespace robustness_claims_test
}  // namespace tarazy
