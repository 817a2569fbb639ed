#include "table/state_reference.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace state_reference_test {

TEST(StateReference, CodesAndNamesInAnyCaseMeanOneState) {
    for (const char* text : {"KAZ", "kaz", "Kaz", "KZ", "kz", "705", " 705 ", "KZK", "Kazakhstan", "KAZAKHSTAN",
                             "Қазақстан", "Казахстан", "Republic of Kazakhstan", " kaz "})
        EXPECT_EQ(iso3_meant(text), "KAZ") << text;
    EXPECT_EQ(iso3_meant("AUS"), "AUS") << "the ISO code goes before the COW abbreviation of Austria";
    EXPECT_EQ(iso3_meant("mng"), "MNG");
    EXPECT_EQ(iso3_meant("970"), "NRU") << "a number is a COW number";
    EXPECT_EQ(iso3_meant("UK"), "GBR");
    EXPECT_EQ(iso3_meant("Korea, Rep."), "KOR");
    EXPECT_EQ(iso3_meant("255"), "DEU");
    EXPECT_EQ(iso3_meant("260"), "DEU");
    EXPECT_EQ(iso3_meant("365"), "RUS");
    EXPECT_EQ(iso3_meant("Soviet Union"), "SUN");
    for (const char* text : {"", " ", "XYZ", "Zanzibar", "South Vietnam", "World", "999", "-1"})
        EXPECT_FALSE(iso3_meant(text).has_value()) << text;
}

TEST(StateReference, AllNumbersOfAStateThroughTime) {
    EXPECT_EQ(cow_numbers_meant("DEU"), (std::vector<int>{255, 260}));
    EXPECT_EQ(cow_numbers_meant("germany"), (std::vector<int>{255, 260}));
    EXPECT_EQ(cow_numbers_meant("YEM"), (std::vector<int>{678, 679}));
    EXPECT_EQ(cow_numbers_meant("Zanzibar"), std::vector<int>{511});
    EXPECT_EQ(cow_numbers_meant("12345"), std::vector<int>{12345}) << "members of other assemblies have numbers too";
    EXPECT_TRUE(cow_numbers_meant("Palestine").empty());
    EXPECT_TRUE(cow_numbers_meant("Atlantis").empty());
    EXPECT_TRUE(cow_numbers_meant("99999999999").empty());
}

TEST(StateReference, WhatIsWrongWithATextIsSaid) {
    EXPECT_EQ(not_meant_text("XYZ"), "no state has the code or name 'XYZ'");
    EXPECT_EQ(not_meant_text("World"), "'World' is an aggregate, no state");
    EXPECT_EQ(not_meant_text("Zanzibar"),
              "Zanzibar has no ISO alpha-3 code, by which states are followed through time here");
    EXPECT_EQ(not_meant_hint("Kazahkstan"), "did you mean 'Kazakhstan'?");
}

std::vector<std::string> items(std::string_view text) {
    return split_list_of_states(text, [](const std::string& item) { return iso3_meant(item).has_value(); });
}

TEST(StateReference, ListsMayHoldBlanksAndNamesWithCommas) {
    using List = std::vector<std::string>;
    EXPECT_EQ(items("KAZ, UZB"), (List{"KAZ", "UZB"}));
    EXPECT_EQ(items("Korea, Rep., KAZ"), (List{"Korea, Rep.", "KAZ"}));
    EXPECT_EQ(items("KAZ,Korea, Dem. People's Rep."), (List{"KAZ", "Korea, Dem. People's Rep."}));
    EXPECT_EQ(items("\"Congo, Dem. Rep.\", \"Gambia, The\""), (List{"Congo, Dem. Rep.", "Gambia, The"}));
    EXPECT_EQ(items("Hong Kong, China"), (List{"Hong Kong", "China"})) << "each is a state: two items";
    EXPECT_EQ(items("\"Hong Kong, China\""), List{"Hong Kong, China"});
    EXPECT_EQ(items("KAZ,XYZ,UZB"), (List{"KAZ", "XYZ", "UZB"})) << "no way to accept all: as it stands";
    EXPECT_EQ(items(""), List{""});
    EXPECT_EQ(items("KAZ,"), (List{"KAZ", ""}));
}

TEST(StateReference, AColumnBecomesIsoCodesAndKeepsWhatItDoesNotKnow) {
    Table table;
    table.add("state", Column(std::vector<std::string>{"Kazakhstan", "kz", "705", "Atlantis", "", "WEST"}));
    EXPECT_EQ(states_in_column(table, "state"),
              (std::vector<std::string>{"KAZ", "KAZ", "KAZ", "Atlantis", "", "WEST"}));
    Table numbers;
    numbers.add("state", Column(std::vector<std::int64_t>{705, 2}));
    EXPECT_EQ(states_in_column(numbers, "state"), (std::vector<std::string>{"KAZ", "USA"}));
    EXPECT_EQ(states_in_column(table, "state", {"kz"})[1], "kz") << "the id of a pole";
}

TEST(StateReference, StatesAreFoundInAColumnByAnotherSpelling) {
    using List = std::vector<std::string>;
    Table table;
    table.add("unit", Column(std::vector<std::string>{"Kazakhstan", "Казахстан", "UZB", "Basque Country", ""}));
    List notes;
    EXPECT_EQ(states_as_asked(table, "unit", List{"KAZ", "UZB"}, notes),
              (List{"KAZ", "KAZ", "UZB", "Basque Country", ""}));
    EXPECT_EQ(notes, List{"the column 'unit' spells states otherwise: 'Kazakhstan' (KAZ), 'Казахстан' (KAZ)"});
    notes.clear();
    EXPECT_EQ(states_as_asked(table, "unit", List{"Өзбекстан"}, notes)[2], "Өзбекстан");
    EXPECT_EQ(notes.size(), 1u);
    notes.clear();
    EXPECT_EQ(states_as_asked(table, "unit", List{"Kazakhstan", "UZB", "Basque Country"}, notes)[1], "Казахстан")
        << "a name that stands there as it is written is meant so";
    EXPECT_TRUE(notes.empty());
}

}  // namespace state_reference_test
}  // namespace tarazy
