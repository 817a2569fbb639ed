#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace text_lemmas_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";
const bool no_others = !std::filesystem::exists("/usr/share/hunspell/ru_RU.dic") ||
                       !std::filesystem::exists("/usr/share/hunspell/en_US.dic");
const bool no_kazakh = !std::filesystem::exists("/usr/share/hunspell/kk_KZ.dic");

TEST(TextLemmas, KazakhWordsHaveTheirLemmasAndPlaces) {
    if (no_kazakh) GTEST_SKIP() << "hunspell-kk is not installed";
    const ProgramRun run = run_program({"text", "lemmas", testdata + "lemmas_kk.csv", "--language", "kk"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("doc_id,position,token,lemma,language,start,end,analysis,confidence,known\n"
                            "kk1,1,Қазақстан,қазақстан,kk,0,18,"))
        << run.out;
    EXPECT_NE(run.out.find(",мемлекеттермен,мемлекет,kk,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",Маған,мен,kk,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",кітабыңызды,кітап,kk,"), std::string::npos) << run.out;
}

TEST(TextLemmas, ATreebankIsScoredAndItsHalvesToo) {
    if (no_kazakh) GTEST_SKIP() << "hunspell-kk is not installed";
    const ProgramRun run =
        run_program({"text", "lemmas", "--language", "kk", "--conllu", testdata + "lemmas_kk.conllu"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("part,sentences,words,types,accuracy,bcubed_precision,bcubed_recall,bcubed_f1\n"
                            "all,4,15,15,1,1,1,1\n"))
        << run.out;
}

TEST(TextLemmas, TheSameAtAnyNumberOfThreads) {
    if (no_kazakh) GTEST_SKIP() << "hunspell-kk is not installed";
    const auto with = [](const char* threads) {
        return run_program(
            {"text", "lemmas", testdata + "four_languages.csv", "--language", "kk", "--threads", threads});
    };
    EXPECT_EQ(with("1").out, with("2").out);
}

TEST(TextLemmas, EachSentenceIsInItsOwnLanguageAndChineseHasWords) {
    if (no_kazakh || no_others) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const ProgramRun run = run_program({"text", "lemmas", testdata + "four_languages.csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",weapons,weapon,en,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",оружия,оружие,ru,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",қарудан,қару,kk,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",哈萨克斯坦,哈萨克斯坦,zh,"), std::string::npos) << run.out;
}

TEST(TextLemmas, WordsOfAChineseTreebankAreScored) {
    const Folder folder;
    const std::string bank = folder.write("zh.conllu",
                                          "1\t核\t核\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
                                          "2\t武器\t武器\tNOUN\t_\t_\t1\tdep\t_\tSpaceAfter=No\n"
                                          "3\t。\t。\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No\n");
    const ProgramRun run = run_program({"text", "lemmas", "--language", "zh", "--conllu", bank});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "part,sentences,words,found,right,precision,recall,f1\nall tokens,1,3,2,1,0.5,0.333333333333333,0.4\n"
              "without punctuation,1,2,1,0,0,0,0\n");
}

TEST(TextLemmas, WhatIsMissingIsNamed) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,сөз\n");
    const ProgramRun run =
        run_program({"text", "lemmas", texts, "--language", "kk", "--dictionary-kk", folder / "none"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("install the package hunspell-kk"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"text", "lemmas", texts}).status, 0) << "the language is found";
    EXPECT_EQ(run_program({"text", "lemmas", "--language", "kk"}).status, 2) << "no documents";
    EXPECT_EQ(run_program({"text", "lemmas", texts, "--language", "xx"}).status, 2);
    EXPECT_EQ(run_program({"text", "lemmas", "--conllu", testdata + "lemmas_kk.conllu"}).status, 2) << "no language";
    const ProgramRun wrong = run_program({"text", "lemmas", "--language", "kk", "--conllu", texts});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("t.csv:1: a line of CoNLL-U has ten fields"), std::string::npos) << wrong.err;
}

}  // namespace text_lemmas_test
}  // namespace tarazy
