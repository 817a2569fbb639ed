#include "analyses/simulate/forecast_data.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace forecast_data_test {

std::optional<StudyPanel> panel_of(const PreparedAnalysis& analysis) {
    return study_panel(analysis.plan, analysis.roles());
}

TEST(ForecastData, TheStateInFocusInTheYearsOfTheAnalysis) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    const auto study = panel_of(analysis);
    ASSERT_TRUE(study);
    EXPECT_EQ(study->panel.states, std::vector<std::string>{"KAZ"});
    EXPECT_EQ(study->panel.series, (std::vector<std::string>{"CHN", "RUS", "WEST"}));
    EXPECT_EQ(study->panel.first_year, 1994);
    EXPECT_EQ(study->panel.last_year(), 2016);
    EXPECT_EQ(study->scale.kind, ValueScale::Kind::shares);
    EXPECT_TRUE(std::isnan(study->panel.at(0, 1999)[0]));
    EXPECT_EQ(study->forecasters.size(), 4u);
    analysis.plan.parameters.set("forecasters", std::string("ar1"));
    EXPECT_EQ(panel_of(analysis)->forecasters.size(), 2u) << "the model is always one of them";
}

TEST(ForecastData, ResultsOfOtherMethods) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    // As `align shares` writes it: several domains have to be told apart.
    analysis.tables.at("series") = read_csv(
        "state,year,domain,pole,closeness,share\nKAZ,2001,votes,RUS,3,0.6\nKAZ,2001,votes,CHN,2,0.4\n"
        "KAZ,2001,arms,RUS,1,0.5\nKAZ,2001,arms,CHN,1,0.5\nUZB,2001,votes,RUS,1,1\n",
        "shares.csv");
    EXPECT_THROW((void)panel_of(analysis), InputError);
    analysis.plan.parameters.set("domain", std::string("votes"));
    EXPECT_EQ(panel_of(analysis)->panel.at(0, 2001)[1], 0.6);
    // As `align balance` writes it.
    analysis.tables.at("series") = read_csv(
        "state,year,domain,quantity,poles,value\nKAZ,2001,votes,share,RUS,0.7\nKAZ,2001,votes,share,CHN,0.3\n"
        "KAZ,2001,votes,evenness,,0.9\n",
        "balance.csv");
    analysis.plan.parameters.set("quantity", std::string("share"));
    EXPECT_EQ(panel_of(analysis)->panel.at(0, 2001)[1], 0.7);
}

TEST(ForecastData, OfDrawsTheMean) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    analysis.tables.at("series") = read_csv(
        "state,year,pole,draw,closeness\nKAZ,2001,RUS,1,3\nKAZ,2001,RUS,2,5\nKAZ,2002,RUS,1,\nKAZ,2002,RUS,2,7\n",
        "d.csv");
    const auto study = panel_of(analysis);
    EXPECT_EQ(study->panel.at(0, 2001)[0], 4);
    EXPECT_EQ(study->panel.at(0, 2002)[0], 7);
    EXPECT_EQ(study->notes.front(), "the series are given as draws: their means are forecast");
    analysis.tables.at("series") = read_csv("state,year,pole,closeness\nKAZ,2001,RUS,\n", "d.csv");
    EXPECT_FALSE(panel_of(analysis));
}

TEST(ForecastData, ASealThatWasChangedIsRefused) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    EXPECT_EQ(study_seal(analysis.plan, analysis.roles())->seal.model, "drift");
    analysis.tables.at("sealed_forecast") =
        edited(analysis.tables.at("sealed_forecast"), "first_year\"\":1994", "first_year\"\":1995");
    try {
        (void)study_seal(analysis.plan, analysis.roles());
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("changed after it was sealed: data"), std::string::npos)
            << error.what();
    }
    analysis.tables.erase("sealed_forecast");
    EXPECT_FALSE(study_seal(analysis.plan, analysis.roles()));
}

}  // namespace forecast_data_test
}  // namespace tarazy
