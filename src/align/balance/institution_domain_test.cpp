#include "align/balance/institution_domain.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace institution_domain_test {

const std::string header = "institution,iso3,status,start,end,right_censored_at\n";
const std::string list = "institution\nUN\nCIS\nSCO\nNATO\nNPT\n";

InstitutionOptions options(int first, int last) {
    InstitutionOptions o;
    o.states = {"KAZ"};
    o.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA", "FRA"}}};
    o.years = {first, last};
    return o;
}

DomainSeries series(const std::string& rows, const InstitutionOptions& o) {
    return institution_domain(read_csv(header + rows, "spells.csv"), read_csv(list, "institutions.csv"), o);
}

const std::string everyone =
    "UN,KAZ,member,1992,,2014\nUN,RUS,member,1945,,2014\nUN,CHN,member,1945,,2014\nUN,USA,member,1945,,2014\n"
    "UN,FRA,member,1945,,2014\n";
const std::string regional =
    "CIS,KAZ,member,1991,,2014\nCIS,RUS,member,1991,,2014\nSCO,KAZ,member,2001,,2014\nSCO,RUS,member,2001,,2014\n"
    "SCO,CHN,member,2001,,2014\nNATO,USA,member,1949,,2014\nNATO,FRA,member,1949,,2014\n";

TEST(InstitutionDomain, ClosenessIsSharedOverUnionAveragedOverMembers) {
    const auto result = series(everyone + regional, options(2000, 2001));
    ASSERT_EQ(result.state_years.size(), 2u);
    const auto& before = result.state_years[0].closeness;
    EXPECT_NEAR(before[0], 1, 1e-15) << "UN and CIS with Russia";
    EXPECT_NEAR(before[1], 0.5, 1e-15) << "UN of UN and CIS with China";
    EXPECT_NEAR(before[2], 1.0 / 3, 1e-15) << "UN of UN, CIS and NATO";
    EXPECT_NEAR(result.state_years[1].closeness[1], 2.0 / 3, 1e-15) << "with the SCO of 2001";
    EXPECT_EQ(result.state_years[1].draws, 1u);
}

TEST(InstitutionDomain, AfterTheSourcesEndNothingIsKnown) {
    const auto result = series(everyone + regional, options(2014, 2015));
    EXPECT_FALSE(std::isnan(result.state_years[0].closeness[0]));
    for (const double closeness : result.state_years[1].closeness) EXPECT_TRUE(std::isnan(closeness));
}

TEST(InstitutionDomain, AnInstitutionIsComparedForEveryPoleOrForNone) {
    // The treaty lists only who is party: it must not make anybody nearer.
    const auto with =
        series(everyone + regional + "NPT,KAZ,member,1994,,\nNPT,RUS,member,1970,,\n", options(2000, 2000));
    const auto without = series(everyone + regional, options(2000, 2000));
    EXPECT_EQ(with.state_years[0].closeness, without.state_years[0].closeness);
    ASSERT_FALSE(with.warnings.empty());
    EXPECT_EQ(with.warnings[0], "no row says who is not in NPT; not compared");
    // China's seat in the CIS is unknown in 2000: the CIS is left out for Russia too.
    const auto unknown = series(everyone + regional + "CIS,CHN,member,,2004,\n", options(2000, 2000));
    EXPECT_EQ(unknown.state_years[0].closeness, (std::vector<double>{1, 1, 0.5}));
}

TEST(InstitutionDomain, StatesThatTheTableDoesNotCoverAreNotMembersOfNothing) {
    InstitutionOptions o = options(2000, 2000);
    o.poles[2].members.push_back("DEU");
    o.states.push_back("GEO");
    const auto result = series(everyone + regional, o);
    EXPECT_EQ(result.state_years.size(), 1u);
    EXPECT_NEAR(result.state_years[0].closeness[2], 1.0 / 3, 1e-15);
    ASSERT_EQ(result.warnings.size(), 2u + 1) << "NPT, DEU, GEO";
    EXPECT_EQ(result.warnings[1], "DEU of pole WEST has no row in the memberships; left out");
}

TEST(InstitutionDomain, AStateBeforeItsIndependenceHasNoRow) {
    const auto result = series(everyone + regional, options(1989, 1991));
    ASSERT_EQ(result.state_years.size(), 1u);
    EXPECT_EQ(result.state_years[0].year, 1991);
}

