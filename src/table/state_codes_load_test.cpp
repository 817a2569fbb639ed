#include "table/state_codes_load.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tarazy {
namespace state_codes_load_test {

const std::string header =
    "cow,cow_abb,gw,iso2,iso3,former_iso,name_en,name_ru,name_kk,other_names,cow_first,cow_last,gw_first,gw_last,note,"
    "doubtful\n";

TEST(StateCodesLoad, QuotedCellsMayHoldCommasAndQuotes) {
    std::string_view text = "a,\"b, \"\"c\"\"\",\nrest";
    EXPECT_EQ(take_record(text), (std::vector<std::string>{"a", "b, \"c\"", ""}));
    EXPECT_EQ(text, "rest");
}

TEST(StateCodesLoad, SeveralSpellsArePairedAndAnOpenEndIsEmpty) {
    const auto states = parse_state_codes(
        header + "40,CUB,40,CU,CUB,,Cuba,Куба,Куба,,1902-05-20;1909-01-23,1906-09-25;..,1902-05-20,..,,name_kk\n");
    ASSERT_EQ(states.size(), 1u);
    ASSERT_EQ(states[0].cow_spells.size(), 2u);
    EXPECT_EQ(states[0].cow_spells[0].last, "1906-09-25");
    EXPECT_TRUE(states[0].cow_spells[1].last.empty());
    EXPECT_EQ(states[0].doubtful, std::vector<std::string>{"name_kk"});
}

TEST(StateCodesLoad, AFaultOfTheTableNamesItsLine) {
    const auto message = [](const std::string& rows) -> std::string {
        try {
            (void)parse_state_codes(rows);
        } catch (const std::logic_error& error) {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_EQ(message("cow\n"), "state_codes.csv, line 1: unexpected header");
    EXPECT_EQ(message(header + "2,USA\n"), "state_codes.csv, line 2: unexpected number of cells");
    EXPECT_NE(message(header + "x,,,,,,a,b,c,,,,,,,\n").find("state number x"), std::string::npos);
    EXPECT_NE(message(header + "2,,,,,,a,b,c,,1816-01-01,,,,,\n").find("unpaired spells"), std::string::npos);
}

TEST(StateCodesLoad, AliasesAreAddedToTheirState) {
    auto states = parse_state_codes(header + "40,CUB,40,CU,CUB,,Cuba,Куба,Куба,,1902-05-20,..,1902-05-20,..,,\n");
    add_aliases(states, "state,names\nCuba,Republic of Cuba;Республика Куба\n");
    EXPECT_EQ(states[0].other_names, (std::vector<std::string>{"Republic of Cuba", "Республика Куба"}));
    EXPECT_THROW(add_aliases(states, "state,names\nAtlantis,Mu\n"), std::logic_error);
    EXPECT_THROW(add_aliases(states, "state\n"), std::logic_error);
    EXPECT_THROW(add_aliases(states, "state,names\nCuba\n"), std::logic_error);
}

TEST(StateCodesLoad, TheProgramHoldsTheTablesOfTheSourceFolder) {
    const auto bytes = [](const std::string& name) {
        std::ifstream file(TARAZY_SOURCE_DIR "/src/table/" + name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    EXPECT_EQ(state_codes_csv(), bytes("state_codes.csv"));
    EXPECT_EQ(state_aliases_csv(), bytes("state_aliases.csv"));
    EXPECT_EQ(not_states_csv(), bytes("not_states.csv"));
}

}  // namespace state_codes_load_test
}  // namespace tarazy
