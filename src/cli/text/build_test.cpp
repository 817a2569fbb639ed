#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_build_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextBuild, AFolderBecomesATable) {
    const Folder folder;
    const std::string corpus = folder / "corpus.csv", log = folder / "log.csv";
    const ProgramRun run = run_program({"text", "build", data + "documents", "--output", corpus, "--log", log});
    ASSERT_EQ(run.status, 0) << run.err;
    const std::string table = bytes_of(corpus);
    EXPECT_TRUE(table.starts_with("doc_id,text,language,year,pages,format,encoding,file\narticle_kk_2021,")) << table;
    EXPECT_NE(table.find("\nstatement_ru_2019,"), std::string::npos);
    EXPECT_NE(table.find(",ru,2019,,txt,Windows-1251,"), std::string::npos);
    EXPECT_NE(table.find(",zh,2022,,txt,GB18030,"), std::string::npos);
    EXPECT_NE(run.err.find("read as Windows-1251, found from its bytes"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("5 documents; letters: en "), std::string::npos) << run.err;
    EXPECT_NE(bytes_of(log).find("\narticle_kk_2021,1,4,52,join,қа-|рудан,қарудан,"), std::string::npos)
        << bytes_of(log);
    EXPECT_NE(bytes_of(log).find("keep,әскери-|саяси,әскери-саяси,attested 0 to 1"), std::string::npos);
}

TEST(TextBuild, TheDatabaseHasFullTextSearch) {
    const Folder folder;
    const std::string store = folder / "corpus.db";
    const ProgramRun run = run_program({"text", "build", data + "documents", "--output", store});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(bytes_of(store).starts_with("SQLite format 3"));
    EXPECT_EQ(folder.entries(), 1u) << "nothing is left beside it";
    const ProgramRun languages = run_program({"text", "language", store, "--merge", "--format", "csv"});
    ASSERT_EQ(languages.status, 0) << languages.err;
    EXPECT_NE(languages.out.find("article_kk_2021,2,ru,"), std::string::npos) << languages.out;
}

TEST(TextBuild, UnreadableFilesAreToldAndTheOthersGoOn) {
    const Folder folder;
    folder.write("docs/good.txt", "Бітім мен келісім туралы айтты.");
    folder.write("docs/empty.txt", "");
    std::filesystem::copy(data + "unreadable/scan.pdf", folder / "docs/scan.pdf");
    std::filesystem::copy(data + "unreadable/password.pdf", folder / "docs/password.pdf");
    const ProgramRun run = run_program({"text", "build", folder / "docs", "--output", folder / "c.csv"});
    EXPECT_EQ(run.status, 3) << run.err;
    EXPECT_NE(bytes_of(folder / "c.csv").find("\ngood,"), std::string::npos);
    EXPECT_NE(run.err.find("empty.txt: the file is empty"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("needs OCR"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("protected by a password"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("3 files were not read"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "build", folder / "docs", "--skip-unreadable"}).status, 0);
    EXPECT_EQ(run_program({"text", "build", folder / "docs/empty.txt"}).status, 3);
    EXPECT_EQ(run_program({"text", "build", folder / "none"}).status, 4);
}

TEST(TextBuild, MetadataJoinAndDuplicatesAreTold) {
    const Folder folder;
    const std::string text = "Біз бітім мен келісімге шақырамыз, өйткені соғыс ешкімге пайда әкелмейді.";
    folder.write("docs/a.txt", text);
    folder.write("docs/b.txt", text + ' ');
    folder.write("docs/about.csv", "doc_id,speaker,year\na,Tokayev,2020\nb.txt,Nazarbayev,1994\nc,X,1\n");
    const ProgramRun run =
        run_program({"text", "build", folder / "docs", "--metadata", folder / "docs/about.csv", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("kk,2020,Tokayev,,txt"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("1 row names no document: c"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("'b' is nearly the same as 'a' (100 %"), std::string::npos) << run.err;
}

}  // namespace text_build_test
}  // namespace tarazy
