#include "simulate/forecast/open_line.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tarazy {
namespace open_line_test {

const ValueScale shares{.kind = ValueScale::Kind::shares};

TEST(OpenLine, LogRatiosAndBack) {
    const std::vector<double> rows = {0.5, 0.25, 0.25, 0.1, 0.2, 0.7};
    const OpenLine line(shares, rows, 3);
    EXPECT_EQ(line.width(), 2u);
    EXPECT_FALSE(line.drawn_inwards());
    std::vector<double> open(2), back(3);
    line.to_open(std::span(rows).first(3), open);
    EXPECT_NEAR(open[0], std::log(2), 1e-15);
    EXPECT_NEAR(open[1], 0, 1e-15);
    line.from_open(open, back);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(back[i], rows[i], 1e-15);
}

TEST(OpenLine, ZerosComeBackAsZeros) {
    const std::vector<double> rows = {0.8, 0.2, 0, 0.6, 0.3, 0.1, 1, 0, 0};
    const OpenLine line(shares, rows, 3);
    EXPECT_TRUE(line.drawn_inwards());
    std::vector<double> open(2), back(3);
    for (std::size_t row = 0; row < 3; ++row) {
        line.to_open(std::span(rows).subspan(row * 3, 3), open);
        line.from_open(open, back);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(back[i], rows[row * 3 + i], 1e-12);
    }
    // By hand: three rows, y' = (0.8 * 2 + 1/3) / 3.
    line.to_open(std::span(rows).first(3), open);
    EXPECT_NEAR(open[0], std::log((0.8 * 2 + 1.0 / 3) / (1.0 / 3)), 1e-14);
}

TEST(OpenLine, AlwaysInTheSimplex) {
    const std::vector<double> rows = {0.9, 0.1, 0};
    const OpenLine line(shares, rows, 3);
    std::vector<double> back(3);
    for (const double a : {-800.0, -3.0, 0.0, 5.0, 800.0}) {
        for (const double b : {-800.0, -2.0, 0.5, 800.0}) {
            line.from_open(std::vector{a, b}, back);
            EXPECT_NEAR(std::accumulate(back.begin(), back.end(), 0.0), 1, 1e-12);
            for (const double part : back) EXPECT_GE(part, 0);
        }
    }
}

TEST(OpenLine, BoundedValues) {
    const ValueScale scale{.kind = ValueScale::Kind::bounded, .lower = -10, .upper = 10};
    const std::vector<double> rows = {-10, 0, 5, 10};
    const OpenLine line(scale, rows, 1);
    EXPECT_TRUE(line.drawn_inwards());
    std::vector<double> open(1), back(1);
    for (const double& y : rows) {
        line.to_open({&y, 1}, open);
        EXPECT_TRUE(std::isfinite(open[0]));
        line.from_open(open, back);
        EXPECT_NEAR(back[0], y, 1e-12);
    }
    line.from_open(std::vector{900.0}, back);
    EXPECT_EQ(back[0], 10);
    const OpenLine inner(scale, std::vector{0.0, 5.0}, 1);
    inner.to_open(std::vector{0.0}, open);
    EXPECT_NEAR(open[0], 0, 1e-15);
}

TEST(OpenLine, FreeValuesStay) {
    const OpenLine line({}, std::vector{3.0, 4.0}, 2);
    std::vector<double> out(2);
    line.to_open(std::vector{3.0, 4.0}, out);
    EXPECT_EQ(out, (std::vector{3.0, 4.0}));
    line.from_open(std::vector{-3.0, 1e9}, out);
    EXPECT_EQ(out, (std::vector{-3.0, 1e9}));
}

}  // namespace open_line_test
}  // namespace tarazy
