#include "simulate/forecast/forecast_comparison.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "stats/gamma_draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stop_token>

namespace tarazy {
namespace forecast_comparison_test {

const std::vector<double> zeros(10, 0.0);
const std::vector<double> errors = {0.3, -0.1, 0.5, 0.2, -0.4, 0.6, 0.1, 0.3, -0.2, 0.4};

TEST(DieboldMariano, AtHorizonOneItIsTheTTest) {
    // scipy 1.10.1: stats.ttest_1samp(errors, 0).
    const DieboldMariano test = diebold_mariano(errors, zeros, 1);
    EXPECT_NEAR(*test.statistic, 1.6805071361132886, 1e-12);
    EXPECT_NEAR(*test.p_value, 0.12715949379547067, 1e-12);
    EXPECT_EQ(test.origins, 10u);
    const DieboldMariano turned = diebold_mariano(zeros, errors, 1);
    EXPECT_DOUBLE_EQ(*turned.statistic, -*test.statistic);
    EXPECT_DOUBLE_EQ(*turned.p_value, *test.p_value);
}

TEST(DieboldMariano, LongerHorizonsByTheFormula) {
    // The formula in numpy 1.24.2, p values by scipy 1.10.1: stats.t.sf.
    const std::vector<double> near = {0.5, 0.4, 0.1, -0.2, -0.1, 0.3, 0.6, 0.5, 0.2, 0.1};
    EXPECT_NEAR(*diebold_mariano(near, zeros, 2).statistic, 1.796634462621419, 1e-12);
    EXPECT_NEAR(*diebold_mariano(near, zeros, 2).p_value, 0.10595344753472644, 1e-12);
    EXPECT_NEAR(*diebold_mariano(near, zeros, 3).statistic, 2.0099950647503197, 1e-12);
    EXPECT_NEAR(*diebold_mariano(near, zeros, 3).p_value, 0.07532864380382735, 1e-12);
}

TEST(DieboldMariano, WhereItIsNotDefined) {
    EXPECT_FALSE(diebold_mariano(zeros, zeros, 1).statistic);
    EXPECT_FALSE(diebold_mariano(std::vector(10, 1e-3), zeros, 1).statistic);
    EXPECT_FALSE(diebold_mariano(std::vector{1.0, 2.0, 4.0}, std::vector{0.0, 0.0, 0.0}, 2).statistic);
    // Alternating differences: 1 + 2 rho is negative.
    const DieboldMariano turned = diebold_mariano(std::vector{1.0, -0.5, 1.0, -0.5, 1.0, -0.5}, std::vector(6, 0.0), 2);
    EXPECT_TRUE(turned.without_lags);
    EXPECT_TRUE(turned.p_value);
    std::vector<double> holes = errors;
    holes[3] = std::nan("");
    EXPECT_EQ(diebold_mariano(holes, zeros, 1).origins, 9u);
}

TEST(DieboldMariano, HasItsLevelUnderTheNull) {
    int rejected = 0;
    constexpr int repeats = 2000;
    for (int r = 0; r < repeats; ++r) {
        Random random(11, "test Diebold-Mariano", static_cast<std::uint64_t>(r));
        std::vector<double> a, b;
        for (int i = 0; i < 15; ++i) {
            a.push_back(normal_draw(random));
            b.push_back(normal_draw(random));
        }
        rejected += *diebold_mariano(a, b, 1).p_value < 0.1 ? 1 : 0;
    }
    EXPECT_NEAR(rejected / static_cast<double>(repeats), 0.1, 0.025);
}

TEST(Skill, AgainstTheBestOfSeveral) {
    const std::vector<double> own(12, 1.0);
    const Skill skill = skill_over(own, {std::vector(12, 4.0), std::vector(12, 2.0)}, 1);
    EXPECT_DOUBLE_EQ(*skill.value, 0.5);
    EXPECT_EQ(skill.best, 1u);
    EXPECT_EQ(skill.origins, 12u);
    EXPECT_EQ(skill.block, 3u);
    EXPECT_DOUBLE_EQ(*skill.lower, 0.5);
    EXPECT_TRUE(skill.demonstrated());
    EXPECT_FALSE(skill_over(std::vector(12, 3.0), {std::vector(12, 2.0)}, 1).demonstrated());
}

TEST(Skill, WhereItIsNotDefined) {
    EXPECT_FALSE(skill_over(std::vector<double>{}, {{}}, 1).value);
    EXPECT_FALSE(skill_over(std::vector{1.0}, {{0.0}}, 1).value);
    const Skill few = skill_over(std::vector{1.0, 1.0, 1.0}, {{2.0, 2.0, 2.0}}, 5);
    EXPECT_TRUE(few.value);
    EXPECT_FALSE(few.lower);
    EXPECT_FALSE(few.demonstrated());
    const Skill hole = skill_over(std::vector{1.0, std::nan(""), 1.0}, {{2.0, 2.0, 3.0}}, 1);
    EXPECT_EQ(hole.origins, 2u);
    EXPECT_DOUBLE_EQ(*hole.value, 1 - 2.0 / 5);
}

TEST(Skill, ChoiceOfTheBestIsPartOfTheUncertainty) {
    Random random(2, "test skill", 0);
    std::vector<double> own, a, b;
    for (int i = 0; i < 24; ++i) {
        own.push_back(1 + 0.5 * random.uniform());
        a.push_back(1 + 0.5 * random.uniform());
        b.push_back(1 + 0.5 * random.uniform());
    }
    const Skill skill = skill_over(own, {a, b}, 1);
    EXPECT_LT(*skill.lower, 0);
    EXPECT_LT(*skill.upper, *skill_over(own, {a}, 1).upper + 1e-12);
    EXPECT_EQ(*skill.lower, *skill_over(own, {a, b}, 1).lower);
}

TEST(Skill, CanBeStopped) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)skill_over(errors, {std::vector(10, 1.0)}, 1, {.work = Work(source.get_token())}), Interrupted);
}

}  // namespace forecast_comparison_test
}  // namespace tarazy
