#include "text/counts/document_similarity.hpp"

#include "base/work_test.hpp"
#include "text/counts/random_counts_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy::document_similarity_test {
namespace {

using testing_counts::count_of;
using testing_counts::random_counts;

double slowly(const DocumentFeatureMatrix& matrix, std::size_t a, std::size_t b, SimilarityMeasure measure) {
    double xy = 0, xx = 0, yy = 0, x_sum = 0, y_sum = 0, both = 0, in_x = 0, in_y = 0;
    const auto features = static_cast<double>(matrix.features.size());
    for (std::size_t f = 0; f < matrix.features.size(); ++f) {
        const double x = count_of(matrix, a, f), y = count_of(matrix, b, f);
        xy += x * y;
        xx += x * x;
        yy += y * y;
        x_sum += x;
        y_sum += y;
        both += x > 0 && y > 0 ? 1 : 0;
        in_x += x > 0 ? 1 : 0;
        in_y += y > 0 ? 1 : 0;
    }
    switch (measure) {
        case SimilarityMeasure::cosine: return xy / std::sqrt(xx * yy);
        case SimilarityMeasure::correlation:
            return (xy - x_sum * y_sum / features) /
                   std::sqrt((xx - x_sum * x_sum / features) * (yy - y_sum * y_sum / features));
        case SimilarityMeasure::jaccard: return both / (in_x + in_y - both);
        case SimilarityMeasure::weighted_jaccard: return xy / (xx + yy - xy);
        case SimilarityMeasure::dice: return 2 * both / (in_x + in_y);
        case SimilarityMeasure::weighted_dice: return 2 * xy / (xx + yy);
        default: return both / std::min(in_x, in_y);
    }
}

constexpr SimilarityMeasure measures[] = {SimilarityMeasure::cosine,  SimilarityMeasure::correlation,
                                          SimilarityMeasure::jaccard, SimilarityMeasure::weighted_jaccard,
                                          SimilarityMeasure::dice,    SimilarityMeasure::weighted_dice,
                                          SimilarityMeasure::overlap};

TEST(DocumentSimilarity, AsTheDefinition) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const DocumentFeatureMatrix matrix = random_counts(11, 25, seed);
        for (const SimilarityMeasure measure : measures) {
            const std::vector<double> found = document_similarity(matrix, {.measure = measure, .threads = 2});
            std::size_t place = 0;
            for (std::size_t a = 0; a < 11; ++a) {
                for (std::size_t b = a + 1; b < 11; ++b)
                    EXPECT_NEAR(found[place++], slowly(matrix, a, b, measure), 1e-12);
            }
            EXPECT_EQ(place, found.size());
        }
    }
}

TEST(DocumentSimilarity, TheSameDocumentTwiceIsOneAndAnEmptyOneUnknown) {
    DocumentFeatureMatrix matrix = random_counts(1, 20, 3);
    matrix.documents = {"a", "b", "empty"};
    const std::size_t cells = matrix.cells();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        matrix.feature.push_back(matrix.feature[cell]);
        matrix.count.push_back(matrix.count[cell]);
    }
    matrix.row_begin = {0, cells, 2 * cells, 2 * cells};
    for (const SimilarityMeasure measure : measures) {
        const std::vector<double> found = document_similarity(matrix, {.measure = measure});
        EXPECT_NEAR(found[0], 1, 1e-12);
        EXPECT_TRUE(std::isnan(found[1]) || found[1] == 0);
    }
    const Table table = similarity_pairs_table(matrix, document_similarity(matrix), "cosine");
    EXPECT_EQ(table.rows(), 3u);
    EXPECT_TRUE(table["cosine"].missing(1));
    EXPECT_TRUE(document_similarity(random_counts(1, 3, 1)).empty());
    EXPECT_TRUE(document_similarity(DocumentFeatureMatrix{}).empty());
}

TEST(DocumentSimilarity, CanBeStopped) {
    const DocumentFeatureMatrix matrix = random_counts(100, 100, 2);
    expect_stoppable([&](const Work& work) { (void)document_similarity(matrix, {.threads = 1, .work = work}); });
}

}  // namespace
}  // namespace tarazy::document_similarity_test
