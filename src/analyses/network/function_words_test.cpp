#include "analyses/network/function_words.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace function_words_test {

TEST(FunctionWords, CodesStayAsTheyAre) {
    const ReportContext context(every_method_result(), all_chapters());
    ClaimParts parts;
    parts.quantity = "coverage";
    parts.about = {"verification"};
    EXPECT_EQ(function_quantity(context, parts)->en, "coverage: verification");
    EXPECT_EQ(function_quantity(context, parts)->ru, "покрытие: verification");
    parts.quantity = "unheard_of";
    EXPECT_FALSE(function_quantity(context, parts));
}

TEST(FunctionWords, RowsAreThoseOfTheLastYear) {
    const ReportContext context(every_method_result(), all_chapters());
    const Table* table = find_table(context.analysis("functions_years")->tables, "");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(last_year_in(*table), "2010");
    EXPECT_EQ(last_rows_of(*table, "KAZ").size(), 4u);
    EXPECT_TRUE(last_rows_of(*table, "ATA").empty());
}

}  // namespace function_words_test
}  // namespace tarazy
