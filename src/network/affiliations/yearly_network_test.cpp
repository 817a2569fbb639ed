#include "network/affiliations/yearly_network.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace yearly_network_test {

AffiliationRecord record_of(const std::string& csv) {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(read_csv(csv, "m.csv"), {}, warnings));
}

AffiliationRecord record_of_file(const std::string& path) {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(read_table(path), {}, warnings));
}

const std::string small =
    "institution,iso3,status,start,end,right_censored_at,source\n"
    "UN,KAZ,member,1992-03-02,,,un.org\nUN,RUS,member,1945,,2014,cow\nUN,MNG,member,1961,,2014,cow\n"
    "CIS,KAZ,member,1991,,2014,cow\nCIS,RUS,member,1991,,2014,cow\nNPT,KAZ,member,1994-02-14,,,list\n";

TEST(YearlyNetwork, TiesUnknownCellsAndWhatTheyRestOn) {
    const AffiliationRecord record = record_of(small);
    const YearNetwork network = network_of_year(record, 1995, {});
    EXPECT_EQ(network.network.actors, (std::vector<std::string>{"KAZ", "MNG", "RUS"}));
    EXPECT_EQ(network.network.institutions, (std::vector<std::string>{"CIS", "NPT", "UN"}));
    EXPECT_TRUE(network.network.ties(0, 1) && network.network.ties(0, 2) && network.network.ties(1, 2));
    EXPECT_FALSE(network.network.ties(1, 0) || network.unknown(1, 0)) << "the list of the CIS is complete to 2014";
    EXPECT_TRUE(network.unknown(1, 1) && network.unknown(2, 1)) << "an absent row of a treaty is not a zero";
    EXPECT_FALSE(network.unknown(0, 1));
    ASSERT_EQ(network.ties.size(), 6u);
    const YearTie& tie = network.ties[2];  // Kazakhstan in the UN
    EXPECT_EQ(rows_behind(record, tie, 1995), std::vector<std::uint32_t>{0});
    EXPECT_EQ(sources_behind(record, tie), std::vector<std::string>{"un.org"});
    ASSERT_EQ(network.warnings.size(), 1u);
    EXPECT_EQ(network.warnings[0], "institutions with one member in 1995: NPT");
}

TEST(YearlyNetwork, AfterTheSourcesOnlyWhatIsKnownRemains) {
    const AffiliationRecord record = record_of(small);
    const YearNetwork network = network_of_year(record, 2020, {});
    EXPECT_EQ(network.network.institutions, (std::vector<std::string>{"NPT", "UN"}));
    EXPECT_EQ(network.nobody_known, std::vector<std::string>{"CIS"});
    EXPECT_EQ(network.ties.size(), 2u);
    YearRule rule;
    rule.carry_forward = true;
    const YearNetwork carried = network_of_year(record, 2020, rule);
    EXPECT_EQ(carried.ties.size(), 6u);
    EXPECT_EQ(std::ranges::count(carried.ties, true, &YearTie::carried), 4);
    EXPECT_TRUE(carried.carried(0, 0) && !carried.carried(0, 1));
    EXPECT_EQ(carried.warnings.back(), "4 of 6 ties in 2020 are carried forward from a source that ends before");
}

TEST(YearlyNetwork, StatesCountFromTheirBeginningAndIsolatesAreTold) {
    const AffiliationRecord record = record_of(small);
    const YearNetwork early = network_of_year(record, 1990, {});
    EXPECT_EQ(early.network.actors, (std::vector<std::string>{"MNG", "RUS"})) << "Kazakhstan is no state yet";
    YearRule rule;
    rule.institutions = {"CIS"};
    const YearNetwork cis = network_of_year(record, 1995, rule);
    EXPECT_EQ(cis.network.actors.size(), 3u) << "an isolate is an actor";
    EXPECT_EQ(cis.warnings.at(0), "without any tie in 1995: MNG");
    rule.states = {"KAZ", "RUS"};
    EXPECT_EQ(network_of_year(record, 1995, rule).network.actors, (std::vector<std::string>{"KAZ", "RUS"}));
}

TEST(YearlyNetwork, NamesThatTheTableDoesNotHaveAreRefused) {
    const AffiliationRecord record = record_of(small);
    YearRule rule;
    rule.states = {"UZB"};
    EXPECT_THROW((void)network_of_year(record, 1995, rule), UsageError);
    rule = {};
    rule.institutions = {"NTP"};
    try {
        (void)network_of_year(record, 1995, rule);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'NPT'"), std::string::npos) << error.what();
    }
    rule = {};
    rule.statuses = {"members"};
    EXPECT_THROW((void)network_of_year(record, 1995, rule), UsageError);
    try {
        (void)network_of_year(record, 1900, {});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("nobody is known to be in anything in 1900"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("from 1945 to 2014"), std::string::npos) << error.what();
    }
}

