#include "compare/coincidence/effect_cover.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace effect_cover_test {

struct Example {
    std::vector<SufficientCondition> terms;
    std::vector<const SufficientCondition*> pointers;
    std::vector<double> y, weights;
};

Example example(std::uint64_t seed, std::size_t cases, bool crisp, bool weighted) {
    Random random(seed, "covers of a test", 0);
    const auto value = [&] { return crisp ? static_cast<double>(random.below(2)) : random.uniform(); };
    Example made;
    made.terms.resize(6);
    for (SufficientCondition& term : made.terms)
        for (std::size_t i = 0; i < cases; ++i) term.membership.push_back(value());
    for (std::size_t i = 0; i < cases; ++i) made.y.push_back(value());
    for (std::size_t i = 0; weighted && i < cases; ++i)
        made.weights.push_back(static_cast<double>(1 + random.below(1000)));
    for (const SufficientCondition& term : made.terms) made.pointers.push_back(&term);
    return made;
}

template <class Covers>
void expect_sums(const Example& made) {
    Covers covers(made.pointers, made.y, made.weights, 6);
    std::vector<double> x(made.y.size(), 0.0);
    double before = 0;
    for (std::size_t t = 0; t < made.terms.size(); ++t) {
        double covered = 0, beyond = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double n = made.weights.empty() ? 1 : made.weights[i];
            x[i] = std::max(x[i], made.terms[t].membership[i]);
            covered += n * std::min(x[i], made.y[i]);
            beyond += n * (x[i] - std::min(x[i], made.y[i]));
        }
        EXPECT_NEAR(covers.gain(t, t), covered - before, 1e-9);
        covers.add(t, t);
        EXPECT_NEAR(covers.cover(t + 1).covered, covered, 1e-9);
        EXPECT_NEAR(covers.cover(t + 1).beyond, beyond, 1e-9);
        EXPECT_NEAR(covers.gain(t + 1, t), 0, 1e-9);
        before = covered;
    }
    EXPECT_EQ(covers.cover(0).covered, 0);
}

TEST(EffectCover, SumsAreThoseOfTheDefinition) {
    for (const std::size_t cases : {1U, 14U, 63U, 64U, 65U, 300U}) {
        for (const bool weighted : {false, true}) {
            SCOPED_TRACE(cases);
            expect_sums<CrispCover>(example(cases, cases, true, weighted));
            expect_sums<FuzzyCover>(example(cases, cases, true, weighted));
            expect_sums<FuzzyCover>(example(cases, cases, false, weighted));
        }
    }
}

TEST(EffectCover, BitsSuitCrispSetsOnly) {
    Example made = example(1, 9, true, false);
    EXPECT_TRUE(CrispCover::suits(made.pointers, made.y));
    made.terms[2].membership[3] = 0.999;
    EXPECT_FALSE(CrispCover::suits(made.pointers, made.y));
    made = example(1, 9, true, false);
    made.y[8] = 0.5;
    EXPECT_FALSE(CrispCover::suits(made.pointers, made.y));
}

}  // namespace effect_cover_test
}  // namespace tarazy
