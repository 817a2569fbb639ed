#include "compare/robustness/sweep_grid.hpp"

#include "compare/sets/row_coding.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace sweep_grid_test {

Cases small_cases() {
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}});
    cases.names = {"p", "q", "r"};
    cases.membership = {{1, 0.33, 0}, {0, 1, 0.67}};
    cases.outcome = {1, 0, 0.67};
    return cases;
}

const std::vector<ContestableCell> cells = {{1, 0, 0.33, {0, 0.67}}, {2, 2, 0.67, {1}}};
const std::vector<CalibrationChoice> calibrations = {{0, {{"other", {0.9, 0.8, 0.1}}}}};
const CutGrid cuts = {{0.8, 0.9}, {0, 0.5, 0.6}, {1}};

TEST(SweepGrid, PointsAreAllCombinationsEachOnce) {
    const SweepGrid grid(cells, calibrations, cuts);
    EXPECT_EQ(grid.size(), 2U * 3 * 2 * 2 * 3);
    EXPECT_EQ(grid.point(0), SweepPoint(6, 0));
    EXPECT_EQ(grid.point(1), (SweepPoint{0, 0, 0, 0, 1, 0}));
    std::set<SweepPoint> all;
    for (std::uint64_t number = 0; number < *grid.size(); ++number) all.insert(grid.point(number));
    EXPECT_EQ(all.size(), *grid.size());
}

TEST(SweepGrid, OfMoreThan64BitsHasNoSize) {
    const std::vector<ContestableCell> many(70, ContestableCell{0, 0, 1, {0}});
    EXPECT_EQ(SweepGrid(many, {}, cuts).size(), std::nullopt);
}

TEST(SweepGrid, DrawsDependOnSeedAndNumberAlone) {
    const SweepGrid grid(cells, calibrations, cuts);
    EXPECT_EQ(grid.random_point(1, 5, {}), grid.random_point(1, 5, {}));
    std::vector<int> taken(3, 0);
    int recoded = 0;
    for (std::uint64_t draw = 0; draw < 3000; ++draw) {
        ++taken[grid.random_point(1, draw, {})[1]];
        recoded += grid.random_point(1, draw, 0.1)[1] > 0 ? 1 : 0;
    }
    for (const int count : taken) EXPECT_NEAR(count, 1000, 130);  // five standard deviations
    EXPECT_NEAR(recoded, 300, 85);
    EXPECT_EQ(grid.random_point(1, 7, 0.0)[1], 0U);
    EXPECT_NE(grid.random_point(1, 7, 1.0)[1], 0U);
}

TEST(SweepGrid, CasesFollowThePointsWhateverTheOrder) {
    const SweepGrid grid(cells, calibrations, cuts);
    const Cases cases = small_cases();
    SweptCases swept(cases, cells, calibrations, grid);
    RowCoder coder(cases);
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const SweepPoint point = grid.random_point(3, draw, {});
        swept.move_to(point);
        Cases wanted = cases;
        if (point[0] == 1) wanted.membership[0] = calibrations[0].alternatives[0].membership;
        if (point[1] > 0) wanted.membership[0][1] = cells[0].others[point[1] - 1];
        if (point[2] > 0) wanted.outcome[2] = 1;
        EXPECT_EQ(swept.cases().membership, wanted.membership);
        EXPECT_EQ(swept.cases().outcome, wanted.outcome);
        for (const auto& change : swept.take_changes()) coder.recode(change.column, change.at, change.value);
        EXPECT_EQ(coded_rows(coder.rows(), {}), coded_rows(truth_table(wanted)));
        EXPECT_FALSE(swept.move_to(point));
    }
}

}  // namespace sweep_grid_test
}  // namespace tarazy
