#include "simulate/hedge/hedge_odd.hpp"

#include "simulate/hedge/hedge_terms.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hedge_odd_test {

TEST(HedgeOdd, HasTheElementsOfTheProtocolAndEveryParameter) {
    const std::string text = hedge_odd_text();
    for (const char* heading : {"## Purpose", "## Entities", "## Process overview", "## Design concepts",
                                "## Initialisation", "## Input data", "## Submodels"})
        EXPECT_NE(text.find(heading), std::string::npos) << heading;
    for (const HedgeParameter& parameter : hedge_parameters()) {
        EXPECT_NE(text.find("| `" + std::string(parameter.symbol) + "` | "), std::string::npos) << parameter.symbol;
        EXPECT_NE(text.find(parameter.meaning), std::string::npos) << parameter.symbol;
    }
    EXPECT_NE(text.find("1771"), std::string::npos);
}

}  // namespace hedge_odd_test
}  // namespace tarazy
