#include "analyses/text/keyness_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace keyness_analysis_test {

std::map<std::string, Claim> claims_of(const PreparedAnalysis& analysis) {
    std::map<std::string, Claim> by_id;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) by_id[claim.id] = std::move(claim);
    return by_id;
}

PreparedAnalysis with_documents(const std::string& rows) {
    PreparedAnalysis analysis = prepared_analysis("speech_words");
    analysis.tables.at("documents") = read_csv("doc_id,state,year,text\n" + rows, "speeches.csv");
    return analysis;
}

TEST(KeynessAnalysis, WordsHaveTheirCountsAndDocumentsBehindThem) {
    const auto claims =
        claims_of(with_documents("a,KAZ,2006,steppe steppe peace\nb,KAZ,2009,steppe peace trade\n"
                                 "c,UZB,2006,cotton cotton peace\nd,UZB,2009,cotton trade steppe\n"));
    const Claim& steppe = claims.at("speech_words.z.steppe.2005-2016");
    EXPECT_GT(*steppe.value, 0);
    ASSERT_TRUE(steppe.interval);
    EXPECT_EQ(steppe.quantiles.size(), 5U);
    ASSERT_EQ(steppe.inputs.size(), 1U);
    EXPECT_NE(steppe.inputs[0].rows.find("3 times in 2 documents of KAZ, 1 times in 1 documents of 1 comparison"),
              std::string::npos)
        << steppe.inputs[0].rows;
    EXPECT_LT(*claims.at("speech_words.z.cotton.2005-2016").value, 0);
    EXPECT_EQ(*claims.at("speech_words.rank.cotton.2005-2016").value, 1);
    EXPECT_EQ(*claims.at("speech_words.documents.2005-2016").value, 2);
    EXPECT_EQ(*claims.at("speech_words.words_compared.2005-2016").value, 4);
}

TEST(KeynessAnalysis, ParametersLeaveWordsOut) {
    PreparedAnalysis analysis = with_documents("a,KAZ,2006,The steppe and steppes\nb,UZB,2006,The cotton and cotton\n");
    EXPECT_FALSE(claims_of(analysis).contains("speech_words.z.the.2005-2016"));
    EXPECT_TRUE(claims_of(analysis).contains("speech_words.z.cotton.2005-2016"));
    analysis.plan.parameters.set("stop_words", std::string("keep"));
    analysis.plan.parameters.set("leave_out", std::string("cott*"));
    EXPECT_TRUE(claims_of(analysis).contains("speech_words.z.the.2005-2016"));
    EXPECT_FALSE(claims_of(analysis).contains("speech_words.z.cotton.2005-2016"));
}

TEST(KeynessAnalysis, NobodyToCompareWithIsNoResult) {
    EXPECT_THROW((void)with_documents("a,KAZ,2006,Peace.\n").compute(), InputError);
}

}  // namespace keyness_analysis_test
}  // namespace tarazy
