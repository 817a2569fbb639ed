#include "analyses/trace/changepoints_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace changepoints_analysis_test {

std::map<std::string, std::optional<double>> values_of(const PreparedAnalysis& analysis) {
    std::map<std::string, std::optional<double>> values;
    for (const Claim& claim : analysis.method->claims(analysis.plan, analysis.compute()))
        values[claim.id] = claim.value;
    return values;
}

TEST(ChangepointsAnalysis, TheChangeThatWasPutIntoTheDataIsFound) {
    const PreparedAnalysis turning = prepared_analysis("turning");
    const auto values = values_of(turning);
    EXPECT_GT(values.at("turning.any_change.RUS").value(), 0.95);
    EXPECT_GT(values.at("turning.change_in.RUS.2010-2011").value(), 0.9);
    EXPECT_LT(values.at("turning.change_in.RUS.2014").value(), 0.2);
    EXPECT_GT(values.at("turning.coincide.CHN").value(), 0.8);
    EXPECT_TRUE(values.contains("turning.coincide_p_holm.RUS"));
    EXPECT_TRUE(values.contains("turning.decisions_p"));
    EXPECT_FALSE(values.contains("turning.state.UZB.changes.RUS")) << "no test asks for it";
    const auto tables = turning.compute();
    const Table& changes = *find_table(tables, "changes");
    ASSERT_GE(changes.rows(), 1u);
    EXPECT_EQ(text_in(changes, "change_after", 0), "2010");
    EXPECT_NE(text_in(changes, "events", 0).find("Talks on a common market"), std::string::npos);
}

TEST(ChangepointsAnalysis, ComparisonStatesHaveTheTestedNumbersOnly) {
    PreparedAnalysis turning = prepared_analysis("turning");
    turning.plan.tested = {"changes.RUS", "coincide_p.RUS"};
    const auto values = values_of(turning);
    EXPECT_TRUE(values.contains("turning.state.UZB.changes.RUS"));
    EXPECT_TRUE(values.contains("turning.state.UZB.coincide_p.RUS"));
    EXPECT_FALSE(values.contains("turning.state.UZB.any_change.RUS"));
    EXPECT_FALSE(values.contains("turning.state.UZB.changes.CHN"));
}

TEST(ChangepointsAnalysis, WithoutEventsAndWithoutDraws) {
    const PreparedAnalysis imports = prepared_analysis("turning_imports");
    const auto values = values_of(imports);
    EXPECT_TRUE(values.at("turning_imports.changes.imports_from_RUS").has_value());
    EXPECT_FALSE(values.contains("turning_imports.coincide.imports_from_RUS"));
    for (const ResultTable& table : imports.compute()) EXPECT_NE(table.name, "events");
}

TEST(ChangepointsAnalysis, EventsInEveryYearAreSaidToTellNothing) {
    PreparedAnalysis turning = prepared_analysis("turning");
    turning.plan.parameters.set("window", std::int64_t{5});
    const std::vector<std::string> notes = notes_in(turning.compute());
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_NE(notes[0].find("Nearly every year of these series lies near an event"), std::string::npos);
    EXPECT_NE(notes[0].find("CHN, RUS"), std::string::npos) << notes[0];
}

TEST(ChangepointsAnalysis, NoRowOfTheFocusStateIsSaid) {
    PreparedAnalysis turning = prepared_analysis("turning");
    turning.plan.frame.focus = "MNG";
    EXPECT_TRUE(values_of(turning).empty());
    EXPECT_EQ(turning.method->why_empty(turning.plan, turning.roles()), "the data hold no series of MNG");
}

}  // namespace changepoints_analysis_test
}  // namespace tarazy
