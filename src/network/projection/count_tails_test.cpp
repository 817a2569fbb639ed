#include "network/projection/count_tails.hpp"

#include "base/random.hpp"
#include "stats/hypergeometric.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace count_tails_test {

/// One trial after the other with more digits than a double has, all states.
std::vector<long double> convolution(const std::vector<EqualTrials>& trials) {
    std::vector<long double> terms = {1};
    for (const EqualTrials& equal : trials) {
        for (std::uint32_t time = 0; time < equal.times; ++time) {
            terms.push_back(0);
            for (std::size_t c = terms.size(); c-- > 0;)
                terms[c] = terms[c] * equal.failure + (c > 0 ? terms[c - 1] * equal.success : 0);
        }
    }
    return terms;
}

/// Below 1e-280 terms are left out, as the header says.
void expect_relative(double value, long double wanted, const std::string& what) {
    if (wanted < 1e-280L)
        EXPECT_LE(value, 1e-279) << what;
    else
        EXPECT_NEAR(value, static_cast<double>(wanted), 1e-12 * static_cast<double>(wanted)) << what;
}

void expect_tails_of(const std::vector<long double>& terms, const CountTails& tails, std::size_t most) {
    ASSERT_EQ(tails.lower.size(), most + 1);
    for (std::size_t c = 0; c <= most; ++c) {
        long double lower = 0, beyond = 0;
        const long double here = c < terms.size() ? terms[c] : 0;
        for (std::size_t k = 0; k < terms.size(); ++k) (k < c ? lower : beyond) += k == c ? 0 : terms[k];
        expect_relative(tails.lower[c], lower + here, "lower " + std::to_string(c));
        expect_relative(tails.upper[c], beyond + here, "upper " + std::to_string(c));
        expect_relative(tails.mid[c], beyond + here / 2, "mid " + std::to_string(c));
    }
}

TEST(CountTails, PoissonBinomialIsTheConvolution) {
    Random random(3, "trials", 0);
    for (std::size_t repeat = 0; repeat < 40; ++repeat) {
        std::vector<EqualTrials> trials;
        std::uint32_t all = 0;
        for (std::size_t group = 0; group < 1 + repeat; ++group) {
            const double p = std::pow(random.uniform(), 1 + static_cast<double>(repeat % 5));
            trials.push_back({p, 1 - p, static_cast<std::uint32_t>(random.below(9))});
            all += trials.back().times;
        }
        const auto terms = convolution(trials);
        for (const std::size_t most : {std::size_t{0}, std::size_t{3}, std::size_t{all / 3}, std::size_t{all}})
            expect_tails_of(terms, poisson_binomial_tails(trials, most), most);
    }
}

TEST(CountTails, EqualTrialsAreTheBinomial) {
    const double p = .3;
    const CountTails tails = poisson_binomial_tails(std::vector<EqualTrials>{{p, 1 - p, 50}}, 50);
    long double term = std::pow(.7L, 50), sum = 0;
    for (int c = 0; c <= 50; ++c) {
        sum += term;
        expect_relative(tails.lower[static_cast<std::size_t>(c)], sum, "lower " + std::to_string(c));
        term *= (50 - c) / (c + 1.0L) * (.3L / .7L);
    }
    expect_relative(tails.upper[50], std::pow(.3L, 50), "all succeed");
}

// One less the lower tail would give 0 here, or worse.
TEST(CountTails, FarTailsKeepTheirDigits) {
    std::vector<EqualTrials> trials;
    for (int e = 0; e < 60; ++e) trials.push_back({.001 + .0005 * e, 1 - (.001 + .0005 * e), 3});
    const CountTails tails = poisson_binomial_tails(trials, 100);
    EXPECT_LT(tails.upper[100], 1e-80);
    expect_tails_of(convolution(trials), tails, 100);
}

TEST(CountTails, CertainAndImpossibleTrials) {
    const CountTails tails =
        poisson_binomial_tails(std::vector<EqualTrials>{{1, 0, 5}, {0, 1, 7}, {.5, .5, 1}, {1, 0, 1}}, 8);
    EXPECT_EQ(tails.lower[5], 0);
    EXPECT_EQ(tails.upper[6], 1);
    EXPECT_EQ(tails.lower[6], .5);
    EXPECT_EQ(tails.upper[7], .5);
    EXPECT_EQ(tails.mid[7], .25);
    EXPECT_EQ(tails.upper[8], 0);
    const CountTails none = poisson_binomial_tails({}, 0);
    EXPECT_EQ(none.lower[0], 1);
    EXPECT_EQ(none.upper[0], 1);
    EXPECT_EQ(none.mid[0], .5);
}

// Thousands of trials: what is below the smallest number is 0, the rest is right.
TEST(CountTails, ManyTrialsDoNotUnderflowIntoTheMiddle) {
    const CountTails tails = poisson_binomial_tails(std::vector<EqualTrials>{{.9, .1, 4000}}, 4000);
    EXPECT_EQ(tails.lower[0], 0);
    EXPECT_NEAR(tails.lower[3600], .5, .02);
    EXPECT_NEAR(tails.lower[3600] + tails.upper[3601], 1, 1e-12);
}

TEST(CountTails, HypergeometricIsThatOfTheGround) {
    for (const auto& [items, marked, drawn] :
         {std::array<std::uint64_t, 3>{14, 8, 7}, {309, 120, 96}, {30, 30, 4}, {5, 0, 3}, {1, 1, 1}, {40, 25, 25}}) {
        const std::size_t most = std::min(marked, drawn);
        const CountTails tails = hypergeometric_tails(items, marked, drawn, most);
        for (std::size_t c = 0; c <= most; ++c) {
            const double upper = hypergeometric_upper(c, items, marked, drawn);
            EXPECT_NEAR(tails.upper[c], upper, 1e-12 * upper) << items << ' ' << c;
            // Turned around: so many of those drawn are not marked.
            const double lower = hypergeometric_upper(drawn - c, items, items - marked, drawn);
            EXPECT_NEAR(tails.lower[c], lower, 1e-12 * lower) << items << ' ' << c;
        }
        if (most > 1) {
            const CountTails fewer = hypergeometric_tails(items, marked, drawn, most - 1);
            EXPECT_EQ(fewer.upper[1], tails.upper[1]);
        }
    }
}

}  // namespace count_tails_test
}  // namespace tarazy
