#include "trace/breaks/lagged_deviation.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <stop_token>

namespace tarazy {
namespace lagged_deviation_test {

std::vector<double> noise_with_step(std::size_t n, double phi, std::uint64_t replicate, double step = 0) {
    Random random(32, "test of lagged deviations", replicate);
    std::vector<double> y(n);
    double noise = 0;
    for (std::size_t t = 0; t < n; ++t) {
        noise = phi * noise + normal_quantile(random.uniform());
        y[t] = noise + (t >= n / 2 ? step : 0);
    }
    return y;
}

/// One inequality of the linear programme: normal . (coefficients, bound) >= value.
struct Row {
    std::vector<double> normal;
    double value = 0;
};

std::vector<Row> programme(const std::vector<double>& y, std::size_t lags, bool dyadic) {
    std::vector<Row> rows;
    const std::size_t responses = y.size() - lags;
    for (std::size_t length = 1; length <= responses; ++length) {
        const bool power = (length & (length - 1)) == 0 && (length == 1 || 2 * length <= responses);
        if (dyadic && !power) continue;
        for (std::size_t a = lags; a + length <= y.size(); ++a) {
            for (const double sign : {1.0, -1.0}) {
                const double root = std::sqrt(static_cast<double>(length));
                Row row{std::vector<double>(lags + 2, 0.0), 0};
                for (std::size_t t = a; t < a + length; ++t) {
                    row.value += sign * y[t] / root;
                    row.normal[0] += sign / root;
                    for (std::size_t k = 1; k <= lags; ++k) row.normal[k] += sign * y[t - k] / root;
                }
                row.normal[lags + 1] = 1;
                rows.push_back(row);
            }
        }
    }
    return rows;
}

/// Solves as many equations as unknowns by elimination; nothing where they are dependent.
std::vector<double> crossing(std::vector<Row> rows) {
    const std::size_t size = rows.size();
    for (std::size_t c = 0; c < size; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c; r < size; ++r)
            if (std::abs(rows[r].normal[c]) > std::abs(rows[pivot].normal[c])) pivot = r;
        if (std::abs(rows[pivot].normal[c]) < 1e-9) return {};
        std::swap(rows[c], rows[pivot]);
        for (std::size_t r = 0; r < size; ++r) {
            if (r == c) continue;
            const double factor = rows[r].normal[c] / rows[c].normal[c];
            for (std::size_t k = 0; k < size; ++k) rows[r].normal[k] -= factor * rows[c].normal[k];
            rows[r].value -= factor * rows[c].value;
        }
    }
    std::vector<double> x;
    for (std::size_t c = 0; c < size; ++c) x.push_back(rows[c].value / rows[c].normal[c]);
    return x;
}

/// The least bound over all vertices of the programme that hold every inequality.
double by_all_vertices(const std::vector<double>& y, std::size_t lags, bool dyadic) {
    const std::vector<Row> rows = programme(y, lags, dyadic);
    double least = std::numeric_limits<double>::infinity();
    std::vector<Row> chosen;
    const std::function<void(std::size_t)> choose = [&](std::size_t from) {
        if (chosen.size() == lags + 2) {
            const std::vector<double> x = crossing(chosen);
            if (x.empty() || x.back() >= least) return;
            for (const Row& row : rows) {
                double left = -row.value;
                for (std::size_t k = 0; k < x.size(); ++k) left += row.normal[k] * x[k];
                if (left < -1e-9) return;
            }
            least = x.back();
            return;
        }
        for (std::size_t r = from; r < rows.size(); ++r) {
            chosen.push_back(rows[r]);
            choose(r + 1);
            chosen.pop_back();
        }
    };
    choose(0);
    return least;
}

TEST(LaggedDeviation, IsTheBestVertexOfItsLinearProgramme) {
    for (std::uint64_t replicate = 0; replicate < 12; ++replicate) {
        for (const bool dyadic : {false, true}) {
            const std::vector<double> y = noise_with_step(8, 0.5, replicate, replicate % 3 == 0 ? 4 : 0);
            const LaggedDeviation one(y, 1, dyadic);
            EXPECT_NEAR(one.deviation(0, 7, {}), by_all_vertices(y, 1, dyadic), 1e-8) << replicate << dyadic;
        }
    }
    const std::vector<double> y = noise_with_step(7, 0.3, 77, 3);
    EXPECT_NEAR(LaggedDeviation(y, 2, true).deviation(0, 5, {}), by_all_vertices(y, 2, true), 1e-8);
}

TEST(LaggedDeviation, MovesWithTheUnitAndNotWithTheOrigin) {
    for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
        const std::vector<double> y = noise_with_step(30, 0.5, replicate, 3);
        for (const std::size_t lags : {1U, 2U, 3U}) {
            const std::size_t width = y.size() - lags;
            const double value = LaggedDeviation(y, lags, false).deviation(0, width, {});
            std::vector<double> moved = y, turned = y;
            for (double& one : moved) one = 1e4 + 250 * one;
            for (double& one : turned) one = -one;
            EXPECT_NEAR(LaggedDeviation(moved, lags, false).deviation(0, width, {}), 250 * value, 1e-5 * value);
            EXPECT_NEAR(LaggedDeviation(turned, lags, false).deviation(0, width, {}), value, 1e-8);
        }
    }
}

