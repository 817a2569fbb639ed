#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_language_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(TextLanguage, SentencesAndMergedSegments) {
    const Folder folder;
    const std::string table = folder.write(
        "c.csv",
        "doc_id,text\na,\"Біз ядролық қарудан бас тарттық. Бұл шешім дұрыс болды. Мы отказались от оружия сами.\"\n");
    const ProgramRun run = run_program({"text", "language", table});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,segment,language,confidence,start,end,letters\na,1,kk,")) << run.out;
    EXPECT_NE(run.out.find("\na,3,ru,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",59,91,"), std::string::npos) << run.out;
    const ProgramRun merged = run_program({"text", "language", table, "--merge"});
    EXPECT_NE(merged.out.find("\na,2,ru,"), std::string::npos) << merged.out;
}

}  // namespace text_language_test
}  // namespace tarazy
