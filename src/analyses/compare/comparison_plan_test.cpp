#include "analyses/compare/comparison_plan.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "study/result_tables.hpp"
#include "study/run.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace tarazy {
namespace comparison_plan_test {

std::string complaint_about(const std::string& parameters) {
    const ExampleStudy example;
    add_comparison(example, parameters);
    return complaint_of([&] { (void)run_study(example.read(), all_methods()); });
}

TEST(ComparisonPlan, NamesAndExpressionsThatTheTableDoesNotHaveAreSaid) {
    EXPECT_NE(complaint_about("expect = \"NORN\"\n").find("'NORM'"), std::string::npos);
    const ExampleStudy example;
    add_comparison(example);
    example.edit("study.toml", "NORM,THREAT,PACT", "NORM,THREAD");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("cases.csv:1"), std::string::npos) << complaint;
    EXPECT_NE(complaint.find("THREAT"), std::string::npos) << complaint;
}

TEST(ComparisonPlan, WithoutAnOutcomeNothingIsCompared) {
    const ExampleStudy example;
    add_comparison(example);
    example.edit("study.toml", "outcome = \"GAVE_UP\"\n", "");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("the analysis 'reversal' has no parameter 'outcome'"), std::string::npos) << complaint;
}

TEST(ComparisonPlan, CellsMustSayWhatTheTableSays) {
    const ExampleStudy example;
    add_comparison(example, "", "\"cases\", \"cells\", \"cell_sources\"");
    std::string wrong = cells_csv();
    wrong.replace(wrong.find("UKR,NORM,0.67"), 13, "UKR,NORM,0.33");
    wrong.erase(wrong.find("ISR,PACT"), wrong.find('\n', wrong.find("ISR,PACT")) + 1 - wrong.find("ISR,PACT"));
    add_cells(example, wrong);
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("cells.csv:7"), std::string::npos) << complaint;
    EXPECT_NE(complaint.find("'0.33' is not the value of NORM in the table of cases, '0.67'"), std::string::npos);
    EXPECT_NE(complaint.find("no row of 'ISR' and PACT"), std::string::npos) << complaint;
}

TEST(ComparisonPlan, NotesOfCellsAreKeptInTheLanguagesOfTheFile) {
    const ExampleStudy example;
    add_comparison(example, "", "\"cases\", \"cells\", \"cell_sources\"");
    std::istringstream lines(cells_csv());
    std::string csv, line;
    while (std::getline(lines, line)) {
        const bool header = csv.empty(), noted = line.starts_with("UKR,NORM,");
        csv += line + (header ? ",note_kk,note_ru\n" : noted ? "as told,айтылғандай,по рассказу\n" : ",,\n");
    }
    add_cells(example, csv);
    const StudyResult outcome = run_study(example.read(), all_methods());
    const AnalysisResult& found = *std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
    const Table* cells = find_table(found.tables, "cells");
    ASSERT_NE(cells, nullptr);
    EXPECT_EQ(cells->names, (std::vector<std::string>{"case", "variable", "value", "confidence", "sources", "note",
                                                      "note_kk", "note_ru"}));
    // Four cells a case: those of UKR are rows 4 to 7, its outcome first.
    EXPECT_EQ(text_in(*cells, "note", 5), "as told");
    EXPECT_EQ(text_in(*cells, "note_kk", 5), "айтылғандай");
    EXPECT_EQ(text_in(*cells, "note_ru", 5), "по рассказу");
    EXPECT_EQ(text_in(*cells, "note_kk", 4), "");
}

TEST(ComparisonPlan, SourcesOfCellsAreThoseNamedAndMustBeListed) {
    const ExampleStudy example;
    add_comparison(example, "", "\"cases\", \"cells\", \"cell_sources\"");
    add_cells(example);
    const StudyResult outcome = run_study(example.read(), all_methods());
    const AnalysisResult& found = *std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
    const auto sources = std::ranges::find(found.tables, "sources", &ResultTable::name);
    ASSERT_NE(sources, found.tables.end());
    EXPECT_EQ(sources->table.rows(), 2u);
    example.edit("data/sources.csv", "TWO,An article\n", "");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("the source 'TWO' of some cell is not listed"), std::string::npos) << complaint;
}

}  // namespace comparison_plan_test
}  // namespace tarazy
