#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_lss_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextLss, DocumentsAndWords) {
    const std::vector<std::string> command = {
        "text",         "lss", testdata + "two_topics.csv", "--seeds", testdata + "two_topics_polarity.csv",
        "--dimensions", "5"};
    const ProgramRun run = run_program(command);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,fit,se,lwr,upr,tokens\nd01,1.")) << run.out;
    std::vector<std::string> words = command, json = command;
    words.push_back("--words");
    EXPECT_TRUE(run_program(words).out.starts_with("feature,polarity,n,seed\nban,"));
    json.insert(json.end(), {"--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(run_program(json).out)["result"]["dimensions"], 5);
}

TEST(TextLss, SentencesOfTextsAreTheContexts) {
    const Folder folder;
    const std::string texts =
        folder.write("t.csv",
                     "doc_id,text\na,\"Peace and trust. Peace and calm.\"\nb,\"War and fear. War and ruin.\"\nc,"
                     "\"Trust and fear.\"\n");
    const ProgramRun run =
        run_program({"text", "lss", texts, "--seeds", folder.write("s.csv", "feature,weight\npeace,1\nwar,-1\n"),
                     "--dimensions", "3", "--min-count", "1", "--remove-punct"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.find("\na,") < run.out.find("\nb,")) << run.out;
}

/// Two languages, three years; the later, the more war.
std::string texts_of_two_languages(const Folder& folder) {
    std::string csv = "doc_id,language,year,text\n";
    const std::vector<std::string> calm = {"peace and trust .", "trust and calm .", "peace with calm ."},
                                   fear = {"war and fear .", "fear and ruin .", "war with ruin ."},
                                   kalm = {"мир и доверие .", "доверие и покой .", "мир и покой ."},
                                   strakh = {"война и страх .", "страх и разруха .", "война и разруха ."};
    for (int d = 0; d < 12; ++d) {
        const bool russian = d % 2 == 1;
        csv += "d" + std::to_string(100 + d) + (russian ? ",ru," : ",en,") + std::to_string(1992 + d / 4) + ",\"";
        for (int s = 0; s < 9; ++s) {
            const bool at_war = s < 1 + d / 2;
            const auto& from = russian ? (at_war ? strakh : kalm) : (at_war ? fear : calm);
            csv += from[static_cast<std::size_t>(s % 3)] + ' ';
        }
        csv += "\"\n";
    }
    return folder.write("t.csv", csv);
}

ProgramRun lss_of_languages(const Folder& folder, std::vector<std::string> options) {
    std::vector<std::string> command = {
        "text",
        "lss",
        texts_of_two_languages(folder),
        "--seeds",
        folder.write("s.csv", "feature,weight,language\npeace,1,en\nwar,-1,en\nмир,1,ru\nвойна,-1,ru\n"),
        "--dimensions",
        "4",
        "--min-count",
        "1",
        "--remove-punct",
        "--format",
        "csv"};
    command.insert(command.end(), options.begin(), options.end());
    return run_program(command);
}

TEST(TextLss, SeedsOfSeveralLanguagesAndMeansByYear) {
    const Folder folder;
    const ProgramRun run = lss_of_languages(folder, {"--by-language", "--by", "year", "--digits", "3"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("year,fit,se,lwr,upr,documents,tokens,language\n1992,")) << run.out;
    EXPECT_NE(run.out.find("\n1994,-1."), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",ru\n"), std::string::npos) << run.out;
    const ProgramRun documents = lss_of_languages(folder, {"--by-language"});
    EXPECT_TRUE(documents.out.starts_with("doc_id,fit,se,lwr,upr,tokens,language\nd100,1.")) << documents.out;
    const ProgramRun windows = lss_of_languages(folder, {"--by-language", "--windows", "1992-1993,1994"});
    EXPECT_NE(windows.out.find("\n1992-1993,"), std::string::npos) << windows.out << windows.err;
    EXPECT_EQ(lss_of_languages(folder, {"--windows", "1993-1992"}).status, 2);
    EXPECT_EQ(lss_of_languages(folder, {"--by", "state"}).status, 3);
}

TEST(TextLss, ADatabaseTellsTheYearsOfItsTexts) {
    const Folder folder;
    const std::string texts = texts_of_two_languages(folder);
    ASSERT_EQ(run_program({"text", "build", texts, "--output", folder / "t.db"}).status, 0);
    std::vector<std::string> command = {"text",
                                        "lss",
                                        folder / "t.db",
                                        "--seeds",
                                        folder.write("s.csv", "feature,weight,language\npeace,1,en\nwar,-1,en\n"),
                                        "--dimensions",
                                        "4",
                                        "--min-count",
                                        "1",
                                        "--by",
                                        "year",
                                        "--format",
                                        "csv"};
    const ProgramRun stored = run_program(command);
    command[2] = texts;
    const ProgramRun table = run_program(command);
    EXPECT_EQ(stored.status, 0) << stored.err;
    EXPECT_EQ(stored.out, table.out);
    EXPECT_NE(stored.out.find("\n1993,"), std::string::npos) << stored.out;
}

TEST(TextLss, NearestWords) {
    const Folder folder;
    const ProgramRun run = lss_of_languages(folder, {"--near", "war", "--nearest", "2"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("word,rank,feature,cosine\nwar,1,")) << run.out;
    EXPECT_EQ(run.out.find("peace"), std::string::npos) << run.out;
    const ProgramRun unknown = lss_of_languages(folder, {"--near", "waar"});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_NE(unknown.err.find("did you mean 'war'?"), std::string::npos) << unknown.err;
}

TEST(TextLss, ASideWithoutSeedsIsRefused) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "lss", testdata + "two_topics.csv", "--seeds",
                                        folder.write("s.csv", "feature,weight\ntreaty,1\nabsent,-1\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no seed word with a weight below 0 stands in the documents"), std::string::npos) << run.err;
}

}  // namespace text_lss_test
}  // namespace tarazy
