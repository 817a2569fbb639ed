#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace text_dfm_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/four_languages.csv";

TEST(TextDfm, CountsOfAllLanguagesInLowerCase) {
    const ProgramRun run = run_program({"text", "dfm", data, "--remove-punct"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,feature,n\nen1,kazakhstan,1\n")) << run.out;
    EXPECT_NE(run.out.find("\nen2,a/res/70/57,1\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nzh1,哈萨克斯坦,1\n"), std::string::npos) << run.out;
}

TEST(TextDfm, TheSameBytesAtAnyNumberOfThreads) {
    EXPECT_EQ(run_program({"text", "dfm", data, "--threads", "1"}).out,
              run_program({"text", "dfm", data, "--threads", "2"}).out);
}

TEST(TextDfm, WhatItWritesIsReadAgainGroupedAndWeighed) {
    const Folder folder;
    const std::string counts = folder / "counts.csv";
    ASSERT_EQ(run_program({"text", "dfm", data, "-o", counts}).status, 0);
    const ProgramRun weighed = run_program({"text", "dfm", counts, "--weight", "prop"});
    ASSERT_EQ(weighed.status, 0) << weighed.err;
    EXPECT_NE(weighed.out.find(",0."), std::string::npos);
    const ProgramRun groups = run_program({"text", "dfm", data, "--by", "language", "--min-docs", "1"});
    EXPECT_NE(groups.out.find("\nzh,"), std::string::npos) << groups.err;
    EXPECT_EQ(run_program({"text", "dfm", counts, "--by", "language"}).status, 2);
    EXPECT_EQ(run_program({"text", "dfm", data, "--by", "langage"}).status, 3);
}

TEST(TextDfm, AFolderOfTexts) {
    const Folder folder;
    (void)folder.write("b/second.txt", "peace and peace");
    (void)folder.write("b/first.txt", "war");
    const ProgramRun run = run_program({"text", "dfm", folder / "b"});
    EXPECT_EQ(run.out, "doc_id,feature,n\nfirst,war,1\nsecond,peace,2\nsecond,and,1\n") << run.err;
    (void)folder.write("c/readme.md", "none");
    const ProgramRun none = run_program({"text", "dfm", folder / "c"});
    EXPECT_EQ(none.status, 3);
    EXPECT_NE(none.err.find("no .txt file"), std::string::npos) << none.err;
}

TEST(TextDfm, ASummaryOfEachDocument) {
    const Folder folder;
    const std::string texts = folder.write(
        "t.csv", "doc_id,language,text\na,en,\"Mr. President, peace is work. Is it?\"\nb,kk,Бейбіт ел.\nc,en,\n");
    const ProgramRun run = run_program({"text", "dfm", texts, "--show", "summary"});
    EXPECT_EQ(run.out,
              "doc_id,characters,sentences,tokens,types,words,punctuation,numbers,symbols\n"
              "a,36,2,11,9,7,4,0,0\nb,10,1,3,3,2,1,0,0\nc,0,0,0,0,0,0,0,0\n")
        << run.err;
    const ProgramRun peer = run_program({"text", "dfm", texts, "--show", "summary", "--tokens", "quanteda"});
    EXPECT_TRUE(peer.out.find("\na,36,2,") != std::string::npos) << peer.out;
    EXPECT_EQ(run_program({"text", "dfm", folder.write("n.csv", "doc_id,feature,n\na,peace,1\n"), "--show", "summary"})
                  .status,
              2);
}

TEST(TextDfm, StopWordsLengthsAndPairs) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,We want The peace\n"),
                      stop = folder.write("stop.txt", "the\n");
    EXPECT_EQ(run_program({"text", "dfm", texts, "--stop-words", stop, "--min-length", "3", "--ngrams", "1,2"}).out,
              "doc_id,feature,n\na,want,1\na,peace,1\na,want_peace,1\n");
    EXPECT_EQ(run_program({"text", "dfm", texts, "--min-count", "9"}).status, 3);
    EXPECT_EQ(run_program({"text", "dfm", texts, "--text", "speech"}).status, 3);
}

}  // namespace text_dfm_test
}  // namespace tarazy
