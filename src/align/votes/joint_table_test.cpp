#include "align/votes/joint_table.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace joint_table_test {

VoteTable cross(const std::vector<int>& x, const std::vector<int>& y) {
    VoteTable table;
    for (std::size_t i = 0; i < x.size(); ++i)
        ++table.count[static_cast<std::size_t>(x[i])][static_cast<std::size_t>(y[i])];
    return table;
}

VoteTable transposed(const VoteTable& table) {
    VoteTable other;
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = 0; b < 3; ++b) other.count[b][a] = table.count[a][b];
    }
    return other;
}

// Four roll calls, worked by hand: x = yes yes abstain no, y = yes abstain no no.
TEST(JointTable, MeasuresOfAPortfolioWorkedByHand) {
    const VoteTable table = cross({0, 0, 1, 2}, {0, 1, 2, 2});
    EXPECT_DOUBLE_EQ(*s_score(table, Distance::absolute), 1 - 2 * 2.0 / (2 * 4));
    EXPECT_DOUBLE_EQ(*s_score(table, Distance::squared), 1 - 2 * 2.0 / (4 * 4));
    EXPECT_DOUBLE_EQ(*agree_lijphart(table), (2 + 2 * 0.5) / 4);
    EXPECT_DOUBLE_EQ(*agree_exact(table), 0.5);
    EXPECT_DOUBLE_EQ(*agree_noabst(table), 1);
    EXPECT_DOUBLE_EQ(*agree_voeten(table, 1), (1 + 2 * 0.5) / 3);
    // Margins (2,1,1) and (1,1,2): chance agreement (2 + 1 + 2)/16.
    EXPECT_DOUBLE_EQ(*weighted_kappa(table, Distance::nominal), 1 - 0.5 / (1 - 5.0 / 16));
    // Mean margins (3,2,3)/8: chance agreement (9 + 4 + 9)/64.
    EXPECT_DOUBLE_EQ(*weighted_pi(table, Distance::nominal), 1 - 0.5 / (1 - 22.0 / 64));
    // Kappa with squares: 1 - sum (x-y)^2 / (within + within + n times squared difference of means).
    EXPECT_DOUBLE_EQ(*weighted_kappa(table, Distance::squared), 1 - 2.0 / (2.75 + 2.75 + 4 * 0.25));
    // Five of six pairs are untied in each portfolio, four of them concordant in both.
    EXPECT_DOUBLE_EQ(*tau_b(table), 4.0 / 5.0);
}

TEST(JointTable, NoCommonItemsMeansNoMeasure) {
    const VoteTable empty;
    EXPECT_FALSE(s_score(empty, Distance::absolute).has_value());
    EXPECT_FALSE(weighted_kappa(empty, Distance::squared).has_value());
    EXPECT_FALSE(tau_b(empty).has_value());
    EXPECT_FALSE(agree_exact(empty).has_value());
    EXPECT_FALSE(agree_noabst(empty).has_value());
}

TEST(JointTable, TwoEqualConstantPortfoliosHaveNoKappaRatherThanOne) {
    const VoteTable table = cross({0, 0, 0}, {0, 0, 0});
    EXPECT_EQ(*s_score(table, Distance::absolute), 1);
    EXPECT_FALSE(weighted_kappa(table, Distance::nominal).has_value());
    EXPECT_FALSE(weighted_pi(table, Distance::squared).has_value());
    EXPECT_FALSE(tau_b(table).has_value());
}

TEST(JointTable, AConstantAgainstAVaryingPortfolioHasKappaZeroAndNoTau) {
    const VoteTable table = cross({0, 0, 0, 0}, {0, 1, 2, 0});
    for (const Distance d : {Distance::nominal, Distance::absolute, Distance::squared}) {
        EXPECT_EQ(*weighted_kappa(table, d), 0);
    }
    EXPECT_FALSE(tau_b(table).has_value());
}

TEST(JointTable, OrderOfTheStatesChangesNoBit) {
    Random random(3, "tables", 0);
    for (int trial = 0; trial < 500; ++trial) {
        VoteTable table;
        for (auto& row : table.count) {
            for (auto& cell : row) cell = static_cast<std::int64_t>(random.below(40));
        }
        const VoteTable other = transposed(table);
        for (const Distance d : {Distance::nominal, Distance::absolute, Distance::squared}) {
            EXPECT_EQ(s_score(table, d), s_score(other, d));
            EXPECT_EQ(weighted_kappa(table, d), weighted_kappa(other, d));
            EXPECT_EQ(weighted_pi(table, d), weighted_pi(other, d));
            EXPECT_LE(*weighted_pi(table, d), *weighted_kappa(table, d) + 1e-12) << "pi never exceeds kappa";
        }
        EXPECT_EQ(tau_b(table), tau_b(other));
        EXPECT_LE(std::abs(*s_score(table, Distance::absolute)), 1);
    }
}

TEST(JointTable, TauFollowsItsDefinitionByPairs) {
    Random random(3, "pairs", 0);
    std::vector<int> x, y;
    for (int i = 0; i < 60; ++i) {
        x.push_back(static_cast<int>(random.below(3)));
        y.push_back(static_cast<int>(random.below(3)));
    }
    double score = 0, x_pairs = 0, y_pairs = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            const int a = (x[i] > x[j]) - (x[i] < x[j]), b = (y[i] > y[j]) - (y[i] < y[j]);
            score += a * b;
            x_pairs += a * a;
            y_pairs += b * b;
        }
    }
    EXPECT_NEAR(*tau_b(cross(x, y)), score / std::sqrt(x_pairs * y_pairs), 1e-14);
}

TEST(JointTable, BinaryTiesKeepOnlyPresence) {
    TieTable table;
    table.count[0][0] = 5;
    table.count[3][1] = 2;
    table.count[2][0] = 4;
    const BinaryTable ties = binary(table);
    EXPECT_EQ(ties.count[0][0], 5);
    EXPECT_EQ(ties.count[1][1], 2);
    EXPECT_EQ(ties.count[1][0], 4);
}

}  // namespace joint_table_test
}  // namespace tarazy
