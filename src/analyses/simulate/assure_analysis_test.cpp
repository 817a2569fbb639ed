#include "analyses/simulate/assure_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assure_analysis_test {

TEST(AssureAnalysis, TellsQuantitiesSharesCurvesAndWhoJudged) {
    const std::vector<ResultTable> tables = prepared_analysis("assured").compute();
    for (const char* name : {"", "shares", "curves", "inputs"}) ASSERT_NE(find_table(tables, name), nullptr) << name;
    EXPECT_EQ((*find_table(tables, ""))["n"].integer(0), 40);
    EXPECT_EQ(find_table(tables, "curves")->rows(), 168u);
    EXPECT_EQ(find_table(tables, "inputs")->names.back(), "judged_by");
}

TEST(AssureAnalysis, AWrongRangeIsToldAtItsLine) {
    PreparedAnalysis analysis = prepared_analysis("assured");
    analysis.tables.at("elicited") = edited(analysis.tables.at("elicited"), "audience_cost", "audience");
    try {
        (void)analysis.compute();
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("has no number 'audience'"), std::string::npos) << error.what();
    }
}

}  // namespace assure_analysis_test
}  // namespace tarazy
