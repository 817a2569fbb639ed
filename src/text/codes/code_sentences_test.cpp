#include "text/codes/code_sentences.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <numeric>

namespace tarazy::code_sentences_test {
namespace {

Table book() {
    return read_csv(
        "code,entry,language\npeace,peace*,en\nmemory,test site,en\nmemory,\"gave ~3 weapons\",en\n"
        "peace,бейбіт*,kk\n",
        "codebook.csv");
}

SentenceCoding coding() {
    return {"state", "en", {"KAZ", "UZB"}, 1990, 2000};
}

std::vector<std::string> notes;

CodedDocuments coded(const std::string& rows) {
    notes.clear();
    return code_sentences(read_csv("doc_id,state,year,text\n" + rows, "speeches.csv"), book(), coding(), notes);
}

TEST(CodeSentences, EverySentenceHasTheCodesOfItsWords) {
    const CodedDocuments found = coded(
        "a,KAZ,1992,\"Peace. The nuclear test\nsite is closed. We gave up all weapons for peace. Thanks.\"\n"
        "b,FRA,1992,Peace.\nc,KAZ,1989,Peace.\n");
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.codes, (std::vector<std::string>{"peace", "memory"}));
    EXPECT_EQ(found.documents[0].sentences, (std::vector<CodeSet>{1, 2, 3, 0}));
}

TEST(CodeSentences, NoPatternReachesIntoTheNextSentence) {
    EXPECT_EQ(coded("a,KAZ,1992,We gave it up. Weapons rust.\n").documents[0].sentences, (std::vector<CodeSet>{0, 0}));
}

TEST(CodeSentences, WhatIsLackingIsToldAndLeftOut) {
    EXPECT_EQ(
        coded("a,KAZ,1992,Peace at the test site.\nb,KAZ,,Peace.\nc,KAZ,1993,\nd,,1993,Peace.\n").documents.size(), 1U);
    EXPECT_EQ(notes.size(), 3U);
    EXPECT_EQ(coded("a,KAZ,1992,Peace.\n").documents.size(), 1U);
    EXPECT_EQ(notes, std::vector<std::string>{"no sentence has the code 'memory'"});
}

TEST(CodeSentences, ARepeatedDocumentAndNoneAtAllAreRefused) {
    EXPECT_THROW((void)coded("a,KAZ,1992,Peace.\na,KAZ,1993,Peace.\n"), InputError);
    EXPECT_THROW((void)coded("a,KAZ,1889,Peace.\n"), InputError);
}

TEST(CodeSentences, TheOrderOfRowsAndThreadsChangeNothing) {
    Table table =
        read_csv("doc_id,state,year,text\nb,KAZ,1993,Peace.\na,KAZ,1992,Test site.\nc,UZB,1992,Peace. No.\n", "s.csv");
    std::vector<std::size_t> backwards = {2, 1, 0};
    SentenceCoding options = coding();
    const CodedDocuments one = code_sentences(table, book(), options, notes);
    options.threads = 1;
    const CodedDocuments other = code_sentences(take_rows(table, backwards), book(), options, notes);
    ASSERT_EQ(one.documents.size(), other.documents.size());
    for (std::size_t k = 0; k < one.documents.size(); ++k) {
        EXPECT_EQ(one.documents[k].id, other.documents[k].id);
        EXPECT_EQ(one.documents[k].sentences, other.documents[k].sentences);
    }
}

TEST(CodeSentences, EachSentenceMayHaveItsOwnLanguage) {
    SentenceCoding options = coding();
    options.language = "auto";
    const Table table = read_csv(
        "doc_id,state,year,text\na,KAZ,1992,\"Peace be with all of you here. Біздің елдің бейбіт күні әлі алда. Peace, "
        "бейбіт.\"\n",
        "s.csv");
    const Table codes =
        read_csv("code,entry,language\nenglish,peace,en\nkazakh,бейбіт*,kk\nrussian,бейбіт*,ru\n", "codebook.csv");
    const CodedDocuments found = code_sentences(table, codes, options, notes);
    ASSERT_EQ(found.documents.at(0).sentences.size(), 3U);
    EXPECT_EQ(found.documents[0].sentences[0], 1U);
    EXPECT_EQ(found.documents[0].sentences[1], 2U);
}

TEST(CodeSentences, LemmasReachThePatterns) {
    if (!std::filesystem::exists("/usr/share/hunspell/en_US.dic")) GTEST_SKIP() << "hunspell-en-us is not installed";
    SentenceCoding options = coding();
    options.lemmas = true;
    const Table table =
        read_csv("doc_id,state,year,text\na,KAZ,1992,We gave weapons. We give. Nobody took.\n", "s.csv");
    const Table codes = read_csv("code,entry\ngive,lemma:give\narms,lemma:weapon\n", "codebook.csv");
    EXPECT_EQ(code_sentences(table, codes, options, notes).documents.at(0).sentences, (std::vector<CodeSet>{3, 1, 0}));
    options.lemmas = false;
    EXPECT_THROW((void)code_sentences(table, codes, options, notes), InputError);
}

TEST(CodeSentences, TheirTextsAreThoseThatWereCounted) {
    const Table documents = read_csv("doc_id,text\na,\"One. Two\nand a half. Three.\"\n", "d.csv");
    EXPECT_EQ(sentence_texts(read_csv("doc_id,sentence\na,2\na,1\n", "u.csv"), documents, "en"),
              (std::vector<std::string>{"Two and a half.", "One."}));
    EXPECT_THROW((void)sentence_texts(read_csv("doc_id,sentence\na,4\n", "u.csv"), documents, "en"), InputError);
    EXPECT_THROW((void)sentence_texts(read_csv("doc_id,sentence\nb,1\n", "u.csv"), documents, "en"), InputError);
}

}  // namespace
}  // namespace tarazy::code_sentences_test
