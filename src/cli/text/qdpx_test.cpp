#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_qdpx_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextQdpx, ImportGivesSegmentsWithTheirTexts) {
    const ProgramRun run = run_program({"text", "qdpx", "import", testdata + "sample.qdpx"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc,start,end,coder,code,text,memo\n")) << run.out;
    EXPECT_NE(run.out.find("\nkk note,34,54,Coder A,hedging,тепе-теңдік сақтайды,\n"), std::string::npos) << run.out;
}

TEST(TextQdpx, InAndOutAgainIsTheSameProject) {
    const Folder folder;
    const std::string work = folder / "work", out = folder / "out.qdpx", again = folder / "again.qdpx";
    EXPECT_EQ(run_program({"text", "qdpx", "import", testdata + "sample.qdpx", "--folder", work}).status, 0);
    const ProgramRun exported = run_program({"text", "qdpx", "export", out, "--folder", work});
    EXPECT_EQ(exported.status, 0) << exported.err;
    EXPECT_EQ(run_program({"text", "qdpx", "import", out}).out,
              run_program({"text", "qdpx", "import", testdata + "sample.qdpx"}).out);
    EXPECT_EQ(run_program({"text", "qdpx", "export", again, "--folder", work}).status, 0);
    EXPECT_EQ(bytes_of(out), bytes_of(again));
    EXPECT_EQ(run_program({"text", "qdpx", "import", out, "--folder", work}).status, 0) << "it is there already";
    folder.write("work/segments.csv", "changed since\n");
    EXPECT_EQ(run_program({"text", "qdpx", "import", out, "--folder", work}).status, 2) << "nothing is overwritten";
    EXPECT_EQ(bytes_of(work + "/segments.csv"), "changed since\n");
}

TEST(TextQdpx, ANewProjectFromTables) {
    const Folder folder;
    const std::string segments = folder.write("s.csv", "doc,start,end,coder,code\nd,0,6,A,peace\n");
    const std::string documents = folder.write("d.csv", "doc_id,text\nd,бейбіт ел\n");
    const std::string out = folder / "new.qdpx";
    EXPECT_EQ(run_program({"text", "qdpx", "export", out, "--segments", segments, "--documents", documents}).status, 0);
    EXPECT_NE(run_program({"text", "qdpx", "import", out}).out.find("\nd,0,6,A,peace,бейбіт,\n"), std::string::npos);
    const std::string wrong = folder.write("w.csv", "doc,start,end,coder,code\nd,0,60,A,peace\n");
    const ProgramRun run =
        run_program({"text", "qdpx", "export", folder / "x.qdpx", "--segments", wrong, "--documents", documents});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("ends behind its document of 9 code points"), std::string::npos) << run.err;
}

TEST(TextQdpx, OtherFilesAreRefused) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "qdpx", "import", folder.write("x.qdpx", "no archive")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("this is no .qdpx file"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "qdpx", "port", folder / "x.qdpx"}).status, 2);
    EXPECT_EQ(run_program({"text", "qdpx", "export", folder / "x.qdpx"}).status, 2);
    const ProgramRun no_folder =
        run_program({"text", "qdpx", "export", folder / "x.qdpx", "--folder", folder / "none"});
    EXPECT_EQ(no_folder.status, 4);
    EXPECT_NE(no_folder.err.find("there is no such folder"), std::string::npos) << no_folder.err;
}

}  // namespace text_qdpx_test
}  // namespace tarazy
