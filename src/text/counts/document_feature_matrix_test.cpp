#include "text/counts/document_feature_matrix.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::document_feature_matrix_test {
namespace {

Tokens three_documents() {
    Tokens tokens;
    tokens.documents = {"a", "b", "c"};
    tokens.types = {"peace", "test", "site"};
    tokens.type = {0, 2, 0, 1};
    tokens.start = {0, 6, 11, 0};
    tokens.length = {5, 4, 5, 4};
    tokens.first = {0, 3, 4, 4};
    return tokens;
}

TEST(DocumentFeatureMatrix, CountsTypesOfEachDocument) {
    const DocumentFeatureMatrix matrix = document_feature_matrix(three_documents());
    EXPECT_EQ(matrix.row_begin, (std::vector<std::size_t>{0, 2, 3, 3}));
    EXPECT_EQ(matrix.feature, (std::vector<std::uint32_t>{0, 2, 1}));
    EXPECT_EQ(matrix.count, (std::vector<double>{2, 1, 1}));
    EXPECT_EQ(matrix.document_total(0), 3);
    EXPECT_EQ(matrix.feature_totals(), (std::vector<double>{2, 1, 1}));
}

TEST(DocumentFeatureMatrix, IsReadFromWhatItWrites) {
    const DocumentFeatureMatrix matrix = document_feature_matrix(three_documents());
    const DocumentFeatureMatrix again = read_document_feature_matrix(document_feature_table(matrix));
    EXPECT_EQ(again.documents, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(again.features, (std::vector<std::string>{"peace", "site", "test"}));
    EXPECT_EQ(again.count, matrix.count);
}

TEST(DocumentFeatureMatrix, AZeroNamesADocumentAndAFeature) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"feature"}, IntegerColumn{"n"});
    rows.add("a", "peace", 0);
    rows.add("b", "peace", 2);
    const DocumentFeatureMatrix matrix = read_document_feature_matrix(rows.table());
    EXPECT_EQ(matrix.documents.size(), 2U);
    EXPECT_EQ(matrix.cells(), 1U);
    EXPECT_EQ(matrix.document_total(0), 0);
}

TEST(DocumentFeatureMatrix, EveryFaultyRowIsTold) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"feature"}, RealColumn{"n"});
    rows.add("a", "peace", 1);
    rows.add("a", "peace", 2);
    rows.add("", "war", 1);
    rows.add("a", "war", -1);
    rows.add("b", "war", std::nullopt);
    try {
        (void)read_document_feature_matrix(rows.table());
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 4U);
    }
    EXPECT_THROW((void)read_document_feature_matrix(
                     TableRows(TextColumn{"doc_id"}, TextColumn{"feature"}, IntegerColumn{"n"}).table()),
                 InputError);
}

}  // namespace
}  // namespace tarazy::document_feature_matrix_test
