#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace align_commands_test {

using namespace testing_program;

const std::string assembly = TARAZY_SOURCE_DIR "/examples/invented-assembly/";

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

TEST(AlignSimilarity, WritesTheColumnsOfTheContract) {
    const ProgramRun votes = run_program(
        {"align", "similarity", "--votes", assembly + "votes.csv", "--roll-calls", assembly + "roll_calls.csv"});
    ASSERT_EQ(votes.status, 0) << votes.err;
    EXPECT_TRUE(first_line(votes.out).starts_with(
        "session,ccode1,ccode2,n,n_nonunanimous,s_abs,s_sq,kappa_nominal,kappa_sq,kappa_abs,pi_nominal,pi_sq,pi_abs,"
        "tau_b,agree_lijphart,agree_voeten,agree_exact,agree_noabst"));
    const ProgramRun ties =
        run_program({"align", "similarity", "--ties", assembly + "ties.csv", "--weights", assembly + "weights.csv"});
    ASSERT_EQ(ties.status, 0) << ties.err;
    EXPECT_TRUE(first_line(ties.out).starts_with(
        "ccode1,ccode2,n,s_val_abs,s_val_sq,s_bin,s_val_abs_cinc,kappa_val_nominal,kappa_val_sq,kappa_val_abs,"
        "kappa_bin,pi_val_nominal,pi_val_sq,pi_val_abs,pi_bin,tau_b"));
}

TEST(AlignSimilarity, SplitFilesAndThreadsChangeNoByte) {
    const Folder folder;
    const std::string all = bytes_of(assembly + "votes.csv");
    const auto middle = all.find('\n', all.size() / 2) + 1;
    const std::string first = folder.write("first.csv", all.substr(0, middle));
    const std::string second = folder.write("second.csv", first_line(all) + '\n' + all.substr(middle));
    const std::vector<std::string> common = {"--roll-calls", assembly + "roll_calls.csv", "--bootstrap", "50"};
    const auto run = [&](std::vector<std::string> votes) {
        votes.insert(votes.begin(), {"align", "similarity", "--votes"});
        votes.insert(votes.end(), common.begin(), common.end());
        const ProgramRun result = run_program(votes);
        EXPECT_EQ(result.status, 0) << result.err;
        return result.out;
    };
    const std::string whole = run({assembly + "votes.csv"});
    EXPECT_EQ(run({first, second}), whole);
    EXPECT_EQ(run({assembly + "votes.csv", "--threads", "1"}), whole);
}

TEST(AlignSimilarity, WhatIsWrittenWhileComputedHasTheBytesOfTheWholeTable) {
    const Folder folder;
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"align", "similarity", "--votes", assembly + "votes.csv", "--roll-calls",
                                   assembly + "roll_calls.csv", "--digits", "4"});
        return run_program(more);
    };
    EXPECT_EQ(run({"-o", folder / "whole.csv.gz"}).status, 0);  // packed files are made of the whole table
    const std::string whole = run_program({"data", "convert", folder / "whole.csv.gz", "-"}).out;
    for (const char* threads : {"1", "2", "8"}) {
        EXPECT_EQ(run({"--threads", threads}).out, whole);
        EXPECT_EQ(run({"--threads", threads, "-o", folder / "parts.csv"}).status, 0);
        EXPECT_EQ(bytes_of(folder / "parts.csv"), whole);
    }
    const ProgramRun none = run({"--states", "2", "-o", folder / "parts.csv"});
    EXPECT_EQ(none.status, 3) << none.err;
    EXPECT_EQ(bytes_of(folder / "parts.csv"), whole);
}

