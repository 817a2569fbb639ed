#include "simulate/random/distribution.hpp"

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "stats/beta.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>

namespace tarazy {
namespace distribution_test {

const double infinity = std::numeric_limits<double>::infinity();

Distribution of(DistributionKind kind, double lower, double upper) {
    Distribution d;
    d.kind = kind;
    d.lower = lower;
    d.upper = upper;
    return d;
}

TEST(Philox, GivesEveryBlockOfNumpy) {
    const std::string path = TARAZY_SHARED_DIR "/reference/simulate/philox4x64_10.csv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const Table table = read_table(path);
    ASSERT_EQ(table.rows(), 4u);
    const auto word = [&](const std::string& column, std::size_t row) {
        std::string digits = table[column].display(row);
        digits.insert(0, 16 - digits.size(), '0');
        return std::stoull(digits, nullptr, 16);
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::array<std::uint64_t, 4> counter{}, output{};
        const std::array<std::uint64_t, 2> key = {word("key0", row), word("key1", row)};
        for (std::size_t i = 0; i < 4; ++i) {
            counter[i] = word("ctr" + std::to_string(i), row);
            output[i] = word("out" + std::to_string(i), row);
        }
        EXPECT_EQ(philox_block(counter, key), output) << row;
    }
}

TEST(Distribution, TriangularHasItsTextbookQuantiles) {
    Distribution d = of(DistributionKind::triangular, 0, 10);
    d.mode = 4;
    EXPECT_DOUBLE_EQ(quantile_of(d, 0), 0);
    EXPECT_DOUBLE_EQ(quantile_of(d, 0.4), 4);  // the share of mass left of the mode is (mode - lower)/(upper - lower)
    EXPECT_DOUBLE_EQ(quantile_of(d, 0.1), 2);  // sqrt(.1 x 10 x 4)
    EXPECT_DOUBLE_EQ(quantile_of(d, 1), 10);
}

TEST(Distribution, PertIsTheBetaDistributionOfItsMode) {
    Distribution d = of(DistributionKind::pert, 2, 12);
    d.mode = 7;
    EXPECT_NEAR(quantile_of(d, 0.5), 7, 1e-12);
    EXPECT_NEAR(quantile_of(d, 0.2), 2 + 10 * beta_quantile(0.2, 3, 3), 1e-14);
    double mean = 0;
    for (int i = 0; i < 1000; ++i) mean += quantile_of(d, (i + 0.5) / 1000) / 1000;
    EXPECT_NEAR(mean, (2 + 4 * 7 + 12) / 6.0, 1e-3);
}

TEST(Distribution, NormalAndLognormalAreInvertedAndCut) {
    Distribution d;
    d.kind = DistributionKind::normal;
    d.mean = 10;
    d.sd = 2;
    EXPECT_NEAR(quantile_of(d, 0.975), 10 + 2 * 1.95996398454005, 1e-12);
    d.lower = 12;
    d.upper = 13;
    for (const double u : {0.0, 0.25, 0.5, 1.0}) {
        const double x = quantile_of(d, u);
        const double share = (normal_cdf((x - 10) / 2) - normal_cdf(1)) / (normal_cdf(1.5) - normal_cdf(1));
        EXPECT_NEAR(share, u, 1e-12);
    }
    d.lower = 60;  // 25 standard deviations out: counted from the upper tail, else there would be no digit left
    d.upper = infinity;
    EXPECT_GE(quantile_of(d, 0.5), 60);
    EXPECT_LT(quantile_of(d, 0.5), 60.2);
    d = {};
    d.kind = DistributionKind::lognormal;
    d.mean = 1;
    d.sd = 0.5;
    EXPECT_NEAR(quantile_of(d, 0.5), std::exp(1), 1e-14);
    EXPECT_FALSE(is_bounded(d));
    d.upper = 5;
    EXPECT_TRUE(is_bounded(d));
    EXPECT_NEAR(quantile_of(d, 1), 5, 1e-14);
    EXPECT_DOUBLE_EQ(quantile_of(d, 0), 0);
}

TEST(Distribution, DiscreteTakesValuesByTheirWeights) {
    Distribution d;
    d.kind = DistributionKind::discrete;
    d.values = {5, 1, 3, 9};
    d.weights = {1, 2, 1, 0};
    EXPECT_EQ(quantile_of(d, 0), 5);
    EXPECT_EQ(quantile_of(d, 0.2499), 5);
    EXPECT_EQ(quantile_of(d, 0.25), 1);
    EXPECT_EQ(quantile_of(d, 0.7499), 1);
    EXPECT_EQ(quantile_of(d, 0.75), 3);
    EXPECT_EQ(quantile_of(d, 1), 3) << "a value of weight 0 is never drawn";
}

TEST(Distribution, QuantilesRiseAndStayWithinTheBounds) {
    std::vector<Distribution> all;
    for (const auto kind : {DistributionKind::uniform, DistributionKind::triangular, DistributionKind::pert,
                            DistributionKind::beta, DistributionKind::normal, DistributionKind::lognormal}) {
        all.push_back(of(kind, -1, 2));
        all.back().mode = -1;
        all.back().alpha = 0.5;
    }
    for (const Distribution& d : all) {
        ASSERT_FALSE(distribution_fault(d)) << to_string(d.kind);
        double before = -1;
        for (int i = 0; i <= 64; ++i) {
            const double x = quantile_of(d, i / 64.0);
            EXPECT_GE(x, before) << to_string(d.kind);
            EXPECT_LE(x, 2 + 1e-12);
            before = x;
        }
    }
}

TEST(Distribution, SupportsHoldAllDraws) {
    using Ends = std::pair<double, double>;
    EXPECT_EQ(support_of(of(DistributionKind::pert, -1, 2)), Ends(-1, 2));
    EXPECT_EQ(support_of(of(DistributionKind::lognormal, -infinity, infinity)), Ends(0, infinity));
    EXPECT_EQ(support_of(of(DistributionKind::normal, -infinity, 3)), Ends(-infinity, 3));
    Distribution d;
    d.kind = DistributionKind::discrete;
    d.values = {5, 2, 9};
    d.weights = {1, 1, 0};
    EXPECT_EQ(support_of(d), Ends(2, 5)) << "a value of weight 0 is never drawn";
}

TEST(Distribution, FaultsAreNamed) {
    EXPECT_EQ(distribution_fault(of(DistributionKind::uniform, 3, 2)), "lower is 3 and not below upper, 2");
    EXPECT_TRUE(distribution_fault(of(DistributionKind::uniform, 0, infinity)));
    Distribution d = of(DistributionKind::pert, 0, 1);
    d.mode = 2;
    EXPECT_EQ(distribution_fault(d), "mode is 2 and not from lower to upper");
    d = {};
    d.kind = DistributionKind::normal;
    d.sd = 0;
    EXPECT_EQ(distribution_fault(d), "sd is 0; it must be above 0");
    d = {};
    d.kind = DistributionKind::discrete;
    EXPECT_EQ(distribution_fault(d), "values is empty");
    d.values = {1, 2};
    d.weights = {0, 0};
    EXPECT_EQ(distribution_fault(d), "the weights are all 0");
    d.weights = {1};
    EXPECT_EQ(distribution_fault(d), "2 values but 1 weights");
    EXPECT_EQ(distribution_kind("pert"), DistributionKind::pert);
    EXPECT_FALSE(distribution_kind("Pert"));
}

}  // namespace distribution_test
}  // namespace tarazy
