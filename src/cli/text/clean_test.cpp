#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_clean_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string article = TARAZY_SOURCE_DIR "/src/text/testdata/documents/article_kk_2021.pdf";

TEST(TextClean, TextLogAndMap) {
    const ProgramRun text = run_program({"text", "clean", article});
    ASSERT_EQ(text.status, 0) << text.err;
    EXPECT_TRUE(text.out.starts_with("doc_id,text\narticle_kk_2021,")) << text.out;
    const ProgramRun log = run_program({"text", "clean", article, "--show", "log"});
    EXPECT_TRUE(log.out.starts_with("doc_id,page,line,character,kind,before,after,reason\n")) << log.out;
    EXPECT_NE(log.out.find("running,– 17 –,,on several pages"), std::string::npos) << log.out;
    EXPECT_NE(log.out.find("repair,Қaзақстан,Қазақстан,attested"), std::string::npos) << log.out;
    EXPECT_NE(log.out.find("article_kk_2021,4,1,"), std::string::npos);
    const ProgramRun map = run_program({"text", "clean", article, "--show", "map"});
    EXPECT_TRUE(map.out.starts_with("doc_id,begin,end,source_begin,source_end,verbatim,page,line,character\n"));
}

TEST(TextClean, WhatIsToStayStays) {
    const Folder folder;
    const std::string text = folder.write("a.txt", "сөз-\nдің бірі Қaзақстан, Қазақстан\n");
    EXPECT_EQ(run_program({"text", "clean", text, "--keep-hyphens"}).out,
              "doc_id,text\na,\"сөз-дің бірі Қазақстан, Қазақстан\"\n");
    EXPECT_EQ(run_program({"text", "clean", text, "--keep-letters"}).out,
              "doc_id,text\na,\"сөздің бірі Қaзақстан, Қазақстан\"\n");
    EXPECT_EQ(run_program({"text", "clean", text, "--lines", "sideways"}).status, 2);
}

}  // namespace text_clean_test
}  // namespace tarazy
