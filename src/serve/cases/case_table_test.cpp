#include "serve/cases/case_table.hpp"

#include "serve/cases/case_study_test.hpp"
#include "serve/coding/study_file_cache.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::case_table_test {
namespace {

TEST(CaseTable, HasTheFilesOfItsAnalysis) {
    testing_serve::CopiedStudy copy;
    StudyFileCache files;
    const auto study = files.of(copy.study);
    EXPECT_EQ(case_tables_of(*study), (std::vector<std::string>{"cases"}));
    const CaseTable table = read_case_table(copy.study, *study, "cases");
    EXPECT_EQ(table.cells_file, "data/nuclear_reversal_cells.csv");
    EXPECT_EQ(table.sources_file, "data/nuclear_reversal_sources.csv");
    EXPECT_EQ(cell_fields(table),
              (std::vector<std::string>{"value", "alt", "confidence", "source_keys", "note", "note_kk", "note_ru"}));
    EXPECT_EQ(edits_of_cell(table, "KAZ", "ALLY", "value", "1", "0").size(), 2u);
    EXPECT_EQ(edits_of_cell(table, "KAZ", "ALLY", "note", "a", "b").size(), 1u);
    EXPECT_TRUE(case_problems(*study, "cases").empty());
    EXPECT_THROW((void)read_case_table(copy.study, *study, "votes"), RefusedRequest);
}

}  // namespace
}  // namespace tarazy::case_table_test
