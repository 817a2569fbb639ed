#include "analyses/compare/robustness_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace robustness_analysis_test {

/// The comparison again, with the record of its cells and the sentences to be tried.
void add_robustness(const ExampleStudy& example, const std::string& parameters) {
    add_comparison(example);
    example.edit("study.toml", "method = \"compare.minimise\"\ndata = [\"cases\"]",
                 "method = \"compare.robustness\"\ndata = [\"cases\", \"cells\"]");
    add_cells(example);
    example.edit("study.toml", "incl_cut = 0.6\n", "incl_cut = 0.6\n" + parameters);
}

AnalysisResult run_with(const std::string& parameters, unsigned threads = 0) {
    const ExampleStudy example;
    add_robustness(example, parameters);
    RunOptions options;
    options.threads = threads;
    const StudyResult outcome = run_study(example.read(), all_methods(), options);
    return *std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
}

TEST(RobustnessAnalysis, EveryCellOfLowConfidenceMayMove) {
    const AnalysisResult found = run_with("points = 200\nmost_cells = 1\n");
    const Table& cells = *find_table(found.tables, "cells");
    EXPECT_EQ(cells.rows(), 28u);  // seven cases, three conditions and the outcome
    EXPECT_EQ(text_in(*find_table(found.tables, "sweep"), "taken", 0), "sample");
    EXPECT_EQ(find_table(found.tables, "coding")->rows(), 28u);
}

TEST(RobustnessAnalysis, WhereNoCellMayMoveEverythingStays) {
    const ExampleStudy example;
    add_robustness(example, "widening = \"none\"\nclaims = \"parsimonious: term contains NORM in every model\"\n");
    // One cell states another value, which leaves every row as it is.
    example.edit("data/cells.csv", "BLR,PACT,1,low,ONE;TWO,", "BLR,PACT,1,low,ONE;TWO,ALT 0.67");
    const StudyResult outcome = run_study(example.read(), all_methods());
    const AnalysisResult& found = *std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
    EXPECT_EQ(find_table(found.tables, "cells")->rows(), 1u);
    EXPECT_EQ(text_in(*find_table(found.tables, "sweep"), "taken", 0), "grid");
    const Table& stated = found.tables.front().table;
    for (std::size_t row = 0; row < stated.rows(); ++row) {
        EXPECT_EQ(number_in(stated, "share", row), 1) << text_in(stated, "claim", row);
        EXPECT_FALSE(number_in(stated, "cells_to_overturn", row));
    }
}

TEST(RobustnessAnalysis, ThreadsChangeNothing) {
    const auto text_of = [](const AnalysisResult& found) {
        std::string all;
        for (const ResultTable& table : found.tables) {
            for (const std::string& name : table.table.names)
                for (std::size_t row = 0; row < table.table.rows(); ++row) all += table.table[name].display(row) + ',';
        }
        return all;
    };
    const std::string parameters = "points = 300\nmost_cells = 2\nincl_cuts = \"0.7,0.8\"\n";
    EXPECT_EQ(text_of(run_with(parameters, 1)), text_of(run_with(parameters, 3)));
}

TEST(RobustnessAnalysis, ASentenceThatCannotBeReadIsShown) {
    const ExampleStudy example;
    add_robustness(example, "claims = \"NORM is lovely\"\n");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("analysis 'reversal'"), std::string::npos) << complaint;
    EXPECT_NE(complaint.find("NORM is lovely"), std::string::npos) << complaint;
}

TEST(RobustnessAnalysis, CutOffsAreNumbersFromZeroToOne) {
    const ExampleStudy example;
    add_robustness(example, "incl_cuts = \"0.8,1.2\"\n");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("incl_cuts: '1.2' is no number from 0 to 1"), std::string::npos) << complaint;
}

}  // namespace robustness_analysis_test
}  // namespace tarazy
