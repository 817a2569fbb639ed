#include "analyses/compare/comparison_plot.hpp"

#include "base/error.hpp"
#include "compare/minimisation/core_conditions.hpp"
#include "compare/minimisation/xy_rows.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tarazy {
namespace comparison_plot_test {

bool node_runs() {
    return std::system("node -e 0 >/dev/null 2>&1") == 0;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

struct Solved {
    Cases cases;
    std::vector<NamedSolution> solutions;
    Table rows;
};

/// A*~B with A as core, and C*B with both.
Solved solved() {
    Solved made;
    made.cases.space = PropertySpace({{"A"}, {"B"}, {"C"}});
    made.cases.names = {"KAZ", "Korea, Rep.", "UZB"};
    made.cases.membership = {{1, 0.2, 0.3}, {0.1, 0.9, 0.2}, {0.3, 0.8, 0.1}};
    made.cases.outcome = {1, 0.9, 0.7};
    made.cases.outcome_name = "Y";
    const auto& space = made.cases.space;
    const Literals a = space.literal(0, 1), not_b = space.literal(1, 0), b = space.literal(1, 1),
                   c = space.literal(2, 1);
    Solution parsimonious, intermediate;
    parsimonious.models = {{a, b | c}};
    intermediate.models = {{a | not_b, b | c}};
    made.solutions = {{"parsimonious", parsimonious}, {"intermediate C1P1", intermediate}};
    made.rows = solution_rows(made.cases, made.solutions);
    add_core_conditions(made.cases, made.solutions, made.rows);
    return made;
}

TEST(ComparisonPlot, PeripheralConditionsAreSmall) {
    if (!node_runs()) GTEST_SKIP() << "node is not installed";
    const Solved made = solved();
    const std::string chart = solution_chart(made.cases, made.rows, "intermediate C1P1 1", "en");
    EXPECT_TRUE(chart.starts_with("<?xml"));
    EXPECT_EQ(count_of(chart, "r=\"6\""), 1u + 2u);   // ~B, and two in the legend
    EXPECT_EQ(count_of(chart, "r=\"10\""), 3u + 2u);  // A, B, C, and two in the legend
    EXPECT_NE(chart.find(">PRI</text>"), std::string::npos);
    EXPECT_NE(chart.find("Whole model: inclusion "), std::string::npos);
    EXPECT_EQ(chart.find("NaN"), std::string::npos);
    EXPECT_EQ(chart.find("undefined"), std::string::npos);
    // All conditions of the parsimonious solution are core: no legend.
    const std::string short_chart = solution_chart(made.cases, made.rows, "parsimonious 1", "en");
    EXPECT_EQ(count_of(short_chart, "r=\"6\""), 0u);
    EXPECT_EQ(short_chart.find("peripheral condition"), std::string::npos);
}

TEST(ComparisonPlot, SpeaksThreeLanguages) {
    if (!node_runs()) GTEST_SKIP() << "node is not installed";
    const Solved made = solved();
    for (const auto& [language, words] :
         {std::pair("en", "peripheral condition, absent"), std::pair("kk", "қосалқы шарт жоқ"),
          std::pair("ru", "периферийного условия нет")}) {
        EXPECT_NE(solution_chart(made.cases, made.rows, "intermediate C1P1 1", language).find(words), std::string::npos)
            << language;
    }
    EXPECT_THROW((void)solution_chart(made.cases, made.rows, "parsimonious 1", "de"), UsageError);
}

TEST(ComparisonPlot, XyPlotsOfTermsAndExpressions) {
    if (!node_runs()) GTEST_SKIP() << "node is not installed";
    const Solved made = solved();
    const Table xy = xy_rows(made.cases, made.solutions, 1);
    EXPECT_NE(xy_plot(made.cases, xy, "intermediate C1P1 1|A*~B", false, "en").find("A*~B</title>"), std::string::npos);
    const std::vector<Literals> c = {made.cases.space.literal(2, 1)};
    const Table one = xy_rows(made.cases, "C", c);
    const std::string enough = xy_plot(made.cases, one, "expression 1|C", false, "en"),
                      needed = xy_plot(made.cases, one, "expression 1|C", true, "en");
    EXPECT_NE(enough.find("that the combination is enough"), std::string::npos);
    EXPECT_NE(needed.find("that the combination is needed"), std::string::npos);
    EXPECT_NE(needed.find("Korea, Rep."), std::string::npos);
    EXPECT_NE(enough, needed);
}

}  // namespace comparison_plot_test
}  // namespace tarazy
