#include "compare/robustness/crossover_range.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace anchor_range_test {

struct MeasuredSet {
    Cases cases;
    std::vector<double> raw;
};

MeasuredSet random_set(std::uint64_t number) {
    Random random(32, "cases of the test of anchors", number);
    MeasuredSet made;
    made.cases.space = PropertySpace({{"A"}, {"B"}, {"C"}});
    made.cases.membership.assign(3, {});
    for (int i = 0; i < 12; ++i) {
        made.cases.names.push_back("case " + std::to_string(i));
        made.raw.push_back(static_cast<double>(random.below(1000)) / 10);
        made.cases.membership[0].push_back(0);
        made.cases.membership[1].push_back(0.05 + static_cast<double>(random.below(10)) / 10);
        made.cases.membership[2].push_back(0.05 + static_cast<double>(random.below(10)) / 10);
        made.cases.outcome.push_back(std::min(1.0, made.raw.back() / 100 + 0.2 * made.cases.membership[1].back()));
    }
    return made;
}

/// The models with these anchors, by the plain calibration.
AllModels models_with(const MeasuredSet& made, const Anchors& anchors, const CrossoverOptions& options) {
    Cases cases = made.cases;
    cases.membership[0] = options.method == CrossoverMethod::direct
                              ? calibrate_direct(made.raw, anchors, options.log_odds)
                              : calibrate_s_shaped(made.raw, anchors, 1, 1);
    return all_models(cases.space, coded_rows(truth_table(cases, options.cuts)), {options.kind},
                      options.minimise)[static_cast<std::size_t>(options.kind)];
}

Anchors with(Anchors anchors, MovedAnchor moved, double value) {
    (moved == MovedAnchor::exclusion ? anchors.exclusion : anchors.inclusion) = value;
    return anchors;
}

TEST(AnchorRange, NoStepInsideSeesAChangeAndOneJustOutsideDoes) {
    std::set<RangeEnd> ends;
    for (std::uint64_t number = 0; number < 10; ++number) {
        const MeasuredSet made = random_set(number);
        for (const Anchors anchors : {Anchors{2, 48.3, 97}, Anchors{97, 48.3, 2}}) {
            for (const CrossoverMethod method : {CrossoverMethod::direct, CrossoverMethod::linear}) {
                for (const MovedAnchor moved : {MovedAnchor::exclusion, MovedAnchor::inclusion}) {
                    CrossoverOptions options;
                    options.method = method;
                    options.anchors = anchors;
                    options.cuts = {0.8, std::nullopt, 0.5, 1};
                    const auto range = anchor_range(made.cases, 0, made.raw, options, moved, 2);
                    ASSERT_TRUE(range.has_value());
                    const AllModels now = models_with(made, anchors, options);
                    const auto at = [&](double value) {
                        return models_with(made, with(anchors, moved, value), options);
                    };
                    ends.insert({range->lower_end, range->upper_end});
                    constexpr int steps = 200;
                    for (int step = 1; step < steps; ++step) {
                        const double inside = range->lower + (range->upper - range->lower) * step / steps;
                        EXPECT_EQ(at(inside), now) << number << " at " << inside;
                    }
                    if (range->upper_end == RangeEnd::cut_off) {
                        EXPECT_TRUE(at(range->upper) != now || at(range->upper + 1e-6) != now) << number;
                    }
                    if (range->lower_end == RangeEnd::cut_off) {
                        EXPECT_TRUE(at(range->lower) != now || at(range->lower - 1e-6) != now) << number;
                    }
                }
            }
        }
    }
    EXPECT_EQ(ends, (std::set<RangeEnd>{RangeEnd::anchor, RangeEnd::cut_off, RangeEnd::reach}));
}

TEST(AnchorRange, OfTheCrossoverIsItsOwnRange) {
    const MeasuredSet made = random_set(3);
    CrossoverOptions options;
    options.anchors = {2, 48.3, 97};
    options.cuts = {0.8, std::nullopt, 0.5, 1};
    const CrossoverRange alone = crossover_range(made.cases, 0, made.raw, options);
    const auto range = anchor_range(made.cases, 0, made.raw, options, MovedAnchor::crossover);
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->lower, alone.lower);
    EXPECT_EQ(range->upper, alone.upper);
}

TEST(AnchorRange, EndsAtTheReachAndNoFurther) {
    MeasuredSet made = random_set(1);
    std::ranges::fill(made.cases.outcome, 1.0);  // every row explains the outcome wherever the anchors are
    CrossoverOptions options;
    options.anchors = {10, 50, 90};
    options.kind = SolutionKind::conservative;
    const auto range = anchor_range(made.cases, 0, made.raw, options, MovedAnchor::inclusion, 3);
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->upper, 90 + 3 * 80);
    EXPECT_EQ(range->upper_end, RangeEnd::reach);
    EXPECT_EQ(range->lower, 50);
    EXPECT_EQ(range->lower_end, RangeEnd::anchor);
}

TEST(AnchorRange, ACrispSetHasNoOuterAnchors) {
    const MeasuredSet made = random_set(0);
    CrossoverOptions options;
    options.method = CrossoverMethod::crisp;
    options.anchors = {0, 50, 100};
    EXPECT_FALSE(anchor_range(made.cases, 0, made.raw, options, MovedAnchor::exclusion).has_value());
    EXPECT_TRUE(anchor_range(made.cases, 0, made.raw, options, MovedAnchor::crossover).has_value());
}

}  // namespace anchor_range_test
}  // namespace tarazy
