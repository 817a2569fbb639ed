#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace simulate_forecast_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string corridor = TARAZY_SOURCE_DIR "/examples/corridor/";
const std::string shares = corridor + "shares.csv";

TEST(SimulateForecast, SealedScoredAndRefused) {
    const Folder folder;
    // A year that is far: it has not begun on any day on which this test runs.
    std::string rows = "year,y\n", later;
    for (int i = 0; i < 20; ++i) rows += std::to_string(9000 + i) + ',' + std::to_string(i % 5) + '\n';
    later = rows + "9020,2\n9022,3\n";
    const std::string data = folder.write("data.csv", rows), news = folder.write("news.csv", later);
    const std::string seal = folder / "seal.json";
    const ProgramRun made =
        run_program({"simulate", "forecast", data, "--model", "ar1", "--draws", "50", "--seal", seal});
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_TRUE(made.out.starts_with("forecaster,state,series,year,horizon,mean,q05,q10,q25,q50,q75,q90,q95\n"));
    EXPECT_NE(made.err.find("SHA-256"), std::string::npos) << made.err;
    const ProgramRun scored = run_program({"simulate", "forecast", "--score", seal, "--with", news});
    EXPECT_EQ(scored.status, 0) << scored.err;
    EXPECT_NE(scored.out.find("\nar1,1,1,forecast,\"9020, 9022\",2,"), std::string::npos) << scored.out;
    EXPECT_NE(scored.err.find("the forecast waits for 9021"), std::string::npos) << scored.err;
    const ProgramRun early = run_program({"simulate", "forecast", "--score", seal, "--with", data});
    EXPECT_EQ(early.status, 3);
    EXPECT_NE(early.err.find("it waits for 9020, 9021, 9022"), std::string::npos) << early.err;
    std::string changed = bytes_of(seal);
    changed.replace(changed.find("\"model\":\"ar1\""), 13, "\"model\":\"drift\"");
    const ProgramRun refused =
        run_program({"simulate", "forecast", "--score", folder.write("changed.json", changed), "--with", news});
    EXPECT_EQ(refused.status, 3);
    EXPECT_NE(refused.err.find("changed after it was sealed: question"), std::string::npos) << refused.err;
}

TEST(SimulateForecast, ASealTakesThePlaceOfNothing) {
    const Folder folder;
    const std::string seal = folder / "seal.json", data = folder.write("data.csv", bytes_of(shares));
    EXPECT_EQ(run_program({"simulate", "forecast", data, "--draws", "20", "--seal", seal}).status, 0);
    const std::string before = bytes_of(seal);
    EXPECT_EQ(run_program({"simulate", "forecast", data, "--draws", "30", "--seal", seal}).status, 2);
    EXPECT_EQ(run_program({"simulate", "forecast", data, "--draws", "20", "--seal", data}).status, 2);
    EXPECT_EQ(bytes_of(seal), before);
    EXPECT_EQ(bytes_of(data), bytes_of(shares));
    const std::string both = folder / "both.json";
    EXPECT_EQ(run_program({"simulate", "forecast", data, "--draws", "20", "--seal", both, "-o", both}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(both));
    // Without the table there is no seal either.
    const std::string nowhere = folder / "none/fan.csv";
    EXPECT_EQ(run_program({"simulate", "forecast", data, "--draws", "20", "--seal", both, "-o", nowhere}).status, 4);
    EXPECT_FALSE(std::filesystem::exists(both));
}

TEST(SimulateForecast, TheShippedSealIsAHindcast) {
    const ProgramRun scored =
        run_program({"simulate", "forecast", "--score", corridor + "forecast-2021.json", "--with", shares});
    EXPECT_EQ(scored.status, 0) << scored.err;
    EXPECT_NE(scored.out.find("\ndrift,1,1,hindcast,"), std::string::npos) << scored.out;
    EXPECT_NE(scored.err.find("had begun when this was sealed"), std::string::npos) << scored.err;
}

TEST(SimulateForecast, OptionsThatDoNotGoTogether) {
    EXPECT_EQ(run_program({"simulate", "forecast"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "forecast", "--score", "x.json"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "forecast", shares, "--score", "x.json", "--with", shares}).status, 2);
    EXPECT_EQ(run_program({"simulate", "forecast", "--score", "x.json", "--with", shares, "--draws", "30"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "forecast", shares, "--model", "hope"}).status, 2);
}

}  // namespace simulate_forecast_test
}  // namespace tarazy
