#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::testing_program {
namespace sentence_language_test {

const std::string book = "code,language,entry\nmemory,en,test site\nmemory,ru,полигон*\n";

// What was seen: a corpus in three languages and a codebook in three languages gave no find at all in two of them, and
// no word about it, since --language was en.
TEST(SentenceLanguage, ACorpusWithLanguagesIsReadInEachOfThem) {
    const Folder folder;
    const std::string corpus = folder.write(
        "corpus.csv",
        "doc_id,text,language,year\na,The test site was closed at last. Peace is kept.,en,2019\nb,\"Полигон был закрыт "
        "по воле народа. Торговля выросла.\",ru,2020\n");
    const std::string codebook = folder.write("book.csv", book);
    const ProgramRun run = run_program(
        {"text", "codes", "--documents", corpus, "--codebook", codebook, "--show", "sentences", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("a,all,2019,1,memory,memory\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("b,all,2020,1,memory,memory\n"), std::string::npos) << run.out;
    const ProgramRun english = run_program({"text", "codes", "--documents", corpus, "--codebook", codebook, "--show",
                                            "sentences", "--format", "csv", "--language", "en"});
    EXPECT_NE(english.out.find("b,all,2020,1,,\n"), std::string::npos) << english.out;
}

TEST(SentenceLanguage, WhoseAndWhenMayBeLeftOut) {
    const Folder folder;
    const std::string codebook = folder.write("book.csv", book);
    const std::string documents =
        folder.write("d.csv", "doc_id,side,text,year\na,x,The test site. Again.,2001\nb,y,Peace.,2003\nc,x,Grain.,\n");
    const ProgramRun run = run_program(
        {"text", "codes", "--documents", documents, "--codebook", codebook, "--group", "side", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("2001-2003,x,1,2,memory,1,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("2001-2003,y,1,1,memory,0,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("1 document has no year"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "codes", "--documents", documents, "--codebook", codebook, "--states", "x"}).status,
              3)
        << "no column state";
    EXPECT_EQ(run_program({"text", "codes", "--documents", documents, "--codebook", codebook, "--group", "side",
                           "--states", "x,x"})
                  .status,
              2);
}

}  // namespace sentence_language_test
}  // namespace tarazy::testing_program
