#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace text_estimate_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string codes = TARAZY_SOURCE_DIR "/src/text/testdata/machine_codes.csv";

TEST(TextEstimate, CorrectsTheMachine) {
    const ProgramRun run = run_program({"text", "estimate", "--codes", codes, "--machine", "good"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("by,group,category,estimator,estimate,se,lower,upper,lambda,n_hand,n_units,note\n"));
    EXPECT_NE(run.out.find("\nall,,,ppi,0.229254901960784,0.02280830596600"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nall,,,ppi_plus,0.22340250734529"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nstratum,early,,design_weighted,0.33333333333333"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("sampling probabilities differ"), std::string::npos) << run.err;
}

TEST(TextEstimate, PlansTheNextSample) {
    const ProgramRun run = run_program({"text", "estimate", "--codes", codes, "--machine", "good", "--plan", "0.03"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with(
        "by,group,category,n_units,n_hand,half_width_now,n_hand_only,n_needed,n_more,note\nall,,,2000,255,"))
        << run.out;
}

TEST(TextEstimate, TheSampleMayStandApart) {
    const Folder folder;
    std::string all = "unit,code\n", sample = "unit,hand\n";
    for (int unit = 0; unit < 100; ++unit) {
        all += "u" + std::to_string(unit) + (unit % 2 == 0 ? ",peace\n" : ",war\n");
        if (unit < 40) sample += "u" + std::to_string(unit) + (unit % 4 == 0 ? ",peace\n" : ",war\n");
    }
    const ProgramRun run = run_program({"text", "estimate", "--codes", folder.write("c.csv", all), "--sample",
                                        folder.write("s.csv", sample), "--category", "peace"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nall,,peace,ppi,0.25,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("taken for a simple random one"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "estimate", "--codes", folder / "c.csv", "--sample", folder / "s.csv"}).status, 3);
    EXPECT_EQ(run_program({"text", "estimate", "--codes", folder / "c.csv", "--sample", folder / "s.csv", "--category",
                           "piece"})
                  .status,
              2);
}

TEST(TextEstimate, FaultsHaveTheirPlace) {
    const Folder folder;
    const std::string all = folder.write("c.csv", "unit,code\na,1\nb,0\n");
    const ProgramRun run = run_program({"text", "estimate", "--codes", all, "--sample",
                                        folder.write("s.csv", "unit,hand,probability\na,1,2\nq,0,.5\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("s.csv:2:3: the probability"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("s.csv:3:1: the unit 'q' has no machine code"), std::string::npos) << run.err;
}

TEST(TextEstimate, OneEstimatorByYearIsATrend) {
    const Folder folder;
    std::string all = "unit,code,hand,year\n";
    for (int i = 0; i < 80; ++i)
        all += std::to_string(i) + ',' + std::to_string(i % 2) + ',' + (i % 4 < 2 ? std::to_string(i % 3 % 2) : "") +
               ',' + std::to_string(2001 + i % 5 % 2) + '\n';
    const std::string codes = folder.write("c.csv", all);
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"text", "estimate", "--codes", codes, "--format", "csv", "--quiet"});
        return run_program(more);
    };
    const std::string rows = run({"--by", "year", "--estimator", "ppi_plus"}).out;
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 3) << rows;
    EXPECT_NE(rows.find("\nyear,2001,,ppi_plus,"), std::string::npos) << rows;
    EXPECT_EQ(run({"--by", "stratum"}).status, 2);
    EXPECT_EQ(run({"--by", "year", "--estimator", "ppi_plus_stratified"}).status, 2);
    EXPECT_EQ(run({"--plan", ".1", "--estimator", "ppi"}).status, 2);
}

TEST(TextEstimate, SentencesOfTextCodesAndASheetThatWasReadNeedNoRewriting) {
    const Folder folder;
    std::string all = "doc_id,group,year,sentence,codes,rarest_code\n",
                sheet = "doc_id,sentence,probability,codes,coder\n";
    for (int i = 1; i <= 80; ++i) {
        const std::string machine = i % 4 == 0 ? "memory" : "", place = "d," + std::to_string(i);
        all +=
            "d,all," + std::to_string(2001 + i / 41) + ',' + std::to_string(i) + ',' + machine + ',' + machine + '\n';
        if (i % 2 == 0) sheet += place + ",.5," + (i % 8 == 0 ? "memory" : "") + ",R\n";
    }
    const std::string sentences = folder.write("s.csv", all);
    const ProgramRun run = run_program(
        {"text", "estimate", "--codes", sentences, "--sample", folder.write("sheet.csv", sheet), "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nall,,memory,machine_only,0.25,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nall,,memory,design_weighted,0.125,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nstratum,none,memory,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nyear,2001,memory,design_weighted,0.125,"), std::string::npos) << run.out;
    EXPECT_EQ(run_program({"text", "estimate", "--codes", sentences}).status, 2) << "no sample";
    const ProgramRun unread = run_program(
        {"text", "estimate", "--codes", sentences, "--sample", folder.write("half.csv", sheet + "d,1,.5,,\n")});
    EXPECT_EQ(unread.status, 3);
    EXPECT_NE(unread.err.find("half.csv:42:5: nobody has read this sentence"), std::string::npos) << unread.err;
    EXPECT_EQ(run_program(
                  {"text", "estimate", "--codes", sentences, "--sample", folder / "sheet.csv", "--category", "memroy"})
                  .status,
              2);
}

}  // namespace text_estimate_test
}  // namespace tarazy
