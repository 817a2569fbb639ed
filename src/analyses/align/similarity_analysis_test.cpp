#include "analyses/align/similarity_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace similarity_analysis_test {

const AnalysisResult& analysis_named(const StudyResult& result, const std::string& id) {
    return *std::ranges::find(result.analyses, id, &AnalysisResult::id);
}

TEST(SimilarityAnalysis, RowsAreTheFocusStatesDyads) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const Table& table = analysis_named(result, "similarity").tables.at(0).table;
    EXPECT_EQ(table.rows(), 12u * 5u);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        EXPECT_TRUE(text_in(table, "state1", row) == "KAZ" || text_in(table, "state2", row) == "KAZ");
        EXPECT_EQ(*number_in(table, "year", row), *number_in(table, "session", row) + 1945);
    }
}

TEST(SimilarityAnalysis, ClaimsAreHeadlineMeasuresWithTheMembersOfThePoles) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& similarity = analysis_named(result, "similarity");
    EXPECT_EQ(similarity.claims.size(), 12u * 4u * 3u);  // sessions, members of poles, measures; not Uzbekistan
    const auto found = std::ranges::find(similarity.claims, "similarity.KAZ-USA.60.kappa_sq", &Claim::id);
    ASSERT_NE(found, similarity.claims.end());
    EXPECT_EQ(found->subject, "KAZ-USA, session 60 (2005)");
    ASSERT_TRUE(found->interval.has_value());
    EXPECT_LE(found->interval->lower, found->interval->upper);
    EXPECT_EQ(found->interval->kind, "bootstrap percentile");
    EXPECT_NE(found->inputs.at(0).rows.find("40 common roll calls"), std::string::npos) << found->inputs.at(0).rows;
}

TEST(SimilarityAnalysis, CommandsNameTheDyadAndTheSession) {
    const ExampleStudy example;
    example.edit("study.toml", "columns = { session = \"meeting\" }", "");
    example.edit("data/roll_calls.csv", "rcid,meeting", "rcid,session");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& similarity = analysis_named(result, "similarity");
    EXPECT_EQ(similarity.claims.at(0).reproduce.substr(0, 128),
              "tarazy align similarity --votes example/data/votes.csv --roll-calls example/data/roll_calls.csv "
              "--sessions 60 --states KAZ,USA -");
}

TEST(SimilarityAnalysis, AlliancesAreComparedYearByYear) {
    const ExampleStudy example;
    write_file_atomically(example / "data/ties.csv",
                          "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
                          "365,705,2005,1,0,0,0,0\n705,710,2006,0,0,0,1,0\n");
    write_file_atomically(example / "data/system.csv",
                          "ccode,styear,endyear\n2,1816,2016\n220,1816,2016\n365,1816,2016\n704,1991,2016\n705,1991,"
                          "2016\n710,1860,2016\n");
    example.edit("study.toml", "[data.events]",
                 "[data.ties]\nfile = \"data/ties.csv\"\nrole = \"ties\"\nsource = \"invented\"\n[data.system]\nfile = "
                 "\"data/system.csv\"\nrole = \"system\"\nsource = \"invented\"\n[data.events]");
    example.edit("study.toml", "[[analysis]]\nid = \"chronology\"",
                 "[[analysis]]\nid = \"treaties\"\nmethod = \"align.similarity\"\ntitle = \"T\"\ndata = [\"ties\", "
                 "\"system\"]\n[[analysis]]\nid = \"chronology\"");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& treaties = analysis_named(result, "treaties");
    EXPECT_EQ(treaties.tables.at(0).table.rows(), 2u * 5u);
    EXPECT_EQ(treaties.tables.at(0).table.names.at(0), "year");
    EXPECT_EQ(treaties.claims.size(), 2u * 4u * 3u);
    EXPECT_EQ(treaties.claims.at(0).id.substr(0, 13), "treaties.KAZ-");
    EXPECT_FALSE(treaties.claims.at(0).interval.has_value());
}

}  // namespace similarity_analysis_test
}  // namespace tarazy
