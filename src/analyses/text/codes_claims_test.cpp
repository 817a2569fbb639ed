#include "analyses/text/codes_claims.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace codes_claims_test {

TEST(CodesClaims, ParametersAreReadAsWritten) {
    PreparedAnalysis analysis = prepared_analysis("speeches");
    EXPECT_EQ(code_anchors(analysis.plan), (std::vector<std::string>{"peace", "memory"}));
    analysis.plan.parameters.set("rivals", std::string("peace: memory-trade; memory:law-trade"));
    const auto rivals = code_rivals(analysis.plan);
    ASSERT_EQ(rivals.size(), 2U);
    EXPECT_EQ(rivals[1], (std::array<std::string, 3>{"memory", "law", "trade"}));
}

TEST(CodesClaims, TheCommandNamesEverythingThatTheNumbersDependOn) {
    const std::string command = codes_command(prepared_analysis("speeches").plan);
    for (const char* part :
         {"tarazy text codes", "--documents", "--codebook", "--states KAZ,UZB", "2005-2016,2005-2010",
          "--anchors \"peace, memory\"", "--draws 99", "--language en", "--group state"})
        EXPECT_NE(command.find(part), std::string::npos) << part << " is not in " << command;
}

}  // namespace codes_claims_test
}  // namespace tarazy
