#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace result_tables_test {

TEST(ResultTables, NotesArePutUnderThoseThatAreThere) {
    std::vector<ResultTable> tables;
    EXPECT_TRUE(notes_in(tables).empty());
    add_notes(tables, {});
    EXPECT_TRUE(tables.empty());
    add_notes(tables, {"one"});
    add_notes(tables, {"two", "three"});
    ASSERT_EQ(tables.size(), 1u);
    EXPECT_EQ(notes_in(tables), (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(find_table(tables, ""), nullptr);
}

TEST(ResultTables, AnalysesAreFoundByTheirMethod) {
    StudyResult result;
    for (const char* method : {"a.one", "a.two", "a.one"}) {
        result.analyses.emplace_back();
        result.analyses.back().method = method;
    }
    EXPECT_EQ(analyses_by(result, "a.one").size(), 2u);
    EXPECT_TRUE(analyses_by(result, "a").empty());
}

}  // namespace result_tables_test
}  // namespace tarazy
