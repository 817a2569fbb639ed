#include "compare/robustness/crossover_range.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <cmath>

namespace tarazy {
namespace crossover_range_test {

struct Measured {
    Cases cases;
    std::vector<double> raw;
};

Measured random_measured(std::uint64_t number) {
    Random random(31, "cases of the crossover test", number);
    Measured made;
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

AllModels models_with(const Measured& made, double crossover, const CrossoverOptions& options) {
    Cases cases = made.cases;
    cases.membership[0] = calibrated_at(made.raw, crossover, options);
    return all_models(cases.space, coded_rows(truth_table(cases, options.cuts)), {options.kind},
                      options.minimise)[static_cast<std::size_t>(options.kind)];
}

TEST(CrossoverRange, EndsWhereAStepSearchSeesTheModelsChange) {
    std::set<RangeEnd> ends;
    for (std::uint64_t number = 0; number < 12; ++number) {
        const Measured made = random_measured(number);
        for (const CrossoverMethod method :
             {CrossoverMethod::direct, CrossoverMethod::linear, CrossoverMethod::crisp}) {
            CrossoverOptions options;
            options.method = method;
            options.anchors = {2, 48.3, 97};
            options.cuts = {0.8, std::nullopt, 0.5, 1};
            const CrossoverRange range = crossover_range(made.cases, 0, made.raw, options);
            const AllModels now = models_with(made, 48.3, options);
            EXPECT_LE(range.lower, 48.3);
            EXPECT_GE(range.upper, 48.3);
            ends.insert({range.lower_end, range.upper_end});
            // No step inside sees a change; one just outside does, unless the anchor ends the range.
            constexpr int steps = 400;
            const double width = range.upper - range.lower;
            for (int step = 1; step < steps; ++step) {
                const double inside = range.lower + width * step / steps;
                EXPECT_EQ(models_with(made, inside, options), now) << number << " at " << inside;
            }
            const auto changes_near = [&](double end, double outwards) {
                return !(models_with(made, end, options) == now) ||
                       !(models_with(made, end + outwards * 1e-6, options) == now);
            };
            EXPECT_TRUE(range.upper_end == RangeEnd::anchor || changes_near(range.upper, 1)) << number;
            EXPECT_TRUE(range.lower_end == RangeEnd::anchor || changes_near(range.lower, -1)) << number;
        }
    }
    EXPECT_TRUE(ends.contains(RangeEnd::raw_value));
    EXPECT_TRUE(ends.contains(RangeEnd::cut_off)) << "inclusion moves with the crossover, also between raw values";
}

TEST(CrossoverRange, OfACrispSetEndsAtMeasuredValues) {
    Measured made;
    made.cases.space = PropertySpace({{"A"}, {"B"}});
    made.cases.names = {"p", "q", "r", "s"};
    made.raw = {10, 20, 30, 40};
    made.cases.membership = {{0, 0, 1, 1}, {0, 0, 1, 0}};
    made.cases.outcome = {0, 0, 1, 1};
    CrossoverOptions options;
    options.method = CrossoverMethod::crisp;
    options.anchors = {0, 25, 50};
    const CrossoverRange range = crossover_range(made.cases, 0, made.raw, options);
    EXPECT_EQ(range.lower, 20);
    EXPECT_EQ(range.upper, 30);
    EXPECT_EQ(range.upper_end, RangeEnd::raw_value);
}

TEST(CrossoverRange, OfLipsetDevelopmentHoldsTheFieldsAnchor) {
    const Cases cases =
        read_cases(peer_table("lipset_fuzzy_LF_data.csv"), {"SURV", {"DEV", "URB", "LIT", "IND", "STB"}});
    const std::vector<double> raw = require_reals(peer_table("calibration_LR_DEV.csv"), "DEV");
    ASSERT_EQ(raw.size(), cases.size());
    CrossoverOptions options;
    options.anchors = {400, 550, 900};
    options.cuts = {0.8, std::nullopt, 0, 1};
    const CrossoverRange range = crossover_range(cases, 0, raw, options);
    EXPECT_LT(range.lower, 550);
    EXPECT_GT(range.upper, 550);
    const Measured made{cases, raw};
    const AllModels now = models_with(made, 550, options);
    // A search in steps of 5, as the peer's, finds nothing else inside.
    for (double crossover = 405; crossover < 900; crossover += 5) {
        if (crossover > range.lower && crossover < range.upper) {
            EXPECT_EQ(models_with(made, crossover, options), now) << crossover;
        }
    }
}

TEST(CrossoverRange, RefusesWhatHasNoCrossover) {
    const Measured made = random_measured(0);
    CrossoverOptions options;
    options.anchors = {50, 40, 90};
    EXPECT_THROW((void)crossover_range(made.cases, 0, made.raw, options), UsageError);
    options.anchors = {90, 50, 10};
    EXPECT_NO_THROW((void)crossover_range(made.cases, 0, made.raw, options));
    options.method = CrossoverMethod::crisp;
    EXPECT_THROW((void)crossover_range(made.cases, 0, made.raw, options), UsageError);
    Measured levels = made;
    levels.cases.space = PropertySpace({{"A", 3, true}, {"B"}, {"C"}});
    options = {};
    options.anchors = {10, 50, 90};
    EXPECT_THROW((void)crossover_range(levels.cases, 0, levels.raw, options), UsageError);
}

TEST(CrossoverRange, EndsWhenItIsAskedTo) {
    const Measured made = random_measured(2);
    expect_stoppable([&](const Work& work) {
        CrossoverOptions options;
        options.anchors = {2, 48.3, 97};
        options.cuts = {0.8, std::nullopt, 0.5, 1};
        options.minimise.work = work;
        (void)crossover_range(made.cases, 0, made.raw, options);
    });
}

}  // namespace crossover_range_test
}  // namespace tarazy
