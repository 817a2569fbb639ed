#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_reliability_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextReliability, KrippendorffsExample) {
    const ProgramRun run =
        run_program({"text", "reliability", testdata + "krippendorff2011_units.csv", "--level", "ordinal"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("statistic,value,lower,upper,n_units,n_coders,")) << run.out;
    EXPECT_NE(run.out.find("\nkrippendorff_alpha,0.815387503754881,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("1 of 12 units have fewer than two values"), std::string::npos) << run.err;
}

TEST(TextReliability, SameBytesAtAnyNumberOfThreads) {
    const auto with = [](const char* threads, const char* seed) {
        return run_program(
                   {"text", "reliability", testdata + "fleiss1971_units.csv", "--threads", threads, "--seed", seed})
            .out;
    };
    EXPECT_EQ(with("1", "1"), with("2", "1"));
    EXPECT_NE(with("1", "1"), with("1", "2"));
}

TEST(TextReliability, TwoOfTheCodersAndPairs) {
    const ProgramRun two = run_program(
        {"text", "reliability", testdata + "fleiss1971_units.csv", "--coders", "rater2,rater3", "--bootstrap", "0"});
    EXPECT_NE(two.out.find("\ncohen_kappa,0.631147540983606,,,30,2,"), std::string::npos) << two.out;
    EXPECT_NE(two.out.find("percent_agreement,70,"), std::string::npos) << two.out;
    const ProgramRun pairs =
        run_program({"text", "reliability", testdata + "fleiss1971_units.csv", "--show", "pairs", "--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(pairs.out)["result"].size(), 15u);
}

TEST(TextReliability, SegmentsHaveAlphaForUnitising) {
    const Folder folder;
    const std::string segments = folder.write(
        "s.csv", "doc,start,end,coder,code\nd,0,8,A,war\nd,2,10,B,war\nd,12,20,A,peace\nd,12,20,B,peace\n");
    const ProgramRun run = run_program({"text", "reliability", segments, "--documents",
                                        folder.write("d.csv", "doc_id,text\nd,0123456789012345678901234567890\n")});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("statistic,basis,code,value,n_coders,characters,note\n")) << run.out;
    for (const char* row : {"\ncu_alpha,coded by two,,1,2,", "\nu_alpha,all text,,0.", "\nku_alpha,coded by two,war,"})
        EXPECT_NE(run.out.find(row), std::string::npos) << row << run.out;
    EXPECT_EQ(run_program({"text", "reliability", testdata + "anxiety_units.csv", "--documents", segments}).status, 2);
}

TEST(TextReliability, OneCoderAndNoVariation) {
    const Folder folder;
    const ProgramRun one = run_program({"text", "reliability", folder.write("one.csv", "unit,Aigul\na,1\nb,2\n")});
    EXPECT_EQ(one.status, 3);
    EXPECT_NE(one.err.find("one coder only, 'Aigul': agreement needs two"), std::string::npos) << one.err;
    const ProgramRun same = run_program({"text", "reliability", folder.write("s.csv", "unit,A,B\na,x,x\nb,x,x\n")});
    EXPECT_EQ(same.status, 0) << same.err;
    EXPECT_NE(same.out.find("\nkrippendorff_alpha,,,,2,2,"), std::string::npos) << same.out;
    EXPECT_NE(same.err.find("nothing varies"), std::string::npos) << same.err;
    EXPECT_EQ(run_program({"text", "reliability", folder / "s.csv", "--level", "cardinal"}).status, 2);
    EXPECT_EQ(run_program({"text", "reliability", folder / "none.csv"}).status, 4);
}

}  // namespace text_reliability_test
}  // namespace tarazy