TEST(AlignIdealPoints, WritesTheColumnsOfTheContractAndItsFiles) {
    const Folder folder;
    const std::string draws = folder / "a.draws", items = folder / "items.csv";
    const ProgramRun run =
        run_program({"align", "ideal-points", "--votes", assembly + "votes.csv", "--roll-calls",
                     assembly + "roll_calls.csv", "--draws", "200", "--draws-file", draws, "--items", items});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(first_line(run.out),
              "ccode,session,year,n_votes,mean,sd,q05,q50,q95,rhat,ess_bulk,ess_tail,flag,mcse_mean,mcse_q05,mcse_q50,"
              "mcse_q95");
    EXPECT_EQ(std::ranges::count(run.out, '\n'), 41);
    EXPECT_TRUE(bytes_of(draws).starts_with("TRZYDRAW"));
    EXPECT_EQ(first_line(bytes_of(items)),
              "item,first_session,last_session,roll_calls,slope,cut1,cut2,n_yes,n_abstain,n_no");
    EXPECT_NE(run.err.find("unanimous left out"), std::string::npos) << run.err;
}

TEST(AlignIdealPoints, ChainsThatHaveNotMetEndWithStatusOne) {
    const ProgramRun run =
        run_program({"align", "ideal-points", "--votes", assembly + "votes.csv", "--roll-calls",
                     assembly + "roll_calls.csv", "--method", "mcmc", "--warmup", "10", "--draws", "10"});
    EXPECT_EQ(run.status, 1);
    EXPECT_NE(run.err.find("NOT CONVERGED"), std::string::npos) << run.err;
    EXPECT_FALSE(run.out.empty()) << "the numbers are there, and so is the warning";
}

TEST(AlignIdealPoints, WhatCannotBeScaledIsSaidOnce) {
    const Folder folder;
    const std::string alone = folder.write("one.csv", "rcid,ccode,vote,session\n1,2,1,1\n2,2,3,1\n");
    const ProgramRun one = run_program({"align", "ideal-points", "--votes", alone});
    EXPECT_EQ(one.status, 3);
    EXPECT_NE(one.err.find("two states"), std::string::npos) << one.err;
    const std::string apart = folder.write(
        "apart.csv",
        "rcid,ccode,vote,session\n1,2,1,1\n1,20,3,1\n2,2,3,1\n2,20,1,1\n3,40,1,2\n3,41,3,2\n4,40,3,2\n4,41,1,2\n");
    const ProgramRun two = run_program({"align", "ideal-points", "--votes", apart});
    EXPECT_EQ(two.status, 3);
    EXPECT_NE(two.err.find("sessions 1 and 2 share neither"), std::string::npos) << two.err;
    EXPECT_EQ(run_program({"align", "ideal-points", "--votes", assembly + "votes.csv", "--anchors", "USA"}).status, 2);
    EXPECT_EQ(run_program({"align", "ideal-points", "--votes", assembly + "votes.csv", "--roll-calls",
                           assembly + "roll_calls.csv", "--issue", "nuclear"})
                  .status,
              3);
}

TEST(AlignBalance, PositionsAndFiguresBecomeSharesAndLabels) {
    const Folder folder;
    const std::string draws = folder / "a.draws", labels = folder / "labels.csv";
    ASSERT_EQ(run_program({"align", "ideal-points", "--votes", assembly + "votes.csv", "--roll-calls",
                           assembly + "roll_calls.csv", "--draws", "100", "--draws-file", draws})
                  .status,
              0);
    const std::string trade = folder.write(
        "trade.csv",
        "state,year,pole,value,lower,upper\nKAZ,2008,RUS,40,35,45\nKAZ,2008,CHN,20,15,26\nKAZ,2008,USA,10,9,11\n");
    const ProgramRun run = run_program({"align", "balance", "--draws", draws, "--flows", "trade=" + trade, "--states",
                                        "KAZ", "--poles", "RUS,CHN,WEST=USA", "--labels", labels});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(first_line(run.out),
              "state,year,domain,quantity,poles,value,q05,q95,p_positive,weights_q05,weights_q95,n_domains,n_draws,"
              "missing,flag");
    EXPECT_NE(run.out.find("KAZ,2008,trade,share,RUS,"), std::string::npos);
    EXPECT_NE(run.out.find("KAZ,2008,overall,h_between,,"), std::string::npos);
    EXPECT_NE(run.out.find("KAZ,2007,overall,share,RUS,"), std::string::npos) << "votes alone";
    EXPECT_EQ(std::ranges::count(bytes_of(labels), '\n'), 5);
    const ProgramRun again = run_program({"align", "balance", "--draws", draws, "--flows", "trade=" + trade, "--states",
                                          "KAZ", "--poles", "RUS,CHN,WEST=USA", "--threads", "1"});
    EXPECT_EQ(again.out, run.out);
}

