#include "trace/breaks/segment_chain.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "trace/breaks/break_posterior.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace tarazy {
namespace segment_chain_test {

/// Series of levels that change every `length` observations.
std::vector<double> steps(std::size_t n, std::size_t length) {
    std::vector<double> y;
    Random random(11, "test series of levels", n);
    double level = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (i % length == 0) level = 6 * random.uniform();
        y.push_back(level + random.uniform() + random.uniform());
    }
    return y;
}

TEST(SegmentChain, EvidenceOfTwoObservationsByHand) {
    // One observation: Student t with 2 a0 degrees, scale^2 = b0 (k0 + 1)/(a0 k0).
    const SegmentPrior prior{0.25, 0, 1, 1, 1};
    const auto one = [](double y) {
        return std::tgamma(1.5) / std::sqrt(4 * std::numbers::pi) * std::pow(1 + y * y / 4, -1.5);
    };
    // Both in one segment, by the ratio of normalising constants.
    const double kn = 3, an = 2, bn = 1 + 0.5 * (1 + 9 - 16 / kn);
    const double both = 1 / (2 * std::numbers::pi) * std::sqrt(1 / kn) * std::tgamma(an) * std::pow(bn, -an);
    const std::vector<double> y{1, 3};
    const SegmentChain chain(y, prior, {});
    EXPECT_NEAR(std::exp(chain.log_evidence()), 0.75 * both + 0.25 * one(1) * one(3), 1e-15);
    SegmentRow row;
    chain.row(0, row);
    EXPECT_NEAR(row.ends[0], 0.25 * one(1) * one(3) / std::exp(chain.log_evidence()), 1e-14);
    EXPECT_NEAR(row.ends[0] + row.ends[1], 1, 1e-14);
    EXPECT_NEAR(row.mean[1], 4.0 / 3, 1e-15);
}

TEST(SegmentChain, TruncatedSumsChangeNothingThatMatters) {
    const std::vector<double> y = steps(3000, 100);
    const SegmentPrior prior = default_segment_prior(y);
    const SegmentChain exact(y, prior, {}), cut(y, prior, {}, 100);
    EXPECT_FALSE(exact.truncated());
    EXPECT_TRUE(cut.truncated());
    EXPECT_NEAR(exact.log_evidence(), cut.log_evidence(), 1e-8);
    EXPECT_EQ(exact.most_probable_changes(), cut.most_probable_changes());
    SegmentRow a, b;
    for (const std::size_t t : {std::size_t{0}, std::size_t{1499}, std::size_t{1500}, std::size_t{2950}}) {
        exact.row(t, a);
        cut.row(t, b);
        for (std::size_t m = 0; m < b.ends.size(); ++m) EXPECT_NEAR(a.ends[m], b.ends[m], 1e-9);
    }
}

TEST(SegmentChain, LongSeriesAreRefusedWithTheLimit) {
    std::vector<double> y(SegmentChain::length_limit + 1, 0);
    y[3] = 1;
    EXPECT_THROW(SegmentChain(y, default_segment_prior(y), {}), LimitError);
}

TEST(SegmentChain, StopsWhenAsked) {
    const std::vector<double> y = steps(1200, 50);
    expect_stoppable([&](const Work& work) { (void)SegmentChain(y, default_segment_prior(y), work); });
}

}  // namespace segment_chain_test
}  // namespace tarazy
