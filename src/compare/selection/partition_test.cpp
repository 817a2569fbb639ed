#include "compare/selection/partition.hpp"

#include "base/error.hpp"
#include "compare/minimisation/minimise.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace partition_test {

Table panel() {
    Table table;
    table.add("name", Column(std::vector<std::string>{"a", "b", "c", "d", "e"}));
    table.add("A", Column(std::vector<std::int64_t>{1, 0, 2, 1, 0}));
    table.add("Y", Column(std::vector<std::int64_t>{1, 0, 1, 0, 1}));
    table.add("wave", Column(std::vector<std::int64_t>{2000, 1990, 2000, 1990, Column::missing_integer}));
    return table;
}

Cases cases_of(const Table& table) {
    CaseOptions options;
    options.outcome = "Y";
    options.conditions = {"A"};
    options.case_column = "name";
    return read_cases(table, options);
}

TEST(Partition, GroupsStandInTheOrderOfTheTable) {
    const Partition made = partitioned(cases_of(panel()), panel(), "name", "wave");
    ASSERT_EQ(made.groups.size(), 2u);
    EXPECT_EQ(made.groups[0].name, "2000");
    EXPECT_EQ(made.groups[0].cases.names, (std::vector<std::string>{"a", "c"}));
    EXPECT_EQ(made.groups[1].cases.names, (std::vector<std::string>{"b", "d"}));
    EXPECT_EQ(made.groups[1].cases.outcome, (std::vector<double>{0, 0}));
    EXPECT_EQ(made.ungrouped, (std::vector<std::string>{"e"}));
}

TEST(Partition, AGroupKeepsTheLevelsOfAllCases) {
    const Cases cases = cases_of(panel());
    ASSERT_EQ(cases.space.conditions[0].levels, 3u);
    const Partition made = partitioned(cases, panel(), "name", "wave");
    EXPECT_EQ(made.groups[1].cases.space.conditions[0].levels, 3u);  // no case of 1990 has level 2
    EXPECT_EQ(made.groups[1].cases.membership[0], (std::vector<double>{0, 1}));
}

TEST(Partition, OneGroupOfAllCasesSaysWhatAllCasesSay) {
    Table table = panel();
    table.columns[3] = Column(std::vector<std::string>(5, "all"));
    const Cases cases = cases_of(table);
    const Partition made = partitioned(cases, table, "name", "wave");
    ASSERT_EQ(made.groups.size(), 1u);
    EXPECT_EQ(conservative_solution(cases, truth_table(cases)).models,
              conservative_solution(made.groups[0].cases, truth_table(made.groups[0].cases)).models);
}

TEST(Partition, ColumnsWithoutGroupsAreRefused) {
    EXPECT_THROW((void)partitioned(cases_of(panel()), panel(), "name", "region"), InputError);
    Table table = panel();
    table.columns[3] = Column(std::vector<std::string>(5, ""));
    EXPECT_THROW((void)partitioned(cases_of(table), table, "name", "wave"), InputError);
}

}  // namespace partition_test
}  // namespace tarazy
