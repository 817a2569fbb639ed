#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace study_report_test {

using namespace testing_program;

TEST(Report, IsWrittenAgainFromTheResultsByteForByte) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const ProgramRun again = run_program({"report", small.output()});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_TRUE(again.out == bytes_of(small.output() + "/report.html"));
}

TEST(Report, WhatIsWrongIsTheOptionAndNotTheFolder) {
    const ProgramRun language = run_program({"report", "somewhere", "--language", "fr"});
    EXPECT_EQ(language.status, 2);
    EXPECT_NE(language.err.find("--language"), std::string::npos) << language.err;
    EXPECT_EQ(language.err.find("unknown command"), std::string::npos) << language.err;
    const ProgramRun option = run_program({"report", "somewhere", "--langage", "kk"});
    EXPECT_NE(option.err.find("unknown option --langage; did you mean '--language'?"), std::string::npos) << option.err;
}

TEST(Report, OpensInTheLanguageAskedFor) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string file = small.folder / "kk.html";
    EXPECT_EQ(run_program({"report", small.output(), "--language", "kk", "--output", file}).status, 0);
    EXPECT_TRUE(bytes_of(file).starts_with("<!doctype html>\n<html lang=\"kk\">"));
    EXPECT_EQ(run_program({"report", small.output(), "--language", "de"}).status, 2);
}

TEST(Report, EveryRowCanBeWrittenIntoThePage) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string packed = bytes_of(small.output() + "/report.html");
    const ProgramRun whole = run_program({"report", small.output(), "--whole"});
    ASSERT_EQ(whole.status, 0) << whole.err;
    EXPECT_EQ(packed.find("<tr id=\"claim-"), std::string::npos);
    EXPECT_NE(whole.out.find("<tr id=\"claim-"), std::string::npos);
    EXPECT_EQ(whole.out.find("class=\"folded\""), std::string::npos);
}

TEST(Report, FiguresComeWithTheirData) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string folder = small.folder / "figures";
    const ProgramRun run =
        run_program({"report", "figures", small.output(), "--language", "ru", "--output", folder, "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(folder + "/balance.ru.svg\n"), std::string::npos) << run.out;
    const std::string svg = bytes_of(folder + "/balance.ru.svg");
    EXPECT_TRUE(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"));
    EXPECT_NE(svg.find("Китай"), std::string::npos);
    EXPECT_TRUE(bytes_of(folder + "/balance.csv").starts_with("state,year,domain,pole,"));
}

TEST(Report, WhatIsTakenAwaySaysWhereItComesFromAndIsReadBack) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string folder = small.folder / "figures";
    ASSERT_EQ(run_program({"report", "figures", small.output(), "--output", folder}).status, 0);
    const std::string svg = bytes_of(folder + "/balance.en.svg");
    for (const char* part :
         {"<metadata>", "Drawn by lot (2025). Votes without meaning [1992-1995; licence: free]",
          "<dc:rights>free</dc:rights>", "votes.csv sha256 ", "<dc:description>tarazy align shares "})
        EXPECT_NE(svg.find(part), std::string::npos) << part;
    const std::string csv = bytes_of(folder + "/balance.csv");
    EXPECT_NE(csv.find(",origin\r\n"), std::string::npos) << csv.substr(0, 300);
    EXPECT_NE(csv.find("licence: free]; votes.csv sha256 "), std::string::npos) << csv.substr(0, 600);
    EXPECT_NE(bytes_of(folder + "/balance.csv-metadata.json").find("http://www.w3.org/ns/csvw"), std::string::npos);
    const ProgramRun inspected = run_program({"data", "inspect", folder + "/balance.csv", "--format", "csv"});
    EXPECT_EQ(inspected.status, 0) << inspected.err;
    EXPECT_NE(inspected.out.find("origin,text,0,1,"), std::string::npos) << inspected.out;
}

TEST(Report, AFolderWithoutResultsIsToldFromAFaultyOne) {
    const Folder folder;
    const ProgramRun missing = run_program({"report", folder / "nothing"});
    EXPECT_EQ(missing.status, 4);
    EXPECT_NE(missing.err.find("study.json"), std::string::npos) << missing.err;
    folder.write("results/study.json", "{\"tarazy\": ");
    const ProgramRun faulty = run_program({"report", folder / "."});
    EXPECT_EQ(faulty.status, 3) << faulty.err;
    EXPECT_NE(faulty.err.find("study.json:1:12: "), std::string::npos) << faulty.err;
    EXPECT_EQ(run_program({"report"}).status, 2);
}

TEST(Report, IsNotWrittenUnderANameOfAnotherFormat) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string csv = small.folder / "x.csv";
    const ProgramRun refused = run_program({"report", small.output(), "--whole", "-o", csv});
    EXPECT_EQ(refused.status, 2);
    EXPECT_NE(refused.err.find("x.csv' does not fit; let the name end in .html"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(csv));
    EXPECT_EQ(run_program({"report", small.output(), "--format", "csv"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hedge", "--show", "odd", "-o", csv}).status, 2);
    const ProgramRun verified = run_program({"study", "verify", small.output(), "-o", csv});
    EXPECT_EQ(verified.status, 0) << verified.err;
    EXPECT_EQ(bytes_of(csv).find("verified"), std::string::npos);
}

}  // namespace study_report_test
}  // namespace tarazy
