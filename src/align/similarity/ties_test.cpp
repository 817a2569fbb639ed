#include "align/similarity/ties.hpp"

#include "align/similarity/reference_values_test.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace ties_test {

const std::string fixtures = TARAZY_SOURCE_DIR "/src/align/testdata/";
const std::string shared = TARAZY_SHARED_DIR;

std::string fault(const std::string& matrix) {
    try {
        (void)load_tie_matrix(read_csv(matrix, "ties.csv"));
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

// Fixtures: portfolios of 195 states in 2014 coded from ATOP, and the figures that svmiller/fpsim, psych 2.2.9 and
// R 4.2.2 gave for 465 pairs of them.
TEST(TieSimilarity, AgreesWithFpsimPsychAndRInEveryPairOf2014) {
    const TieMatrix ties = load_tie_matrix(read_table(fixtures + "portfolio_atop_2014.csv"));
    ASSERT_EQ(ties.states.size(), 195u);
    const Table expected = read_table(fixtures + "similarity_atop_2014.csv");
    const Table ours = tie_similarity(ties, {}, {});
    Table without_weights = expected;
    const std::size_t cinc = *without_weights.find("s_val_abs_cinc");
    without_weights.names.erase(without_weights.names.begin() + static_cast<std::ptrdiff_t>(cinc));
    without_weights.columns.erase(without_weights.columns.begin() + static_cast<std::ptrdiff_t>(cinc));
    EXPECT_EQ(reference::expect_agreement(ours, without_weights, {"ccode1", "ccode2"}, 1e-9), 465u * 15);
}

TEST(TieSimilarity, AgreesWithTheFormulaWhenWeightedByCapabilities) {
    const std::string nmc = shared + "/data/alignment/cow_nmc.csv.gz";
    if (!std::filesystem::exists(nmc)) GTEST_SKIP() << "the capability data are not beside this checkout";
    TieMatrix ties = load_tie_matrix(read_table(fixtures + "portfolio_atop_2014.csv"));
    ties.year = 2014;
    std::vector<std::string> warnings;
    const std::vector<double> weights = tie_weights(ties, read_table(nmc), warnings);
    const Table expected = read_table(fixtures + "similarity_atop_2014.csv");
    EXPECT_EQ(reference::expect_agreement(tie_similarity(ties, weights, {}), expected, {"ccode1", "ccode2"}, 1e-9),
              465u * 16);
}

TEST(AtopTies, CodingTheObligationsOf2014GivesTheReferencePortfolios) {
    const std::string atop = shared + "/data/alignment/atop_alliance_dyadyear.csv.gz";
    if (!std::filesystem::exists(atop)) GTEST_SKIP() << "the alliance data are not beside this checkout";
    const TieMatrix ties = atop_ties(read_table(atop), read_table(shared + "/data/alignment/cow_states.csv.gz"), 2014);
    EXPECT_EQ(to_csv(tie_table(ties)),
              to_csv(tie_table(load_tie_matrix(read_table(fixtures + "portfolio_atop_2014.csv")))));
}

TEST(AtopTies, ObligationsAreOrderedAndTheSystemIsCarriedForward) {
    const Table dyads = read_csv(
        "ccode1,ccode2,year,defense,offense,neutral,nonagg,consul\n"
        "1,2,2018,0,0,0,1,0\n1,3,2018,0,0,1,1,0\n2,3,2018,1,0,0,1,1\n3,4,2018,1,0,0,0,0\n1,2,2017,1,0,0,0,0\n",
        "atop.csv");
    const Table system =
        read_csv("ccode,styear,endyear\n1,1990,2016\n2,1990,2016\n3,1990,2016\n4,1990,2000\n", "system.csv");
    const TieMatrix ties = atop_ties(dyads, system, 2018);
    EXPECT_EQ(ties.states, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(ties.codes, (std::vector<std::uint8_t>{3, 1, 2, 1, 3, 3, 2, 3, 3}));
    ASSERT_EQ(ties.warnings.size(), 1u);
    EXPECT_NE(ties.warnings[0].find("ends in 2016"), std::string::npos);
    EXPECT_THROW((void)atop_ties(dyads, system, 1999), InputError);
}

TEST(LoadTieMatrix, EveryFaultOfAMatrixIsNamed) {
    EXPECT_NE(fault("ccode,1,2\n1,3,4\n2,4,3\n").find("ties.csv:2:3: tie code is '4'"), std::string::npos);
    EXPECT_NE(fault("ccode,1,2\n1,0,1\n2,1,3\n").find("the tie of state 1 with itself is 0"), std::string::npos);
    EXPECT_NE(fault("ccode,1,2\n1,3,1\n2,2,3\n").find("the other way round"), std::string::npos);
    EXPECT_NE(fault("ccode,1,2,3\n1,3,1,0\n2,1,3,0\n").find("2 rows but 3 columns"), std::string::npos);
    EXPECT_NE(fault("ccode,1,2\n1,3,1\n1,1,3\n").find("has a row before"), std::string::npos);
    EXPECT_NE(fault("ccode,1,2\n1,3,\n2,1,3\n").find("tie code is ''"), std::string::npos);
}

TEST(TieWeights, AStateWithoutWeightCountsAsZeroAndIsReported) {
    const TieMatrix ties = load_tie_matrix(read_csv("ccode,1,2,3\n1,3,1,0\n2,1,3,2\n3,0,2,3\n", "ties.csv"));
    std::vector<std::string> warnings;
    const auto weights = tie_weights(ties, read_csv("ccode,weight\n1,0.5\n2,0.25\n", "w.csv"), warnings);
    EXPECT_EQ(weights, (std::vector<double>{0.5, 0.25, 0}));
    EXPECT_EQ(warnings, std::vector<std::string>{"1 states have no weight and count as 0"});
    // |3-1| 0.5 + |1-3| 0.25 + |0-2| 0 over 3 (0.75)
    EXPECT_NEAR(*tie_similarity(ties, weights, {})["s_val_abs_cinc"].real(0), 1 - 2 * 1.5 / 2.25, 1e-15);
}

TEST(TieSimilarity, EndsWhenItIsAskedTo) {
    TieMatrix ties;
    for (int state = 2; state < 60; ++state) ties.states.push_back(state);
    ties.codes.assign(ties.states.size() * ties.states.size(), 3);
    const std::vector<double> weights(ties.states.size(), 1.0);
    expect_stoppable([&](const Work& work) { (void)tie_similarity(ties, weights, {}, work); });
}

TEST(Ties, RowsOfAYearAreThoseWithinTheSystem) {
    const Table dyads = read_csv(
        "ccode1,ccode2,year,defense,offense,neutral,nonagg,consul\n"
        "2,20,1990,1,0,0,0,0\n"
        "2,365,1990,0,0,0,1,0\n"
        "2,999,1990,1,0,0,0,0\n"
        "2,20,1991,0,0,0,0,1\n",
        "ties.csv");
    const Table system =
        read_csv("ccode,styear,endyear\n2,1816,2016\n20,1920,2016\n365,1816,2016\n705,1991,2016\n", "s.csv");
    const TieMatrix ties = atop_ties(dyads, system, 1990);
    const std::vector<TieRow> rows = tie_rows(dyads, ties.states, 1990);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].row, 0u);
    EXPECT_EQ(rows[1].row, 1u);
    EXPECT_EQ(ties.states[rows[1].second], 365);
    EXPECT_EQ(system_rows(system, 1990), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(system_rows(system, 2020), (std::vector<std::size_t>{0, 1, 2, 3})) << "the last year is carried forward";
}

}  // namespace ties_test
}  // namespace tarazy
