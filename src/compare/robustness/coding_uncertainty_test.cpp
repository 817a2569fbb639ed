#include "compare/robustness/coding_uncertainty.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace coding_uncertainty_test {

Table text_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    Table table;
    table.origin.path = "cells.csv";
    for (std::size_t c = 0; c < header.size(); ++c) {
        std::vector<std::string> cells;
        for (const auto& row : rows) cells.push_back(row[c]);
        table.add(header[c], Column(std::span<const std::string>(cells)));
    }
    return table;
}

Cases three_cases(const std::string& outcome = "Y") {
    return read_cases(
        text_table({"case", "A", "B", "M", "Y"},
                   {{"Алматы", "0.67", "1", "0", "1"}, {"b", "0", "0", "1", "0.33"}, {"c", "1", "1", "2", "0"}}),
        {outcome, {"A", "B", "M"}});
}

const std::vector<std::string> columns = {"case", "variable", "value", "confidence", "note"};

TEST(CodingUncertainty, AlternativesComeFromNotesAndLowConfidenceFromTheScale) {
    const CodingUncertainty read =
        read_coding_uncertainty(text_table(columns, {{"Алматы", "A", "0.67", "high", "Disputed. ALT 0.33."},
                                                     {"Алматы", "B", "1", "low", "SALT 0 is no alternative"},
                                                     {"b", "A", "0", "low", ""},
                                                     {"b", "M", "1", "low", ""},
                                                     {"c", "A", "1", "medium", ""},
                                                     {"c", "Y", "0", "high", "Ends: ALT 0.33 or ALT 1"},
                                                     {"c", "UNUSED", "7", "odd", ""}}),
                                three_cases());
    ASSERT_EQ(read.cells.size(), 5U);
    EXPECT_EQ(read.cells[0].others, std::vector<double>{0.33});
    EXPECT_TRUE(read.cells[0].stated);
    EXPECT_EQ(read.cells[1].others, std::vector<double>{0});  // B has only 0 and 1
    EXPECT_FALSE(read.cells[1].stated);
    EXPECT_EQ(read.cells[2].others, std::vector<double>{0.33});
    EXPECT_EQ(read.cells[3].others, (std::vector<double>{0, 2}));
    EXPECT_EQ(read.cells[4].column, 3U);
    EXPECT_EQ(read.cells[4].others, (std::vector<double>{0.33, 1}));
    EXPECT_TRUE(read.notes.empty());
}

TEST(CodingUncertainty, TheNegatedOutcomeIsNegatedInItsAlternatives) {
    const CodingUncertainty read = read_coding_uncertainty(
        text_table(columns, {{"b", "Y", "0.33", "low", ""}, {"c", "Y", "0", "high", "ALT 0.33"}}), three_cases("~Y"));
    ASSERT_EQ(read.cells.size(), 2U);
    EXPECT_DOUBLE_EQ(read.cells[0].value, 0.67);
    ASSERT_EQ(read.cells[0].others.size(), 2U);
    EXPECT_NEAR(read.cells[0].others[0], 0.33, 1e-12);
    EXPECT_EQ(read.cells[0].others[1], 1);
    EXPECT_DOUBLE_EQ(read.cells[1].others[0], 0.67);
}

TEST(CodingUncertainty, WideningFollowsTheOption) {
    const Table table = text_table(columns, {{"b", "A", "0", "low", ""}, {"c", "A", "1", "medium", ""}});
    CodingUncertaintyOptions options;
    options.widening = Widening::none;
    EXPECT_EQ(read_coding_uncertainty(table, three_cases(), options).cells.size(), 0U);
    options.widening = Widening::low_and_medium;
    const auto cells = read_coding_uncertainty(table, three_cases(), options).cells;
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[1].others, std::vector<double>{0.67});
    EXPECT_EQ(cells[1].confidence, CodingConfidence::medium);
}

TEST(CodingUncertainty, AColumnOfAlternativesGoesBeforeTheNote) {
    const CodingUncertainty read =
        read_coding_uncertainty(text_table({"case", "variable", "value", "alt", "note"},
                                           {{"c", "A", "1", "0.67; 0.33", "ALT 0"}, {"nobody", "A", "1", "0", ""}}),
                                three_cases());
    ASSERT_EQ(read.cells.size(), 1U);
    EXPECT_EQ(read.cells[0].others, (std::vector<double>{0.33, 0.67}));
    ASSERT_EQ(read.notes.size(), 1U);
    EXPECT_NE(read.notes[0].find("nobody"), std::string::npos);
}

TEST(CodingUncertainty, EveryFaultIsNamedWithItsPlace) {
    try {
        (void)read_coding_uncertainty(text_table(columns, {{"b", "A", "0", "sure", ""},
                                                           {"b", "B", "1", "high", ""},
                                                           {"c", "A", "1", "high", "ALT 1.5"},
                                                           {"c", "B", "much", "high", ""},
                                                           {"c", "A", "1", "high", ""},
                                                           {"c", "M", "3", "high", ""}}),
                                      three_cases());
        FAIL() << "the faults were not seen";
    } catch (const InputError& error) {
        const std::string text = error.what();
        EXPECT_EQ(error.problems().size(), 6U) << text;
        EXPECT_NE(text.find("cells.csv:2:4: 'sure' is no confidence"), std::string::npos) << text;
        EXPECT_NE(text.find("cells.csv:3:3: '1' is not the value of B in the table of cases, '0', of 'b'"),
                  std::string::npos)
            << text;
        EXPECT_NE(text.find("cells.csv:4:5: '1.5' is no other value of A"), std::string::npos) << text;
        EXPECT_NE(text.find("cells.csv:5:3: 'much' is no value of B"), std::string::npos) << text;
        EXPECT_NE(text.find("coded twice"), std::string::npos) << text;
        EXPECT_NE(text.find("whole number from 0 to 2"), std::string::npos) << text;
    }
    EXPECT_THROW((void)read_coding_uncertainty(text_table(columns, {{"b", "Z", "0", "low", ""}}), three_cases()),
                 InputError);
}

TEST(CodingUncertainty, TheShippedCellsOfTheCaseStudyAreRead) {
    const std::string folder = std::string(TARAZY_SOURCE_DIR) + "/studies/kazakhstan/data/";
    const Cases cases =
        read_cases(read_table(folder + "nuclear_reversal_cases.csv"),
                   {"RENOUNCE", {"CAPAB", "ALLY", "PRESS", "REGIME", "OPEN", "INHER", "NORM", "NWFZ", "THREAT"}});
    const Table cells = read_table(folder + "nuclear_reversal_cells.csv");
    CodingUncertaintyOptions options;
    options.widening = Widening::none;
    const CodingUncertainty stated = read_coding_uncertainty(cells, cases, options);
    EXPECT_EQ(stated.cells.size(), 34U);
    const CodingUncertainty all = read_coding_uncertainty(cells, cases);
    EXPECT_GT(all.cells.size(), stated.cells.size());
    for (const ContestableCell& cell : all.cells) EXPECT_FALSE(cell.others.empty());
}

}  // namespace coding_uncertainty_test
}  // namespace tarazy
