#include "study/check_study.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace check_study_test {

std::string study_with(const std::string& rest) {
    return "[study]\nid = \"s\"\ntitle = \"A\"\nfocus = \"KAZ\"\nyears = [1992, 2000]\n" + rest;
}

std::string complaint_about(const std::string& rest) {
    return complaint_of([&] { (void)parse_study_file(study_with(rest), "study.toml", all_methods()); });
}

constexpr const char* two_poles =
    "[[pole]]\nid = \"RUS\"\nname = \"R\"\nmembers = [\"RUS\"]\n[[pole]]\nid = \"CHN\"\nname = \"C\"\nmembers = "
    "[\"CHN\"]\n";
constexpr const char* votes = "[data.votes]\nfile = \"v.csv\"\nrole = \"votes\"\n";

TEST(CheckStudy, IdsThatCannotBeFileNamesAreRefused) {
    const std::string what = complaint_about(
        "[data.\"a/b\"]\nfile = \"x.csv\"\nrole = \"votes\"\n[[proposition]]\nid = \"P.1\"\ntext = \"t\"\n");
    EXPECT_NE(what.find("'a/b'"), std::string::npos) << what;
    EXPECT_NE(what.find("'P.1'"), std::string::npos) << what;
}

TEST(CheckStudy, AStateCountsOnce) {
    EXPECT_NE(complaint_about("[[pole]]\nid = \"A\"\nname = \"A\"\nmembers = [\"RUS\", \"RUS\"]\n")
                  .find("a member of a pole already"),
              std::string::npos);
    EXPECT_NE(complaint_about("[[pole]]\nid = \"A\"\nname = \"A\"\nmembers = [\"KAZ\"]\n")
                  .find("focus state 'KAZ' is a member"),
              std::string::npos);
}

TEST(CheckStudy, StatesAreCodesOrNames) {
    const std::string what = complaint_about(
        "[[pole]]\nid = \"A\"\nname = \"A\"\nmembers = [\"USB\", \"365\", \"World\", \"Palestine\", \"Китай\"]\n");
    EXPECT_NE(what.find("unknown state 'USB'"), std::string::npos) << what;
    EXPECT_EQ(what.find("did you mean"), std::string::npos) << "a code has too few letters to guess from: " << what;
    EXPECT_NE(what.find("'World' is an aggregate, no state"), std::string::npos) << what;
    EXPECT_NE(what.find("'PSE' is outside of the COW system"), std::string::npos) << what;
    EXPECT_EQ(what.find("365"), std::string::npos) << what;
    EXPECT_EQ(what.find("Китай"), std::string::npos) << what;
}

TEST(CheckStudy, AStateUnderTwoSpellingsCountsOnce) {
    EXPECT_NE(complaint_about("[[pole]]\nid = \"A\"\nname = \"A\"\nmembers = [\"RUS\", \"Россия\"]\n")
                  .find("'RUS' is a member of a pole already"),
              std::string::npos);
}

TEST(CheckStudy, AMethodIsToldWhichDataItLacks) {
    const std::string ties = std::string(two_poles) + "[data.ties]\nfile = \"t.csv\"\nrole = \"ties\"\n";
    const std::string what = complaint_about(
        ties + "[[analysis]]\nid = \"a\"\nmethod = \"align.shares\"\ntitle = \"t\"\ndata = [\"ties\"]\n");
    EXPECT_NE(what.find("align.shares lacks data it needs; name under 'data' keys of the roles votes, roll_calls "
                        "(optional); or ties, system"),
              std::string::npos)
        << what;
}

TEST(CheckStudy, DataThatAMethodDoesNotReadAreNamed) {
    const std::string text = std::string(two_poles) + votes + "[data.cases]\nfile = \"c.csv\"\nrole = \"cases\"\n";
    const std::string what = complaint_about(
        text + "[[analysis]]\nid = \"a\"\nmethod = \"align.shares\"\ntitle = \"t\"\ndata = [\"votes\", \"cases\"]\n");
    EXPECT_NE(what.find("does not read the role 'cases'"), std::string::npos) << what;
}

