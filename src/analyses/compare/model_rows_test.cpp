#include "analyses/compare/model_rows.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace model_rows_test {

Table four_models() {
    return read_csv(
        "solution,model,term,cases,deviant_cases\n"
        "parsimonious,1,A,KAZ; UKR,ISR\nparsimonious,1,A,KAZ; UKR,ISR\n"
        "intermediate C1P1,1,A*B,KAZ,\nintermediate C1P1,1,C,UKR,\nintermediate C1P1,1,A*B + C,KAZ; UKR,\n"
        "intermediate C1P2,1,C,UKR,\nintermediate C1P2,1,A*B,KAZ,\nintermediate C1P2,1,C + A*B,KAZ; UKR,\n",
        "models.csv");
}

TEST(ModelRows, AModelIsItsTermsAndThenItself) {
    const std::vector<ModelRows> models = model_rows(four_models());
    ASSERT_EQ(models.size(), 3u);
    EXPECT_EQ(models[1].terms.size(), 2u);
    EXPECT_EQ(models[1].whole.term, "A*B + C");
    EXPECT_EQ(models[1].kind(), "intermediate");
    EXPECT_EQ(models[1].about("C"), (std::vector<std::string>{"C1P1", "1", "C"}));
    EXPECT_EQ(models[0].about(), (std::vector<std::string>{"1"}));
    EXPECT_TRUE(models[0].terms[0].covers("ISR"));
    EXPECT_FALSE(models[1].terms[0].covers("UKR"));
}

TEST(ModelRows, AModelOfTwoPairsCountsOnce) {
    const std::vector<ModelRows> models = model_rows(four_models());
    EXPECT_EQ(models_of(models, "intermediate").size(), 1u);
    EXPECT_EQ(models_of(models, "conservative").size(), 0u);
}

}  // namespace model_rows_test
}  // namespace tarazy