TEST(InstitutionDomain, NothingSharedIsReplacedByAPartOfWhatOneInstitutionWouldGive) {
    // Kazakhstan in six of twelve institutions, Russia in the same, China in the six others, the West in three of them.
    std::string rows, names = "institution\n";
    const auto member = [&](int institution, const char* iso3) {
        rows += 'I' + std::to_string(institution) + ',' + iso3 + ",member,1991,,2014\n";
    };
    for (int i = 1; i <= 12; ++i) {
        names += 'I' + std::to_string(i) + '\n';
        if (i > 6) member(i, "CHN");
        if (i > 6) continue;
        member(i, "KAZ");
        member(i, "RUS");
        if (i <= 3) member(i, "USA");
        if (i <= 3) member(i, "FRA");
    }
    const auto row = institution_domain(read_csv(header + rows, "s.csv"), read_csv(names, "i.csv"), options(2000, 2000))
                         .state_years[0]
                         .closeness;
    EXPECT_NEAR(row[1], 0.65 / 11, 1e-14) << "one of twelve shared would be one of eleven";
    EXPECT_NEAR(row[0] / row[2], 2, 1e-14);
    EXPECT_NEAR(row[0] + row[1] + row[2], 1.5, 1e-14);
}

TEST(InstitutionDomain, AHandfulOfMembershipsWithNothingSharedIsNotKnown) {
    // In 1991 Kazakhstan is in the CIS only: one more shared institution would change everything.
    const auto row = series(everyone + regional, options(1991, 1991)).state_years[0].closeness;
    for (const double closeness : row) EXPECT_TRUE(std::isnan(closeness));
    const auto alone = series(
        "UN,KAZ,member,1992,,2014\nCIS,RUS,member,1991,,2014\nSCO,CHN,member,1996,,2014\n"
        "NATO,USA,member,1949,,2014\nNATO,FRA,member,1949,,2014\n",
        options(2000, 2000));
    EXPECT_TRUE(std::isnan(alone.state_years[0].closeness[0])) << "nothing is shared with anybody";
}

TEST(InstitutionDomain, TheSpellsOfTheStudyEndIn2014) {
    const std::string folder = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";
    InstitutionOptions o = options(1992, 2020);
    o.poles[2].members = {"USA", "GBR", "FRA", "DEU"};
    const auto result = institution_domain(read_table(folder + "institution_memberships.csv"),
                                           read_table(folder + "institutions.csv"), o);
    ASSERT_EQ(result.state_years.size(), 29u);
    for (const DomainDraws& one : result.state_years) {
        EXPECT_EQ(std::isnan(one.closeness[0]), one.year > 2014) << one.year;
        if (one.year > 2014) continue;
        EXPECT_GT(one.closeness[0], one.closeness[2]) << one.year;
    }
}

TEST(InstitutionDomain, OptionsThatDoNotFitAreRefused) {
    InstitutionOptions o = options(2000, 1999);
    EXPECT_THROW((void)series(everyone, o), UsageError);
    o = options(2000, 2000);
    o.states = {"KAX"};
    EXPECT_THROW((void)series(everyone, o), UsageError);
    EXPECT_THROW((void)institution_domain(read_csv("institution,iso3\nUN,KAZ\n", "s.csv"), read_csv(list, "i.csv"),
                                          options(2000, 2000)),
                 InputError);
}

TEST(InstitutionDomain, EndsWhenItIsAskedTo) {
    expect_stoppable([](const Work& work) {
        InstitutionOptions o = options(1993, 2010);
        o.work = work;
        (void)series(everyone + regional, o);
    });
}

TEST(InstitutionDomain, RowsTwiceAreToldAndContradictionsRefused) {
    const auto twice = series(everyone + regional + "SCO,CHN,member,2001,,2014\n", options(2001, 2001));
    EXPECT_EQ(twice.state_years[0].closeness,
              series(everyone + regional, options(2001, 2001)).state_years[0].closeness);
    ASSERT_FALSE(twice.warnings.empty());
    EXPECT_EQ(twice.warnings[0],
              "the memberships have rows that repeat an earlier one (its line in brackets) and count once: 14 (11)");
    try {
        (void)series(everyone + regional + "SCO,CHN,observer,2001,,2014\n", options(2001, 2001));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(
            error.what(),
            "spells.csv:14:3: CHN is observer of SCO while line 11 says member; give the first spell an end, or "
            "each row its source");
    }
}

}  // namespace institution_domain_test
}  // namespace tarazy
