#include "trace/counterfactual/control_tables.hpp"

#include "io/write_table.hpp"
#include "table/named_cells.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace control_tables_test {

ControlResult small_result() {
    ControlResult result;
    result.panel.treated = "A";
    result.panel.donors = {"B", "C"};
    result.panel.times = {1, 2, 3, 4};
    result.panel.pre = 3;
    result.panel.actual = {1.5, 2.5, 3, 9};
    result.panel.outcomes = {{1, 2, 3, 4}, {2, 3, 3, 4}};
    result.control = synthetic_control(result.panel);
    return result;
}

TEST(ControlTables, ThePathHasTheColumnsOfTheReference) {
    const ControlResult result = small_result();
    const std::string csv = to_csv(path_table(result, "year"));
    EXPECT_TRUE(csv.starts_with("year,actual,synthetic,gap,range_low,range_high\n1,1.5,1.5,")) << csv;
    EXPECT_EQ(to_csv(weight_table(result)).substr(0, 12), "unit,weight\n");
}

TEST(ControlTables, WhatWasAskedForIsInTheSummary) {
    ControlResult result = small_result();
    result.panel = basque::panel();
    result.control = synthetic_control(result.panel);
    result.space = placebos_in_space(result.panel);
    result.time = placebos_in_time(result.panel);
    const Table summary = summary_table(result);
    ASSERT_EQ(summary.rows(), 1u);
    EXPECT_EQ(number_in(summary, "placebo_rank", 0), 7);
    EXPECT_EQ(number_in(summary, "placebos_ranked", 0), 17);
    EXPECT_FALSE(number_in(summary, "conformal_p", 0)) << "not asked for";
    const Table space = space_table(*result.space);
    EXPECT_EQ(text_in(space, "unit", 0), "Basque Country");
    EXPECT_EQ(text_in(space, "w", 0), "Madrid 0.483128; Baleares 0.311075; Rioja 0.205797");
    EXPECT_EQ(time_table(*result.time).rows(), 12u);
}

TEST(ControlTables, PredictorsStandBesideWhatTheDonorsMakeOfThem) {
    const ControlResult result = small_result();
    PredictorTable predictors{{"x"}, {{"A", {2}}, {"B", {1}}, {"C", {3}}}};
    const Table balance = balance_table(result, predictors);
    EXPECT_EQ(number_in(balance, "mean", 0), 2);
    EXPECT_EQ(number_in(balance, "treated", 0), 2);
    EXPECT_FALSE(number_in(balance, "v", 0)) << "not used for these weights";
}

TEST(ControlTables, AContrastWithoutOthersHasNoRank) {
    MeanContrast contrast;
    contrast.units = {{"A", 3, 3, 1, 2, 1}};
    EXPECT_EQ(to_csv(contrast_table(contrast)),
              "unit,n_before,n_after,before,after,change,difference,rank,p\nA,3,3,1,2,1,,,\n");
}

TEST(ControlTables, TermsAndLinesOfAnInterruptedSeries) {
    const DatedSeries series{{1, 2, 3, 4, 5, 6}, {1.1, 1.8, 3.1, 9.1, 9.8, 11.1}};
    const InterruptedSeries fit = interrupted_series(series, 4);
    const Table terms = term_table(fit), fitted = fitted_table(series, fit, "t");
    EXPECT_EQ(terms.rows(), 4u);
    EXPECT_NEAR(number_in(terms, "estimate", 2).value(), 5, 1e-9);
    EXPECT_EQ(fitted.names, (std::vector<std::string>{"t", "value", "fitted", "continued"}));
    EXPECT_NEAR(number_in(fitted, "continued", 5).value(), 6, 1e-9);
}

}  // namespace control_tables_test
}  // namespace tarazy
