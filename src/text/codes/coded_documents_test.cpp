#include "text/codes/coded_documents.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::coded_documents_test {
namespace {

CodedDocuments two_speeches() {
    CodedDocuments coded;
    coded.codes = {"memory", "peace"};
    coded.documents = {{"UZB_1993", "UZB", 1993, {0, 2}}, {"KAZ_1992", "KAZ", 1992, {3, 0, 1}}};
    order_documents(coded);
    return coded;
}

TEST(CodedDocuments, AreReadFromWhatTheyWereWrittenTo) {
    const CodedDocuments coded = two_speeches();
    const Table table = coded_sentence_table(coded, std::vector<std::string>{"KAZ", "UZB"});
    ASSERT_EQ(table.rows(), 5U);
    EXPECT_EQ(table["codes"].list(0), (std::vector<std::string>{"memory", "peace"}));
    EXPECT_EQ(table["rarest_code"].display(0), "memory")
        << "two sentences have it, as many have peace, first of equals";
    EXPECT_EQ(table["rarest_code"].display(1), "");
    std::vector<std::size_t> backwards = {4, 3, 2, 1, 0};
    for (const Table& each : {table, take_rows(table, backwards)}) {
        const CodedDocuments again = read_coded_sentences(each);
        EXPECT_EQ(again.codes, coded.codes);
        ASSERT_EQ(again.documents.size(), 2U);
        EXPECT_EQ(again.documents[0].id, "KAZ_1992");
        EXPECT_EQ(again.documents[0].sentences, (std::vector<CodeSet>{3, 0, 1}));
        EXPECT_EQ(again.documents[1].sentences, (std::vector<CodeSet>{0, 2}));
    }
}

TEST(CodedDocuments, OnlyTheGroupsAskedForAreWritten) {
    EXPECT_EQ(coded_sentence_table(two_speeches(), std::vector<std::string>{"UZB"}).rows(), 2U);
}

TEST(CodedDocuments, ALeftOutOrRepeatedSentenceIsTold) {
    const Table table = coded_sentence_table(two_speeches(), std::vector<std::string>{"KAZ"});
    EXPECT_THROW((void)read_coded_sentences(take_rows(table, std::vector<std::size_t>{0, 2})), InputError);
    EXPECT_THROW((void)read_coded_sentences(take_rows(table, std::vector<std::size_t>{0, 1, 1, 2})), InputError);
}

TEST(CodedDocuments, NearbyIsWithinTheContextOnBothSides) {
    const std::vector<CodeSet> sentences = {1, 0, 2, 0, 0};
    EXPECT_EQ(codes_nearby(sentences, 0), sentences);
    EXPECT_EQ(codes_nearby(sentences, 1), (std::vector<CodeSet>{1, 3, 2, 2, 0}));
    EXPECT_EQ(codes_nearby(sentences, 9), (std::vector<CodeSet>{3, 3, 3, 3, 3}));
}

TEST(CodedDocuments, AnUnknownCodeIsProposedTheNearest) {
    try {
        (void)two_speeches().code("memori");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("memory"), std::string::npos);
    }
}

}  // namespace
}  // namespace tarazy::coded_documents_test
