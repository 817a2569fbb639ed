#include "trace/counterfactual/placebos.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace placebos_test {

PlaceboOptions plain() {
    PlaceboOptions options;
    options.control.ranges = false;
    return options;
}

TEST(Placebos, EveryRegionOfSpainIsFittedWhereThePeerFails) {
    const SpacePlacebos found = placebos_in_space(basque::panel(), plain());
    ASSERT_EQ(found.units.size(), 17u);
    EXPECT_EQ(found.units[0].unit, "Basque Country");
    // The reference numbers regions by the alphabet, the Basque Country 17 and Rioja 18.
    const Table peer = read_table(basque::folder + "synth_basque_outcome_only_placebos.csv");
    std::size_t failed = 0;
    for (std::size_t row = 0; row < peer.rows(); ++row) {
        const SpacePlacebo& own = found.units[row];
        EXPECT_TRUE(own.control.fit.certified) << own.unit;
        EXPECT_NEAR(own.control.fit.loss, *peer["loss_quadprog"].real(row), 1e-5) << own.unit;
        EXPECT_NEAR(own.control.pre_rmspe, *peer["rmspe_pre"].real(row), 1e-5) << own.unit;
        failed += peer["loss_ipop"].missing(row) ? 1 : 0;
    }
    EXPECT_EQ(failed, 2u) << "of the peer";
    // The rank among the ratios of the peer's own table.
    std::size_t larger = 0;
    for (std::size_t row = 0; row < peer.rows(); ++row)
        larger += *peer["ratio"].real(row) >= *peer["ratio"].real(0) ? 1 : 0;
    EXPECT_EQ(found.rank, larger);
    EXPECT_NEAR(found.p.value(), static_cast<double>(larger) / 17, 1e-12);
}

TEST(Placebos, APoorFitBeforeTheTreatmentIsNotRanked) {
    PlaceboOptions options = plain();
    options.pre_fit = 5;
    const SpacePlacebos found = placebos_in_space(basque::panel(), options);
    std::map<std::string, bool> kept;
    for (const SpacePlacebo& unit : found.units) kept[unit.unit] = unit.kept;
    EXPECT_FALSE(kept.at("Madrid"));
    EXPECT_FALSE(kept.at("Baleares"));
    EXPECT_FALSE(kept.at("Extremadura"));
    EXPECT_EQ(found.kept, 14u);
    options.pre_fit = 0;
    EXPECT_THROW((void)placebos_in_space(basque::panel(), options), UsageError);
}

TEST(Placebos, TheSameAtAnyNumberOfThreads) {
    PlaceboOptions options = plain();
    options.threads = 1;
    const SpacePlacebos one = placebos_in_space(basque::panel(), options);
    options.threads = 4;
    const SpacePlacebos four = placebos_in_space(basque::panel(), options);
    for (std::size_t u = 0; u < one.units.size(); ++u)
        EXPECT_EQ(one.units[u].control.fit.weights, four.units[u].control.fit.weights);
}

TEST(Placebos, AnExactFitHasNoRatioAndNoRank) {
    DonorPanel panel;
    panel.treated = "A";
    panel.donors = {"B", "C"};
    panel.times = {1, 2, 3, 4};
    panel.pre = 3;
    panel.actual = {2, 2, 2, 5};
    panel.outcomes = {{1, 1, 1, 1}, {3, 3, 3, 3}};
    const SpacePlacebos found = placebos_in_space(panel, plain());
    EXPECT_TRUE(found.units[0].control.perfect);
    EXPECT_FALSE(found.p);
}

TEST(Placebos, EarlierTreatmentsKnowNothingOfTheRealOne) {
    const std::vector<TimePlacebo> found = placebos_in_time(basque::panel(), plain());
    ASSERT_EQ(found.size(), 12u);
    EXPECT_EQ(found.front().from, 1958);
    EXPECT_EQ(found.front().pre, 3u);
    EXPECT_EQ(found.back().from, 1969);
    for (const TimePlacebo& placebo : found) EXPECT_EQ(placebo.control.gap.size(), 15u);
}

TEST(Placebos, CanBeStopped) {
    expect_stoppable([](const Work& work) {
        PlaceboOptions options = plain();
        options.control.work = work;
        (void)placebos_in_space(basque::panel(), options);
    });
    expect_stoppable([](const Work& work) {
        PlaceboOptions options = plain();
        options.control.work = work;
        (void)placebos_in_time(basque::panel(), options);
    });
}

}  // namespace placebos_test
}  // namespace tarazy
