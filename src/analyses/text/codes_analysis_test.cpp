#include "analyses/text/codes_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace codes_analysis_test {

std::map<std::string, Claim> claims_of(const PreparedAnalysis& analysis) {
    std::map<std::string, Claim> by_id;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) by_id[claim.id] = std::move(claim);
    return by_id;
}

PreparedAnalysis with_speeches(const std::string& rows) {
    PreparedAnalysis analysis = prepared_analysis("speeches");
    analysis.tables.at("documents") = read_csv("doc_id,state,year,text\n" + rows, "speeches.csv");
    return analysis;
}

TEST(CodesAnalysis, SharesAndCompanyAreWhatIsCountedByHand) {
    const auto claims = claims_of(
        with_speeches("a,KAZ,2006,We want peace. The test site is closed. Trade grows. Nothing else. No more.\n"
                      "b,KAZ,2009,Trade grows. Peace and trade. The treaty binds. Victims remember. That is all.\n"));
    const Claim& peace = claims.at("speeches.share.peace.2005-2016");
    EXPECT_DOUBLE_EQ(*peace.value, 0.2);
    ASSERT_TRUE(peace.interval);
    EXPECT_EQ(peace.quantiles.size(), 5U);
    EXPECT_DOUBLE_EQ(*claims.at("speeches.with.peace-memory.2005-2016").value, 0.5);
    EXPECT_DOUBLE_EQ(*claims.at("speeches.rank_with.peace-trade.2005-2016").value, 1);
    EXPECT_DOUBLE_EQ(*claims.at("speeches.difference.peace-memory-trade.2005-2016").value, 0);
    EXPECT_DOUBLE_EQ(*claims.at("speeches.years_first.peace-memory.2005-2016").value, 0.5);
    EXPECT_DOUBLE_EQ(*claims.at("speeches.share.trade.2009").value, 0.4);
    EXPECT_FALSE(claims.contains("speeches.standing_of_share.peace.2005-2016")) << "there is nobody to compare with";
}

TEST(CodesAnalysis, ComparisonStatesAreToldWhenATestAsks) {
    PreparedAnalysis analysis = prepared_analysis("speeches");
    EXPECT_FALSE(claims_of(analysis).contains("speeches.state.UZB.share.trade.2005-2016"));
    analysis.plan.tested = {"share.trade.2005-2016"};
    EXPECT_TRUE(claims_of(analysis).contains("speeches.state.UZB.share.trade.2005-2016"));
}

TEST(CodesAnalysis, RivalsThatAreNoneAreRefused) {
    PreparedAnalysis analysis = prepared_analysis("speeches");
    analysis.plan.parameters.set("rivals", std::string("peace memory"));
    EXPECT_THROW((void)analysis.compute(), InputError);
}

TEST(CodesAnalysis, NoSpeechOfTheStudyIsNoResult) {
    EXPECT_THROW((void)with_speeches("a,FRA,2006,Peace.\n").compute(), InputError);
}

}  // namespace codes_analysis_test
}  // namespace tarazy
