#include "analyses/trace/series_rows_used.hpp"

#include "analyses/every_method_test.hpp"
#include "report/rows_used_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace series_rows_used_test {

const AnalysisResult& result_of(const std::string& id) {
    return *std::ranges::find(every_method_result().analyses, id, &AnalysisResult::id);
}

TEST(SeriesRowsUsed, OfABreakAreThePointsOfItsSeries) {
    for (const char* id : {"turning", "turning_imports"}) {
        const PreparedAnalysis prepared = prepared_analysis(id);
        const AnalysisResult& analysis = result_of(id);
        const auto claim = std::ranges::find_if(
            analysis.claims, [](const Claim& one) { return one.parts.quantity == "changes" && one.value; });
        ASSERT_NE(claim, analysis.claims.end()) << id;
        const auto found =
            rows_by_role(prepared.tables, changepoint_rows_used(every_method_result(), analysis, *claim));
        ASSERT_EQ(found.size(), 1u) << id;
        const auto& [role, rows] = *found.begin();
        const Table& table = prepared.tables.at(role);
        EXPECT_FALSE(rows.empty()) << id;
        EXPECT_LT(rows.size(), table.rows()) << id;
        for (const std::size_t row : rows) EXPECT_EQ(text_in(table, "state", row), "KAZ") << id;
    }
}

TEST(SeriesRowsUsed, OfALineAreTheValuesOfItsState) {
    const PreparedAnalysis prepared = prepared_analysis("break_trade");
    Claim claim;
    claim.parts = {"", "", "level", {"imports_from_RUS"}, ""};
    const auto found =
        rows_by_role(prepared.tables, outcome_rows_used(every_method_result(), result_of("break_trade"), claim));
    const Table& table = prepared.tables.at("indicators");
    ASSERT_FALSE(found.at("indicators").empty());
    for (const std::size_t row : found.at("indicators")) {
        EXPECT_EQ(text_in(table, "state", row), "KAZ");
        EXPECT_EQ(text_in(table, "indicator", row), "imports_from_RUS");
    }
}

TEST(SeriesRowsUsed, OfEvidenceAreThoseOfItsSetAndOfAGraphItsEvents) {
    const PreparedAnalysis motives = prepared_analysis("motives"), graph = prepared_analysis("graph");
    const auto weighed =
        rows_by_role(motives.tables, evidence_rows_used(every_method_result(), result_of("motives"), {}));
    EXPECT_EQ(weighed.size(), 3u);
    for (const std::size_t row : weighed.at("clues"))
        EXPECT_EQ(text_in(motives.tables.at("clues"), "set", row), "motives");
    Claim claim;
    claim.parts = {"", "", "paths", {"e1", "e4"}, ""};
    const RowsByRole drawn =
        graph_rows_entered({every_method_result(), result_of("graph"), claim, graph.plan, graph.roles()});
    EXPECT_EQ(drawn.at("events").size(), 4u);  // e1, e2, e3, e4
    for (const std::size_t row : drawn.at("links")) {
        EXPECT_NE(text_in(graph.tables.at("links"), "to", row), "e1");
        EXPECT_NE(text_in(graph.tables.at("links"), "from", row), "e4");
    }
}

TEST(SeriesRowsUsed, OfACountOfTheChronologyAreTheRowsCounted) {
    const PreparedAnalysis prepared = prepared_analysis("chronology");
    const AnalysisResult& analysis = result_of("chronology");
    for (const Claim& claim : analysis.claims) {
        if (claim.quantity == "first_year" || claim.quantity == "last_year" || !claim.value || *claim.value == 0)
            continue;
        const auto found = rows_by_role(prepared.tables, chronology_rows_used(every_method_result(), analysis, claim));
        ASSERT_EQ(found.size(), 1u) << claim.id;
        EXPECT_EQ(static_cast<double>(found.begin()->second.size()), *claim.value) << claim.id;
    }
}

TEST(SeriesRowsUsed, TheFirstYearIsThatOfAnEvent) {
    const PreparedAnalysis prepared = prepared_analysis("chronology");
    const AnalysisResult& analysis = result_of("chronology");
    const auto claim = std::ranges::find(analysis.claims, "first_year", &Claim::quantity);
    const auto found = rows_by_role(prepared.tables, chronology_rows_used(every_method_result(), analysis, *claim));
    ASSERT_FALSE(found.at("events").empty());
    EXPECT_EQ(text_in(prepared.tables.at("events"), "edtf", found.at("events").front()).substr(0, 4), "2005");
}

TEST(SeriesRowsUsed, EventsAreThoseThatBreaksAreComparedWith) {
    const PreparedAnalysis prepared = prepared_analysis("turning");
    const AnalysisResult& analysis = result_of("turning");
    Claim claim;
    claim.parts = {"", "", "coincide", {"RUS"}, ""};
    const RowsByRole rows =
        changepoint_rows_entered({every_method_result(), analysis, claim, prepared.plan, prepared.roles()});
    const Table& events = prepared.tables.at("events");
    ASSERT_FALSE(rows.at("events").empty());
    for (const std::size_t row : rows.at("events")) {
        const std::string tags = text_in(events, "tags", row);
        EXPECT_TRUE(tags.find("TREATY") != std::string::npos || tags.find("TRADE") != std::string::npos) << tags;
    }
}

}  // namespace series_rows_used_test
}  // namespace tarazy
