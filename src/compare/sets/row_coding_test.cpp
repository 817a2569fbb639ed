#include "compare/sets/row_coding.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy {
namespace row_coding_test {

/// Crisp, fuzzy, multi-value and temporal conditions with ties.
Cases random_mixed_cases(std::uint64_t number, std::size_t count) {
    Random random(7, "cases of the row coding test", number);
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"M", 3, true}, {"T", 2, false, true}});
    cases.membership.assign(4, std::vector<double>(count));
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back(std::to_string(i));
        cases.membership[0][i] = static_cast<double>(random.below(2));
        cases.membership[1][i] = static_cast<double>(random.below(11)) / 10;
        cases.membership[2][i] = static_cast<double>(random.below(3));
        const std::uint64_t when = random.below(3);
        cases.membership[3][i] = when == 2 ? std::nan("") : static_cast<double>(when);
        cases.outcome.push_back(static_cast<double>(random.below(11)) / 10);
    }
    return cases;
}

void expect_rows_of_truth_table(const RowCoder& coder, const Cases& cases) {
    const TruthTableOptions cuts{0.7, std::nullopt, 0.4, 2};
    const TruthTable table = truth_table(cases, cuts);
    const std::vector<RowFit> rows = coder.rows();
    ASSERT_EQ(rows.size(), table.rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        EXPECT_EQ(rows[r].literals, table.rows[r].literals);
        EXPECT_EQ(rows[r].cases, table.rows[r].cases.size());
        EXPECT_EQ(rows[r].inclusion, table.rows[r].inclusion);
        EXPECT_EQ(rows[r].pri, table.rows[r].pri);
    }
    EXPECT_EQ(coded_rows(rows, cuts), coded_rows(table));
}

TEST(RowCoding, GivesTheRowsOfTheTruthTableToTheLastBit) {
    for (std::uint64_t number = 0; number < 20; ++number) {
        const Cases cases = random_mixed_cases(number, 5 + number * 2);
        expect_rows_of_truth_table(RowCoder(cases), cases);
    }
}

TEST(RowCoding, RecodedCellsCountAsIfTheyHadBeenSoFromTheStart) {
    Cases cases = random_mixed_cases(99, 21);
    RowCoder coder(cases);
    Random random(8, "changes of the row coding test", 0);
    for (int change = 0; change < 60; ++change) {
        const std::size_t column = random.below(5), at = random.below(21);
        const double value = column == 2   ? static_cast<double>(random.below(3))
                             : column == 3 ? (random.below(3) == 0 ? std::nan("") : 1.0)
                                           : static_cast<double>(random.below(5)) / 4;
        coder.recode(column, at, value);
        (column == 4 ? cases.outcome[at] : cases.membership[column][at]) = value;
        expect_rows_of_truth_table(coder, cases);
    }
}

TEST(RowCoding, KeysTellRowsApart) {
    const Literals a = Literals::one(1), b = Literals::one(90);
    EXPECT_EQ(row_key({{a}, {b}}), row_key({{a}, {b}}));
    const std::vector<CodedRows> different = {{{a}, {}},     {{}, {a}}, {{a, a}, {}}, {{b}, {}}, {{}, {b}},
                                              {{a | b}, {}}, {}};
    std::set<std::string> keys;
    for (const CodedRows& rows : different) keys.insert(row_key(rows));
    EXPECT_EQ(keys.size(), different.size());
}

}  // namespace row_coding_test
}  // namespace tarazy
