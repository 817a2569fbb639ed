#include "analyses/compare/comparison_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_result_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace comparison_chapter_test {

std::string body(const StudyResult& outcome) {
    const ReportContext context(outcome, all_chapters());
    return comparison_body(context, *context.analysis("reversal")).markup;
}

TEST(ComparisonChapter, EveryNumberLeadsToItsClaim) {
    const StudyResult outcome = with_comparison();
    const std::string html = body(outcome);
    for (const char* claim :
         {"row.3.incl", "parsimonious.1.NORM.cov", "parsimonious.1.incl", "necessity.NORM.incl", "positive_rows"})
        EXPECT_NE(html.find("#" + html_id("claim-", std::string("reversal.") + claim)), std::string::npos) << claim;
}

TEST(ComparisonChapter, RowsWithTheOutcomeComeFirstAndDeviantCasesAreStruckOut) {
    const StudyResult outcome = with_comparison();
    const std::string html = body(outcome);
    const ReportContext context(outcome, all_chapters());
    EXPECT_LT(html.find("<th scope=\"row\">8</th>"), html.find("<th scope=\"row\">3</th>"));
    EXPECT_NE(html.find("<s>" + local(context.name("ISR")).markup), std::string::npos);
    EXPECT_EQ(html.find("<s>" + local(context.name("KAZ")).markup), std::string::npos);
}

TEST(ComparisonChapter, CellsShowConfidenceSourceAndNote) {
    const StudyResult outcome = with_comparison();
    const std::string html = body(outcome);
    EXPECT_NE(html.find("closed &lt;1991&gt;"), std::string::npos);
    EXPECT_NE(html.find("A book &amp; more"), std::string::npos);
    EXPECT_NE(html.find("href=\"#cell-source-reversal-ONE\""), std::string::npos);
}

TEST(ComparisonChapter, NotesOfCellsAreShownInTheReadersLanguage) {
    StudyResult outcome = with_comparison();
    EXPECT_EQ(body(outcome).find("<t-l lang=en>closed"), std::string::npos) << "one language, one element";
    const auto analysis = std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
    const auto cells = std::ranges::find(analysis->tables, "cells", &ResultTable::name);
    ASSERT_NE(cells, analysis->tables.end());
    std::vector<std::string> in_kazakh, in_russian;
    for (std::size_t row = 0; row < cells->table.rows(); ++row) {
        const bool noted = !text_in(cells->table, "note", row).empty();
        in_kazakh.push_back(noted ? "жабық" : "");
        in_russian.push_back(noted ? "закрыто, ALT < 1" : "");
    }
    cells->table.add("note_kk", Column(in_kazakh));
    cells->table.add("note_ru", Column(in_russian));
    EXPECT_NE(body(outcome).find("<t-l lang=en>closed &lt;1991&gt;</t-l><t-l lang=kk>жабық</t-l><t-l lang=ru>закрыто, "
                                 "ALT &lt; 1</t-l>"),
              std::string::npos);
}

TEST(ComparisonChapter, SourcesOfCellsLeadToTheirAddresses) {
    StudyResult outcome = with_comparison();
    const auto analysis = std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
    const auto sources = std::ranges::find(analysis->tables, "sources", &ResultTable::name);
    ASSERT_NE(sources, analysis->tables.end());
    ASSERT_GT(sources->table.rows(), 0u);
    std::vector<std::string> addresses(sources->table.rows());
    sources->table.add("url_or_doi", Column(addresses));
    EXPECT_EQ(body(outcome).find("rel=\"noreferrer\""), std::string::npos) << "without an address there is no link";
    addresses[0] = "10.1000/one; https://example.org/two; javascript:alert(1); shelf 4";
    sources->table.columns.back() = Column(addresses);
    const std::string html = body(outcome);
    EXPECT_NE(html.find("href=\"https://doi.org/10.1000/one\""), std::string::npos);
    EXPECT_NE(html.find("<a href=\"https://example.org/two\" rel=\"noreferrer\">[2]</a></dd>"), std::string::npos);
    EXPECT_EQ(html.find("javascript"), std::string::npos);
    EXPECT_EQ(html.find("shelf"), std::string::npos);
}

TEST(ComparisonChapter, QuantitiesAndConditionsAreSaidInWords) {
    const StudyResult outcome = with_comparison();
    const ReportContext context(outcome, all_chapters());
    EXPECT_EQ(condition_in_words(context, "NORM").ru, "NORM (есть норма)");
    EXPECT_EQ(condition_in_words(context, "~NORM").en, "~NORM (not: a norm)");
    EXPECT_EQ(condition_in_words(context, "~NORM + THREAT").en, "~NORM + THREAT");
    EXPECT_EQ(comparison_quantity(context, {"", "necessity", "incl", {"~NORM"}, ""})->en,
              "needed: inclusion of ~NORM (not: a norm)");
    EXPECT_EQ(comparison_quantity(context, {"", "parsimonious", "models", {}, ""})->en, "parsimonious: models");
    EXPECT_TRUE(comparison_quantity(context, {"", "", "focus_row_cases", {}, ""}));
    EXPECT_EQ(comparison_quantity(context, {"UKR", "parsimonious", "focus_terms", {}, ""})->en,
              "parsimonious: terms that cover Ukraine, model by model");
    EXPECT_EQ(comparison_quantity(context, {"UKR", "", "focus_rank", {"NORM"}, ""})->ru,
              "Украина: доля других случаев с исходом, у которых условие выражено слабее: NORM (есть норма)");
    EXPECT_FALSE(comparison_quantity(context, {"", "", "evenness", {}, "1992-2023"}));
}

}  // namespace comparison_chapter_test
}  // namespace tarazy
