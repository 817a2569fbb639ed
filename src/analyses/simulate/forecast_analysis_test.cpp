#include "analyses/simulate/forecast_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace forecast_analysis_test {

TEST(ForecastAnalysis, FansSkillAndTheSeal) {
    const std::vector<ResultTable> tables = prepared_analysis("foreseen").compute();
    for (const char* name : {"", "observed", "skill", "seal", "sealed", "scores", "scored"})
        ASSERT_NE(find_table(tables, name), nullptr) << name;
    const Table& fan = *find_table(tables, "");
    EXPECT_EQ(fan.rows(), 4u * 3 * 3) << "forecasters, poles, years";
    EXPECT_EQ(text_in(fan, "forecaster", 0), "drift");
    EXPECT_EQ(text_in(fan, "year", 0), "2017");
    EXPECT_EQ(find_table(tables, "observed")->rows(), 22u * 3);
    EXPECT_EQ(find_table(tables, "skill")->rows(), 2u * 4) << "1 and 3 years ahead";
    const Table& seal = *find_table(tables, "seal");
    EXPECT_EQ(text_in(seal, "waiting", 0), "2017");
    EXPECT_EQ(text_in(*find_table(tables, "scores"), "kind", 0), "hindcast") << "sealed long after 2014";
}

TEST(ForecastAnalysis, ASealThatStillWaitsIsNoFault) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    analysis.plan.parameters.set("years", Span{1994, 2014});
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_EQ(text_in(*find_table(tables, "seal"), "waiting", 0), "2015, 2016, 2017");
    EXPECT_EQ(find_table(tables, "scores"), nullptr);
}

TEST(ForecastAnalysis, TooFewYearsForThePastAreTold) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    analysis.plan.parameters.set("years", Span{2011, 2016});
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_GT(find_table(tables, "")->rows(), 0u);
    EXPECT_EQ(find_table(tables, "skill"), nullptr);
    bool told = false;
    for (const std::string& note : notes_in(tables)) told = told || note.find("could be scored") != std::string::npos;
    EXPECT_TRUE(told);
}

}  // namespace forecast_analysis_test
}  // namespace tarazy
