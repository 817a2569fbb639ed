#include "study/study_file.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tarazy {
namespace study_file_test {

constexpr const char* smallest = "[study]\nid = \"s\"\ntitle = \"A study\"\nfocus = \"KAZ\"\nyears = [1992, 2000]\n";

TEST(StudyFile, TheSmallestOneIsRead) {
    const StudyFile study = parse_study_file(smallest, "folder/study.toml", all_methods());
    EXPECT_EQ(study.id.text, "s");
    EXPECT_EQ(study.title.en, "A study");
    EXPECT_EQ(study.last_year, 2000);
    EXPECT_EQ(study.seed, 1u);
    EXPECT_EQ(study.folder, "folder");
    EXPECT_EQ(study.sha256.size(), 64u);
    ASSERT_EQ(study.warnings.size(), 1u);
    EXPECT_EQ(to_string(study.warnings[0]),
              "folder/study.toml:3:9: 'title' in [study] has no Kazakh (kk) and Russian (ru) text; the report will "
              "show the English one");
}

TEST(StudyFile, TheExampleIsReadAsWritten) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    EXPECT_EQ(study.poles.at(2).members.at(1).text, "FRA");
    EXPECT_EQ(study.comparison.at(0).text, "UZB");
    EXPECT_EQ(study.data.at(0).key.text, "votes");
    EXPECT_EQ(study.data.at(1).columns.at(0).first, "session");
    EXPECT_EQ(study.data.at(1).columns.at(0).second.text, "meeting");
    EXPECT_EQ(study.sources.at(0).entry.licence, "CC0 1.0");
    EXPECT_EQ(study.analyses.at(0).limits.at(0).ru, "Голоса вымышлены.");
    EXPECT_EQ(study.propositions.at(0).tests.at(0).weight, 2);
    EXPECT_EQ(study.propositions.at(0).tests.at(0).criterion.relation, Relation::between);
    EXPECT_TRUE(study.propositions.at(1).tests.empty());
    EXPECT_TRUE(study.warnings.empty());
}

TEST(StudyFile, WhatTheoriesExpectIsReadWithTheOneThatStatesIt) {
    const std::string head = std::string(smallest) + "[[proposition]]\nid = \"P1\"\ntext = \"A\"\n";
    const StudyFile study =
        parse_study_file(head +
                             "theory = \"constructivism\"\ntopic = \"nuclear\"\nexpects = { realism = \"fails\" }\n"
                             "expects_seen = true\n",
                         "study.toml", all_methods());
    const StudyProposition& read = study.propositions.at(0);
    EXPECT_EQ(read.topic.text, "nuclear");
    EXPECT_TRUE(read.expects_seen);
    ASSERT_EQ(read.expects.size(), 2U);
    EXPECT_EQ(read.expects[0].theory, "constructivism");
    EXPECT_EQ(read.expects[1].expects, Expectation::fails);
    const auto refused = [&](const std::string& keys) {
        try {
            (void)parse_study_file(head + keys, "study.toml", all_methods());
        } catch (const InputError& error) {
            return to_string(error.problems().front());
        }
        return std::string();
    };
    EXPECT_EQ(refused("expects = { realism = \"perhaps\" }\n").find("study.toml:9:"), 0U);
    EXPECT_NE(refused("expects = { realizm = \"holds\" }\n").find("unknown theory 'realizm'"), std::string::npos);
    EXPECT_NE(refused("theory = \"realism\"\nexpects = { realism = \"fails\" }\n").find("expects it to fail"),
              std::string::npos);
}

TEST(StudyFile, ExpectationsThatAreSeenAreThere) {
    const auto warned = [](const std::string& keys) {
        const StudyFile study = parse_study_file(
            std::string(smallest) + "[[proposition]]\nid = \"P1\"\ntext = \"A\"\n" + keys, "study.toml", all_methods());
        return std::ranges::any_of(study.warnings, [](const Problem& warning) {
            return to_string(warning).find("study.toml:9:1: [[proposition]] 'P1' has 'expects_seen'") == 0;
        });
    };
    EXPECT_TRUE(warned("expects_seen = true\n"));
    EXPECT_TRUE(warned("expects_seen = false\n"));
    EXPECT_FALSE(warned("expects_seen = true\nexpects = { realism = \"holds\" }\n"));
    EXPECT_FALSE(warned("expects_seen = true\ntheory = \"realism\"\n"));
}

// Ten mistakes, each with its place; the reader of the message can mend them all before the next try.
constexpr const char* ten_errors = R"([study]
id = "s"
title = { en = "A study", kk = "Зерттеу", ru = "Исследование" }
focus = "KZA"
years = [2000, 1992]
sead = 3

[[pole]]
id = "RUS"
name = { en = "Russia", kk = "Ресей", ru = "Россия" }
members = ["RUS"]

[[pole]]
id = "RUS"
name = { en = "China", kk = "Қытай", ru = "Китай" }
members = ["CHN"]

[data.votes]
file = 3
role = "vote"
source = "nowhere"

[[analysis]]
id = "shares"
method = "align.share"
title = { en = "Shares", kk = "Үлестер", ru = "Доли" }
data = ["votes", "rolls"]

