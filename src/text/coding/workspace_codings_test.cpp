#include "text/coding/workspace_codings.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

namespace tarazy::workspace_codings_test {
namespace {

std::string rows_of(sqlite3* database, const char* sql) {
    std::string rows;
    const auto add = [](void* text, int columns, char** cells, char**) {
        for (int i = 0; i < columns; ++i)
            *static_cast<std::string*>(text) += std::string(cells[i] == nullptr ? "" : cells[i]) + ",";
        *static_cast<std::string*>(text) += "\n";
        return 0;
    };
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql, add, &rows, &error), SQLITE_OK) << (error == nullptr ? "" : error);
    return rows;
}

// The tables as serve/workspace/workspace_layout.cpp makes them; src/serve/workspace/workspace_test.cpp reads a
// workspace through `CodingStore`.
TEST(WorkspaceCodings, AChangedCodingIsOneRemovedAndOneAdded) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &database), SQLITE_OK);
    rows_of(database,
            "CREATE TABLE acts (number INTEGER, at TEXT, who TEXT, undoes INTEGER);"
            "CREATE TABLE log (number INTEGER, act INTEGER, kind TEXT, key TEXT, before TEXT, after TEXT);"
            "CREATE TABLE entries (kind TEXT, key TEXT, value TEXT, version INTEGER);"
            "INSERT INTO acts VALUES (1, 't1', 'A', NULL), (2, 't2', 'A', NULL), (3, 't3', 'B', 2);"
            "INSERT INTO log VALUES"
            " (1, 1, 'code', 'k', NULL, '{\"code\":\"peace\"}'),"
            " (2, 1, 'coding', 'c', NULL, '{\"doc\":\"d\",\"start\":0,\"end\":4,\"coder\":\"A\",\"code\":\"k\"}'),"
            " (3, 2, 'coding', 'c', '{\"doc\":\"d\",\"start\":0,\"end\":4,\"coder\":\"A\",\"code\":\"k\"}',"
            "  '{\"doc\":\"d\",\"start\":1,\"end\":4,\"coder\":\"A\",\"code\":\"k\"}'),"
            " (4, 3, 'coding', 'c', '{\"doc\":\"d\",\"start\":1,\"end\":4,\"coder\":\"A\",\"code\":\"k\"}',"
            "  '{\"doc\":\"d\",\"start\":0,\"end\":4,\"coder\":\"A\",\"code\":\"k\"}');"
            "INSERT INTO entries VALUES ('code', 'k', '{\"code\":\"peace\"}', 1), ('coding', 'c',"
            " '{\"doc\":\"d\",\"start\":0,\"end\":4,\"coder\":\"A\",\"code\":\"k\",\"memo\":\"m\"}', 4);");
    EXPECT_EQ(rows_of(database, workspace_segments_query()), "d,0,4,A,peace,m,\n");
    EXPECT_EQ(rows_of(database, workspace_changes_query()),
              "1,t1,A,1,d,0,4,A,peace,,,\n2,t2,A,0,d,0,4,A,peace,,,\n3,t2,A,1,d,1,4,A,peace,,,\n"
              "4,t3,B,0,d,1,4,A,peace,,3,\n5,t3,B,1,d,0,4,A,peace,,2,\n");
    sqlite3_close(database);
}

}  // namespace
}  // namespace tarazy::workspace_codings_test
