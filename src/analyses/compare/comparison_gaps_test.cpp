#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "base/error.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace comparison_gaps_test {

// Comparisons of a study on tables in which some condition does not apply to some cases: they end, with a result or
// with a message that says what is wrong with the table.

struct GapFiles {
    std::string cases = "case,GAVE_UP,NORM,THREAT,PACT\n", cells = "case,variable,value,confidence,source_keys,note\n";
};

GapFiles files_with_gaps(std::uint32_t seed) {
    const auto below = [&](std::uint32_t most) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 16) % most;
    };
    GapFiles files;
    for (const char* name : {"KAZ", "UKR", "BLR", "UZB", "IND", "PAK", "ISR"}) {
        files.cases += name;
        for (const char* variable : {"GAVE_UP", "NORM", "THREAT", "PACT"}) {
            const bool gap = std::string(variable) != "GAVE_UP" && below(5) == 0;
            const std::string value = gap ? "-" : below(2) == 0 ? "0" : "1";
            files.cases += ',' + value;
            files.cells += std::string(name) + ',' + variable + ',' + value + ",low,ONE,\n";
        }
        files.cases += '\n';
    }
    return files;
}

class StudyTablesWithGaps : public testing::TestWithParam<std::uint32_t> {};

TEST_P(StudyTablesWithGaps, EveryComparisonEnds) {
    const ExampleStudy example;
    add_comparison(example, "", "\"cases\", \"cells\", \"cell_sources\"");
    const GapFiles files = files_with_gaps(GetParam());
    add_cells(example, files.cells);
    write_file_atomically(example / "data/cases.csv", files.cases);
    for (const char* method : {"compare.minimise", "compare.robustness"}) {
        if (std::string(method) == "compare.robustness") {
            example.edit("study.toml", "\"cases\", \"cells\", \"cell_sources\"]", "\"cases\", \"cells\"]");
            example.edit("study.toml", "method = \"compare.minimise\"", "method = \"compare.robustness\"");
            example.edit("study.toml", "incl_cut = 0.6\n", "incl_cut = 0.6\npoints = 50\nmost_cells = 1\n");
        }
        try {
            const StudyResult outcome = run_study(example.read(), all_methods());
            const auto found = std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
            EXPECT_GT(found->tables.front().table.rows(), 0U);
        } catch (const InputError& error) {
            const std::string text = error.what();
            EXPECT_TRUE(text.find("tells no case apart") != std::string::npos ||
                        text.find("no row of the truth table explains") != std::string::npos ||
                        text.find("every row of the truth table explains") != std::string::npos)
                << text;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, StudyTablesWithGaps, testing::Range<std::uint32_t>(1, 9));

TEST(ComparisonGaps, CasesMayHaveAColumnOfAnotherName) {
    const ExampleStudy example;
    add_comparison(example, "case_column = \"land\"\n", "\"cases\", \"cells\", \"cell_sources\"");
    std::string cases = cases_csv, cells = cells_csv();
    for (std::string* text : {&cases, &cells}) text->replace(0, 4, "land");
    for (const bool renamed : {true, false}) {
        add_cells(example, renamed ? cells : cells_csv());
        write_file_atomically(example / "data/cases.csv", cases);
        const StudyResult outcome = run_study(example.read(), all_methods());
        const auto found = std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
        const auto records = std::ranges::find(found->tables, "cells", &ResultTable::name);
        ASSERT_NE(records, found->tables.end());
        EXPECT_EQ(records->table.rows(), 28U);
        EXPECT_EQ(records->table.names[0], "case");
        write_file_atomically(
            example / "study.toml",
            read_file(example / "study.toml").substr(0, read_file(example / "study.toml").find("\n[data.cells]")));
    }
}

}  // namespace comparison_gaps_test
}  // namespace tarazy