TEST(CheckStudy, AnAnalysisReadsOneOfEachRole) {
    const std::string text = std::string(two_poles) + votes + "[data.more]\nfile = \"m.csv\"\nrole = \"votes\"\n";
    const std::string what = complaint_about(
        text + "[[analysis]]\nid = \"a\"\nmethod = \"align.shares\"\ntitle = \"t\"\ndata = [\"votes\", \"more\"]\n");
    EXPECT_NE(what.find("a second data key of the role 'votes'"), std::string::npos) << what;
}

TEST(CheckStudy, PolesAndParametersAreCheckedBeforeARun) {
    const std::string what =
        complaint_about(std::string(votes) +
                        "[[analysis]]\nid = \"a\"\nmethod = \"align.shares\"\ntitle = \"t\"\ndata = "
                        "[\"votes\"]\n[analysis.parameters]\nbootstraps = 3\nsessions = \"80-47\"\n");
    EXPECT_NE(what.find("needs 2 poles, the study has 0"), std::string::npos) << what;
    EXPECT_NE(what.find("unknown parameter 'bootstraps' of align.shares; did you mean 'bootstrap'?"), std::string::npos)
        << what;
    EXPECT_NE(what.find("parameter 'sessions' of align.shares is '80-47'"), std::string::npos) << what;
}

TEST(CheckStudy, IdsOfResultsAreNotTakenTwice) {
    const std::string text = std::string(two_poles) + votes;
    const std::string analysis =
        "[[analysis]]\nid = \"study\"\nmethod = \"align.shares\"\ntitle = \"t\"\ndata = [\"votes\"]\n";
    EXPECT_NE(complaint_about(text + analysis).find("is taken by a result of every study"), std::string::npos);
}

TEST(CheckStudy, ATopicThatIsNoWordIsAWarningWithItsPlace) {
    const std::string proposition = "[[proposition]]\nid = \"P1\"\ntext = \"A\"\ntopic = \"nuclaer\"\n";
    const auto warned = [](const std::string& text) {
        const StudyFile study = parse_study_file(study_with(text), "study.toml", all_methods());
        std::string all;
        for (const Problem& warning : study.warnings) {
            if (warning.what.find("topic") != std::string::npos) all += to_string(warning) + '\n';
        }
        return all;
    };
    EXPECT_EQ(warned(proposition),
              "study.toml:9:9: the topic 'nuclaer' is no code of [word]; add 'nuclaer = { en = \"...\" }' to [word]\n");
    const std::string words = "[word]\nnuclear = { en = \"arms\" }\n";
    EXPECT_NE(warned(proposition + words).find("did you mean 'nuclear'?"), std::string::npos);
    EXPECT_EQ(warned("[word]\nnuclaer = { en = \"arms\" }\n" + proposition), "");
}

TEST(CheckStudy, DataWithoutASourceAreAWarning) {
    const StudyFile study = parse_study_file(study_with(votes), "study.toml", all_methods());
    ASSERT_EQ(study.warnings.size(), 2u);
    EXPECT_EQ(study.warnings[1].what, "[data.votes] names no source");
}

TEST(CheckStudy, MissingRawFilesAndMissingDerivedTablesAreNamed) {
    const ExampleStudy example;
    example.ship_results();
    const std::string what = complaint_of([&] { (void)example.read(); });
    EXPECT_NE(
        what.find("neither '$TARAZY_TEST_RAW/votes.csv' nor its fallback 'data/derived' is there; set TARAZY_TEST_RAW"),
        std::string::npos)
        << what;
    std::filesystem::create_directories(example / "data/derived");
    EXPECT_NE(complaint_of([&] { (void)example.read(); }).find("the derived table 'data/derived/shares.csv'"),
              std::string::npos);
    const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
    EXPECT_NO_THROW((void)example.read());
}

}  // namespace check_study_test
}  // namespace tarazy
