#include "table/state_codes_resolve.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace state_codes_resolve_test {

std::string meanings(std::string_view text, std::optional<int> year = std::nullopt) {
    std::string names;
    for (const StateMatch& match : resolve_state(text, year).matches) {
        names += (names.empty() ? "" : ", ") + match.state->name_en;
    }
    return names;
}

TEST(ResolveState, CodesOfAnyKindAndNamesInThreeLanguages) {
    for (const char* text : {"705", "KZK", "KZ", "kaz", "Kazakhstan", "Казахстан", " Қазақстан "}) {
        EXPECT_EQ(meanings(text), "Kazakhstan") << text;
    }
    EXPECT_EQ(meanings("365"), "Russia");
    EXPECT_EQ(meanings("365", 1980), "Soviet Union");
    EXPECT_EQ(meanings("DEU"), "Germany");
}

TEST(ResolveState, OneTextWithTwoMeaningsIsReportedNotGuessed) {
    EXPECT_EQ(meanings("MNG"), "Mongolia, Montenegro");
    EXPECT_EQ(meanings("AUS"), "Australia, Austria");
    EXPECT_EQ(meanings("970"), "Nauru, Kiribati");
    EXPECT_EQ(meanings("678"), "Yemen Arab Republic, Yemen");
    EXPECT_EQ(ambiguity_text("MNG", resolve_state("MNG")), "'MNG' is Mongolia (iso3) and Montenegro (cow_abb)");
}

TEST(ResolveState, AYearPutsAsideWhatWasOutsideItsSystem) {
    EXPECT_EQ(meanings("MNG", 1950), "Mongolia");
    EXPECT_EQ(meanings("678", 1985), "Yemen Arab Republic");
    EXPECT_EQ(meanings("678", 2000), "Yemen");
    EXPECT_EQ(meanings("260", 1980), "Federal Republic of Germany");
    EXPECT_EQ(meanings("260", 2000), "Germany");
}

TEST(ResolveState, AnUnknownNameSuggestsTheNearest) {
    EXPECT_EQ(unknown_state_hint("Kazahkstan"), "did you mean 'Kazakhstan'?");
    EXPECT_EQ(unknown_state_hint("Казахстн"), "did you mean 'Казахстан'?");
    EXPECT_TRUE(resolve_state("Kazahkstan").matches.empty());
    EXPECT_NE(unknown_state_hint("QQ").find("lists all codes"), std::string::npos);
    EXPECT_NE(unknown_state_hint("KZA").find("lists all codes"), std::string::npos);
    EXPECT_NE(unknown_state_hint(""), "");
    EXPECT_EQ(unknown_state_text("World"), "'World' is an aggregate, no state");
    EXPECT_EQ(unknown_state_text("Atlantis"), "no state has the code or name 'Atlantis'");
}

TEST(ExplainState, SpecialCasesHaveASentence) {
    const auto said = [](const char* text, std::optional<int> year, const char* part) {
        return explain_state(*find_state(text, StateScheme::name, year), year).find(part) != std::string::npos;
    };
    EXPECT_TRUE(said("USSR", 1980, "SUN until 25 December 1991"));
    EXPECT_TRUE(said("Germany", 2000, "COW writes united Germany as 255"));
    EXPECT_TRUE(said("East Germany", 1980, "Joined the Federal Republic"));
    EXPECT_TRUE(said("Yugoslavia", 1980, "COW keeps 345"));
    EXPECT_TRUE(said("Zanzibar", std::nullopt, "eighteenth session only"));
    EXPECT_TRUE(said("Taiwan", std::nullopt, "25 October 1971"));
    EXPECT_TRUE(said("China", std::nullopt, "25 October 1971"));
    EXPECT_TRUE(said("Palestine", std::nullopt, "not a member of the COW"));
    EXPECT_EQ(explain_state(*find_state("Kazakhstan", StateScheme::name)), "");
    EXPECT_EQ(explain_state(*find_state("Kazakhstan", StateScheme::name), 1985),
              "In 1985: outside the COW system, in which it is from 1991-12-26 on.");
}

TEST(StateTable, SeveralSpellsAndOpenEndsAreShown) {
    const State* cuba = find_state("CUB", StateScheme::iso3);
    const Table table = state_table(std::span(&cuba, 1));
    EXPECT_EQ(table["cow_first"].display(0), "1902-05-20;1909-01-23");
    EXPECT_EQ(table["cow_last"].display(0), "1906-09-25;..");
    const State* palestine = find_state("PSE", StateScheme::iso3);
    EXPECT_TRUE(state_table(std::span(&palestine, 1))["cow"].missing(0));
}

TEST(StateScheme, NamesReadBack) {
    for (const char* name : {"cow", "cow_abb", "gw", "iso2", "iso3", "name"})
        EXPECT_EQ(to_string(*state_scheme(name)), name);
    EXPECT_FALSE(state_scheme("iso").has_value());
}

}  // namespace state_codes_resolve_test
}  // namespace tarazy
