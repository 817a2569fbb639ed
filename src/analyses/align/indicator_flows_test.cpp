#include "analyses/align/indicator_flows.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace indicator_flows_test {

const char* const csv =
    "state,year,indicator,value\n"
    "KAZ,2000,imports_from_RUS,100\n"
    "KAZ,2000,imports_from_CHN,0\n"
    "KAZ,2000,exports_to_RUS,50\n"
    "KAZ,2001,imports_from_RUS,\n";

TEST(IndicatorFlows, TakesTheRestOfTheNameAsPoleAndKeepsTheLines) {
    const Table flows = indicator_flows(read_csv(csv, "indicators.csv"), "imports_from_", 2);
    ASSERT_EQ(flows.rows(), 3u);
    EXPECT_EQ(flows["pole"].text(1), "CHN");
    EXPECT_EQ(flows["lower"].real(0), 50);
    EXPECT_EQ(flows["upper"].real(0), 200);
    EXPECT_FALSE(flows["lower"].real(1));  // an error of a factor says nothing of zero
    EXPECT_FALSE(flows["value"].real(2));
    EXPECT_FALSE(flows["upper"].real(2));
    EXPECT_EQ(flows.problem(2, "value", "x", "y").line, 5u);
}

TEST(IndicatorFlows, ABeginningThatNoIndicatorHasIsRefused) {
    try {
        (void)indicator_flows(read_csv(csv, "indicators.csv"), "arms_from_", std::nullopt);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("no indicator begins with 'arms_from_'"), std::string::npos);
    }
}

}  // namespace indicator_flows_test
}  // namespace tarazy
