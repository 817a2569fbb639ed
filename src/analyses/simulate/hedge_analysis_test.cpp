#include "analyses/simulate/hedge_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hedge_analysis_test {

TEST(HedgeAnalysis, ParametersSkillHindcastAndTheModelInWords) {
    const std::vector<ResultTable> tables = prepared_analysis("hedged").compute();
    for (const char* name : {"", "skill", "hindcast", "fit", "odd"})
        ASSERT_NE(find_table(tables, name), nullptr) << name;
    EXPECT_EQ(find_table(tables, "")->rows(), 3u) << "k, e, f";
    EXPECT_EQ(find_table(tables, "skill")->rows(), 2u * 5) << "horizons, forecasters";
    const Table& hindcast = *find_table(tables, "hindcast");
    // Origins 2008-2015 one year ahead, 2008-2014 two years ahead; three states and poles; two forecasters.
    EXPECT_EQ(hindcast.rows(), 2u * (8 + 7) * 3 * 3);
    EXPECT_TRUE(text_in(*find_table(tables, "odd"), "text", 0).find("ODD") != std::string::npos);
    bool told = false;
    for (const std::string& note : notes_in(tables))
        told = told || note.find("pairs of years of 3 states") != std::string::npos;
    EXPECT_TRUE(told);
}

TEST(HedgeAnalysis, WhatIsAskedAndWhatIsGiven) {
    PreparedAnalysis analysis = prepared_analysis("hedged");
    analysis.plan.parameters.set("fix", std::string("k=10"));
    const Table estimates = *find_table(analysis.compute(), "");
    ASSERT_EQ(estimates.rows(), 3u);
    EXPECT_EQ(text_in(estimates, "free", 0), "0");
    EXPECT_EQ(number_in(estimates, "estimate", 0), 10.0);
    for (const auto& [parameter, value] : {std::pair("free", "b_T"), std::pair("free", "b_X"),
                                           std::pair("horizons", "3,1"), std::pair("horizons", "")}) {
        PreparedAnalysis wrong = prepared_analysis("hedged");
        wrong.plan.parameters.set(parameter, std::string(value));
        try {
            (void)wrong.compute();
            ADD_FAILURE() << parameter << ' ' << value << " is not refused";
        } catch (const InputError& error) {
            EXPECT_NE(std::string(error.what()).find("analysis 'hedged': "), std::string::npos) << error.what();
        }
    }
}

TEST(HedgeAnalysis, TooShortAPanelForThePastIsToldAndStillEstimated) {
    PreparedAnalysis analysis = prepared_analysis("hedged");
    analysis.plan.parameters.set("years", Span{2012, 2016});
    EXPECT_THROW((void)analysis.compute(), InputError) << "the first origin lies before the panel";
    analysis.plan.parameters.set("first_origin", std::int64_t{2016});
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_EQ(find_table(tables, "skill"), nullptr);
    EXPECT_GT(find_table(tables, "")->rows(), 0u);
    analysis.plan.parameters.set("years", Span{2016, 2016});
    EXPECT_THROW((void)analysis.compute(), InputError) << "no pair of years";
}

}  // namespace hedge_analysis_test
}  // namespace tarazy
