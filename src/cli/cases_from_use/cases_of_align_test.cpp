// Cases from use (README.md beside): votes and flows whose states, sessions or years are not what they seem.

#include "cli/cases_from_use/case_program_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace cases_of_align_test {

using namespace testing_cases;

TEST(CasesOfAlign, BalanceSilentEmpty) {
    const auto balance = [](int status, const std::string& file, const std::string& states) {
        return run_to(status, {"align", "balance", "--flows", "trade=" + case_file("balance-silent-empty/" + file),
                               "--states", states, "--poles", "RUS,CHN", "--format", "csv"});
    };
    for (const char* states : {"KAZ", "kaz"}) {
        expect_in(balance(0, "flows_lo.csv", states).out, "\nKAZ,2001,trade,share,RUS,0.375,");
        expect_in(balance(0, "flows_ok.csv", states).out, "\nKAZ,2001,trade,share,RUS,0.75,");
    }
    for (const char* file : {"flows_lo.csv", "flows_ok.csv"}) {
        expect_in(balance(2, file, "XYZ").err, "no state has the code or name 'XYZ'");
        const ProgramRun none = balance(3, file, "UZB");
        EXPECT_EQ(none.out, "");
        expect_in(none.err, "nothing is about the states of --states and the poles of --poles");
    }
}

TEST(CasesOfAlign, DrawsSessionOverflow) {
    const ProgramRun run = run_to(3, {"align", "balance", "--draws", case_file("draws-session-overflow/d6.draws"),
                                      "--states", "KAZ", "--poles", "RUS,CHN"});
    expect_in(run.err, "d6.draws: has the session 2147483647, out of range");
    EXPECT_EQ(run.out, "");
}

TEST(CasesOfAlign, SessionColumnCase) {
    for (const char* command : {"similarity", "ideal-points"}) {
        expect_in(run_to(3, {"align", command, "--votes", case_file("session-column-case/capses.csv")}).err,
                  "there is no column 'session'; did you mean 'Session'? --rename session=Session");
        expect_in(run_to(3, {"align", command, "--votes", case_file("session-column-case/yearcol.csv")}).err,
                  "there is no column 'session'; did you mean 'year'? --rename session=year");
    }
}

TEST(CasesOfAlign, SharesGermany1990) {
    const auto shares = [](const std::string& votes, const std::string& poles) {
        return run_to(0, {"align", "shares", "--votes", votes, "--states", "IND", "--poles", poles, "--bootstrap", "0",
                          "--format", "csv"});
    };
    const ProgramRun germany = shares(case_file("shares-germany-1990/votes.csv"), "DEU,RUS");
    for (const char* year : {"1989", "1990", "1991"})
        expect_in(germany.out, "\nIND," + std::string(year) + ",votes,DEU,0.5,,,0.5,");
    expect_not_in(germany.err, "warning");
    // The same of Yemen, which the Correlates of War number 678 before 1990 and 679 since.
    const Folder folder;
    const std::string votes = folder.write("yemen.csv",
                                           "rcid,session,ccode,vote\n"
                                           "1,44,750,1\n1,44,678,3\n1,44,365,1\n2,44,750,1\n2,44,678,1\n2,44,365,3\n"
                                           "3,45,750,1\n3,45,678,3\n3,45,365,1\n4,45,750,1\n4,45,678,1\n4,45,365,3\n"
                                           "5,46,750,1\n5,46,679,3\n5,46,365,1\n6,46,750,1\n6,46,679,1\n6,46,365,3\n");
    const ProgramRun yemen = shares(votes, "YEM,RUS");
    for (const char* year : {"1989", "1990", "1991"})
        expect_in(yemen.out, "\nIND," + std::string(year) + ",votes,YEM,0.5,,,0.5,");
    const std::string flows = folder.write("flows.csv", "state,year,pole,value\n750,1990,260,1\n750,1990,365,1\n");
    expect_in(run_to(0, {"align", "balance", "--flows", "trade=" + flows, "--states", "IND", "--poles", "DEU,RUS",
                         "--format", "csv"})
                  .out,
              "\nIND,1990,trade,share,DEU,0.5,");
}

TEST(CasesOfAlign, TwoStatesInterval) {
    const ProgramRun run =
        run_to(3, {"align", "ideal-points", "--votes", case_file("two-states-interval/twostates.csv")});
    EXPECT_EQ(run.out, "");
    expect_in(run.err, "there are 2 positions to estimate: the scale alone puts one at 1 and the other at -1");
}

TEST(CasesOfAlign, Voeten89) {
    const ProgramRun run =
        run_to(0, {"align", "similarity", "--votes", case_file("voeten-8-9/voeten.csv"), "--format", "csv"});
    expect_in(run.err, "cells read as no vote: 8 absent (1), 9 not a member (1)");
    expect_in(run.out, "\n1,2,20,1,1,");
    for (const char* absent : {",40,", ",41,"}) expect_not_in(run.out, absent);
}

TEST(CasesOfAlign, YearOfParliament) {
    const std::string votes = case_file("year-of-parliament/yearsess.csv");
    const ProgramRun years = run_to(0, {"align", "ideal-points", "--votes", votes, "--format", "csv"});
    expect_in(years.out, "\n2,2020,2020,12,");
    expect_in(years.out, "\n2,2021,2021,12,");
    const Folder folder;
    std::string terms = bytes_of(votes);
    for (std::size_t at = terms.find(",202"); at != std::string::npos; at = terms.find(",202", at))
        terms.replace(at, 5, terms[at + 4] == '0' ? ",8" : ",9");
    const std::string file = folder.write("terms.csv", terms);
    const ProgramRun other =
        run_to(0, {"align", "ideal-points", "--votes", file, "--body", "other", "--format", "csv"});
    expect_in(other.out, "\n2,8,,12,");
    expect_in(other.out, "\n2,9,,12,");
    expect_in(run_to(0, {"align", "ideal-points", "--votes", file}).err,
              "years are those of the General Assembly of the United Nations, 1945 + session; --body other when these");
}

}  // namespace cases_of_align_test
}  // namespace tarazy
