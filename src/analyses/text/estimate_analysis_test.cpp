#include "analyses/text/estimate_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace estimate_analysis_test {

PreparedAnalysis with_sample(const std::string& rows) {
    PreparedAnalysis analysis = prepared_analysis("corrected_speeches");
    analysis.tables.at("coded_sentences") = read_csv(
        "doc_id,group,year,sentence,codes\na,KAZ,2006,1,peace\na,KAZ,2006,2,\na,KAZ,2006,3,peace\na,KAZ,2006,4,\n"
        "b,UZB,2006,1,memory\n",
        "sentences.csv");
    analysis.tables.at("hand_codes") = read_csv("doc_id,sentence,probability,codes,coder\n" + rows, "hand.csv");
    return analysis;
}

TEST(EstimateAnalysis, TheShareIsCorrectedByWhatPeopleFound) {
    const PreparedAnalysis analysis = with_sample("a,1,1,peace,A\na,2,1,peace,A\na,3,1,peace,A\na,4,1,,A\n");
    std::map<std::string, Claim> claims;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) claims[claim.id] = claim;
    EXPECT_DOUBLE_EQ(*claims.at("corrected_speeches.corrected.peace.2005-2016").value, 0.75);
    EXPECT_DOUBLE_EQ(*claims.at("corrected_speeches.machine.peace.2005-2016").value, 0.5);
    EXPECT_DOUBLE_EQ(*claims.at("corrected_speeches.precision.peace").value, 1);
    EXPECT_DOUBLE_EQ(*claims.at("corrected_speeches.recall.peace").value, 2.0 / 3);
    EXPECT_TRUE(claims.at("corrected_speeches.corrected.peace.2005-2016").interval);
}

TEST(EstimateAnalysis, OneSentenceCodedByHandCorrectsNothing) {
    const PreparedAnalysis analysis = with_sample("a,1,1,peace,A\n");
    for (const Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) {
        if (claim.quantity != "corrected") continue;
        EXPECT_FALSE(claim.value) << claim.id;
        EXPECT_FALSE(claim.statement.empty());
    }
}

}  // namespace estimate_analysis_test
}  // namespace tarazy
