#include "analyses/network/function_networks.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace function_networks_test {

TEST(FunctionNetworks, TheFocusStandsFirstAmongTheStatesTold) {
    const PreparedAnalysis analysis = prepared_analysis("knockout");
    const FunctionNetworks networks = function_networks(analysis.plan, function_record(analysis.roles()));
    ASSERT_EQ(networks.years.size(), 1u);
    const CarriedFunctions& carried = networks.years[0].carried;
    const auto states = told_states(analysis.plan, carried);
    ASSERT_EQ(states.size(), 2u);
    EXPECT_EQ(carried.states[states[0]], "KAZ");
    EXPECT_EQ(carried.states[states[1]], "UZB");
    EXPECT_EQ(claim_time_of(analysis.plan, 2009), "");
    EXPECT_NE(function_network_options(analysis.plan).find(" --year 2009"), std::string::npos);
}

TEST(FunctionNetworks, AStatusThatNobodyHasIsAnInputError) {
    PreparedAnalysis analysis = prepared_analysis("knockout");
    analysis.plan.parameters.set("statuses", std::string("membr"));
    EXPECT_THROW((void)function_networks(analysis.plan, function_record(analysis.roles())), InputError);
}

}  // namespace function_networks_test
}  // namespace tarazy
