#include "analyses/align/shares_analysis.hpp"

#include "align/balance/shares.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/data_files.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace shares_analysis_test {

const Claim& claim_named(const AnalysisResult& analysis, const std::string& id) {
    const auto found = std::ranges::find(analysis.claims, id, &Claim::id);
    if (found == analysis.claims.end()) throw std::runtime_error("no claim " + id);
    return *found;
}

TEST(SharesAnalysis, ClaimsSayWhatTheTablesSay) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& shares = result.analyses.at(0);
    ASSERT_EQ(shares.tables.size(), 2u);
    const Table& by_year = shares.tables[0].table;
    ASSERT_EQ(text_in(by_year, "state", 0), "KAZ");
    const std::string pole = text_in(by_year, "pole", 0), year = text_in(by_year, "year", 0);
    const Claim& share = claim_named(shares, "shares.share." + pole + '.' + year);
    EXPECT_EQ(share.value, number_in(by_year, "share", 0));
    EXPECT_EQ(share.interval->lower, number_in(by_year, "share_q05", 0));
    EXPECT_EQ(share.inputs.size(), 2u);
    EXPECT_NE(share.inputs[0].rows.find("roll calls"), std::string::npos);
    const Claim& difference = claim_named(shares, "shares.difference.RUS-CHN.2005-2016");
    ASSERT_EQ(difference.quantiles.size(), 7u);
    EXPECT_DOUBLE_EQ(difference.quantiles.front().probability, 0.025);
    EXPECT_TRUE(std::ranges::is_sorted(difference.quantiles, {}, &Quantile::value));
    EXPECT_TRUE(claim_named(shares, "shares.evenness.2011-2016").value.has_value());
    EXPECT_EQ(claim_named(shares, "shares.state.UZB.mean_share.WEST.2005-2010").subject, "UZB and WEST, 2005-2010");
}

TEST(SharesAnalysis, SharesOfAYearAddUpToOne) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    double sum = 0;
    for (const char* pole : {"RUS", "CHN", "WEST"})
        sum += *claim_named(result.analyses[0], std::string("shares.share.") + pole + ".2010").value;
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(SharesAnalysis, TheCommandComputesTheSameFromTheRawFiles) {
    const ExampleStudy example;
    example.edit("study.toml", "columns = { session = \"meeting\" }", "");
    example.edit("data/roll_calls.csv", "rcid,meeting", "rcid,session");
    const StudyResult result = run_study(example.read(), all_methods());
    EXPECT_EQ(result.analyses[0].command,
              "tarazy align shares --votes example/data/votes.csv --roll-calls example/data/roll_calls.csv --sessions "
              "60-71 --states KAZ,UZB "
              "--poles RUS=RUS,CHN=CHN,WEST=USA+FRA --windows 2005-2016,2005-2010,2011-2016 --bootstrap 200 --seed 1 "
              "--summary summary.csv");
}

TEST(SharesAnalysis, AlliancesHaveNoSamplingErrorAndNoProbabilities) {
    const ExampleStudy example;
    write_file_atomically(example / "data/ties.csv",
                          "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
                          "365,705,2005,1,0,0,0,0\n705,710,2006,0,0,0,1,0\n2,220,2005,1,0,0,0,0\n");
    write_file_atomically(example / "data/system.csv",
                          "ccode,styear,endyear\n2,1816,2016\n220,1816,2016\n365,1816,2016\n704,1991,2016\n705,1991,"
                          "2016\n710,1860,2016\n");
    example.edit("study.toml", "[data.events]",
                 "[data.ties]\nfile = \"data/ties.csv\"\nrole = \"ties\"\nsource = \"invented\"\n[data.system]\nfile = "
                 "\"data/system.csv\"\nrole = \"system\"\nsource = \"invented\"\n[data.events]");
    example.edit("study.toml", "[[analysis]]\nid = \"chronology\"",
                 "[[analysis]]\nid = \"treaties\"\nmethod = \"align.shares\"\ntitle = \"T\"\ndata = [\"ties\", "
                 "\"system\"]\n[[analysis]]\nid = \"chronology\"");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& treaties = *std::ranges::find(result.analyses, "treaties", &AnalysisResult::id);
    const Claim& russia = claim_named(treaties, "treaties.closeness.RUS.2005");
    EXPECT_EQ(russia.value, 3.5);
    EXPECT_FALSE(russia.interval.has_value());
    EXPECT_EQ(russia.unit, "tie code");
    EXPECT_TRUE(
        std::ranges::none_of(treaties.claims, [](const Claim& claim) { return claim.quantity == "p_nearest"; }));
    EXPECT_NE(treaties.command.find("--ties example/data/ties.csv --system example/data/system.csv --years 2005-2016"),
              std::string::npos)
        << treaties.command;
}

}  // namespace shares_analysis_test
}  // namespace tarazy
