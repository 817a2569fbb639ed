#include "analyses/simulate/panel_rows.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace panel_rows_test {

TEST(PanelRows, OneKindOrAskedWhich) {
    const Table table = read_csv("domain,x\na,1\nb,2\n", "t.csv");
    EXPECT_EQ(rows_of_kind(table, "domain", "b").rows(), 1u);
    EXPECT_THROW((void)rows_of_kind(table, "domain", ""), InputError);
    EXPECT_THROW((void)rows_of_kind(table, "quantity", "share"), InputError);
    EXPECT_EQ(rows_of_kind(table, "quantity", "").rows(), 2u);
}

TEST(PanelRows, YearsOfTheAnalysisElseOfTheStudy) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    const Table table = read_csv("year\n1993\n1994\n2016\n\n2017\n", "t.csv");
    EXPECT_EQ(rows_of_years(analysis.plan, table).rows(), table.rows() - 2);
    analysis.plan.parameters.set("years", Span{2016, 2016});
    EXPECT_EQ(rows_of_years(analysis.plan, table)["year"].integer(0), 2016);
}

}  // namespace panel_rows_test
}  // namespace tarazy
