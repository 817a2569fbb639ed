#include "analyses/align/similarity_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace similarity_chapter_test {

TEST(SimilarityChapter, EveryNumberLeadsToItsClaim) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string html = similarity_body(context, *context.analysis("similarity")).markup;
    EXPECT_NE(html.find("#claim-similarity.KAZ-RUS.60.kappa_sq"), std::string::npos);
    EXPECT_NE(html.find("figure-table-similarity-similarity"), std::string::npos);
}

TEST(SimilarityChapter, QuantitiesAreThoseOfPairs) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(similarity_quantity(context, {"", "", "kappa_sq", {"KAZ", "RUS"}, "60"})->en,
              "kappa: Kazakhstan and Russia");
    EXPECT_FALSE(similarity_quantity(context, {"", "", "kappa_sq", {"RUS"}, "60"}));
    EXPECT_FALSE(similarity_quantity(context, {"", "", "closeness", {"KAZ", "RUS"}, "60"}));
}

}  // namespace similarity_chapter_test
}  // namespace tarazy
