#include "trace/attribution/attribution.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace tarazy {
namespace attribution_test {

std::vector<double> marked(std::size_t periods, const std::vector<std::size_t>& at) {
    std::vector<double> vector(periods, 0.0);
    for (const std::size_t t : at) vector[t - 1] = 1;
    return vector;
}

TEST(Attribution, AgreesWithTheReferenceFile) {
    std::ifstream file(TARAZY_SOURCE_DIR "/src/trace/testdata/attribution.json");
    const auto cases = nlohmann::json::parse(file);
    ASSERT_EQ(cases.size(), 3u);
    for (const auto& one : cases) {
        const std::size_t periods = one["n"];
        const auto within = event_within(marked(periods, one["events"].get<std::vector<std::size_t>>()), one["window"]);
        const Attribution found =
            attribution_of(marked(periods, one["breaks"].get<std::vector<std::size_t>>()), within);
        EXPECT_EQ(found.hits, one["observed"].get<double>());
        EXPECT_NEAR(found.coverage, one["coverage"].get<double>(), 1e-15);
        EXPECT_EQ(found.p_circular, one["p_shift"].get<double>());
        ASSERT_TRUE(found.p_hypergeometric);
        EXPECT_NEAR(*found.p_hypergeometric, one["p_hypergeometric"].get<double>(), 1e-14);
    }
}

TEST(Attribution, AnEventOfUnknownPeriodCountsInProportion) {
    // One event, in period 2 or 3 with equal probability; the window reaches one period to either side.
    const std::vector<std::vector<double>> events = {{0, 0.5, 0.5, 0, 0, 0}};
    EXPECT_EQ(event_within(events, 6, 1), (std::vector<double>{0.5, 1, 1, 0.5, 0, 0}));
    EXPECT_EQ(coincidence_score(std::vector<double>{0.4, 0, 0, 0.6, 0, 0}, event_within(events, 6, 1)), 0.5);
    // Two such events make one of them more likely than one does.
    const std::vector<std::vector<double>> two = {{0.5, 0.5, 0}, {0.5, 0.5, 0}};
    EXPECT_EQ(event_within(two, 3, 0), (std::vector<double>{0.75, 0.75, 0}));
}

TEST(Attribution, CertainEventsGiveTheSameByEitherWay) {
    const std::vector<double> periods = marked(20, {2, 9, 10, 20});
    const std::vector<std::vector<double>> events = {marked(20, {2}), marked(20, {9}), marked(20, {10}),
                                                     marked(20, {20})};
    for (const std::size_t window : {0UL, 1UL, 3UL, 25UL}) {
        EXPECT_EQ(event_within(periods, window), event_within(events, 20, window)) << window;
    }
}

TEST(Attribution, ShiftingBothTogetherChangesNoPValue) {
    Random random(7, "attribution test", 0);
    std::vector<double> changes(40), within(40);
    for (std::size_t t = 0; t < 40; ++t) {
        changes[t] = random.uniform() < 0.3 ? random.uniform() : 0;
        within[t] = random.uniform();
    }
    const auto expected = circular_shift_p(changes, within);
    for (int shift = 0; shift < 40; ++shift) {
        std::ranges::rotate(changes, changes.begin() + 1);
        std::ranges::rotate(within, within.begin() + 1);
        EXPECT_EQ(circular_shift_p(changes, within), expected);
    }
}

TEST(Attribution, EvenCoverageProvesNothing) {
    const std::vector<double> changes = {0, 0.3, 0.7, 0}, within(4, 0.1);
    EXPECT_EQ(circular_shift_p(changes, within), 1.0);
    EXPECT_EQ(circular_shift_p(changes, std::vector<double>(4, 0.0)), 1.0);
}

TEST(Attribution, WithoutChangeNothingIsKnown) {
    const std::vector<double> none(5, 0.0), within = marked(5, {2});
    EXPECT_FALSE(circular_shift_p(none, within));
    EXPECT_FALSE(uniform_placement_p(none, within));
    EXPECT_FALSE(circular_shift_p({}, {}));
    EXPECT_EQ(attribution_of({}, {}).hits, 0);
}

TEST(Attribution, UniformPlacementIsForZeroAndOneOnly) {
    EXPECT_FALSE(uniform_placement_p(std::vector<double>{0.5, 0}, std::vector<double>{1, 0}));
    EXPECT_FALSE(uniform_placement_p(std::vector<double>{1, 0}, std::vector<double>{0.5, 0}));
    EXPECT_EQ(uniform_placement_p(std::vector<double>{1, 0}, std::vector<double>{1, 0}), 0.5);
}

TEST(Attribution, PValuesOfUnrelatedEventsAreValid) {
    // Under circular shifts P(p <= a) <= a; here the events are shifted at random.
    std::size_t below = 0;
    constexpr std::size_t trials = 2000, periods = 60;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        Random random(3, "attribution under the null", trial);
        std::vector<double> changes(periods, 0.0), events(periods, 0.0);
        for (int i = 0; i < 4; ++i) changes[random.below(periods)] = 1;
        const std::size_t cluster = random.below(periods);
        for (const std::size_t gap : {0UL, 1UL, 2UL, 5UL, 21UL}) events[(cluster + gap) % periods] = 1;
        below += circular_shift_p(changes, event_within(events, 1)).value() <= 0.1 ? 1 : 0;
    }
    EXPECT_LE(static_cast<double>(below) / trials, 0.125);
}

TEST(Attribution, AHundredThousandPeriodsCanBeStopped) {
    std::vector<double> changes(100'000, 0.0), within(100'000, 0.0);
    for (std::size_t t = 0; t < changes.size(); t += 1000) changes[t] = within[t] = 1;
    expect_stoppable([&](const Work& work) { EXPECT_EQ(circular_shift_p(changes, within, work), 0.001); });
}

}  // namespace attribution_test
}  // namespace tarazy
