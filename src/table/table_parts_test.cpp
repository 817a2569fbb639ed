#include "table/table_parts.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace table_parts_test {

using Names = std::vector<std::string>;

Table terms() {
    TableRows rows(TextColumn{"what"}, TextColumn{"text"}, RealColumn{"share"});
    rows.add("model", "A*B + C", 0.75);
    rows.add("term", "A*B", 1.0);
    rows.add("", "C", std::nullopt);
    rows.add("term", "C", 0.75);
    return rows.table();
}

TEST(TableParts, KeptColumnsStandInTheOrderAskedForUnderTheirNewNames) {
    const Table kept = kept_columns(terms(), {{"share"}, {"text", "term"}});
    EXPECT_EQ(kept.names, (Names{"share", "term"}));
    EXPECT_EQ(kept["term"].text(3), "C");
    EXPECT_EQ(kept["share"].count_missing(), 1U);
}

TEST(TableParts, RowsWhereKeepsTheirOrderAndLeavesOutMissingCells) {
    const Table found = rows_where(terms(), "what", "term");
    ASSERT_EQ(found.rows(), 2U);
    EXPECT_EQ(found["text"].text(0), "A*B");
    EXPECT_EQ(found["text"].text(1), "C");
    const Table none = rows_where(terms(), "what", "claim");
    EXPECT_EQ(none.rows(), 0U);
    EXPECT_EQ(none.names, (Names{"what", "text", "share"}));
}

TEST(TableParts, ColumnsOfAnotherTableStandBehind) {
    Table table = kept_columns(terms(), {{"text"}});
    add_columns(table, kept_columns(terms(), {{"share"}, {"what", "kind"}}));
    EXPECT_EQ(table.names, (Names{"text", "share", "kind"}));
    EXPECT_EQ(table["share"].real(1), 1.0);
}

}  // namespace table_parts_test
}  // namespace tarazy
