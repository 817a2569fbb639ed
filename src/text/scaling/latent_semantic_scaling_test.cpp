#include "text/scaling/latent_semantic_scaling.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy::latent_semantic_scaling_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

DocumentFeatureMatrix two_topics() {
    return read_document_feature_matrix(read_table(testdata + "two_topics.csv"));
}
SemanticScalingOptions two_sides() {
    return {.seeds = read_polarity_seeds(read_table(testdata + "two_topics_polarity.csv")), .dimensions = 5};
}

TEST(SemanticScaling, OrdersDocumentsBetweenTheSides) {
    const DocumentFeatureMatrix matrix = two_topics();
    const SemanticScaling scaling = semantic_scaling(matrix, matrix, two_sides());
    // The share of the other side's words rises from the first document to the last.
    EXPECT_GT(*scaling.documents.front().fit, 0.8);
    EXPECT_LT(*scaling.documents.back().fit, -0.8);
    double sum = 0, squares = 0;
    for (const auto& document : scaling.documents) sum += *document.fit, squares += *document.fit * *document.fit;
    EXPECT_NEAR(sum, 0, 1e-12);
    EXPECT_NEAR(squares, 11, 1e-9);
    // Words of a side that are no seeds lean to it.
    const auto polarity = [&](const std::string& word) {
        const auto found = std::ranges::find(matrix.features, word) - matrix.features.begin();
        return scaling.polarity[static_cast<std::size_t>(found)];
    };
    EXPECT_GT(polarity("nuclear"), polarity("rail"));
    EXPECT_GT(polarity("weapons"), polarity("market"));
}

TEST(SemanticScaling, WeightsOfEachSideSumToOne) {
    const DocumentFeatureMatrix matrix = two_topics();
    const SemanticScaling scaling = semantic_scaling(matrix, matrix, two_sides());
    double above = 0, below = 0;
    for (const double weight : scaling.seed_weight) (weight > 0 ? above : below) += weight;
    EXPECT_NEAR(above, 1, 1e-12);
    EXPECT_NEAR(below, -1, 1e-12);
}

TEST(SemanticScaling, DocumentErrorIsThatOfItsWords) {
    const DocumentFeatureMatrix matrix = two_topics();
    SemanticScalingOptions options = two_sides();
    options.standardise = false;
    const SemanticScaling scaling = semantic_scaling(matrix, matrix, options);
    double sum = 0, squares = 0, n = 0;
    for (std::size_t cell = 0; cell < matrix.row_begin[1]; ++cell) {
        const double polarity = scaling.polarity[matrix.feature[cell]];
        n += matrix.count[cell];
        sum += matrix.count[cell] * polarity;
        squares += matrix.count[cell] * polarity * polarity;
    }
    EXPECT_NEAR(*scaling.documents[0].fit, sum / n, 1e-12);
    EXPECT_NEAR(*scaling.documents[0].se, std::sqrt((squares / n - sum / n * sum / n) / n), 1e-12);
}

TEST(SemanticScaling, SeedsThatFitNothingAreToldAndASideIsNeeded) {
    const DocumentFeatureMatrix matrix = two_topics();
    SemanticScalingOptions options = two_sides();
    options.seeds.push_back({"absent", 1});
    EXPECT_FALSE(semantic_scaling(matrix, matrix, options).notes.empty());
    EXPECT_THROW((void)semantic_scaling(matrix, matrix, {.seeds = {{"treaty", 1}, {"absent", -1}}}), InputError);
    TableRows rows(TextColumn{"feature"}, RealColumn{"weight"});
    rows.add("treaty", 0.0);
    rows.add("", std::nullopt);
    try {
        (void)read_polarity_seeds(rows.table());
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 3U);
    }
}

TEST(SemanticScaling, DocumentsWithoutWordsHaveNoPosition) {
    DocumentFeatureMatrix matrix = two_topics();
    matrix.documents.push_back("empty");
    matrix.row_begin.push_back(matrix.cells());
    const SemanticScaling scaling = semantic_scaling(matrix, matrix, two_sides());
    EXPECT_FALSE(scaling.documents.back().fit);
    EXPECT_FALSE(number_in(semantic_document_table(matrix, scaling), "fit", 12));
    EXPECT_EQ(semantic_word_table(matrix, scaling).rows(), matrix.features.size());
}

TEST(SemanticScaling, CanBeStopped) {
    const DocumentFeatureMatrix matrix = two_topics();
    expect_stoppable([&](const Work& work) {
        SemanticScalingOptions options = two_sides();
        options.work = work;
        (void)semantic_scaling(matrix, matrix, options);
    });
}

}  // namespace
}  // namespace tarazy::latent_semantic_scaling_test
