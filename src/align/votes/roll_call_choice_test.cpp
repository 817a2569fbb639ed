#include "align/votes/roll_call_choice.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace roll_call_choice_test {

Table rolls(const std::string& rows) {
    return read_csv("rcid,session,amend,para,nu,short\n" + rows, "rolls.csv");
}

TEST(RollCallChoice, IssueAndFinalPassage) {
    const std::vector<Table> table = {rolls("1,1,0,0,1,a\n2,1,1,0,1,a\n3,1,0,1,0,a\n4,1,,,,a\n")};
    RollCallChoice choice;
    choice.final_passage = true;
    EXPECT_EQ(roll_calls_left_out(table, choice), (std::vector<std::int64_t>{2, 3}));
    choice.final_passage = false;
    choice.issue = "nu";
    EXPECT_EQ(roll_calls_left_out(table, choice), (std::vector<std::int64_t>{3, 4})) << "a missing flag is no";
    choice.issue = "nuclear";
    EXPECT_THROW((void)roll_calls_left_out(table, choice), InputError);
    choice.issue = "rcid";
    EXPECT_THROW((void)roll_calls_left_out(table, choice), InputError) << "4 is no flag";
}

TEST(RepeatedTitles, AreThoseThatStandOnceInEachOfTwoSessions) {
    const std::vector<Table> tables = {
        rolls("1,1,0,0,0,Peaceful settlement of the question \n2,1,0,0,0,Programme planning of work\n"
              "3,1,0,0,0,Programme planning of work\n4,1,0,1,0,The Syrian Golan heights\n"),
        rolls("5,2,,,,Peaceful settlement: of the QUESTION : resolution / adopted\n6,2,,,,Programme planning of work\n"
              "7,2,,,,The Syrian Golan heights\n8,3,,,,Peaceful settlement of the question\n")};
    EXPECT_EQ(repeated_titles(tables, 1), (RollCallPairs{{1, 5}, {5, 8}}));
    EXPECT_EQ(repeated_titles(tables, 3), (RollCallPairs{{5, 8}}));
    EXPECT_THROW((void)repeated_titles(std::vector<Table>{read_csv("rcid\n1\n", "r.csv")}, 1), InputError);
}

}  // namespace roll_call_choice_test
}  // namespace tarazy
