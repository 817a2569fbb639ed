#include "text/counts/feature_selection.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::feature_selection_test {
namespace {

/// a: peace 2, site 1; b: site 1; c: peace 1
DocumentFeatureMatrix small() {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"a", "b", "c"};
    matrix.features = {"peace", "site"};
    matrix.feature = {0, 1, 1, 0};
    matrix.count = {2, 1, 1, 1};
    matrix.row_begin = {0, 2, 3, 4};
    return matrix;
}

TEST(FeatureSelection, RareFeaturesGoAndDocumentsStay) {
    const DocumentFeatureMatrix trimmed = trimmed_features(small(), {.least_count = 3});
    EXPECT_EQ(trimmed.features, std::vector<std::string>{"peace"});
    EXPECT_EQ(trimmed.documents.size(), 3U);
    EXPECT_EQ(trimmed.row_begin, (std::vector<std::size_t>{0, 1, 1, 2}));
    EXPECT_EQ(trimmed_features(small(), {.most_documents = 1}).features.size(), 0U);
    EXPECT_EQ(trimmed_features(small(), {.least_documents = 2}).features.size(), 2U);
}

TEST(FeatureSelection, DocumentsOfAGroupAreOne) {
    const std::vector<std::string> groups = {"x", "y", "x"};
    const DocumentFeatureMatrix grouped = grouped_documents(small(), groups);
    EXPECT_EQ(grouped.documents, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(grouped.count, (std::vector<double>{3, 1, 1}));
}

TEST(FeatureSelection, Weights) {
    EXPECT_EQ(proportional_counts(small()).count, (std::vector<double>{2.0 / 3, 1.0 / 3, 1, 1}));
    const DocumentFeatureMatrix weighted = tf_idf(small());
    EXPECT_DOUBLE_EQ(weighted.count[0], 2 * std::log10(1.5));
    DocumentFeatureMatrix everywhere = small();
    everywhere.documents = {"a"};
    everywhere.row_begin = {0, 2};
    everywhere.feature.resize(2);
    everywhere.count.resize(2);
    EXPECT_EQ(tf_idf(everywhere).cells(), 0U);
}

}  // namespace
}  // namespace tarazy::feature_selection_test
