#include "network/functions/function_coverage.hpp"

#include "network/functions/functions_example_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace function_coverage_test {

using namespace functions_example;

/// Three states; institutions A, B, C, D; functions defence (A), talk (A, B, C), trade (D).
CarriedFunctions worked() {
    CarriedFunctions carried;
    carried.states = {"KAZ", "TKM", "UZB"};
    carried.institutions = {"A", "B", "C", "D"};
    carried.functions = {"defence", "talk", "trade"};
    carried.members = bits_of({"1100", "0000", "0110"});
    carried.unknown = bits_of({"0000", "0010", "1000"});
    carried.carriers = bits_of({"1000", "1110", "0001"});
    carried.weights = {1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1};
    return carried;
}

TEST(FunctionCoverage, WorkedByHand) {
    const CarriedFunctions carried = worked();
    const auto cells = function_coverage(carried, all_places(3));
    ASSERT_EQ(cells.size(), 9u);
    // KAZ: defence from A alone, talk from A and B, trade from nobody.
    EXPECT_EQ(cells[0].coverage, (NumberBounds{1, 1}));
    EXPECT_EQ(cells[0].sole(), true);
    EXPECT_EQ(cells[1].coverage, (NumberBounds{2, 2}));
    EXPECT_EQ(cells[1].redundancy(), (NumberBounds{1, 1}));
    EXPECT_EQ(cells[1].herfindahl, (NumberBounds{0.5, 0.5}));
    EXPECT_EQ(cells[1].sole(), false);
    EXPECT_EQ(cells[2].coverage, (NumberBounds{0, 0}));
    EXPECT_FALSE(cells[2].herfindahl);
    EXPECT_EQ(cells[2].sole(), false);
    // TKM: talk perhaps from C; then it would be the sole provider.
    EXPECT_EQ(cells[4].coverage, (NumberBounds{0, 1}));
    EXPECT_FALSE(cells[4].sole());
    EXPECT_FALSE(cells[4].herfindahl);
    // UZB: talk from B and C, and perhaps A.
    EXPECT_EQ(cells[7].coverage, (NumberBounds{2, 3}));
    EXPECT_EQ(cells[7].sole(), false);
    EXPECT_DOUBLE_EQ(cells[7].herfindahl->lower, 1.0 / 3);
    EXPECT_DOUBLE_EQ(cells[7].herfindahl->upper, 0.5);
    EXPECT_EQ(functions_of_nobody(carried, cells), (std::vector<std::uint32_t>{2}));
}

TEST(FunctionCoverage, AnUnknownNumberIsMissingBetweenItsBounds) {
    const CarriedFunctions carried = worked();
    const auto cells = function_coverage(carried, all_places(3));
    const Table table = coverage_table(carried, cells);
    ASSERT_EQ(table.rows(), 9u);
    EXPECT_TRUE(table["coverage"].missing(4));
    EXPECT_TRUE(table["sole"].missing(4));
    EXPECT_EQ(table["coverage_lower"].real(4), 0.0);
    EXPECT_EQ(table["coverage_upper"].real(4), 1.0);
    EXPECT_EQ(table["possible_providers"].list(4), (std::vector<std::string>{"C"}));
    EXPECT_EQ(table["redundancy"].real(2), -1.0) << "nobody: coverage - 1";
    const Table states = covered_table(carried, cells);
    ASSERT_EQ(states.rows(), 3u);
    EXPECT_EQ(states["covered"].integer(0), 2);
    EXPECT_EQ(states["sole_functions"].list(0), (std::vector<std::string>{"defence: A"}));
    EXPECT_EQ(states["uncovered"].list(0), (std::vector<std::string>{"trade"}));
    EXPECT_TRUE(states["covered"].missing(1));
    EXPECT_EQ(states["possibly_covered"].list(1), (std::vector<std::string>{"talk"}));
    EXPECT_EQ(states["covered_lower"].integer(2), 1);
    EXPECT_EQ(states["covered_upper"].integer(2), 2);
}

TEST(FunctionCoverage, WeightsAreSummedAndBoundsOfHerfindahlAreReached) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const CarriedFunctions carried = random_carried(seed, 2, 5, 3, 0.3, true);
        const auto cells = function_coverage(carried, all_places(2));
        std::vector<NumberBounds> seen(cells.size(), {9, -9}), reached(cells.size(), {9, -9});
        for (std::uint64_t world = 0; world < (std::uint64_t{1} << carried.count_unknown()); ++world) {
            const CarriedFunctions one = in_world(carried, world);
            const auto known = function_coverage(one, all_places(2));
            for (std::size_t at = 0; at < known.size(); ++at) {
                ASSERT_TRUE(known[at].coverage.known());
                seen[at] = {std::min(seen[at].lower, known[at].coverage.lower),
                            std::max(seen[at].upper, known[at].coverage.lower)};
                if (!known[at].herfindahl) continue;
                reached[at] = {std::min(reached[at].lower, known[at].herfindahl->lower),
                               std::max(reached[at].upper, known[at].herfindahl->upper)};
                if (cells[at].sole()) {
                    EXPECT_EQ(cells[at].sole(), known[at].sole());
                }
            }
        }
        for (std::size_t at = 0; at < cells.size(); ++at) {
            EXPECT_DOUBLE_EQ(cells[at].coverage.lower, seen[at].lower);
            EXPECT_DOUBLE_EQ(cells[at].coverage.upper, seen[at].upper);
            if (!cells[at].herfindahl) continue;
            EXPECT_NEAR(cells[at].herfindahl->lower, reached[at].lower, 1e-12);
            EXPECT_NEAR(cells[at].herfindahl->upper, reached[at].upper, 1e-12);
        }
    }
}

TEST(FunctionCoverage, OneStateIsEnough) {
    CarriedFunctions carried = worked();
    const auto cells = function_coverage(carried, std::vector<std::uint32_t>{0});
    EXPECT_EQ(covered_table(carried, cells).rows(), 1u);
    EXPECT_EQ(covered_table(carried, {}).rows(), 0u);
}

}  // namespace function_coverage_test
}  // namespace tarazy
