#include "analyses/align/ideal_points_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/derive.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace ideal_points_analysis_test {

void add_positions(const ExampleStudy& example, const std::string& parameters = "") {
    write_file_atomically(example / "study.toml", read_file(example / "study.toml") +
                                                      "\n[[analysis]]\nid = \"points\"\ntitle = \"Points\"\nmethod = "
                                                      "\"align.ideal-points\"\ndata = [\"votes\", \"roll_calls\"]\n"
                                                      "[analysis.parameters]\n" +
                                                      parameters);
}

const AnalysisResult& points_of(const StudyResult& result) {
    return *std::ranges::find(result.analyses, "points", &AnalysisResult::id);
}

const Claim& claim_of(const AnalysisResult& analysis, const std::string& id) {
    const auto found = std::ranges::find(analysis.claims, id, &Claim::id);
    if (found == analysis.claims.end()) throw std::runtime_error("no claim " + id);
    return *found;
}

TEST(IdealPointsAnalysis, SharesPositionsAndProbabilitiesComeFromTheSameDraws) {
    const ExampleStudy example;
    add_positions(example, "windows = [\"2005-2016\", \"2011-2016\"]\n");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& points = points_of(result);
    double sum = 0;
    for (const char* pole : {"RUS", "CHN", "WEST"})
        sum += *claim_of(points, std::string("points.share.") + pole + ".2010").value;
    EXPECT_NEAR(sum, 1, 0.02);  // each is computed of medians over the draws
    const Claim& closer = claim_of(points, "points.closer.RUS-CHN.2010");
    EXPECT_GE(*closer.value, 0);
    EXPECT_LE(*closer.value, 1);
    EXPECT_EQ(closer.unit, "probability");
    const Claim& position = claim_of(points, "points.position.KAZ.2010");
    EXPECT_LT(position.interval->lower, *position.value);
    EXPECT_GT(position.interval->upper, *position.value);
    // Anchors: the United States stand above Russia.
    EXPECT_GT(*claim_of(points, "points.position.WEST.2010").value,
              *claim_of(points, "points.position.RUS.2010").value);
    EXPECT_GT(*claim_of(points, "points.tension.2010").value, 0);
    EXPECT_TRUE(std::ranges::is_sorted(claim_of(points, "points.trend.CHN.2005-2016").quantiles, {}, &Quantile::value));
    EXPECT_EQ(claim_of(points, "points.state.UZB.mean_share.WEST.2011-2016").inputs.size(), 2u);
    EXPECT_THROW((void)claim_of(points, "points.worst_rhat"), std::runtime_error);
}

TEST(IdealPointsAnalysis, ThreadsChangeNoByte) {
    const ExampleStudy example;
    add_positions(example, "draws = 50\n");
    const auto tables = [&](unsigned threads) {
        RunOptions options;
        options.threads = threads;
        const StudyResult result = run_study(example.read(), all_methods(), options);
        std::string all;
        for (const ResultTable& table : points_of(result).tables) {
            for (const std::string& name : table.table.names)
                for (std::size_t row = 0; row < table.table.rows(); ++row) all += text_in(table.table, name, row) + ',';
        }
        return all;
    };
    EXPECT_EQ(tables(1), tables(3));
}

TEST(IdealPointsAnalysis, ChainsThatDidNotMeetAreSaidInTheReport) {
    const ExampleStudy example;
    add_positions(example, "method = \"mcmc\"\ndraws = 10\nchains = 2\nwarmup = 10\n");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& points = points_of(result);
    EXPECT_GT(*claim_of(points, "points.worst_rhat").value, 1);
    EXPECT_LT(*claim_of(points, "points.least_ess").value, 400);
    const Table* notes = find_table(points.tables, "notes");
    ASSERT_NE(notes, nullptr);
    EXPECT_NE(text_in(*notes, "note", 0).find("R-hat"), std::string::npos) << text_in(*notes, "note", 0);
}

TEST(IdealPointsAnalysis, ShippedTablesSayWhatTheRawVotesSay) {
    const ExampleStudy example;
    add_positions(example, "draws = 100\n");
    example.ship_results();
    std::vector<Claim> raw;
    {
        const Variable folder("TARAZY_TEST_RAW", example.beside("raw"));
        raw = points_of(run_study(example.read(), all_methods())).claims;
        (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    }
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& shipped = points_of(result);
    EXPECT_TRUE(shipped.from_shipped_table);
    ASSERT_EQ(shipped.claims.size(), raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        EXPECT_EQ(shipped.claims[i].id, raw[i].id);
        EXPECT_EQ(shipped.claims[i].value, raw[i].value) << raw[i].id;
    }
}

TEST(IdealPointsAnalysis, AnAnchorWithoutVotesIsNamed) {
    const ExampleStudy example;
    add_positions(example, "anchors = \"USA,BRA\"\n");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("the anchor 'BRA' has no vote in the sessions"), std::string::npos) << complaint;
}

TEST(IdealPointsAnalysis, TheCommandHasTheSameSettings) {
    const ExampleStudy example;
    example.edit("study.toml", "columns = { session = \"meeting\" }", "");
    example.edit("data/roll_calls.csv", "rcid,meeting", "rcid,session");
    add_positions(example, "omega2 = 0.1\ndraws = 200\n");
    EXPECT_EQ(
        points_of(run_study(example.read(), all_methods())).command,
        "tarazy align ideal-points --votes example/data/votes.csv --roll-calls example/data/roll_calls.csv "
        "--sessions 60-71 --omega2 0.1 --draws 200 --seed 1 --draws-file positions.draws --output positions.csv && "
        "tarazy align balance --draws positions.draws --states KAZ,UZB --poles RUS=RUS,CHN=CHN,WEST=USA+FRA")
        << "the shares, not the positions alone";
}

}  // namespace ideal_points_analysis_test
}  // namespace tarazy
