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

}  // namespace necessity_search_test
}  // namespace tarazy