TEST(AlignBalance, SharedInstitutionsOfTheStudyThatShips) {
    const std::string data = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";
    const std::vector<std::string> command = {"align",          "balance",
                                              "--memberships",  data + "institution_memberships.csv",
                                              "--institutions", data + "institutions.csv",
                                              "--years",        "1995-2010",
                                              "--states",       "KAZ",
                                              "--poles",        "RUS,CHN,WEST=USA+GBR+FRA"};
    const ProgramRun run = run_program(command);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("KAZ,2010,institutions,share,RUS,"), std::string::npos);
    std::vector<std::string> without_years(command.begin(), command.end() - 6);
    without_years.insert(without_years.end(), {"--states", "KAZ", "--poles", "RUS,CHN"});
    EXPECT_EQ(run_program(without_years).status, 2);
}

TEST(AlignBalance, WhatIsWrongIsNamed) {
    const Folder folder;
    EXPECT_EQ(run_program({"align", "balance", "--states", "KAZ", "--poles", "RUS,CHN"}).status, 2);
    const std::string damaged = folder.write("a.draws", "TRZYDRAWxx");
    const ProgramRun draws =
        run_program({"align", "balance", "--draws", damaged, "--states", "KAZ", "--poles", "RUS,CHN"});
    EXPECT_EQ(draws.status, 3);
    EXPECT_NE(draws.err.find("a.draws: is no file of draws"), std::string::npos) << draws.err;
    const std::string trade = folder.write("trade.csv", "state,year,pole,value\nKAZ,2008,RUS,-4\nKAZ,2008,CHN,1\n");
    const ProgramRun figures =
        run_program({"align", "balance", "--flows", "trade=" + trade, "--states", "KAZ", "--poles", "RUS,CHN"});
    EXPECT_EQ(figures.status, 3);
    EXPECT_NE(figures.err.find("trade.csv:2:4"), std::string::npos) << figures.err;
}

TEST(AlignShares, SharesOfAYearAddUpToOne) {
    const ProgramRun run =
        run_program({"align", "shares", "--votes", assembly + "votes.csv", "--roll-calls", assembly + "roll_calls.csv",
                     "--states", "KAZ", "--poles", "RUS,CHN,WEST=USA+GBR+FRA+DEU", "--sessions", "63"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(first_line(run.out),
              "state,year,domain,pole,closeness,closeness_q05,closeness_q95,share,share_q05,share_q95,p_nearest,n,"
              "session,flag");
    double sum = 0;
    std::size_t rows = 0;
    for (auto at = run.out.find('\n') + 1; at < run.out.size(); at = run.out.find('\n', at) + 1) {
        std::size_t cell = at;
        for (int comma = 0; comma < 7; ++comma) cell = run.out.find(',', cell) + 1;
        sum += std::stod(run.out.substr(cell));
        ++rows;
    }
    EXPECT_EQ(rows, 3u);
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(AlignShares, APoleThatIsNoStateIsNamed) {
    const ProgramRun run = run_program({"align", "shares", "--votes", assembly + "votes.csv", "--roll-calls",
                                        assembly + "roll_calls.csv", "--states", "KAZ", "--poles", "RUS,CHIN"});
    EXPECT_NE(run.status, 0);
    EXPECT_NE(run.err.find("CHIN"), std::string::npos) << run.err;
}

}  // namespace align_commands_test
}  // namespace tarazy