[[proposition]]
id = "P1"
text = { en = "A", kk = "Ә", ru = "А" }
[[proposition.test]]
analysis = "share"
quantity = "evenness.1992-2000"
comparison = "> 0.5 with probability 1.5"
)";

TEST(StudyFile, TenErrorsAreReportedAtOnceWithTheirPlaces) {
    try {
        (void)parse_study_file(ten_errors, "study.toml", all_methods());
        FAIL() << "accepted ten errors";
    } catch (const InputError& error) {
        std::vector<std::string> found;
        for (const Problem& problem : error.problems()) found.push_back(to_string(problem));
        const std::vector<std::string> expected = {
            "study.toml:4:9: unknown state 'KZA'",
            "study.toml:5:9: years = [2000, 1992] is no range of years",
            "study.toml:6:1: unknown key 'sead' in [study]; did you mean 'seed'?",
            "study.toml:14:6: a second pole has the id 'RUS' (first on line 9)",
            "study.toml:19:8: 'file' in [data.votes] is a whole number; give a text or a list of texts",
            "study.toml:20:8: unknown role 'vote'; did you mean 'votes'?",
            "study.toml:21:10: unknown source 'nowhere'; add [source.nowhere]",
            "study.toml:25:10: unknown method 'align.share'; did you mean 'align.shares'?",
            "study.toml:27:18: unknown data 'rolls'",
            "study.toml:33:12: unknown analysis 'share'; did you mean 'shares'?",
            "study.toml:35:38: malformed comparison",
        };
        ASSERT_EQ(found.size(), expected.size()) << error.what();
        for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_TRUE(found[i].starts_with(expected[i])) << found[i];
    }
}

TEST(StudyFile, ASyntaxErrorIsReportedAlone) {
    const std::string what =
        complaint_of([] { (void)parse_study_file("[study]\nid = \nfocus = 3\n", "study.toml", all_methods()); });
    EXPECT_TRUE(what.starts_with("study.toml:2:")) << what;
    EXPECT_EQ(what.find('\n'), std::string::npos) << what;
}

TEST(StudyFile, EmptyFileNamesWhatIsMissing) {
    const std::string what = complaint_of([] { (void)parse_study_file("", "study.toml", all_methods()); });
    EXPECT_NE(what.find("has no [study]"), std::string::npos) << what;
}

TEST(StudyFile, WrongKindsOfTablesAreNamed) {
    const std::string what = complaint_of([] {
        (void)parse_study_file(
            std::string("pole = 1\nanalysis = [1]\ndata = [2]\nproposition = \"x\"\n[source]\nkey = 3\n") + smallest,
            "study.toml", all_methods());
    });
    for (const char* name : {"'pole'", "'analysis'", "'data'", "'proposition'", "'source.key'"})
        EXPECT_NE(what.find(name), std::string::npos) << name << '\n' << what;
}

TEST(StudyFile, ATestNeedsAPositiveWeight) {
    const std::string what = complaint_of([] {
        (void)parse_study_file(std::string(smallest) +
                                   "[[proposition]]\nid = \"P\"\ntext = \"t\"\n[[proposition.test]]\nanalysis = "
                                   "\"a\"\nquantity = \"q\"\ncomparison = \"> 1\"\nweight = 0\n",
                               "study.toml", all_methods());
    });
    EXPECT_NE(what.find("study.toml:13:10: 'weight' of a test is not above 0"), std::string::npos) << what;
}

TEST(StudyFile, FolderAndFileNameTheSameStudy) {
    const ExampleStudy example;
    EXPECT_EQ(study_file_path(example.folder()), example / "study.toml");
    EXPECT_EQ(study_file_path(example / "study.toml"), example / "study.toml");
    EXPECT_EQ(read_study_file(example.folder(), all_methods()).sha256,
              read_study_file(example / "study.toml", all_methods()).sha256);
    EXPECT_THROW((void)read_study_file(example / "none", all_methods()), FileError);
}

TEST(StudyFile, AMissingDataFileIsAProblemOnlyWhenFilesAreLookedFor) {
    const ExampleStudy example;
    std::filesystem::remove(example / "data/links.csv");
    const std::string what = complaint_of([&] { (void)example.read(); });
    EXPECT_NE(what.find("the file 'data/links.csv' is not there; put the file there"), std::string::npos) << what;
    EXPECT_EQ(read_study_file_alone(example.folder(), all_methods()).data.size(), 4u);
}

TEST(StudyFile, WordsSayWhatCodesMean) {
    const std::string head = "[study]\nid = \"s\"\ntitle = \"S\"\nfocus = \"KAZ\"\nyears = [2000, 2001]\n[word]\n";
    const StudyFile study = parse_study_file(head + "NORM = { en = \"norm\", kk = \"норма\", ru = \"норма\" }\n",
                                             "study.toml", all_methods());
    EXPECT_EQ(study.words.at("NORM").kk, "норма");
    try {
        (void)parse_study_file(head + "NORM = 3\n", "study.toml", all_methods());
        ADD_FAILURE() << "a number is no word";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().line, 7u);
    }
}

}  // namespace study_file_test
}  // namespace tarazy
