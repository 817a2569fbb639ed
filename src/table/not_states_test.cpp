#include "table/not_states.hpp"

#include "table/state_codes.hpp"
#include "table/state_names.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tarazy {
namespace not_states_test {

TEST(NotStates, AggregatesAndTerritoriesAreRecognisedByNameAndCode) {
    const auto said = [](const char* text) {
        const NotState* entry = not_a_state(text);
        return entry == nullptr ? std::string() : entry->name + ": " + describe(*entry);
    };
    EXPECT_EQ(said("World"), "World: an aggregate, no state");
    EXPECT_EQ(said("WLD"), "World: an aggregate, no state");
    EXPECT_EQ(said("europe and central asia"), "Europe & Central Asia: an aggregate, no state");
    EXPECT_EQ(said("Европейский союз"), "European Union: an aggregate, no state");
    EXPECT_EQ(said("Aruba"), "Aruba: a territory (Netherlands), no state");
    EXPECT_EQ(said("abw"), "Aruba: a territory (Netherlands), no state");
    EXPECT_EQ(said("Ireland, Northern"), "Northern Ireland: a territory (United Kingdom), no state");
    EXPECT_EQ(said("Samoa (American)"), "American Samoa: a territory (United States), no state");
    EXPECT_EQ(said("Hamburg"), "Hamburg: in neither state system and without an ISO code");
    EXPECT_EQ(said("T2"), "Latin America & the Caribbean (IDA & IBRD countries): an aggregate, no state");
    EXPECT_EQ(said("t2"), "") << "two signs are a code in capitals only";
    EXPECT_EQ(said("Kazakhstan"), "");
    EXPECT_EQ(said("Atlantis"), "");
}

TEST(NotStates, NoneHasTheNameOfAState) {
    for (const NotState& entry : all_not_states()) {
        EXPECT_TRUE(states_named(entry.name).empty()) << entry.name;
        for (const std::string& name : entry.other_names) EXPECT_TRUE(states_named(name).empty()) << name;
        for (const std::string& code : entry.codes) {
            EXPECT_EQ(find_state(code, StateScheme::iso2), nullptr) << code;
            EXPECT_EQ(find_state(code, StateScheme::iso3), nullptr) << code;
        }
    }
}

TEST(NotStates, AFaultOfTheTableNamesItsLine) {
    const std::string header = "kind,name,codes,part_of,other_names\n";
    EXPECT_EQ(parse_not_states(header + "aggregate,World,WLD;1W,,Total\n").front().codes.size(), 2u);
    EXPECT_THROW((void)parse_not_states("kind\n"), std::logic_error);
    EXPECT_THROW((void)parse_not_states(header + "region,World,,,\n"), std::logic_error);
    EXPECT_THROW((void)parse_not_states(header + "aggregate,World\n"), std::logic_error);
}

}  // namespace not_states_test
}  // namespace tarazy
