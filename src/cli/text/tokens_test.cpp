#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_tokens_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/four_languages.csv";

TEST(TextTokens, ColumnsOfTheContractWithPlacesInBytes) {
    const ProgramRun run = run_program({"text", "tokens", data});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,position,token,lemma,language,start,end\nen1,1,Kazakhstan,,en,0,10\n"))
        << run.out;
    EXPECT_NE(run.out.find("\nzh1,1,哈萨克斯坦,,zh,0,15\n"), std::string::npos) << run.out;
}

TEST(TextTokens, SizesAsQuantedaCounts) {
    const ProgramRun run = run_program({"text", "tokens", data, "--tokens", "quanteda", "--show", "sizes"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,tokens,types,words,punctuation,numbers,symbols\nen1,14,13,12,2,0,0\n"))
        << run.out;
}

TEST(TextTokens, WhatCannotBeReadIsTold) {
    const Folder folder;
    const std::string twice = folder.write("t.csv", "doc_id,text\na,x\na,y\n");
    const ProgramRun run = run_program({"text", "tokens", twice});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("t.csv:3:1: the document 'a' stands here a second time"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "tokens"}).status, 2);
    EXPECT_EQ(run_program({"text", "tokens", data, "--tokens", "word"}).status, 2);
    EXPECT_EQ(run_program({"text", "tokens", folder / "none.csv"}).status, 4);
    const std::string blank = folder.write("b.csv", "doc_id,text\na,\" \"\n");
    EXPECT_EQ(run_program({"text", "tokens", blank}).status, 3);
}

}  // namespace text_tokens_test
}  // namespace tarazy
