#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_kwic_test {

using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/four_languages.csv";

TEST(TextKwic, GlobsInFourScripts) {
    const ProgramRun run =
        run_program({"text", "kwic", data, "--pattern", "nuclear*", "ядер*", "ядролық*", "核*", "--window", "2"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("doc_id,from,to,pre,keyword,post,pattern\n"
                            "en1,5,5,up its,nuclear,weapons .,nuclear*\n"))
        << run.out;
    EXPECT_NE(run.out.find("\nru1,4,4,отказался от,ядерного,оружия .,ядер*\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nzh1,4,4,放弃 了,核武器,， 与,核*\n"), std::string::npos) << run.out;
}

TEST(TextKwic, PatternsWithoutAPlaceAreTold) {
    const ProgramRun run = run_program({"text", "kwic", data, "--pattern", "moon", "peace"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("'moon' does not occur"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "kwic", data, "--pattern", "(", "--regex"}).status, 3);
    EXPECT_EQ(run_program({"text", "kwic", data}).status, 2);
}

}  // namespace text_kwic_test
}  // namespace tarazy
