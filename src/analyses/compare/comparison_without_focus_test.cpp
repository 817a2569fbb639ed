#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace comparison_without_focus_test {

/// A study of nothing but a comparison of firms: no state studied, no poles.
void write_study_of_firms(const ExampleStudy& example, const std::string& study_lines = "",
                          const std::string& parameters = "") {
    write_file_atomically(example / "data/firms.csv",
                          "firm,EXPORTS,OLD,BIG\nAlpha,1,1,0\n\"Beta, Ltd.\",1,1,1\nGamma,0,0,1\nDelta,0,1,0\n"
                          "Epsilon,1,0,0\n");
    write_file_atomically(example / "study.toml",
                          "[study]\nid = \"firms\"\ntitle = \"Which firms export?\"\nyears = [2000, 2010]\n" +
                              study_lines +
                              "\n[data.cases]\nfile = \"data/firms.csv\"\nrole = \"cases\"\n[[analysis]]\nid = "
                              "\"exports\"\ntitle = \"Exports\"\nmethod = \"compare.minimise\"\ndata = [\"cases\"]\n"
                              "[analysis.parameters]\noutcome = \"EXPORTS\"\nconditions = \"OLD,BIG\"\ncase_column = "
                              "\"firm\"\nincl_cut = 0.6\n" +
                              parameters);
}

TEST(ComparisonWithoutFocus, RunsAndClaimsNothingOfAFocus) {
    const ExampleStudy example;
    write_study_of_firms(example);
    const StudyResult outcome = run_study(example.read(), all_methods());
    EXPECT_EQ(outcome.focus, "");
    ASSERT_EQ(outcome.analyses.size(), 1u);
    const AnalysisResult& found = outcome.analyses.front();
    EXPECT_GT(found.tables.front().table.rows(), 0u);
    EXPECT_FALSE(found.claims.empty());
    for (const Claim& claim : found.claims) EXPECT_EQ(claim.id.find("focus"), std::string::npos) << claim.id;
}

TEST(ComparisonWithoutFocus, AStateStudiedThatIsNoCaseChangesNothing) {
    const ExampleStudy example;
    write_study_of_firms(example, "focus = \"KAZ\"\n");
    const StudyResult outcome = run_study(example.read(), all_methods());
    for (const Claim& claim : outcome.analyses.front().claims)
        EXPECT_EQ(claim.id.find("focus"), std::string::npos) << claim.id;
}

TEST(ComparisonWithoutFocus, ACaseMayStandForIt) {
    const ExampleStudy example;
    write_study_of_firms(example, "", "focus = \"Beta, Ltd.\"\n");
    const StudyResult outcome = run_study(example.read(), all_methods());
    EXPECT_TRUE(std::ranges::any_of(outcome.analyses.front().claims,
                                    [](const Claim& claim) { return claim.id == "exports.focus_row_cases"; }));
}

TEST(ComparisonWithoutFocus, ANamedFocusThatIsNoCaseIsRefused) {
    const ExampleStudy example;
    write_study_of_firms(example, "", "focus = \"Betta\"\n");
    EXPECT_NE(complaint_of([&] {
                  (void)run_study(example.read(), all_methods());
              }).find("its focus 'Betta' is none of the cases"),
              std::string::npos);
}

TEST(ComparisonWithoutFocus, WhatIsAboutOneStateStillNeedsIt) {
    const ExampleStudy example;
    example.edit("study.toml", "focus = \"KAZ\"", "# focus = \"KAZ\"");
    EXPECT_NE(complaint_of([&] { (void)example.read(); }).find("[study] has no 'focus'"), std::string::npos);
}

TEST(ComparisonModel, IsANumberOrAName) {
    for (const char* model : {"model = 1\n", "model = \"M1\"\n", "model = \"parsimonious\"\n"}) {
        const ExampleStudy example;
        write_study_of_firms(example, "", model);
        EXPECT_NO_THROW((void)run_study(example.read(), all_methods())) << model;
    }
    for (const auto& [model, complaint] :
         {std::pair("model = \"M9\"\n", "there is no model 'M9'"),
          std::pair("model = \"best\"\n", "'best' names no model"), std::pair("model = 1.5\n", "give a text")}) {
        const ExampleStudy example;
        write_study_of_firms(example, "", model);
        EXPECT_NE(complaint_of([&] { (void)run_study(example.read(), all_methods()); }).find(complaint),
                  std::string::npos)
            << model;
    }
}

}  // namespace comparison_without_focus_test
}  // namespace tarazy
