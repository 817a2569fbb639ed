#include "report/data_dictionary.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace data_dictionary_test {

TEST(DataDictionary, EveryColumnOfEveryTableHasARow) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const Table table = data_dictionary(ReportContext(result, all_chapters()));
    std::size_t columns = 0, told = 0;
    for (const AnalysisResult& analysis : result.analyses) {
        for (const ResultTable& one : analysis.tables) columns += one.table.names.size();
    }
    EXPECT_GT(table.rows(), columns) << "the table of propositions, too";
    bool share = false;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        told += text_in(table, "meaning", row).empty() ? 0u : 1u;
        share = share ||
                (text_in(table, "file", row) == "results/shares.csv" && text_in(table, "column", row) == "p_nearest" &&
                 text_in(table, "type", row) == "real" && text_in(table, "unit", row) == "probability");
    }
    EXPECT_TRUE(share);
    EXPECT_GE(told * 10, table.rows() * 9);
}

TEST(DataDictionary, EveryColumnOfEveryMethodIsTold) {
    const Table table = data_dictionary(ReportContext(every_method_result(), all_chapters()));
    for (std::size_t row = 0; row < table.rows(); ++row)
        EXPECT_NE(text_in(table, "meaning", row), "")
            << text_in(table, "file", row) << ", column " << text_in(table, "column", row);
}

}  // namespace data_dictionary_test
}  // namespace tarazy
