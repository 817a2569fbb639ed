#include "align/votes/vote_rows.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace vote_rows_test {

std::string fault(const std::string& text, bool own_sessions = true) {
    try {
        const Table table = read_csv(text, "v.csv");
        Numbering members, calls;
        members.see(table, member_column(table));
        calls.see(table, "rcid");
        members.close();
        calls.close();
        std::vector<std::string> notes;
        Diagnostics faults;
        (void)vote_rows(table, members, calls, own_sessions, notes, faults);
        faults.throw_if_any();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(VoteRows, AMisspeltOptionalColumnIsNotSilentlyDefaulted) {
    EXPECT_NE(fault("rcid,Session,ccode,vote\n1,60,2,1\n")
                  .find("v.csv:1: there is no column 'session'; did you mean 'Session'? --rename session=Session"),
              std::string::npos);
    for (const char* name : {"year", "Term", "congress", "Сессия", "sesion"})
        EXPECT_NE(fault("rcid," + std::string(name) + ",ccode,vote\n1,60,2,1\n").find("no column 'session'"),
                  std::string::npos)
            << name;
    EXPECT_EQ(fault("rcid,Session,ccode,vote\n1,60,2,1\n", false), "") << "the list of roll calls tells";
    EXPECT_NE(fault("rcid,session,member,vote,Party\n1,60,Ash,1,Left\n").find("--rename party=Party"),
              std::string::npos);
    EXPECT_NE(fault("rcid,session,member,vote,Date\n1,60,Ash,1,2020\n").find("--rename date=Date"), std::string::npos);
    EXPECT_EQ(fault("rcid,session,ccode,vote,Countryname\n1,60,2,1,USA\n"), "");
}

TEST(MemberColumn, IsCcodeOrMemberAndElseAHintIsGiven) {
    EXPECT_EQ(member_column(read_csv("rcid,ccode,member,vote\n1,2,Ash,1\n", "v.csv")), "ccode");
    EXPECT_EQ(member_column(read_csv("rcid,member,vote\n1,Ash,1\n", "v.csv")), "member");
    EXPECT_NE(fault("rcid,legislator,vote\n1,Ash,1\n").find("--rename member=legislator"), std::string::npos);
    EXPECT_NE(fault("rcid,who,vote\n1,Ash,1\n").find("there is no column 'ccode'"), std::string::npos);
}

}  // namespace vote_rows_test
}  // namespace tarazy
