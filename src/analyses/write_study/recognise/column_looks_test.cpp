#include "analyses/write_study/recognise/column_looks.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace column_looks_test {

TEST(ColumnLooks, StatesYearsVotesAndDates) {
    const Table table = read_csv(
        "Страна,when,Голос,day,member,note\nКазахстан,1999,за,1999-01-02,1,a\nРоссия,2000,против,2000-03-04,0,b\n"
        "Китай,2001,воздержался,2001-05-06,1,c\n",
        "t.csv");
    std::map<std::string, std::string> looks;
    for (const ColumnLook& look : column_looks(table)) looks[look.name] = look.looks;
    EXPECT_EQ(looks["Страна"], "states");
    EXPECT_EQ(looks["when"], "years");
    EXPECT_EQ(looks["Голос"], "votes");
    EXPECT_EQ(looks["day"], "dates");
    EXPECT_EQ(looks["member"], "0 and 1");
    EXPECT_EQ(looks["note"], "");
}

TEST(ColumnLooks, AColumnWithoutValuesLooksLikeNothing) {
    const auto looks = column_looks(read_csv("a,b\n1,\n2,\n", "t.csv"));
    EXPECT_EQ(looks[1].looks, "");
    EXPECT_EQ(looks[1].example, "");
}

}  // namespace column_looks_test
}  // namespace tarazy
