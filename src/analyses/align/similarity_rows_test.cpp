#include "analyses/align/similarity_rows.hpp"

#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace similarity_rows_test {

TEST(SimilarityRows, AreTheFocusStateWithTheMembersOfThePoles) {
    const StudyResult result = sample_result();
    const SimilarityRows rows = similarity_rows(result, result.analyses[2]);
    EXPECT_EQ(rows.measures, (std::vector<std::string>{"kappa_sq", "s_abs", "agree_voeten"}));
    EXPECT_EQ(rows.pairs.size(), 6U * 34U);
    EXPECT_EQ(rows.pairs.front().member, "RUS");
    EXPECT_EQ(rows.pairs.front().year, 1992);
    EXPECT_EQ(rows.pairs.front().session, 47);
    EXPECT_EQ(rows.pairs.back().member, "DEU");
    ASSERT_TRUE(rows.pairs.front().values[0].lower.has_value());
}

TEST(SimilarityRows, StatesMayBeNamedByIsoCode) {
    StudyResult result = sample_result();
    const std::vector<std::string> first{"CHN", "RUS"}, second{"KAZ", "UZB"};
    Table table;
    table.add("year", Column(std::vector<std::int64_t>{2001, 2001}));
    table.add("state1", Column(std::span(first)));
    table.add("state2", Column(std::span(second)));
    table.add("kappa_bin", Column(std::vector<double>{0.5, 0.6}));
    AnalysisResult analysis;
    analysis.tables.push_back({"", table});
    const SimilarityRows rows = similarity_rows(result, analysis);
    ASSERT_EQ(rows.pairs.size(), 1U);  // Russia and Uzbekistan are no dyad of the focus state
    EXPECT_EQ(rows.pairs.front().member, "CHN");
    EXPECT_FALSE(rows.pairs.front().session.has_value());
}

}  // namespace similarity_rows_test
}  // namespace tarazy
