#include "table/lone_mark.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace lone_mark_test {

Column texts(std::vector<std::string> cells) {
    return Column(std::span<const std::string>(cells));
}

TEST(LoneMark, TheOneTextAmongNumbers) {
    const auto mark = lone_mark(texts({"1", "..", "2.5", "..", ""}));
    ASSERT_TRUE(mark.has_value());
    EXPECT_EQ(mark->text, "..");
    EXPECT_EQ(mark->cells, 2u);
    EXPECT_EQ(mark->first_row, 1u);
    EXPECT_EQ(mark_remedy(*mark), "--missing .. makes them missing (in a study: missing = [\"..\"])");
}

TEST(LoneMark, NoneAmongWordsOrWithoutNumbers) {
    EXPECT_FALSE(lone_mark(texts({"a", "b", "1"})).has_value());
    EXPECT_FALSE(lone_mark(texts({"..", ".."})).has_value());
    EXPECT_FALSE(lone_mark(Column(std::vector<std::int64_t>{1})).has_value());
}

TEST(LoneMark, RequiringNumbersSaysItOnceForAllCells) {
    Table table;
    table.origin.path = "wdi.csv";
    table.add("gdp", texts({"..", "1.5", "..", ".."}));
    try {
        static_cast<void>(require_reals(table, "gdp"));
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "wdi.csv:2:1: gdp is '..' in 3 cells, not a finite number; --missing .. makes them missing "
                     "(in a study: missing = [\"..\"])");
    }
    EXPECT_THROW(static_cast<void>(require_integers(table, "gdp")), InputError);
}

}  // namespace lone_mark_test
}  // namespace tarazy
