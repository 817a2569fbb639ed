#include "ledger/sqlite.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace sqlite_test {

TEST(Statement, ValuesComeBackAsTheyWent) {
    Database database = Database::in_memory();
    database.run("CREATE TABLE things(name TEXT, size REAL, n INTEGER) STRICT");
    Statement insert(database, "INSERT INTO things VALUES (?, ?, ?)");
    insert.insert(std::string("ұлт\0x", 8), 0.1, std::size_t{7});
    insert.insert(std::string(), std::nan(""), std::int64_t{-1});
    Statement select(database, "SELECT name, size, n FROM things ORDER BY rowid");
    ASSERT_TRUE(select.next());
    EXPECT_EQ(select.text(0), std::string("ұлт\0x", 8));
    EXPECT_EQ(select.real(1), 0.1);
    EXPECT_EQ(select.integer(2), 7);
    ASSERT_TRUE(select.next());
    EXPECT_EQ(select.text(0), "");
    EXPECT_FALSE(select.null(0));
    EXPECT_FALSE(select.known_real(1).has_value());
    EXPECT_FALSE(select.next());
}

TEST(Database, BytesThatAreNoDatabaseAreRefused) {
    std::string bytes(5000, 'x');
    EXPECT_THROW(
        {
            const Database database = Database::from_bytes(bytes);
            Statement tables(database, "SELECT name FROM sqlite_schema");
            static_cast<void>(tables.next());
        },
        SqliteError);
}

TEST(Database, BrokenStatementSaysWhatIsWrong) {
    Database database = Database::in_memory();
    try {
        database.run("SELECT nonsense");
        FAIL() << "accepted a column that does not exist";
    } catch (const SqliteError& error) {
        EXPECT_STREQ(error.what(), "no such column: nonsense");
    }
}

}  // namespace sqlite_test
}  // namespace tarazy
