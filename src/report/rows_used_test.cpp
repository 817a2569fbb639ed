#include "report/rows_used.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace rows_used_test {

using Rows = std::vector<std::size_t>;

Table calls() {
    Table table;
    table.add("rcid", Column(std::vector<std::int64_t>{1, 2, 3}));
    table.add("session", Column(std::vector<std::int64_t>{60, 61, 61}));
    return table;
}

Table votes() {
    Table table;
    table.add("rcid", Column(std::vector<std::int64_t>{1, 1, 2, 3, 3}));
    table.add("ccode", Column(std::vector<std::int64_t>{705, 365, 705, 365, 2}));
    return table;
}

TEST(RowsUsed, FulfilAllConditions) {
    const Table table = votes();
    const std::map<std::string, const Table*> tables{{"votes", &table}};
    EXPECT_EQ(rows_found({"votes"}, tables), (Rows{0, 1, 2, 3, 4}));
    EXPECT_EQ(rows_found({"votes", {{{"ccode"}, {"705", "KAZ"}}}}, tables), (Rows{0, 2}));
    EXPECT_EQ(rows_found({"votes", {{{"ccode"}, {"705"}}, {.columns = {"rcid"}, .least = 2}}}, tables), Rows{2});
    EXPECT_EQ(rows_found({"votes", {{{"member"}, {"KAZ"}}}}, tables), (Rows{0, 1, 2, 3, 4}));  // no such column
    EXPECT_EQ(rows_found({"ties"}, tables), Rows{});
}

TEST(RowsUsed, AStateMayBeNamedInAnyWay) {
    Table table;
    table.add("state", Column(std::vector<std::string>{"Mongolia", "MNG", "Nepal", "nowhere", ""}));
    const std::map<std::string, const Table*> tables{{"memberships", &table}};
    EXPECT_EQ(rows_found({"memberships", {{.columns = {"state"}, .values = {"MNG"}, .states = true}}}, tables),
              (Rows{0, 1}));
    EXPECT_EQ(rows_found({"memberships", {{.columns = {"state"}, .values = {"MNG"}}}}, tables), Rows{1});
}

TEST(RowsUsed, OfOneInputAreThoseOfAnother) {
    const Table table = votes(), sittings = calls();
    const std::map<std::string, const Table*> tables{{"votes", &table}, {"roll_calls", &sittings}};
    const RowsUsed of_session{"roll_calls", {{{"session"}, {"61"}}}};
    const RowsUsed of_state{"votes", {{.columns = {"rcid"}, .among = "roll_calls"}, {{"ccode"}, {"365"}}}};
    EXPECT_EQ(rows_found(of_state, tables, {{"roll_calls", rows_found(of_session, tables)}}), Rows{3});
    EXPECT_EQ(rows_found(of_state, tables, {{"roll_calls", {}}}), Rows{});
}

}  // namespace rows_used_test
}  // namespace tarazy
