#include "report/column_meanings.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace column_meanings_test {

std::string meaning(const char* column) {
    const auto found = column_meaning(column);
    return found ? found->meaning + " [" + found->unit + "]" : "";
}

TEST(ColumnMeanings, NamesAndWhatIsMadeFromThem) {
    EXPECT_EQ(meaning("p_nearest"), "probability that this pole is the nearest [probability]");
    EXPECT_EQ(meaning("n"), "number of observations that the row rests on [count]");
    EXPECT_EQ(meaning("closeness_q05"),
              "5th percentile of: how near the state stands to the pole; 1 is nearest [0 to 1]");
    EXPECT_EQ(meaning("q95"), "95th percentile of the number in the row []");
    EXPECT_EQ(meaning("n_yes"), "number of yes [count]");
    EXPECT_EQ(meaning("nobody has said it"), "");
    EXPECT_EQ(meaning(""), "");
}

TEST(ColumnMeanings, MostColumnsOfAllMethodsAreTold) {
    std::set<std::string> columns, untold;
    for (const AnalysisResult& analysis : every_method_result().analyses) {
        for (const ResultTable& table : analysis.tables)
            columns.insert(table.table.names.begin(), table.table.names.end());
    }
    std::string list;
    for (const std::string& column : columns) {
        if (column_meaning(column)) continue;
        untold.insert(column);
        list += column + ' ';
    }
    EXPECT_LE(untold.size() * 3, columns.size()) << list;
}

}  // namespace column_meanings_test
}  // namespace tarazy
