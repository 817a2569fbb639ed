#include "analyses/write_study/write_study.hpp"

#include "analyses/write_study/write_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace tarazy {
namespace write_study_test {

namespace fs = std::filesystem;

/// Every analysis of the written study has a result, and every test its number.
void expect_to_run(const std::string& folder) {
    const StudyFile study = read_study_file(folder, all_methods());
    EXPECT_TRUE(study.warnings.empty());
    for (const Problem& warning : study.warnings) ADD_FAILURE() << to_string(warning);
    const StudyResult result = run_study(study, all_methods());
    for (const AnalysisResult& analysis : result.analyses) EXPECT_EQ(analysis.failure, "") << analysis.id;
    for (const JudgedProposition& proposition : result.propositions)
        for (const JudgedTest& test : proposition.tests) EXPECT_FALSE(test.claim.empty()) << test.quantity;
}

TEST(WriteStudy, OfVotesRunsAtOnce) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    study.give("events.csv");
    study.give("links.csv");
    study.order.with = {"align", "trace"};
    const WrittenStudy written = study.write();
    EXPECT_TRUE(fs::exists(study.order.folder + "/README.md"));
    EXPECT_TRUE(fs::exists(study.order.folder + "/data/votes.csv"));
    EXPECT_TRUE(std::ranges::any_of(written.warnings, [](const std::string& sentence) {
        return sentence.starts_with("trace.evidence is left out: it needs hypotheses");
    }));
    expect_to_run(study.order.folder);
}

TEST(WriteStudy, SlowAllKindsOfDataRunAtOnce) {
    OrderedStudy study;
    const std::string data = TARAZY_SOURCE_DIR "/src/analyses/testdata/every_method/data";
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(data)) files.push_back(entry.path().string());
    std::ranges::sort(files);
    for (const std::string& file : files) {
        // A seal is of one series, and there are two here: the other one is left out.
        if (!file.ends_with("/series.csv")) study.order.files.push_back({file, ""});
    }
    study.order.event_year = 2012;
    study.order.comparison = {"UZB", "KGZ", "ARM"};
    (void)study.write();
    const StudyFile read = read_study_file(study.order.folder, all_methods());
    for (const Method& method : all_methods()) {
        EXPECT_TRUE(
            std::ranges::any_of(read.analyses, [&](const StudyAnalysis& one) { return one.method.text == method.id; }))
            << method.id << " is not in the study, though there are data for it";
    }
    expect_to_run(study.order.folder);
}

TEST(WriteStudy, OfEachFamilyAloneRunsAtOnce) {
    const std::string data = TARAZY_SOURCE_DIR "/src/analyses/testdata/every_method/data/";
    const std::vector<std::pair<std::string, std::vector<std::string>>> families = {
        {"compare", {"cases.csv"}},
        {"network", {"memberships.csv", "institutions.csv"}},
        {"text", {"speeches.csv", "codebook.csv"}},
        {"simulate", {"actors.csv"}},
        {"trace", {"panel.csv"}},
    };
    for (const auto& [family, files] : families) {
        OrderedStudy study;
        for (const std::string& file : files) study.order.files.push_back({data + file, ""});
        study.order.with = {family};
        study.order.comparison = {"UZB", "KGZ", "ARM"};
        (void)study.write();
        expect_to_run(study.order.folder);
    }
}

TEST(WriteStudy, NothingIsWrittenWhereTheDataFeedNothing) {
    OrderedStudy study;
    study.give("events.csv");
    study.order.with = {"align"};
    const std::string said = complaint_of([&] { (void)study.write(); });
    EXPECT_NE(said.find("align.shares: it needs votes (rcid,ccode,vote)"), std::string::npos) << said;
    EXPECT_FALSE(fs::exists(study.order.folder));
    for (const fs::directory_entry& entry : fs::directory_iterator(study.root.beside("")))
        EXPECT_NE(entry.path().filename().string().front(), '.') << "left behind: " << entry.path();
}

TEST(WriteStudy, AnOutcomeThatIsNoColumnIsASlipInTheOption) {
    OrderedStudy study;
    study.give("cases.csv", "case,RENOUNCE,ALLY,PRESS\nKAZ,1,0.6,0\nUZB,0,1,0.3\nBLR,1,0,1\n");
    study.order.with = {"compare"};
    study.order.outcome = "RENOUNC";
    try {
        (void)study.write();
        ADD_FAILURE() << "written";
    } catch (const UsageError& error) {
        const std::string said = error.what();
        EXPECT_NE(said.find("--outcome 'RENOUNC': "), std::string::npos) << said;
        EXPECT_NE(said.find("cases.csv has no such column; did you mean 'RENOUNCE'?"), std::string::npos) << said;
    }
    EXPECT_FALSE(fs::exists(study.order.folder));
}

TEST(WriteStudy, WithoutMethodsAskedForThoseAreToldThatReadTheFiles) {
    OrderedStudy study;
    study.give("links.csv");
    const std::string said = complaint_of([&] { (void)study.write(); });
    EXPECT_NE(said.find("links.csv: no method can work with these data alone; nothing was written"), std::string::npos)
        << said;
    EXPECT_NE(said.find("trace.graph: it also needs events (id,edtf,title); no such file was given"), std::string::npos)
        << said;
    EXPECT_EQ(said.find("align."), std::string::npos) << said;
    EXPECT_EQ(said.find("study.toml"), std::string::npos) << said;
}

