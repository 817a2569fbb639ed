#include "compare/sets/necessity_search.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace necessity_search_test {

Cases four_cases(const std::vector<double>& outcome) {
    Table table;
    const std::vector<std::string> names = {"w", "x", "y", "z"};
    table.add("case", Column(std::span<const std::string>(names)));
    table.add("A", Column(std::vector<double>{1, 1, 0, 0}));
    table.add("B", Column(std::vector<double>{1, 1, 1, 0}));
    table.add("Y", Column(outcome));
    return read_cases(table, {"Y", {"A", "B"}});
}

TEST(NecessitySearch, AlternativesAreMinimal) {
    const Cases cases = four_cases({1, 1, 0, 0});
    std::vector<std::string> found;
    for (const auto& one : necessary_expressions(cases).expressions) found.push_back(expression_text(cases.space, one));
    // A alone is necessary, so no alternative that names it is listed; B + ~B is no alternative.
    EXPECT_EQ(found, (std::vector<std::string>{"A", "B", "A*B"}));
}

TEST(NecessitySearch, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const Cases cases = four_cases({1, 1, 0, 0});
    expect_stoppable([&](const Work& work) { (void)necessary_expressions(cases, {.work = work}); });
}

TEST(NecessitySearch, WhereTheTimeIsUpWhatWasFoundIsTold) {
    Table table;
    const std::vector<std::string> names = {"w", "x"};
    table.add("case", Column(std::span<const std::string>(names)));
    CaseOptions reading{"Y", {}};
    for (const char* name : {"A", "B", "C", "D", "E", "F", "G", "H"}) {
        table.add(name, Column(std::vector<double>{1, 0}));
        reading.conditions.emplace_back(name);
    }
    table.add("Y", Column(std::vector<double>{1, 0}));
    const Cases cases = read_cases(table, reading);
    NecessityOptions options;
    options.inclusion_cut = options.relevance_cut = 0;
    EXPECT_TRUE(necessary_expressions(cases, options).complete);
    options.work = Work().within(0);
    const NecessitySearch stopped = necessary_expressions(cases, options);
    EXPECT_FALSE(stopped.complete);
    EXPECT_GT(stopped.searched, 0U);
    EXPECT_FALSE(stopped.expressions.empty());
}

}  // namespace necessity_search_test
}  // namespace tarazy
