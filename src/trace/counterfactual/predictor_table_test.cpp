#include "trace/counterfactual/predictor_table.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace predictor_table_test {

DonorPanel small_panel() {
    DonorPanel panel;
    panel.treated = "A";
    panel.donors = {"B"};
    panel.times = {1, 2, 3, 4};
    panel.pre = 3;
    panel.actual = {1, 2, 3, 9};
    panel.outcomes = {{4, 5, 6, 7}};
    return panel;
}

const std::string dated =
    "unit,time,predictor,value\nA,1,x,10\nA,2,x,20\nA,4,x,99\nB,1,x,1\nB,2,x,3\nB,3,x,5\nZ,1,x,7\nA,,size,2\nB,,size,"
    "3\n";

TEST(PredictorTable, ValuesBeforeTheTreatmentAreAveraged) {
    const Table table = read_csv(dated, "x.csv");
    const PredictorTable read = read_predictors(&table, small_panel(), {}, {});
    EXPECT_EQ(read.names, (std::vector<std::string>{"size", "x"}));
    EXPECT_EQ(read.values.at("A"), (std::vector<double>{2, 15}));
    EXPECT_EQ(read.values.at("B"), (std::vector<double>{3, 3}));
    EXPECT_FALSE(read.values.contains("Z"));
}

TEST(PredictorTable, WindowsAlsoOfTheOutcome) {
    const Table table = read_csv(dated, "x.csv");
    const PredictorTable read =
        read_predictors(&table, small_panel(), {}, predictor_windows("x:2-3, outcome:1-2, outcome:3-3"));
    EXPECT_EQ(read.names, (std::vector<std::string>{"x 2-3", "outcome 1-2", "outcome 3-3", "size"}));
    EXPECT_EQ(read.values.at("A"), (std::vector<double>{20, 1.5, 3, 2}));
    EXPECT_THROW((void)read_predictors(&table, small_panel(), {}, predictor_windows("x:2-4")), UsageError);
    EXPECT_THROW((void)read_predictors(&table, small_panel(), {}, predictor_windows("y:2-3")), UsageError);
    for (const char* wrong : {"x", "x:3-2", "x:a-b", ":1-2", "x:1"})
        EXPECT_THROW((void)predictor_windows(wrong), UsageError) << wrong;
}

TEST(PredictorTable, AUnitWithoutAValueIsNamed) {
    const Table table = read_csv("unit,predictor,value\nA,x,1\n", "x.csv");
    try {
        (void)read_predictors(&table, small_panel(), {}, {});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "x.csv:1: B has no value of x; give a value before the treatment for each unit of the panel");
    }
}

TEST(PredictorTable, GivenWeightsMustFitThePredictors) {
    const PredictorTable predictors{{"x", "y"}, {}};
    EXPECT_EQ(read_predictor_weights(read_csv("predictor,v\ny,1\nx,3\n", "v.csv"), predictors),
              (std::vector<double>{0.75, 0.25}));
    for (const char* wrong : {"predictor,v\nx,1\n", "predictor,v\nx,1\nz,1\n", "predictor,v\nx,0\ny,0\n",
                              "predictor,v\nx,-1\ny,2\n", "predictor,v\nx,1\nx,1\ny,2\n"})
        EXPECT_THROW((void)read_predictor_weights(read_csv(wrong, "v.csv"), predictors), InputError) << wrong;
}

TEST(PredictorTable, EveryOutcomeBeforeTheTreatmentIsAPredictor) {
    const PredictorTable predictors = outcome_predictors(small_panel());
    EXPECT_EQ(predictors.names, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(predictors.values.at("B"), (std::vector<double>{4, 5, 6}));
}

}  // namespace predictor_table_test
}  // namespace tarazy
