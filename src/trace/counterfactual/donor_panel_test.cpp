#include "trace/counterfactual/donor_panel.hpp"

#include "io/read_table.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace donor_panel_test {

DonorPanelOptions options_of(const std::string& treated, std::int64_t from) {
    DonorPanelOptions options;
    options.treated = treated;
    options.from = from;
    return options;
}

const std::string rows =
    "unit,time,outcome\nA,1,1\nA,2,2\nA,3,3\nA,4,4\nB,1,5\nB,2,6\nB,3,7\nB,4,8\nC,1,5\nC,2,6\nC,3,\nC,4,8\n";

std::string refusal(const std::string& csv, const DonorPanelOptions& options) {
    try {
        (void)read_donor_panel(read_csv(csv, "panel.csv"), options);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(DonorPanel, DonorsAreSortedAndPeriodsPartedAtTheTreatment) {
    DonorPanelOptions options = options_of("A", 4);
    options.leave_out_gaps = true;
    const DonorPanel panel = read_donor_panel(read_csv(rows, "panel.csv"), options);
    EXPECT_EQ(panel.donors, std::vector<std::string>{"B"});
    EXPECT_EQ(panel.left_out, std::vector<std::string>{"C"});
    EXPECT_EQ(panel.pre, 3u);
    EXPECT_EQ(panel.from(), 4);
    EXPECT_EQ(panel.outcomes[0], (std::vector<double>{5, 6, 7, 8}));
}

TEST(DonorPanel, ADonorWithAGapIsNamed) {
    EXPECT_EQ(refusal(rows, options_of("A", 4)),
              "panel.csv:1:3: C has no value for 3; name donors without gaps (--donors), leave those with gaps out "
              "(--drop-gaps), or shorten the period");
}

TEST(DonorPanel, WhatIsMissingOfTheTreatedUnitIsSaid) {
    EXPECT_EQ(refusal(rows, options_of("a", 4)), "panel.csv:1:1: the treated unit 'a' has no value; did you mean 'A'?");
    EXPECT_NE(refusal(rows, options_of("A", 3)).find("A has 2 values before 3 (values from 1 to 4)"),
              std::string::npos);
    EXPECT_NE(refusal(rows, options_of("A", 1)).find("A has no value before 1"), std::string::npos);
    EXPECT_NE(refusal(rows, options_of("A", 9)).find("the treatment begins in 9, but A has values from 1 to 4"),
              std::string::npos);
    EXPECT_NE(refusal("unit,time,outcome\nA,1,1\nA,2,2\nA,4,4\nA,5,4\nB,3,1\n", options_of("A", 5))
                  .find("A has no value for 3"),
              std::string::npos);
}

TEST(DonorPanel, RowsOfOneSeriesKeepTheirLines) {
    const Table table = read_csv("unit,time,what,outcome\nA,1,x,1\nA,1,y,2\nA,1,y,3\n", "long.csv");
    EXPECT_EQ(rows_of_series(table, "what", "x").rows(), 1u);
    EXPECT_EQ(refusal("unit,time,outcome\n", options_of("A", 4)).substr(0, 13), "panel.csv:1:1");
    try {
        (void)read_donor_panel(rows_of_series(table, "what", "y"), options_of("A", 4));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("long.csv:4:2: A has two rows for 1"), std::string::npos);
    }
    EXPECT_THROW((void)rows_of_series(table, "what", "z"), InputError);
    EXPECT_THROW((void)rows_of_series(table, "which", "x"), InputError);
}

TEST(DonorPanel, ValuesBeforeAndAfterAreCountedAlsoWhereTheyAreTooFew) {
    const PanelReading reading = examine_donor_panel(read_csv(rows, "panel.csv"), options_of("A", 3));
    ASSERT_TRUE(reading.shortage);
    EXPECT_EQ(reading.shortage->kind, PanelShortage::Kind::few_pre);
    EXPECT_EQ(reading.pre_values, 2u);
    EXPECT_EQ(reading.post_values, 2u);
    EXPECT_EQ(reading.first, 1);
}

TEST(DonorPanel, NoDonorIsAnError) {
    EXPECT_NE(refusal("unit,time,outcome\nA,1,1\nA,2,2\nA,3,4\nA,4,4\n", options_of("A", 4))
                  .find("there is no donor beside A"),
              std::string::npos);
    DonorPanelOptions options = options_of("A", 4);
    options.donors = {"Z"};
    EXPECT_NE(refusal(rows, options).find("Z has no value at all"), std::string::npos);
    options.leave_out_gaps = true;
    EXPECT_NE(refusal(rows, options).find("no donor is left: Z has no value at all"), std::string::npos);
}

TEST(DonorPanel, RowsThatCannotBeReadAreNamedWithTheirLines) {
    EXPECT_EQ(refusal("unit,time,outcome\nA,1,1\nA,1,2\n,2,2\nA,,4\n", options_of("A", 4)),
              "panel.csv:3:2: A has two rows for 1; keep one row a unit and time\n"
              "panel.csv:4:1: the unit is missing; name it or delete the row\n"
              "panel.csv:5:2: the time of A is missing; give the year or period as a whole number");
    EXPECT_NE(refusal("unit,year,outcome\nA,1,1\n", options_of("A", 4)).find("time"), std::string::npos);
}

TEST(DonorPanel, APlaceboTakesThePlaceOfTheTreatedUnit) {
    const DonorPanel panel = basque::panel();
    ASSERT_EQ(panel.donors.size(), 16u);
    ASSERT_EQ(panel.pre, 15u);
    const DonorPanel placebo = with_treated(panel, 0);
    EXPECT_EQ(placebo.treated, "Andalucia");
    EXPECT_EQ(placebo.donors[0], "Basque Country");
    EXPECT_EQ(placebo.outcomes[0], panel.actual);
    const DonorPanel earlier = treated_earlier(panel, 10);
    EXPECT_EQ(earlier.times.back(), 1969);
    EXPECT_EQ(earlier.from(), 1965);
    EXPECT_EQ(earlier.post(), 5u);
}

}  // namespace donor_panel_test
}  // namespace tarazy
