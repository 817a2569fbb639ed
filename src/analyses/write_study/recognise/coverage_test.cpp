#include "analyses/write_study/recognise/coverage.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace coverage_test {

TEST(DataCoverage, StatesAndYearsOfAllTheirColumns) {
    const Table table = read_csv("ccode1,ccode2,year,flow1,flow2\n2,705,1999,1,2\n705,365,2003,,\n", "t.csv");
    const DataCoverage coverage = coverage_of(table, *data_layout("cow_trade_dyadic"));
    EXPECT_EQ(coverage.rows, 2U);
    EXPECT_EQ(coverage.years, std::pair(1999, 2003));
    EXPECT_EQ(coverage.states.size(), 3U);
    EXPECT_EQ(coverage.states.at("KAZ"), 2U);
    EXPECT_EQ(coverage.written.at("KAZ"), "705");
}

TEST(DataCoverage, SessionsOfTheAssemblyAreYears) {
    const Table table = read_csv("rcid,ccode,vote,session\n1,705,1,47\n2,705,1,78\n", "t.csv");
    EXPECT_EQ(coverage_of(table, *data_layout("un_votes_voeten")).years, std::pair(1992, 2023));
}

TEST(DataCoverage, SeveralStatesInACellAndNamesThatAreNone) {
    const Table table = read_csv(
        "conflict_id,location,side_a,side_b,incompatibility,year,intensity_level,type_of_conflict,gwno_loc\n"
        "1,x,a,b,1,2001,1,3,\"365, 705\"\n1,x,a,b,1,2002,1,3,Arland\n",
        "t.csv");
    const DataCoverage coverage = coverage_of(table, *data_layout("ucdp_armed_conflict"));
    EXPECT_EQ(coverage.states.size(), 2U);
    EXPECT_EQ(coverage.not_states, std::vector<std::string>{"Arland"});
}

TEST(DataCoverage, AFileWithoutHeaderIsReadPieceByPiece) {
    const DataCoverage coverage = coverage_of_bare_file(sample_path("gdelt1.tsv"), *data_layout("gdelt1"), {});
    EXPECT_EQ(coverage.rows, 20U);
    EXPECT_EQ(coverage.years, std::pair(2005, 2005));
    EXPECT_TRUE(coverage.states.contains("KAZ"));
}

TEST(DataCoverage, YearsOfCells) {
    EXPECT_EQ(year_of_cell("2005"), 2005);
    EXPECT_EQ(year_of_cell("20051130"), 2005);
    EXPECT_EQ(year_of_cell("199112"), 1991);
    EXPECT_EQ(year_of_cell("2005-11-30"), 2005);
    EXPECT_EQ(year_of_cell("5 May 2022"), 2022);
    EXPECT_EQ(year_of_cell("12"), std::nullopt);
    EXPECT_EQ(year_of_cell("-9"), std::nullopt);
    EXPECT_EQ(year_of_cell(""), std::nullopt);
}

TEST(DataCoverage, NamesWithoutBlanks) {
    EXPECT_EQ(state_of_squeezed_name("unitedkingdom"), "GBR");
    EXPECT_EQ(state_of_squeezed_name("kazakhstan"), "KAZ");
    EXPECT_EQ(state_of_squeezed_name("sdate"), std::nullopt);
}

}  // namespace coverage_test
}  // namespace tarazy
