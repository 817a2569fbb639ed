#include "table/state_system.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace state_system_test {

TEST(StateSystem, KazakhstanIsAMemberFromItsIndependenceToTheEndOfTheList) {
    const Table table = state_system_table();
    bool found = false;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table["ccode"].integer(row) != 705) continue;
        found = true;
        EXPECT_EQ(table["styear"].integer(row), 1991);
        EXPECT_EQ(table["endyear"].integer(row), 2016);
    }
    EXPECT_TRUE(found);
}

TEST(StateSystem, EverySpellHasItsYearsInOrder) {
    const Table table = state_system_table();
    ASSERT_GT(table.rows(), 200U);
    for (std::size_t row = 0; row < table.rows(); ++row)
        EXPECT_LE(*table["styear"].integer(row), *table["endyear"].integer(row)) << row;
}

}  // namespace state_system_test
}  // namespace tarazy
