#include "text/corpus/documents.hpp"

#include "base/work_test.hpp"
#include "text/corpus/clean.hpp"
#include "text/corpus/language.hpp"
#include "text/corpus/small_documents_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::documents_test {
namespace {

using testing_documents::Folder;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(Documents, AFolderOfAllFormats) {
    DocumentReport report;
    const Corpus corpus = read_documents({data + "documents"}, {}, report, Work());
    EXPECT_EQ(corpus.ids, (std::vector<std::string>{"article_kk_2021", "report_kk_2023", "statement_en_2020",
                                                    "statement_ru_2019", "statement_zh_2022"}));
    EXPECT_EQ(corpus.metadata["year"].display(3), "2019");
    ASSERT_EQ(report.sources.size(), 5u);
    EXPECT_EQ(report.sources[0].pages, 4u);
    EXPECT_EQ(report.sources[3].encoding, "Windows-1251");
    EXPECT_EQ(report.sources[4].encoding, "GB18030");
    EXPECT_EQ(report.sources[0].sha256.size(), 64u);
    EXPECT_TRUE(report.unread.empty());
    EXPECT_EQ(report.warnings.size(), 2u) << "two assumed encodings";
    EXPECT_EQ(corpus.texts[2].substr(0, 24), "Statement on mediation\n\n");
}

/// The article's own kind of text: hyphens, running heads, abstracts in two other languages, two columns.
TEST(Documents, TheKazakhArticleIsCleanedAndSegmented) {
    DocumentReport report;
    const Corpus corpus = read_documents({data + "documents/article_kk_2021.pdf"}, {}, report, Work());
    const CleanText article = clean(corpus.texts.front(), {.lines = LinesAre::pieces});
    for (const char* const right :
         {"ядролық қарудан бас тартуы", "Автор ресми", "отказ Республики Казахстан", "международных переговорах",
          "gave up nuclear weapons", "The author compares", "әскери-саяси ынтымақтастықтың", "Қауіпсіздік туралы ұғым",
          "бір-бірімен тікелей", "көпвекторлы болып қала береді", "құжаттардың мәтінін", "Қазақстан келіссөздерге",
          "полигон туралы сөз болады", "жаңа құжаттарды табуда", "біртіндеп орнай бастады"})
        EXPECT_NE(article.text.find(right), std::string::npos) << right << '\n' << article.text;
    for (const char* const wrong : {"хабаршысы", "14", "– 17 –", "Қaз", "-\n"})
        EXPECT_EQ(article.text.find(wrong), std::string::npos) << wrong;
    EXPECT_LT(article.text.find("табуда"), article.text.find("Екінші бағанда")) << "the left column first";
    const auto merged = merged_segments(language_segments(article.text));
    std::string languages;
    for (const LanguageSegment& segment : merged) languages += std::string(to_string(segment.language)) + ' ';
    EXPECT_EQ(languages, "kk ru en kk ");
    ASSERT_EQ(merged.size(), 4u);
    EXPECT_TRUE(article.text.substr(merged[1].begin).starts_with("Аннотация."));
    EXPECT_TRUE(article.text.substr(merged[2].begin).starts_with("Abstract."));
    EXPECT_TRUE(article.text.substr(merged[3].begin).starts_with("Полигон жабылған"));
}

TEST(Documents, WhatCannotBeReadIsToldAndTheOthersGoOn) {
    const Folder folder;
    folder.write("good.txt", "Бітім мен келісім.");
    folder.write("empty.txt", "");
    folder.write("blank.txt", " \n ");
    folder.write("nul.txt", std::string("a\0b", 3));
    folder.write("damaged.txt", "Бітім мен келісім. \xFF");
    folder.write("scan.pdf", "%PDF-1.4\nnothing");
    folder.write("renamed.pdf", "no pdf at all");
    folder.write("renamed.txt", "%PDF-1.4 in fact");
    folder.write("bad.docx", "no zip");
    folder.write("notext.csv", "id,words\n1,a\n");
    folder.write("picture.jpg", "x");
    DocumentReport report;
    const Corpus corpus = read_documents({folder.path()}, {}, report, Work());
    EXPECT_EQ(corpus.ids, std::vector<std::string>{"good"});
    EXPECT_EQ(report.unread.size(), 9u);
    EXPECT_EQ(report.skipped.size(), 1u);
    for (const UnreadFile& file : report.unread) EXPECT_TRUE(file.message.starts_with(file.path)) << file.message;
}

TEST(Documents, RowsOfTablesAreDocuments) {
    const Folder folder;
    folder.write("speeches.csv", "doc_id,year,text\nKAZ_1992,1992,We chose peace.\nKAZ_1993,1993,\"Two\nlines.\"\n");
    folder.write("other_2001.csv", "text,speaker\nBir,A\n");
    folder.write("same.txt", "a b c");
    folder.write("same.html", "<p>a b d");
    DocumentReport report;
    const Corpus corpus = read_documents({folder.path()}, {}, report, Work());
    EXPECT_EQ(corpus.ids, (std::vector<std::string>{"other_2001/1", "same.html", "same.txt", "KAZ_1992", "KAZ_1993"}));
    EXPECT_EQ(corpus.metadata["year"].display(0), "2001");
    EXPECT_EQ(corpus.metadata["year"].display(4), "1993");
    EXPECT_EQ(corpus.metadata["speaker"].display(0), "A");
    EXPECT_EQ(report.sources[4].line, 3u);
}

TEST(Documents, WithoutDocumentsThereIsAnError) {
    const Folder folder;
    DocumentReport report;
    EXPECT_THROW((void)read_documents({folder.path()}, {}, report, Work()), InputError);
    EXPECT_THROW((void)read_documents({folder.path() + "/none"}, {}, report, Work()), FileError);
    EXPECT_THROW((void)read_documents({folder.write("a.xyz", "a")}, {}, report, Work()), InputError);
    EXPECT_THROW((void)read_documents({folder.write("a.txt", "")}, {}, report, Work()), InputError);
    const std::string twice = folder.write("a.csv", "doc_id,text\na,b\n");
    EXPECT_THROW((void)read_documents({twice, twice}, {}, report, Work()), InputError);
}

TEST(Documents, ReadingCanBeStopped) {
    const Folder folder;
    for (int i = 0; i < 20; ++i) folder.write("t" + std::to_string(i) + ".txt", "сөз");
    expect_stoppable([&](const Work& work) {
        DocumentReport report;
        (void)read_documents({folder.path()}, {.threads = 2}, report, work);
    });
}

}  // namespace
}  // namespace tarazy::documents_test
