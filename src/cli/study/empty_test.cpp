#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_empty_test {

using namespace testing_program;

std::string with_focus(const SmallStudy& small, const std::string& state) {
    std::string toml = bytes_of(small.study() + "/study.toml");
    const std::size_t at = toml.find("focus = \"KAZ\"");
    return toml.replace(at, 13, "focus = \"" + state + '"');
}

TEST(StudyEmpty, AnAnalysisWithoutAnyNumberIsToldAndItsTestsAreUndecided) {
    const SmallStudy small;
    small.folder.write("study/study.toml", with_focus(small, "MNG"));  // no vote of it in the data
    const ProgramRun run = run_program({"study", "run", small.study(), "--output", small.output()});
    EXPECT_EQ(run.status, 3) << run.out << run.err;
    EXPECT_NE(run.err.find("MNG"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("study.toml:"), std::string::npos) << run.err;
    if (!std::filesystem::exists(small.output() + "/report.html")) return;  // the method itself refuses such data
    EXPECT_NE(bytes_of(small.output() + "/report.html").find("This analysis has no result:"), std::string::npos);
    const std::string tests = bytes_of(small.output() + "/results/propositions.csv");
    EXPECT_NE(tests.find("undecided"), std::string::npos) << tests;
    EXPECT_NE(tests.find("has no result"), std::string::npos) << tests;
    EXPECT_EQ(run_program({"study", "verify", small.output()}).status, 0) << "it can be repeated all the same";
    EXPECT_EQ(run_program({"report", small.output(), "--output", small.folder / "again.html"}).status, 0);
    EXPECT_EQ(bytes_of(small.folder / "again.html"), bytes_of(small.output() + "/report.html"));
}

TEST(StudyEmpty, NothingIsDerivedFromNothing) {
    const SmallStudy small;
    const ProgramRun none = run_program({"study", "derive", small.study()});
    EXPECT_EQ(none.status, 3);
    EXPECT_NE(none.err.find("nothing to derive"), std::string::npos) << none.err;
    std::string toml = with_focus(small, "MNG");
    toml.insert(toml.find("role = \"votes\""), "fallback = \"derived\"\n");
    small.folder.write("study/study.toml", toml);
    const ProgramRun empty = run_program({"study", "derive", small.study()});
    EXPECT_EQ(empty.status, 3) << empty.err;
    EXPECT_NE(empty.err.find("MNG"), std::string::npos) << empty.err;
    EXPECT_FALSE(std::filesystem::exists(small.study() + "/derived/shares.csv")) << "an empty table would stand in";
}

TEST(StudyEmpty, ComparisonStatesAndPolesWithoutARowAreNamed) {
    const SmallStudy small;
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml.replace(toml.find("comparison = []"), 15, "comparison = [\"MNG\"]");
    small.folder.write("study/study.toml", toml);
    ASSERT_EQ(run_program(small.command()).status, 0);
    const std::string notes = bytes_of(small.output() + "/results/shares.notes.csv");
    EXPECT_NE(notes.find("MNG"), std::string::npos) << notes;
}

TEST(StudyEmpty, ADomainOfTheFocusWithoutANumberIsToldOnTheTerminal) {
    const SmallStudy small;
    small.folder.write("study/flows.csv", "state,year,pole,value\nKAZ,1992,RUS,4\nKAZ,1993,RUS,3\nKAZ,1993,CHN,1\n");
    small.folder.write("study/study.toml",
                       bytes_of(small.study() + "/study.toml") +
                           "\n[data.flows]\nfile = \"flows.csv\"\nrole = \"flows\"\nsource = \"drawn\"\n"
                           "[[analysis]]\nid = \"sides\"\ntitle = \"Sides\"\nmethod = \"align.balance\"\n"
                           "data = [\"votes\", \"rolls\", \"flows\"]\n[analysis.parameters]\ndraws = 200\n");
    const std::string told =
        "the analysis 'sides': of KAZ there is no year with a figure of every pole in flows: no share is known\n";
    const ProgramRun run = run_program({"study", "run", small.study(), "--output", small.output()});
    ASSERT_EQ(run.status, 0) << run.err;
    const std::size_t at = run.err.find(told);
    ASSERT_NE(at, std::string::npos) << run.err;
    EXPECT_EQ(run.err.find(told, at + 1), std::string::npos) << "once";
}

}  // namespace study_empty_test
}  // namespace tarazy
