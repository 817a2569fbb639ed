#include "text/codes/group_documents.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace group_documents_test {

const GroupChoice two_states{"iso3", {"KAZ", "UZB"}, 1990, 2000};

TEST(GroupDocuments, ComeByGroupYearAndIdAndWhatLacksIsTold) {
    std::vector<std::string> notes;
    const Table table = read_csv(
        "doc_id,iso3,year,text\nd,UZB,1991,One.\nc,KAZ,1999,Two.\nb,KAZ,1991,Three.\n"
        "a,KAZ,1991,Four.\nx,FRA,1991,No.\ny,KAZ,1980,No.\nz,KAZ,,No.\nw,KAZ,1992,\n",
        "d.csv");
    const std::vector<GroupDocument> found = group_documents(table, two_states, notes);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].id, "a");
    EXPECT_EQ(found[0].row, 3U);
    EXPECT_EQ(found[2].year, 1999);
    EXPECT_EQ(found[3].group, "UZB");
    EXPECT_EQ(notes, (std::vector<std::string>{"1 document has no year and is left out",
                                               "1 document has no text and is left out"}));
}

TEST(GroupDocuments, ADocumentTwiceAndNoneAtAllAreRefusedWithTheirLine) {
    std::vector<std::string> notes;
    try {
        (void)group_documents(read_csv("doc_id,iso3,year,text\na,KAZ,1991,One.\na,UZB,1991,Two.\n", "d.csv"),
                              two_states, notes);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().at(0).line, 3U);
    }
    EXPECT_THROW(
        (void)group_documents(read_csv("doc_id,iso3,year,text\na,FRA,1991,One.\n", "d.csv"), two_states, notes),
        InputError);
    EXPECT_THROW(
        (void)group_documents(read_csv("doc_id,state,year,text\na,KAZ,1991,One.\n", "d.csv"), two_states, notes),
        InputError)
        << "there is no such column";
}

TEST(GroupDocuments, SentencesKnowTheirDocument) {
    std::vector<std::string> notes;
    const Table table =
        read_csv("doc_id,iso3,year,text\nb,KAZ,1992,Three.\na,KAZ,1991,\"One. Two\ngoes on.\"\n", "d.csv");
    const GroupSentences sentences = group_sentences(table, group_documents(table, two_states, notes), "en", 1, {});
    EXPECT_EQ(sentences.corpus.texts, (std::vector<std::string>{"One.", "Two\ngoes on.", "Three."}));
    EXPECT_EQ(sentences.first_of_document, (std::vector<std::size_t>{0, 2, 3}));
}

TEST(GroupDocuments, StatesMayBeSpeltOtherwiseInTheColumn) {
    std::vector<std::string> notes;
    const auto found = group_documents(
        read_csv("doc_id,iso3,year,text\na,Қазақстан,1991,One.\nb,Uzbekistan,1991,Two.\n", "d.csv"), two_states, notes);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].group, "KAZ");
    EXPECT_EQ(notes, std::vector<std::string>{
                         "the column 'iso3' spells states otherwise: 'Uzbekistan' (UZB), 'Қазақстан' (KAZ)"});
}

}  // namespace group_documents_test
}  // namespace tarazy
