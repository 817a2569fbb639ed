#include "analyses/trace/contrast_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace contrast_analysis_test {

const Claim* claim_called(const std::vector<Claim>& claims, const std::string& id) {
    const auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

TEST(ContrastAnalysis, DifferenceRankAndProbability) {
    const PreparedAnalysis analysis = prepared_analysis("contrast");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    EXPECT_TRUE(claim_called(claims, "contrast.difference.growth")->value);
    EXPECT_EQ(claim_called(claims, "contrast.states_compared.growth")->value, 8);
    double larger = 0;
    for (const Claim& claim : claims)
        larger += claim.quantity == "difference" && !claim.parts.state.empty() &&
                          *claim.value > *claim_called(claims, "contrast.difference.growth")->value
                      ? 1
                      : 0;
    EXPECT_EQ(claim_called(claims, "contrast.rank_of_difference.growth")->value, 1 + larger);
}

TEST(ContrastAnalysis, WithoutEnoughValuesThereIsAReason) {
    PreparedAnalysis analysis = prepared_analysis("contrast");
    analysis.plan.parameters.set("least", std::int64_t{6});  // the second window has five years
    EXPECT_EQ(analysis.method->claims(analysis.plan, analysis.compute()).size(), 1u);
    analysis = prepared_analysis("contrast");
    for (int year = 2012; year < 2016; ++year) {
        Table& table = analysis.tables.at("panel");
        const std::string row = "KAZ," + std::to_string(year) + ",";
        table = edited(table, row, "XXX," + std::to_string(year) + ",");
    }
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    EXPECT_FALSE(claim_called(claims, "contrast.difference.growth")->value);
    EXPECT_EQ(claim_called(claims, "contrast.difference.growth")->statement,
              "no contrast: KAZ has too few values in one of the windows");
}

TEST(ContrastAnalysis, TheCommandSaysWhatIsCompared) {
    const PreparedAnalysis analysis = prepared_analysis("contrast");
    const std::string command = analysis.method->command(analysis.plan);
    EXPECT_NE(command.find("--outcome growth --before 2005-2011 --after 2012-2016 --treated KAZ --donors "
                           "ARM,BLR,GEO,KGZ,MDA,TJK,UZB --least 3"),
              std::string::npos)
        << command;
}

TEST(ContrastAnalysis, WindowsThatOverlapAreRefused) {
    PreparedAnalysis analysis = prepared_analysis("contrast");
    analysis.plan.parameters.set("before", Span{2005, 2013});
    EXPECT_THROW((void)analysis.compute(), InputError);
}

}  // namespace contrast_analysis_test
}  // namespace tarazy
