#include "analyses/compare/robustness_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_result_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace robustness_chapter_test {

/// The analysis `codings` of the study of every method.
StudyResult with_codings() {
    return with_computed({prepared_analysis("codings")});
}

TEST(RobustnessChapter, SharesAndCellsLeadToTheirClaims) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const std::string html = robustness_body(context, *context.analysis("codings")).markup;
    EXPECT_NE(html.find("#" + html_id("claim-", "codings.holds.parsimonious: models stay")), std::string::npos);
    EXPECT_NE(html.find("<t-l lang=en>Kazakhstan, THREAT: 0.67 → 0.33"), std::string::npos);
    EXPECT_NE(html.find("<t-l lang=ru>Казахстан, THREAT: 0,67 → 0,33"), std::string::npos);
}

TEST(RobustnessChapter, WhatNoSetOverturnsSaysHowManyCellsWereTried) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const std::string html = robustness_body(context, *context.analysis("codings")).markup;
    EXPECT_NE(html.find("&gt; 2</a>"), std::string::npos);
}

TEST(RobustnessChapter, TheStripHasEveryCellAndMarksTheContestedOnes) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    const auto figure = fragility_figure_data(context, *context.analysis("codings"));
    const auto& rows = figure["rows"];
    EXPECT_EQ(rows.size(), 28u) << "seven cases, an outcome and three conditions";
    const auto row_of = [&](const std::string& name, const std::string& variable) {
        return *std::ranges::find_if(rows, [&](const auto& row) { return row[0] == name && row[1] == variable; });
    };
    EXPECT_EQ(row_of("PAK", "THREAT"),
              (nlohmann::ordered_json{"PAK", "THREAT", 1.0, "low", {"0.67"}, {"conservative", "parsimonious"}}));
    EXPECT_EQ(row_of("UKR", "NORM")[4], nlohmann::ordered_json::array());
}

TEST(RobustnessChapter, TheCellOfANegatedOutcomeIsThatOfTheOutcomeAsCoded) {
    StudyResult outcome = with_codings();
    for (ResultTable& table : outcome.analyses.front().tables)
        if (table.name == "cells") table.table = edited(table.table, "KAZ,THREAT", "KAZ,~THREAT");
    const ReportContext context(outcome, all_chapters());
    const auto figure = fragility_figure_data(context, *context.analysis("codings"));
    const auto contested = std::ranges::count_if(figure["rows"], [](const auto& row) { return !row[4].empty(); });
    EXPECT_EQ(contested, 2);
}

TEST(RobustnessChapter, ASampleOfTheCodingsIsSaidToBeOne) {
    StudyResult outcome = with_codings();
    for (ResultTable& table : outcome.analyses.front().tables) {
        if (table.name == "sweep") table.table = edited(edited(table.table, "grid", "sample"), "grid", "sample");
    }
    const ReportContext context(outcome, all_chapters());
    EXPECT_NE(robustness_body(context, *context.analysis("codings")).markup.find("drawn at random"), std::string::npos);
}

TEST(RobustnessChapter, QuantitiesAreSaidInWords) {
    const StudyResult outcome = with_codings();
    const ReportContext context(outcome, all_chapters());
    EXPECT_EQ(robustness_quantity(context, {"", "", "holds", {"NORM is sufficient at 0.8"}, ""})->en,
              "share of the codings in which it holds: NORM is enough by itself (consistency at least 0.8)");
    EXPECT_EQ(robustness_quantity(context, {"", "", "points", {}, ""})->en, "combinations of codings and cut-offs");
    EXPECT_FALSE(robustness_quantity(context, {"", "", "evenness", {}, "1992-2023"}));
}

}  // namespace robustness_chapter_test
}  // namespace tarazy
