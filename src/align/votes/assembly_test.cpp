#include "align/votes/assembly.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assembly_test {

using Years = std::map<int, int>;
using Dated = std::vector<std::pair<int, int>>;

Years years(const std::vector<int>& members, const std::vector<int>& sessions, const Dated& dated = {},
            Body body = Body::automatic) {
    return session_years(body, {}, members, sessions, dated).years;
}

TEST(SessionYears, AreThoseOfTheGeneralAssemblyOnlyWhereMembersSessionsAndDatesFit) {
    EXPECT_EQ(years({2, 365, 705}, {1, 45, 80}), (Years{{1, 1946}, {45, 1990}, {80, 2025}}));
    EXPECT_EQ(years({2, 365}, {60}, {{60, 2005}, {60, 2006}}), (Years{{60, 2005}}));
    EXPECT_EQ(years({2, 365}, {60}, {{60, 2005}, {60, 1999}}), (Years{{60, 2005}})) << "half of the dates fit";
    EXPECT_EQ(years({1, 2, 3, 4}, {8}), Years{}) << "members of a parliament: 1 is no state";
    EXPECT_EQ(years({2, 365}, {137, 151}), Years{}) << "the General Assembly has no session 151";
    EXPECT_EQ(years({2, 365}, {8}, {{8, 2016}}), (Years{{8, 2016}})) << "the dates say otherwise";
    EXPECT_EQ(years({2, 365}, {0}), Years{}) << "no session is told";
}

TEST(SessionYears, OfOtherBodiesComeFromDatesOrFromSessionsThatAreYears) {
    EXPECT_EQ(years({1, 2}, {8, 9}, {{8, 2016}, {8, 2015}, {9, 2019}}), (Years{{8, 2015}, {9, 2019}}));
    EXPECT_EQ(years({2, 365}, {2020, 2021}), (Years{{2020, 2020}, {2021, 2021}}));
    EXPECT_EQ(years({2, 365}, {9, 2021}), Years{}) << "not all of them are years";
    EXPECT_EQ(years({2, 365}, {60}, {}, Body::other), Years{});
    EXPECT_EQ(years({1, 2}, {8}, {{8, 2016}}, Body::united_nations), (Years{{8, 1953}})) << "as asked for";
}

TEST(SessionYears, MembersMayBeNamedByIsoCode) {
    Assembly assembly;
    assembly.names = {{1, "KAZ"}, {2, "RUS"}};
    const std::vector<int> members = {1, 2}, sessions = {60};
    EXPECT_EQ(session_years(Body::automatic, assembly, members, sessions, {}).years, (Years{{60, 2005}}));
    assembly.names[2] = "Ash";
    EXPECT_TRUE(session_years(Body::automatic, assembly, members, sessions, {}).years.empty());
}

TEST(SessionYears, ASuppositionThatNoDateConfirmsIsSaid) {
    const std::vector<int> members = {2, 365}, sessions = {60};
    EXPECT_FALSE(session_years(Body::automatic, {}, members, sessions, {}).assumed.empty());
    EXPECT_TRUE(session_years(Body::automatic, {}, members, sessions, Dated{{60, 2005}}).assumed.empty());
    EXPECT_TRUE(session_years(Body::united_nations, {}, members, sessions, {}).assumed.empty());
}

TEST(YearInDate, ReadsTheCommonForms) {
    for (const char* text : {"1990-12-04", "1990", "19901204", "4/12/1990", "04.12.1990", "1990/12/04", "1990-12"})
        EXPECT_EQ(year_in_date(text), 1990) << text;
    for (const char* text : {"", "4 Dec", "12", "90-12-04", "0000", "199012", "1990120x"})
        EXPECT_FALSE(year_in_date(text)) << text;
}

TEST(Assembly, TellsNamesAndParties) {
    Assembly assembly;
    EXPECT_EQ(assembly.name(365), "365");
    EXPECT_FALSE(assembly.has_names());
    assembly.names[1] = "Ash";
    assembly.parties = {{{1, 1}, "Left"}, {{2, 1}, "Green"}};
    EXPECT_EQ(assembly.name(1), "Ash");
    EXPECT_EQ(assembly.party(2, 1), "Green");
    EXPECT_EQ(assembly.party(3, 1), "");
    EXPECT_EQ(assembly.party_names(), (std::vector<std::string>{"Green", "Left"}));
}

}  // namespace assembly_test
}  // namespace tarazy
