#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace data_reshape_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(DataReshape, AFileOfTheWorldBankBecomesALongTableInOneCommand) {
    const ProgramRun run = run_program({"data", "reshape", sample_path("wdi.csv")});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("state,indicator,year,value\nKAZ,NY.GDP.MKTP.CD,1995,")) << run.out.substr(0, 200);
}

TEST(DataReshape, ATableOfSipriTakesItsStateFromTheTitleAndLeavesOutTotals) {
    const ProgramRun run = run_program({"data", "reshape", sample_path("sipri_imports.csv")});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("pole,year,value,state\n")) << run.out.substr(0, 200);
    EXPECT_NE(run.out.find("Russia,2001,"), std::string::npos);
    EXPECT_EQ(run.out.find("Total"), std::string::npos);
    EXPECT_NE(run.out.find(",Kazakhstan\n"), std::string::npos);
}

TEST(DataReshape, LongWideAndStacked) {
    const Folder folder;
    const std::string file = folder.write("w.csv", "state,2001,2002\nKAZ,1,2\nRUS,,4\n");
    const ProgramRun run = run_program({"data", "reshape", file, "--to", "long", "--columns", "1990..2024", "--name",
                                        "year", "--value", "gdp", "--drop-missing"});
    EXPECT_EQ(run.out, "state,year,gdp\nKAZ,2001,1\nKAZ,2002,2\nRUS,2002,4\n") << run.err;
    EXPECT_NE(run.err.find("1 rows without a value were left out"), std::string::npos) << run.err;
    const std::string made = folder.write("l.csv", run.out);
    EXPECT_EQ(run_program({"data", "reshape", made, "--to", "wide", "--name", "year", "--value", "gdp"}).out,
              "state,2001,2002\nKAZ,1,2\nRUS,,4\n");
    EXPECT_EQ(run_program({"data", "reshape", file, "--stack", "s=state,v=2001", "--stack", "s=state,v=2002"}).out,
              "s,v\nKAZ,1\nRUS,\nKAZ,2\nRUS,4\n");
}

TEST(DataReshape, AFileThatIsNotKnownNeedsOptions) {
    const Folder folder;
    const std::string file = folder.write("x.csv", "a,b\n1,2\n");
    const ProgramRun run = run_program({"data", "reshape", file});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("say what to make of it"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"data", "reshape", file, "--to", "sideways"}).status, 2);
    EXPECT_EQ(run_program({"data", "reshape", file, "--where", "nonsense"}).status, 2);
    EXPECT_EQ(run_program({"data", "reshape", file, "--ids", "c"}).status, 3);
}

}  // namespace data_reshape_test
}  // namespace tarazy
