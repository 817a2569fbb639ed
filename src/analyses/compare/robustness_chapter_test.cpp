#include "analyses/compare/robustness_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "ledger/claim_id.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace robustness_chapter_test {

/// Two sentences, one of which no set of cells overturns; three coded cells, one of them contested and decisive.
StudyResult with_codings() {
    const auto texts = [](std::vector<std::string> cells) { return Column(std::span<const std::string>(cells)); };
    StudyResult outcome = sample_result();
    AnalysisResult found;
    found.id = "codings";
    found.method = "compare.robustness";
    Table stated;
    stated.add("claim", texts({"models stay", "NORM is sufficient at 0.8"}));
    stated.add("solution", texts({"parsimonious", ""}));
    stated.add("as_coded", Column(std::vector<std::int64_t>{1, 0}));
    stated.add("share", Column(std::vector<double>{0.25, 0}));
    stated.add("cells_to_overturn", Column(std::vector<std::int64_t>{1, Column::missing_integer}));
    stated.add("example", texts({"KAZ NORM 1 to 0.67", ""}));
    stated.add("tried_up_to", Column(std::vector<std::int64_t>{1, 3}));
    Table sweep;
    sweep.add("solution", texts({"parsimonious"}));
    sweep.add("taken", texts({"sample"}));
    Table cells;
    cells.add("case", texts({"KAZ"}));
    cells.add("variable", texts({"~RENOUNCE"}));
    cells.add("value", Column(std::vector<double>{0}));
    cells.add("others", Column::of_lists(std::vector<std::vector<std::string>>{{"0.33", "0.67"}}));
    cells.add("confidence", texts({"low"}));
    cells.add("changes", Column::of_lists(std::vector<std::vector<std::string>>{{"conservative", "parsimonious"}}));
    Table coding;
    coding.add("case", texts({"KAZ", "KAZ", "UKR"}));
    coding.add("variable", texts({"RENOUNCE", "NORM", "NORM"}));
    coding.add("value", Column(std::vector<double>{1, 1, 0.67}));
    coding.add("confidence", texts({"low", "high", "high"}));
    found.tables = {{"", stated}, {"sweep", sweep}, {"cells", cells}, {"coding", coding}};
    for (const ClaimParts& parts :
         {ClaimParts{"", "", "points", {}, ""}, ClaimParts{"", "", "contestable_cells", {}, ""},
          ClaimParts{"", "", "holds", {"parsimonious: models stay"}, ""},
          ClaimParts{"", "", "cells_to_overturn", {"NORM is sufficient at 0.8"}, ""}}) {
        Claim claim;
        claim.id = series_claim_id("codings", parts);
        claim.parts = parts;
        claim.value = 7;
        found.claims.push_back(std::move(claim));
    }
    outcome.analyses.push_back(std::move(found));
    return outcome;
}

TEST(RobustnessChapter, SharesAndCellsLeadToTheirClaims) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const std::string html = robustness_body(context, *context.analysis("codings")).markup;
    EXPECT_NE(html.find("#" + html_id("claim-", "codings.holds.parsimonious: models stay")), std::string::npos);
    EXPECT_NE(html.find("KAZ NORM 1 to 0.67"), std::string::npos);
    EXPECT_NE(html.find("drawn at random"), std::string::npos);
}

TEST(RobustnessChapter, WhatNoSetOverturnsSaysHowManyCellsWereTried) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const std::string html = robustness_body(context, *context.analysis("codings")).markup;
    EXPECT_NE(html.find("&gt; 3</a>"), std::string::npos);
}

TEST(RobustnessChapter, TheStripHasEveryCellAndMarksTheContestedOnes) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const auto figure = fragility_figure_data(context, *context.analysis("codings"));
    ASSERT_EQ(figure["rows"].size(), 3u);
    // The outcome was negated for the comparison; the cell is that of the outcome as coded.
    EXPECT_EQ(
        figure["rows"][0],
        (nlohmann::ordered_json{"KAZ", "RENOUNCE", 1.0, "low", {"0.33", "0.67"}, {"conservative", "parsimonious"}}));
    EXPECT_EQ(figure["rows"][1][4], nlohmann::ordered_json::array());
}

TEST(RobustnessChapter, QuantitiesAreSaidInWords) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    EXPECT_EQ(robustness_quantity(context, {"", "", "holds", {"NORM is sufficient at 0.8"}, ""})->en,
              "share of the codings in which it holds: NORM is sufficient at 0.8");
    EXPECT_EQ(robustness_quantity(context, {"", "", "points", {}, ""})->en, "combinations of codings and cut-offs");
    EXPECT_FALSE(robustness_quantity(context, {"", "", "evenness", {}, "1992-2023"}));
}

}  // namespace robustness_chapter_test
}  // namespace tarazy
