#include "simulate/forecast/hindcast_table.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "simulate/forecast/naive_forecasters.hpp"
#include "stats/gamma_draws.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hindcast_table_test {

/// A random walk of three states.
YearPanel walks(double drift) {
    YearPanel panel{{"A", "B", "C"}, {"y"}, 1980, 40, {}};
    Random random(4, "test walks", 0);
    for (int state = 0; state < 3; ++state) {
        double level = 0;
        for (int t = 0; t < 40; ++t) panel.values.push_back(level += drift + normal_draw(random));
    }
    return panel;
}

const ForecastSkill& find(const Hindcast& all, const std::vector<ForecastSkill>& skills, const std::string& name,
                          std::size_t horizon) {
    for (const ForecastSkill& skill : skills)
        if (all.forecasters[skill.forecaster] == name && all.horizons[skill.horizon] == horizon) return skill;
    throw std::logic_error("not there");
}

TEST(HindcastTable, AWalkWithDriftIsForecastBestByDrift) {
    // Without ar1: with a factor of 0.99 it is nearly the same.
    const std::vector<Forecaster> three = forecasters_named(naive_forecasters(), {"persistence", "drift", "recent"});
    const Hindcast all = hindcast(walks(2), three, {.draws = 200});
    const std::vector<ForecastSkill> skills = forecast_skills(all, {.replicates = 500});
    EXPECT_EQ(skills.size(), 9u);
    const ForecastSkill& drift = find(all, skills, "drift", 5);
    EXPECT_TRUE(drift.over_persistence->demonstrated());
    EXPECT_EQ(drift.reading.find("no demonstrated"), std::string::npos) << drift.reading;
    EXPECT_LT(*drift.test.p_value, 0.05);
    EXPECT_LT(*drift.test.statistic, 0);
    EXPECT_NEAR(*drift.coverage, 0.9, 0.1);
    EXPECT_EQ(drift.origins, 26u);
    EXPECT_EQ(drift.forecasts, 78u);
    EXPECT_FALSE(drift.energy);
    const ForecastSkill& recent = find(all, skills, "recent", 5);
    EXPECT_EQ(recent.reading, "no demonstrated skill over persistence: exploratory use only");
    EXPECT_LT(*recent.over_persistence->upper, 0);
    EXPECT_EQ(recent.best, "drift");
    EXPECT_EQ(find(all, skills, "persistence", 1).reading, "");
}

TEST(HindcastTable, AWalkWithoutDriftIsHardToBeat) {
    const Hindcast all = hindcast(walks(0), naive_forecasters(), {.horizons = {1}, .draws = 200});
    const std::vector<ForecastSkill> skills = forecast_skills(all, {.replicates = 500});
    EXPECT_EQ(find(all, skills, "ar1", 1).reading, "no demonstrated skill over persistence: exploratory use only");
}

TEST(HindcastTable, QuantilesBesideWhatCame) {
    const YearPanel panel = walks(0);
    const Hindcast all =
        hindcast(panel, naive_forecasters(), {.horizons = {1, 3}, .draws = 50, .keep_quantiles = true});
    const Table table = hindcast_quantile_table(all, panel, {"drift", "recent"}), scores = score_table(all);
    EXPECT_EQ(table.rows() * 2, scores.rows()) << "two forecasters of four";
    std::size_t row = 0;
    for (std::size_t of = 0; of < scores.rows(); ++of) {
        if (*scores["forecaster"].text(of) != "drift" && *scores["forecaster"].text(of) != "recent") continue;
        for (const char* column : {"origin", "year"})
            EXPECT_EQ(table[column].integer(row), scores[column].integer(of)) << row;
        for (const char* column : {"state", "series"}) EXPECT_EQ(table[column].text(row), scores[column].text(of));
        const double observed = *table["observed"].real(row);
        EXPECT_EQ(observed >= *table["q05"].real(row) && observed <= *table["q95"].real(row),
                  scores["covered90"].integer(of) == 1)
            << row;
        EXPECT_LE(*table["q25"].real(row), *table["q75"].real(row));
        ++row;
    }
    EXPECT_TRUE(hindcast(panel, naive_forecasters(), {.draws = 50}).quantiles.empty());
}

TEST(HindcastTable, Readings) {
    Skill skill;
    EXPECT_EQ(skill_reading(skill, "drift"), "no demonstrated skill over drift: exploratory use only");
    skill.value = 0.2;
    EXPECT_EQ(skill_reading(skill, "drift"), "no demonstrated skill over drift: exploratory use only");
    skill.lower = 0.1;
    skill.upper = 0.3;
    EXPECT_EQ(skill_reading(skill, "drift"), "20 % better than drift (10 to 30 %)");
    skill.lower = 0;
    EXPECT_EQ(skill_reading(skill, "persistence"), "no demonstrated skill over persistence: exploratory use only");
}

TEST(HindcastTable, ColumnsOfGroups) {
    const Hindcast all = hindcast(walks(0), naive_forecasters(), {.draws = 50});
    const SkillTableOptions states{.groups = ScoreGroups::states, .replicates = 50};
    const Table table = skill_table(all, forecast_skills(all, states), ScoreGroups::states);
    EXPECT_EQ(table.rows(), 36u);
    EXPECT_EQ(table.names[1], "state");
    EXPECT_EQ(*table["state"].text(4), "B");
    const Table whole = skill_table(all, forecast_skills(all, {.replicates = 50}), ScoreGroups::all);
    EXPECT_EQ(whole.names[1], "forecaster");
    EXPECT_EQ(whole.names.back(), "reading");
    EXPECT_EQ(whole.names.size(), whole.columns.size());
    EXPECT_THROW((void)forecast_skills(all, {.level = 1}), UsageError);
    EXPECT_EQ(score_table(all).rows(), 4u * 3 * (30 + 28 + 26));
    const Table pit = pit_table(all, 5);
    EXPECT_EQ(pit.rows(), 4u * 3 * 5);
    std::int64_t counted = 0;
    for (std::size_t row = 0; row < 5; ++row) counted += *pit["count"].integer(row);
    EXPECT_EQ(counted, 90);
}

}  // namespace hindcast_table_test
}  // namespace tarazy
