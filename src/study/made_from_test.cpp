#include "study/made_from.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace made_from_test {

MadeFrom made() {
    MadeFrom one;
    one.method_version = 1;
    one.settings = R"({"parameters":{"bootstrap":1000,"block":""},"focus":"KAZ","comparison":["UZB"],)"
                   R"("poles":{"RUS":["RUS"]},"years":"1992-2020","seed":1})";
    one.data = {{"votes", "votes", "", "", {{"data/votes.csv", "aa"}, {"data/more.csv", "bb"}}}};
    return one;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

std::string said(const MadeFrom& now) {
    std::string text;
    for (const Change& change : changes_between(made(), now)) text += change.kind + ": " + change.what + '\n';
    return text;
}

TEST(MadeFrom, TheSameIsNoChange) {
    EXPECT_EQ(said(made()), "");
}

TEST(MadeFrom, AFileUnderAnotherNameIsTheSame) {
    MadeFrom now = made();
    now.data[0].files[0].path = "data/renamed.csv";
    now.data[0].key = "ballots";
    EXPECT_EQ(said(now), "");
}

TEST(MadeFrom, EverySettingIsNamedWithWhatItWasAndIs) {
    MadeFrom now = made();
    now.settings = replaced(now.settings, "1000,\"block\":\"\"", "2000,\"block\":\"issue\",\"level\":0.8");
    EXPECT_EQ(said(now),
              "parameter: parameter 'bootstrap' changed from 1000 to 2000\n"
              "parameter: parameter 'block' changed from nothing to issue\n"
              "parameter: parameter 'level' changed from nothing to 0.8\n");
    now = made();
    now.settings = replaced(now.settings, "\"KAZ\"", "\"MNG\"");
    now.settings = replaced(now.settings, "[\"UZB\"]", "[]");
    now.settings = replaced(now.settings, "[\"RUS\"]", "[\"RUS\",\"BLR\"]");
    now.settings = replaced(now.settings, "1992-2020", "1992-2024");
    now.settings = replaced(now.settings, "\"seed\":1", "\"seed\":2");
    now.method_version = 2;
    EXPECT_EQ(said(now),
              "states: the state in focus changed from KAZ to MNG\n"
              "states: the comparison states changed from UZB to none\n"
              "states: the members of the pole 'RUS' changed from RUS to RUS, BLR\n"
              "years: the years changed from 1992-2020 to 1992-2024\n"
              "seed: the seed changed from 1 to 2\n"
              "method: the version of the method changed from 1 to 2\n");
}

TEST(MadeFrom, FilesAndHowTheyAreReadAreNamed) {
    MadeFrom now = made();
    now.data[0].files[1].sha256 = "cc";
    EXPECT_EQ(said(now), "input: data/more.csv changed\n");
    now.data[0].files.pop_back();
    now.data[0].reading = "session = meeting";
    EXPECT_EQ(said(now),
              "input: the data 'votes' were read from data/votes.csv, data/more.csv, and would now be from "
              "data/votes.csv\n"
              "reading: how 'votes' is read changed from nothing to session = meeting\n");
    now = made();
    now.data.push_back({"rolls", "roll_calls"});
    EXPECT_EQ(said(now), "input: the data that it reads changed from votes to votes, rolls\n");
}

TEST(MadeFrom, ARunRecordsIt) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const MadeFrom& shares = result.analyses.at(0).made_from;
    EXPECT_GT(shares.method_version, 0);
    ASSERT_FALSE(shares.data.empty());
    EXPECT_EQ(shares.data[0].files.at(0).path, "data/votes.csv");
    EXPECT_EQ(shares.data[0].files.at(0).sha256, result.data.at(0).sha256);
    EXPECT_NE(shares.settings.find("\"bootstrap\":200"), std::string::npos);
}

}  // namespace made_from_test
}  // namespace tarazy
