#include "cli/study/small_study_test.hpp"
#include "report/packed_script_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace study_codings_test {

using namespace testing_program;

/// A study of codings alone; the cases are called `state` in both files.
Folder& with_codings(Folder& folder, const std::string& claims) {
    folder.write("s/cases.csv", "state,GAVE_UP,NORM,THREAT\nKAZ,1,1,0.67\nUKR,1,0.67,1\nBLR,1,-,0.33\nIND,0,0.33,1\n");
    folder.write("s/cells.csv",
                 "state,variable,value,confidence\nKAZ,GAVE_UP,1,high\nKAZ,NORM,1,low\nKAZ,THREAT,0.67,low\n"
                 "UKR,GAVE_UP,1,high\nUKR,NORM,0.67,low\nUKR,THREAT,1,high\nBLR,GAVE_UP,1,high\nBLR,NORM,-,high\n"
                 "BLR,THREAT,0.33,high\nIND,GAVE_UP,0,high\nIND,NORM,0.33,low\nIND,THREAT,1,high\n");
    folder.write(
        "s/study.toml",
        "[study]\nid = \"s\"\ntitle = \"S\"\nfocus = \"KAZ\"\nyears = [1992, 2000]\n"
        "[data.cases]\nfile = \"cases.csv\"\nrole = \"cases\"\n[data.cells]\nfile = \"cells.csv\"\nrole = "
        "\"cells\"\n[[analysis]]\nid = \"rob\"\nmethod = \"compare.robustness\"\ntitle = \"R\"\ndata = [\"cases\", "
        "\"cells\"]\n[analysis.parameters]\noutcome = \"GAVE_UP\"\nconditions = \"NORM,THREAT\"\ncase_column = "
        "\"state\"\nincl_cut = 0.6\npoints = 20\nmost_cells = 1\nclaims = \"" +
            claims + "\"\n");
    return folder;
}

TEST(StudyCodings, SentencesThatSayTheSameAreCountedOnce) {
    Folder folder;
    with_codings(
        folder,
        "models stay; parsimonious: models stay; models  stay; NORM*THREAT is sufficient; THREAT*NORM is "
        "sufficient at 0.80; parsimonious: term contains NORM in some model; some term contains NORM in some model");
    const ProgramRun run = run_program({"study", "run", folder / "s", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const std::string sentences = bytes_of(folder / "s/output/results/rob.csv");
    EXPECT_EQ(std::ranges::count(sentences, '\n'), 6) << sentences;  // header, two by solution twice, one of sets
    EXPECT_NE(bytes_of(folder / "s/output/results/rob.notes.csv").find("counted once"), std::string::npos);
}

TEST(StudyCodings, CasesHaveNamesWithoutAnotherComparison) {
    Folder folder;
    with_codings(folder, "NORM is sufficient");
    ASSERT_EQ(run_program({"study", "run", folder / "s", "--quiet"}).status, 0);
    const std::string report = bytes_of(folder / "s/output/report.html");
    EXPECT_NE(pack_of(report, "figures").find("\"IND\":{\"en\":\"India\""), std::string::npos)
        << "names for the picture of the cells";
}

TEST(StudyFiles, WhatIsNoFileIsSaidBeforeItIsRead) {
    const SmallStudy small;
    const std::string toml = bytes_of(small.study() + "/study.toml");
    for (const auto& [file, said] :
         {std::pair{"", "is empty"}, std::pair{"/dev/zero", "is no regular file"}, std::pair{".", "is a folder"}}) {
        std::string edited = toml;
        edited.replace(edited.find("votes.csv"), 9, file);
        small.folder.write("study/study.toml", edited);
        const ProgramRun run = run_program(small.command());
        EXPECT_EQ(run.status, 3) << file;
        EXPECT_NE(run.err.find(said), std::string::npos) << run.err;
        EXPECT_NE(run.err.find("study.toml:"), std::string::npos) << run.err;
    }
}

TEST(StudyFiles, AFolderWhoseNameIsNoUtf8IsRefused) {
    const SmallStudy small;
    const std::string odd = small.folder / "bad\xffutf8";
    std::filesystem::rename(small.study(), odd);
    const ProgramRun run = run_program({"study", "run", odd});
    EXPECT_EQ(run.status, 2) << run.err;
    std::filesystem::rename(odd, small.study());
}

}  // namespace study_codings_test
}  // namespace tarazy
