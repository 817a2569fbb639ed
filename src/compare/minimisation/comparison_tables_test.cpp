#include "compare/minimisation/comparison_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace comparison_tables_test {

/// Қауіп (threat) and одақ (ally) against бас тарту (giving up): Kazakh names all through.
Cases kazakh_cases() {
    Table table;
    table.add("case", Column(std::vector<std::string>{"Қазақстан", "Украина", "Үндістан", "Швеция"}));
    table.add("қауіп", Column(std::vector<double>{0.2, 0.9, 0.9, 0.1}));
    table.add("одақ", Column(std::vector<double>{0.8, 0.1, 0.1, 0.3}));
    table.add("бас_тарту", Column(std::vector<double>{1, 0.9, 0.1, 1}));
    return read_cases(table, {"бас_тарту", {"қауіп", "одақ"}});
}

TEST(ComparisonTables, TruthRowsNameDeviantCasesOfPositiveRowsOnly) {
    const Cases cases = kazakh_cases();
    TruthTableOptions cuts;
    cuts.inclusion_cut = 0.5;
    const Table rows = truth_rows(cases, truth_table(cases, cuts), true);
    ASSERT_EQ(rows.rows(), 4u);
    EXPECT_EQ(rows.names,
              (std::vector<std::string>{"row", "қауіп", "одақ", "OUT", "n", "incl", "PRI", "cases", "deviant_cases"}));
    EXPECT_EQ(rows["cases"].text(2), "Украина; Үндістан");
    EXPECT_EQ(rows["deviant_cases"].text(2), "Үндістан");
    EXPECT_EQ(rows["OUT"].text(3), "?");
    EXPECT_FALSE(rows["incl"].real(3));  // a row without cases has no inclusion, not one of 0
    cuts.inclusion_cut = 1;
    const Table strict = truth_rows(cases, truth_table(cases, cuts), false);
    EXPECT_EQ(strict.rows(), 3u);
    EXPECT_EQ(strict["OUT"].text(2), "0");
    EXPECT_EQ(strict["deviant_cases"].text(2).value_or(""), "");
}

TEST(ComparisonTables, NoColumnHasTheNameOfAnother) {
    const PropertySpace space({{"n"}, {"n_condition"}, {"cases"}, {"PRI"}, {"Қ"}, {"OUT_lowest"}});
    EXPECT_EQ(condition_columns(space),
              (std::vector<std::string>{"n_condition_condition", "n_condition", "cases_condition", "PRI_condition", "Қ",
                                        "OUT_lowest_condition"}));
}

TEST(ComparisonTables, EveryModelEndsWithItselfAndNamesItsCases) {
    const Cases cases = kazakh_cases();
    TruthTableOptions cuts;
    cuts.inclusion_cut = 0.9;
    const Table rows = solution_rows(cases, {{"parsimonious", parsimonious_solution(cases, truth_table(cases, cuts))}});
    ASSERT_EQ(rows.rows(), 2u);
    EXPECT_EQ(rows["term"].text(0), "~қауіп");
    EXPECT_EQ(rows["cases"].text(0), "Швеция; Қазақстан");
    EXPECT_EQ(rows["term"].text(1), "~қауіп");
    EXPECT_TRUE(rows["covU"].real(0));
    EXPECT_FALSE(rows["covU"].real(1));
}

TEST(ComparisonTables, SingleLiteralsAreEveryConditionAndItsAbsence) {
    const Cases cases = kazakh_cases();
    const Table rows = necessity_rows(cases, single_literals(cases));
    ASSERT_EQ(rows.rows(), 4u);
    EXPECT_EQ(rows["expression"].text(0), "қауіп");
    EXPECT_EQ(rows["expression"].text(1), "~қауіп");
    EXPECT_EQ(rows["kind"].text(3), "single");
    // sum of min(x, y) over sum of y for ~қауіп: (0.8 + 0.1 + 0.1 + 0.9) / 3
    EXPECT_NEAR(*rows["inclN"].real(1), 1.9 / 3.0, 1e-12);
}

TEST(ComparisonTables, ACaseAtOneHalfIsOnNeitherSide) {
    const Cases cases = kazakh_cases();
    EXPECT_EQ(cases_in(cases, {0.5, 0.6, 0.6, 0.5}, true), std::vector<std::size_t>{1});
    EXPECT_EQ(cases_in(cases, {0.5, 0.6, 0.6, 0.5}, false), std::vector<std::size_t>{2});
}

TEST(ComparisonTables, LargeAndTemporalSpacesListNoRemainders) {
    std::vector<Condition> many;
    for (char name = 'A'; name < 'N'; ++name) many.push_back({std::string(1, name)});
    EXPECT_FALSE(remainders_listable(PropertySpace(many)));
    many.pop_back();
    EXPECT_TRUE(remainders_listable(PropertySpace(many)));
    many.back().does_not_apply = true;
    EXPECT_FALSE(remainders_listable(PropertySpace(many)));
}

}  // namespace comparison_tables_test
}  // namespace tarazy
