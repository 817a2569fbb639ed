#include "table/state_codes.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace tarazy {
namespace state_codes_test {

TEST(StateCodes, GermanyChangesItsCowNumberWithUnification) {
    EXPECT_EQ(cow_of_iso3("DEU", 1930), 255);
    EXPECT_EQ(cow_of_iso3("DEU", 1960), 260);
    EXPECT_EQ(cow_of_iso3("DEU", 1989), 260);
    EXPECT_EQ(cow_of_iso3("DEU", 1990), 255);
    EXPECT_EQ(cow_of_iso3("DEU", 2020), 255);
    EXPECT_EQ(cow_of_iso3("DDR", 1980), 265);
    EXPECT_EQ(iso3_of_cow(260, 1990), "DEU");
    EXPECT_EQ(iso3_of_cow(255, 1991), "DEU");
    EXPECT_EQ(iso3_of_cow(265, 1980), "DDR");
}

TEST(StateCodes, UnitedGermanyIs255ForCowAnd260ForGleditschAndWard) {
    const State* germany = find_state("Germany", StateScheme::name, 2000);
    ASSERT_NE(germany, nullptr);
    EXPECT_EQ(germany->cow, 255);
    EXPECT_EQ(germany->gw, 260);
    EXPECT_EQ(find_state("260", StateScheme::gw, 2000), germany);
    EXPECT_EQ(find_state("260", StateScheme::gw, 1980)->cow, 260);
}

TEST(StateCodes, RussiaAndTheSovietUnionShareANumberButNotAnIsoCode) {
    EXPECT_EQ(cow_of_iso3("RUS", 2000), 365);
    EXPECT_EQ(cow_of_iso3("SUN", 1980), 365);
    EXPECT_EQ(iso3_of_cow(365, 1980), "SUN");
    EXPECT_EQ(iso3_of_cow(365, 1990), "SUN");
    EXPECT_EQ(iso3_of_cow(365, 1991), "RUS");
    EXPECT_EQ(iso3_of_cow(365, 2025), "RUS");
    EXPECT_EQ(find_state("Russia", StateScheme::name, 1980)->iso3, "SUN");
    EXPECT_EQ(find_state("Russia", StateScheme::name)->iso3, "RUS");
    EXPECT_EQ(find_state("Россия", StateScheme::name, 1914)->name_en, "Russia (to 1922)");
}

TEST(StateCodes, YugoslaviaBecomesSerbiaUnderOneCowNumber) {
    EXPECT_EQ(cow_of_iso3("YUG", 1980), 345);
    EXPECT_EQ(cow_of_iso3("SCG", 2004), 345);
    EXPECT_EQ(cow_of_iso3("SRB", 2010), 345);
    EXPECT_EQ(iso3_of_cow(345, 1995), "YUG");
    EXPECT_EQ(iso3_of_cow(345, 2004), "SCG");
    EXPECT_EQ(iso3_of_cow(345, 2010), "SRB");
    EXPECT_EQ(find_state("340", StateScheme::gw, 2010)->iso3, "SRB");
    EXPECT_EQ(find_state("Yugoslavia", StateScheme::name)->iso3, "YUG");
}

TEST(StateCodes, TheTwoYemensAndTheUnitedOneAreKeptApart) {
    EXPECT_EQ(cow_of_iso3("YEM", 1985), 678);
    EXPECT_EQ(cow_of_iso3("YMD", 1985), 680);
    EXPECT_EQ(cow_of_iso3("YEM", 1990), 679);
    EXPECT_EQ(find_state("678", StateScheme::gw, 2000)->cow, 679);
}

TEST(StateCodes, CodesAreUsedBeforeMembershipOfTheSystem) {
    EXPECT_EQ(iso3_of_cow(369, 1950), "UKR") << "Ukraine voted in the United Nations from 1946";
    EXPECT_EQ(state_by_cow(369, 1950), nullptr) << "but COW lists it from 1991";
    ASSERT_NE(state_by_cow(369, 1991), nullptr);
    EXPECT_EQ(state_by_cow(369, 1991)->iso3, "UKR");
}

TEST(StateCodes, OutsideTheSystemThereIsNoNumber) {
    ASSERT_NE(find_state("PSE", StateScheme::iso3), nullptr);
    EXPECT_FALSE(cow_of_iso3("PSE", 2020).has_value());
    EXPECT_FALSE(iso3_of_cow(511, 1963).has_value()) << "Zanzibar never had an ISO code";
    EXPECT_FALSE(cow_of_iso3("XYZ", 2000).has_value());
    EXPECT_FALSE(iso3_of_cow(999, 2000).has_value());
    EXPECT_EQ(find_state("", StateScheme::iso3), nullptr);
    EXPECT_EQ(find_state("", StateScheme::name), nullptr);
}

TEST(StateCodes, RenamedStatesAreFoundByTheirOldCode) {
    EXPECT_EQ(cow_of_iso3("ZAR", 1980), 490);
    EXPECT_EQ(cow_of_iso3("ROM", 1995), 360);
    EXPECT_EQ(iso3_of_cow(490, 1980), "COD");
}

TEST(StateCodes, ZanzibarTanzaniaTaiwanVietnamSudan) {
    EXPECT_EQ(find_state("Zanzibar", StateScheme::name)->cow, 511);
    EXPECT_EQ(cow_of_iso3("TZA", 1964), 510);
    EXPECT_EQ(cow_of_iso3("TWN", 1960), 713);
    EXPECT_EQ(cow_of_iso3("VNM", 1970), 816);
    EXPECT_EQ(find_state("South Vietnam", StateScheme::name)->cow, 817);
    EXPECT_EQ(cow_of_iso3("SSD", 2011), 626);
    EXPECT_EQ(cow_of_iso3("XKX", 2010), 347);
    EXPECT_EQ(cow_of_iso3("CSK", 1980), 315);
}

TEST(StateCodes, MembershipOfTheSystemsIsJudgedByTheYear) {
    const State* kazakhstan = find_state("KAZ", StateScheme::iso3);
    EXPECT_FALSE(in_cow_system(*kazakhstan, 1990));
    EXPECT_TRUE(in_cow_system(*kazakhstan, 1991));
    EXPECT_TRUE(in_gw_system(*kazakhstan, 2024));
    const State* france = find_state("FRA", StateScheme::iso3);
    EXPECT_FALSE(in_cow_system(*france, 1943)) << "COW takes occupied France out of the system";
    EXPECT_TRUE(in_gw_system(*france, 1943));
}

TEST(StateCodes, ACodeNamesOneStateAtATime) {
    for (const StateScheme scheme : {StateScheme::cow, StateScheme::cow_abb, StateScheme::iso2, StateScheme::iso3}) {
        std::map<std::string, std::vector<const State*>> by_code;
        for (const State& state : all_states()) {
            if (const std::string code = code_of(state, scheme); !code.empty()) by_code[code].push_back(&state);
        }
        for (const auto& [code, states] : by_code) {
            for (const State* a : states) {
                for (const State* b : states) {
                    if (a >= b || a->cow_spells.empty() || b->cow_spells.empty()) continue;
                    for (const SystemSpell& s : a->cow_spells) {
                        for (const SystemSpell& t : b->cow_spells) {
                            const bool apart =
                                (!s.last.empty() && s.last < t.first) || (!t.last.empty() && t.last < s.first);
                            EXPECT_TRUE(apart) << code;
                        }
                    }
                }
            }
        }
    }
}

TEST(StateCodes, EveryRowHasThreeNamesAndSortedSpells) {
    EXPECT_GT(all_states().size(), 200u);
    for (const State& state : all_states()) {
        EXPECT_FALSE(state.name_en.empty() || state.name_ru.empty() || state.name_kk.empty());
        EXPECT_EQ(state.cow.has_value(), !state.cow_spells.empty()) << state.name_en;
        EXPECT_EQ(state.gw.has_value(), !state.gw_spells.empty()) << state.name_en;
        for (const auto* spells : {&state.cow_spells, &state.gw_spells}) {
            for (std::size_t i = 1; i < spells->size(); ++i) {
                EXPECT_LT((*spells)[i - 1].last, (*spells)[i].first) << state.name_en;
                EXPECT_FALSE((*spells)[i - 1].last.empty()) << state.name_en;
            }
        }
    }
}

}  // namespace state_codes_test
}  // namespace tarazy