TEST(LaggedDeviation, YesAndNoAgreeWithTheValueOnEveryInterval) {
    const std::vector<double> y = noise_with_step(24, 0.6, 5, 5);
    for (const std::size_t lags : {1U, 2U, 3U}) {
        for (const bool dyadic : {false, true}) {
            const LaggedDeviation data(y, lags, dyadic);
            for (std::size_t start = 0; start < data.responses(); start += 3) {
                for (std::size_t width = 1; start + width <= data.responses(); ++width) {
                    const double value = data.deviation(start, width, {});
                    for (const double threshold : {0.5, 1.5, 2.5}) {
                        if (std::abs(value - threshold) < 1e-6) continue;
                        EXPECT_EQ(data.exceeds(start, width, threshold, {}), value > threshold) << start << width;
                    }
                }
            }
        }
    }
}

TEST(LaggedDeviation, EverySearchEndsThoughLagsRepeatEachOther) {
    // Stretches of equal values, of a line and of a wave leave the coefficients undetermined on most intervals.
    std::vector<std::vector<double>> all(4);
    for (int t = 0; t < 40; ++t) {
        all[0].push_back(t / 10);
        all[1].push_back(t < 20 ? t : 40 - t);
        all[2].push_back(t % 2 + (t < 20 ? 0 : 7));
        all[3].push_back(std::pow(1.5, t % 13));
    }
    for (const std::vector<double>& y : all) {
        for (const std::size_t lags : {1U, 2U, 3U}) {
            const LaggedDeviation data(y, lags, false), constant(y, 0, false);
            for (std::size_t width = 1; width <= data.responses(); ++width) {
                const double value = data.deviation(0, width, {});
                EXPECT_GE(value, 0) << lags << ' ' << width;
                EXPECT_LE(value, constant.deviation(lags, width, {}) + 1e-6) << "lags of 0 are among those tried";
            }
        }
    }
}

TEST(LaggedDeviation, TheScaleIsTheMedianOfWindowsOfLeastSquares) {
    // Twenty responses are one window: the root of RSS / (20 - 2) of the straight line through (y_(t-1), y_t).
    const std::vector<double> y = noise_with_step(21, 0.4, 9);
    double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
    for (std::size_t t = 1; t < 21; ++t) mx += y[t - 1] / 20, my += y[t] / 20;
    for (std::size_t t = 1; t < 21; ++t) {
        xx += (y[t - 1] - mx) * (y[t - 1] - mx);
        xy += (y[t - 1] - mx) * (y[t] - my);
        yy += (y[t] - my) * (y[t] - my);
    }
    EXPECT_NEAR(scale_of_innovations(y, 1), std::sqrt((yy - xy * xy / xx) / 18), 1e-10);
    const std::vector<double> long_one = noise_with_step(2000, 0.6, 4, 10);
    EXPECT_NEAR(scale_of_innovations(long_one, 1), 1, 0.06) << "one step in the middle does not widen it";
}

TEST(LaggedDeviation, StopsWhenAsked) {
    const std::vector<double> y = noise_with_step(300, 0.5, 1, 2);
    const LaggedDeviation data(y, 2, false);
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)data.deviation(0, 250, Work(asked.get_token())), Interrupted);
    EXPECT_THROW((void)data.exceeds(0, 250, 3, Work(asked.get_token())), Interrupted);
}

}  // namespace lagged_deviation_test
}  // namespace tarazy
