#include "trace/breaks/turning_points.hpp"

#include "base/work_test.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace turning_points_test {

using testing_breaks::reference_series;

TimeSeries dated(const std::string& name, int first) {
    TimeSeries series;
    series.name = name;
    series.y = reference_series(name);
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        series.time.push_back(first + static_cast<double>(i));
        series.time_text.push_back(std::to_string(first + static_cast<int>(i)));
    }
    return series;
}

TurningPointOptions quick() {
    TurningPointOptions options;
    options.samples = 199;
    return options;
}

// KZ-RU agreement: the expected number of changes after 2011 or 2012 is 0.94 (../shared/design/trace.md, section 3).
TEST(TurningPoints, KazakhstanAndRussiaAfter2011Or2012) {
    TurningPointOptions options = quick();
    options.windows = {{2011, 2012, "2011-2012"}, {2030, 2031, "2030-2031"}};
    const TurningPoints points = turning_points(dated("kz_ru_agree", 1992), options);
    EXPECT_NEAR(points.posterior.change_after[19] + points.posterior.change_after[20], 0.94, 0.005);
    ASSERT_TRUE(points.in_window[0]);
    EXPECT_LE(*points.in_window[0], points.posterior.change_after[19] + points.posterior.change_after[20]);
    EXPECT_GT(*points.in_window[0], 0.9);
    EXPECT_FALSE(points.in_window[1]) << "no observation lies there";
    const std::vector<TurningPoints> all{points};
    const Table changes = changes_table(all);
    ASSERT_EQ(changes.rows(), 2u);
    EXPECT_EQ(changes["change_after"].display(1), "2011");
    EXPECT_EQ(changes["lower"].display(1), "2011");
    EXPECT_EQ(changes["upper"].display(1), "2012");
    const Table guaranteed = guaranteed_table(all);
    ASSERT_GE(guaranteed.rows(), 1u);
    EXPECT_EQ(changes["guaranteed_from"].display(1), guaranteed["from"].display(guaranteed.rows() - 1));
    const Table summary = turning_point_summary(all);
    EXPECT_EQ(summary["n"].display(0), "28");
    EXPECT_EQ(summary["null"].display(0), "moving blocks");
    EXPECT_EQ(summary["last"].display(0), "2019");
    const Table each = posterior_table(all);
    EXPECT_EQ(each.rows(), 28u);
    EXPECT_TRUE(each["change_after"].missing(27)) << "nothing follows the last observation";
    EXPECT_EQ(window_table(all, options.windows).rows(), 2u);
    double sum = 0;
    const Table number = number_table(all);
    for (std::size_t row = 0; row < number.rows(); ++row) sum += number["probability"].real(row).value();
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(TurningPoints, WithoutNoiseThereIsNoGuaranteeButThePosteriorStands) {
    TimeSeries series = dated("one_step", 1);
    for (std::size_t i = 0; i < series.y.size(); ++i) series.y[i] = i < 9 ? 0 : 1;
    const TurningPoints points = turning_points(series, quick());
    EXPECT_FALSE(points.guaranteed.has_value());
    EXPECT_NE(points.no_guarantee.find("estimated as zero"), std::string::npos);
    EXPECT_GT(points.posterior.change_after[8], 0.99);
}

TEST(TurningPoints, PriorsCanBeChosenAndOthersStandBeside) {
    TurningPointOptions options = quick();
    options.p = 0.05;
    options.other_priors = true;
    const TurningPoints points = turning_points(dated("kz_ru_agree", 1992), options);
    EXPECT_EQ(points.prior.p, 0.05);
    EXPECT_NEAR(points.posterior.number_of_changes[2], 0.467, 0.0005);
    const std::vector<TurningPoints> all{points};
    const Table other = sensitivity_table(all);
    EXPECT_EQ(other.rows(), 9u);
    EXPECT_EQ(other["map_changes"].list(0), (std::vector<std::string>{"1999", "2011"}));
}

TEST(TurningPoints, StopsWhenAsked) {
    const TimeSeries series = dated("nile", 1871);
    expect_stoppable([&](const Work& work) {
        TurningPointOptions options;
        options.work = work;
        (void)turning_points(series, options);
    });
}

}  // namespace turning_points_test
}  // namespace tarazy