TEST(WriteStudy, NamesOfFilesAndColumnsEndNoCommentAndNoString) {
    OrderedStudy study;
    const std::string name = "a\n[study]\nid = \"evil\" \\ '| `x`.csv";
    study.give(name, "unit,time,\"gdp\n[[pole]]\",trade\n" + std::string("KAZ,2005,1,2\nKAZ,2006,2,3\nKAZ,2007,2,3\n") +
                         "KAZ,2008,2,3\nKAZ,2009,2,3\nKAZ,2010,2,3\nUZB,2005,1,2\n");
    study.order.with = {"trace.contrast"};
    study.order.years = {2005, 2010};
    const WrittenStudy written = study.write();
    const StudyFile read = read_study_file(study.order.folder, all_methods());
    EXPECT_EQ(read.id.text, "new");
    ASSERT_EQ(read.data.size(), 1u);
    EXPECT_EQ(read.data.front().files.front().text, "data/" + name);
    for (const std::string& sentence : written.notes) EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
    EXPECT_NE(study.text("README.md").find("\\u000A"), std::string::npos);
}

TEST(WriteStudy, AFaultIsToldOfTheOptionAndNotOfAFileThatIsNotThere) {
    OrderedStudy study;
    study.give("events.csv");
    study.order.poles = poles_of_option("A=RUS,B-C=CHN,A-B=USA,C=GBR");
    study.order.with = {"trace.chronology"};
    const std::string said = complaint_of([&] { (void)study.write(); });
    EXPECT_EQ(said.find("--poles: "), 0u) << said;
    EXPECT_EQ(said.find("study.toml"), std::string::npos) << said;
    EXPECT_FALSE(fs::exists(study.order.folder));
}

TEST(WriteStudy, AFolderThatHoldsSomethingIsLeftAlone) {
    OrderedStudy study;
    study.give("events.csv");
    fs::create_directories(study.order.folder);
    write_file_atomically(study.order.folder + "/notes.txt", "mine");
    EXPECT_THROW((void)study.write(), UsageError);
    EXPECT_EQ(study.text("notes.txt"), "mine");
}

TEST(WriteStudy, FilesMayStayWhereTheyAre) {
    OrderedStudy study;
    study.give("events.csv");
    study.order.with = {"trace.chronology"};
    study.order.refer = true;
    (void)study.write();
    EXPECT_FALSE(fs::exists(study.order.folder + "/data"));
    EXPECT_NE(study.text().find("file = \"" + fs::weakly_canonical(study.root / "data/events.csv").string() + '"'),
              std::string::npos);
    expect_to_run(study.order.folder);
}

TEST(WriteStudy, AFileBelowAVariableIsNamedByIt) {
    OrderedStudy study;
    const Variable variable("TARAZY_TEST_GIVEN", study.root / "data");
    study.order.files = {{"$TARAZY_TEST_GIVEN/events.csv"}};
    study.order.with = {"trace.chronology"};
    (void)study.write();
    EXPECT_NE(study.text().find("file = \"$TARAZY_TEST_GIVEN/events.csv\""), std::string::npos);
}

TEST(WriteStudy, TwoFilesOfOneNameKeepBoth) {
    OrderedStudy study;
    fs::create_directories(study.root.beside("other"));
    study.give("panel.csv", "unit,time,growth\nKAZ,2005,1\nKAZ,2006,2\n");
    study.give("other/panel.csv", "unit,time,growth\nKAZ,2007,3\nKAZ,2008,5\n");
    study.give("events.csv");
    study.order.with = {"trace.contrast", "trace.chronology"};
    study.order.years = {2005, 2008};
    (void)study.write();
    EXPECT_FALSE(fs::exists(study.order.folder + "/data/panel.csv")) << "no analysis reads it";
}

TEST(WriteStudy, YearsWithoutDataAreTold) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    study.order.years = {1995, 2016};
    const WrittenStudy written = study.write();
    EXPECT_TRUE(std::ranges::any_of(written.warnings, [](const std::string& sentence) {
        return sentence.find("knows KAZ in 2005-2016; the other years of 1995-2016") != std::string::npos;
    }));
    expect_to_run(study.order.folder);
}

TEST(WriteStudy, OfVotesThatTellNothingRunsAndSaysWhatHasNoResult) {
    OrderedStudy study;
    std::string votes = "rcid,ccode,vote,session\n";
    for (int call = 1; call <= 48; ++call) {
        for (const int state : {2, 220, 365, 704, 705, 710})
            votes += std::to_string(call) + ',' + std::to_string(state) + ",1," + std::to_string(60 + call / 4) + '\n';
    }
    study.give("unanimous.csv", votes);
    (void)study.write();
    const StudyFile read = read_study_file(study.order.folder, all_methods());
    const StudyResult result = run_study(read, all_methods());
    EXPECT_EQ(result.analyses.size(), read.analyses.size());
    const auto positions = std::ranges::find(result.analyses, "positions", &AnalysisResult::id);
    ASSERT_NE(positions, result.analyses.end());
    EXPECT_NE(positions->failure.find("give votes of at least two states"), std::string::npos) << positions->failure;
}

TEST(WriteStudy, OfVotesInTheGeneralAssemblyRunsAtOnce) {
    const char* folder = std::getenv("TARAZY_DATA");
    const std::string votes = folder == nullptr ? "" : std::string(folder) + "/alignment/un_votes.csv.gz";
    if (!fs::exists(votes)) GTEST_SKIP() << "TARAZY_DATA names no folder with alignment/un_votes.csv.gz";
    OrderedStudy study;
    study.order.files = {{votes}, {std::string(folder) + "/alignment/un_roll_calls.csv.gz"}};
    study.order.focus = "MNG";
    study.order.poles = poles_of_option("RUS,CHN,THIRD=USA+JPN+KOR+DEU");
    study.order.years = {1991, 2019};
    study.order.comparison = {"KGZ", "TJK", "NPL"};
    study.order.with = {"align"};
    (void)study.write();
    expect_to_run(study.order.folder);
}

}  // namespace write_study_test
}  // namespace tarazy
