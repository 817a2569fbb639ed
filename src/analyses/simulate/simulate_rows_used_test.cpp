#include "analyses/simulate/simulate_rows_used.hpp"

#include "analyses/rows_entered_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_rows_used_test {

std::string lines_of(const Table& scenario, const std::vector<std::size_t>& rows) {
    std::string text;
    for (const std::size_t row : rows) text += text_in(scenario, "text", row) + '\n';
    return text;
}

TEST(SimulateRowsUsed, OfAScenarioAreItsLinesWithoutOtherPolicies) {
    const auto analysis =
        std::ranges::find(every_method_result().analyses, "simulate.ensemble", &AnalysisResult::method);
    const RowsBehind behind(analysis->id);
    Table lines;
    lines.add("line", Column(std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    lines.add("text",
              Column(std::vector<std::string>{"# said first", "[run]", "base = 8", "[[policy]]", "name = \"wait\"",
                                              "[[policy.change]]", "input = \"x\"", "[[policy]]", "name = \"act\"",
                                              "[[threshold]]", "name = \"half\"", "[model]"}));
    const auto of = [&](ClaimParts parts) {
        Claim claim;
        claim.parts = std::move(parts);
        const RoleTables data = {{"scenario", &lines}};
        const RowsByRole rows =
            scenario_rows_entered({every_method_result(), *behind.result, claim, behind.prepared.plan, data});
        return lines_of(lines, rows.at("scenario"));
    };
    EXPECT_EQ(of({"", "wait", "outcome", {"room"}, "2035"}),
              "[run]\nbase = 8\n[[policy]]\nname = \"wait\"\n[[policy.change]]\ninput = \"x\"\n[model]\n");
    EXPECT_EQ(of({"", "", "outcome", {"room"}, "2035"}), "[run]\nbase = 8\n[model]\n");
    EXPECT_EQ(of({"", "act", "share", {"half"}, "2035"}),
              "[run]\nbase = 8\n[[policy]]\nname = \"act\"\n[[threshold]]\nname = \"half\"\n[model]\n");
}

TEST(SimulateRowsUsed, OfAForecastAreTheYearsKnown) {
    const RowsBehind behind("foreseen");
    const auto claim = std::ranges::find(behind.result->claims, "forecast", &Claim::quantity);
    ASSERT_NE(claim, behind.result->claims.end());
    const RowsByRole rows = behind.entered(*claim, forecast_rows_entered);
    const Table& series = behind.prepared.tables.at("series");
    ASSERT_FALSE(rows.at("series").empty());
    for (const std::size_t row : rows.at("series")) {
        EXPECT_GE(*number_in(series, "year", row), 1994);
        EXPECT_LE(*number_in(series, "year", row), 2016);
    }
}

}  // namespace simulate_rows_used_test
}  // namespace tarazy
