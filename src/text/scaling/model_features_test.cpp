#include "text/scaling/model_features.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::model_features_test {
namespace {

DocumentFeatureMatrix words_of(const std::vector<std::tuple<std::string, std::string, int>>& cells) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"feature"}, IntegerColumn{"n"});
    for (const auto& [document, feature, n] : cells) rows.add(document, feature, n);
    return read_document_feature_matrix(rows.table());
}

TEST(ModelFeatures, TheOrderOfRowsDoesNotMatter) {
    const DocumentFeatureMatrix one = model_features(words_of({{"b", "y", 1}, {"a", "x", 2}, {"b", "x", 3}}), {}),
                                other = model_features(words_of({{"a", "x", 2}, {"b", "x", 3}, {"b", "y", 1}}), {});
    EXPECT_EQ(one.documents, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(one.documents, other.documents);
    EXPECT_EQ(one.features, other.features);
    EXPECT_EQ(one.feature, other.feature);
    EXPECT_EQ(one.count, other.count);
    EXPECT_EQ(one.row_begin, other.row_begin);
}

TEST(ModelFeatures, RareFeaturesAreLeftOutAndDocumentsStay) {
    const DocumentFeatureMatrix matrix = words_of({{"a", "x", 2}, {"b", "x", 1}, {"c", "y", 9}});
    EXPECT_EQ(model_features(matrix, {.min_count = 4}).features, std::vector<std::string>{"y"});
    const DocumentFeatureMatrix twice = model_features(matrix, {.min_documents = 2});
    EXPECT_EQ(twice.features, std::vector<std::string>{"x"});
    EXPECT_EQ(twice.documents.size(), 3U);
    EXPECT_EQ(twice.document_total(2), 0);
}

}  // namespace
}  // namespace tarazy::model_features_test
