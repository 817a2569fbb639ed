#include "analyses/text/concordance_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace concordance_analysis_test {

TEST(ConcordanceAnalysis, CodesAndPatternsAreCountedAndShown) {
    const PreparedAnalysis analysis = prepared_analysis("speech_lines");
    const std::vector<ResultTable> tables = analysis.compute();
    std::map<std::string, Claim> claims;
    for (Claim& claim : analysis.method->claims(analysis.plan, tables)) claims[claim.id] = claim;
    EXPECT_EQ(*claims.at("speech_lines.finds.mountain*.2005-2016").value, 5);
    EXPECT_EQ(*claims.at("speech_lines.in_documents.mountain*.2005-2016").value, 3);
    EXPECT_EQ(claims.at("speech_lines.finds.memory.2005-2016").inputs.size(), 2U);
    const Table* lines = find_table(tables, lines_table);
    ASSERT_NE(lines, nullptr);
    EXPECT_EQ(lines->rows(), 6U) << "two of each of three";
}

TEST(ConcordanceAnalysis, PatternsNeedNoCodebook) {
    PreparedAnalysis analysis = prepared_analysis("speech_lines");
    analysis.tables.erase("codebook");
    EXPECT_EQ(find_table(analysis.compute(), "")->rows(), 1U);
    analysis.plan.parameters.set("patterns", std::string());
    EXPECT_THROW((void)analysis.compute(), InputError);
}

TEST(ConcordanceAnalysis, ACodeThatIsNoneIsRefused) {
    PreparedAnalysis analysis = prepared_analysis("speech_lines");
    analysis.plan.parameters.set("codes", std::string("pease"));
    EXPECT_THROW((void)analysis.compute(), InputError);
}

}  // namespace concordance_analysis_test
}  // namespace tarazy