TEST(YearlyNetwork, TheOrderOfTheRowsDoesNotMatter) {
    const std::string header = small.substr(0, small.find('\n') + 1);
    const std::string turned = header +
                               "NPT,KAZ,member,1994-02-14,,,list\nCIS,RUS,member,1991,,2014,cow\n"
                               "UN,MNG,member,1961,,2014,cow\nCIS,KAZ,member,1991,,2014,cow\n"
                               "UN,RUS,member,1945,,2014,cow\nUN,KAZ,member,1992-03-02,,,un.org\n";
    const YearNetwork one = network_of_year(record_of(small), 1995, {}),
                      other = network_of_year(record_of(turned), 1995, {});
    EXPECT_EQ(one.network.ties, other.network.ties);
    EXPECT_EQ(one.unknown, other.unknown);
}

TEST(YearlyNetwork, TheStudysOwnSpells) {
    const AffiliationRecord record =
        record_of_file(TARAZY_SOURCE_DIR "/studies/kazakhstan/data/institution_memberships.csv");
    const YearNetwork network = network_of_year(record, 2014, {});
    EXPECT_EQ(network.network.actors.size(), 20u);
    const auto at = [](const std::vector<std::string>& names, const char* name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    const auto status = [&](const char* state, const char* institution) {
        const std::size_t row = at(network.network.actors, state),
                          column = at(network.network.institutions, institution);
        return network.network.ties(row, column) ? 1 : network.unknown(row, column) ? -1 : 0;
    };
    EXPECT_EQ(status("KAZ", "SCO"), 1);
    EXPECT_EQ(status("USA", "SCO"), 0);
    EXPECT_EQ(status("KAZ", "NATO"), 0);
    EXPECT_EQ(status("USA", "CTBT"), 0) << "signed, not ratified";
    EXPECT_EQ(status("GBR", "CPPNM"), -1) << "nobody looked it up";
    EXPECT_GT(record.conflicts(), 20u);
}

/// Kazakhstan and 29 others in 2014, made by the peer's route from the same data: every cell.
TEST(YearlyNetwork, IsTheIncidenceOfThePeerFor2014) {
    const std::string spells = TARAZY_SHARED_DIR "/data/network/igo_membership_spells_1816_2014.csv.gz";
    const std::string incidence = TARAZY_SHARED_DIR "/reference/network/igo2014_eurasia30_incidence.csv";
    if (!std::filesystem::exists(spells) || !std::filesystem::exists(incidence))
        GTEST_SKIP() << "needs the large reference files";
    const std::map<std::string, std::string> unlike = {
        {"nokorea", "PRK"}, {"sokorea", "KOR"}, {"usa", "USA"}, {"uk", "GBR"}, {"soafrica", "ZAF"}};
    const TwoModeNetwork peer = read_incidence(read_table(incidence));
    YearRule rule;
    std::vector<std::string> codes;
    for (const std::string& actor : peer.actors)
        codes.push_back(unlike.contains(actor) ? unlike.at(actor) : member_code(actor).value_or("?"));
    rule.states = codes;
    const AffiliationRecord record = record_of_file(spells);
    const YearNetwork ours = network_of_year(record, 2014, rule);
    ASSERT_EQ(ours.network.institutions, peer.institutions);
    ASSERT_EQ(ours.network.actors.size(), 30u);
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto actor =
            static_cast<std::size_t>(std::ranges::find(ours.network.actors, codes[row]) - ours.network.actors.begin());
        ASSERT_LT(actor, 30u) << codes[row];
        EXPECT_TRUE(std::ranges::equal(peer.ties.row(row), ours.network.ties.row(actor))) << codes[row];
    }
    EXPECT_EQ(network_of_year(record, 1945, {}).network.actors.size(), 64u);
    const YearNetwork world = network_of_year(record, 2014, {});
    EXPECT_EQ(world.network.actors.size(), 195u);
    EXPECT_EQ(world.network.institutions.size(), 309u);
}

TEST(YearlyNetwork, SpellsAndStateYearsGiveTheSameNetworks) {
    const std::string folder = TARAZY_SHARED_DIR "/data/network/";
    if (!std::filesystem::exists(folder + "igo_state_year_long_1945_2014.csv.gz"))
        GTEST_SKIP() << "needs the large reference files";
    const AffiliationRecord spells = record_of_file(folder + "igo_membership_spells_1816_2014.csv.gz");
    const AffiliationRecord years = record_of_file(folder + "igo_state_year_long_1945_2014.csv.gz");
    for (const int year : {1945, 1963, 1991, 2014}) {
        const YearNetwork one = network_of_year(spells, year, {}), other = network_of_year(years, year, {});
        EXPECT_EQ(one.network.actors, other.network.actors) << year;
        EXPECT_EQ(one.network.institutions, other.network.institutions) << year;
        EXPECT_EQ(one.network.ties, other.network.ties) << year;
    }
}

}  // namespace yearly_network_test
}  // namespace tarazy
