#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

namespace tarazy {
namespace data_states_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(DataStates, CodesAndNamesOfAnyKind) {
    const ProgramRun run = run_program({"data", "states", "Казахстан", "365", "DEU", "--format", "json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0]["iso3"], "KAZ");
    EXPECT_EQ(rows[1]["name_kk"], "Ресей");
    EXPECT_EQ(rows[2]["cow"], 255);
    EXPECT_EQ(rows[2]["gw"], 260);
}

TEST(DataStates, TheYearDecides) {
    const ProgramRun run = run_program({"data", "states", "365", "DEU", "--year", "1980", "--to", "cow"});
    EXPECT_EQ(run.out, "text,cow\n365,365\nDEU,260\n");
    EXPECT_EQ(run_program({"data", "states", "365", "--year", "1980", "--to", "iso3"}).out, "text,iso3\n365,SUN\n");
}

TEST(DataStates, AllUnknownTextsAreReportedWithTheNearestName) {
    const ProgramRun run = run_program({"data", "states", "Kazahkstan", "Узбекстан", "KAZ"});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "no state has the code or name 'Kazahkstan'; did you mean 'Kazakhstan'?\n"
              "no state has the code or name 'Узбекстан'; did you mean 'Узбекистан'?\n");
}

TEST(DataStates, TwoMeaningsAreShownAndWarnedOf) {
    const ProgramRun run = run_program({"data", "states", "MNG", "--to", "name"});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.out, "text,name\nMNG,Mongolia\nMNG,Montenegro\n");
    EXPECT_NE(run.err.find("choose with --from"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"data", "states", "MNG", "--from", "cow_abb", "--to", "name"}).out,
              "text,name\nMNG,Montenegro\n");
}

TEST(DataStates, AColumnIsAddedToATableByYear) {
    const Folder folder;
    const std::string file =
        folder.write("votes.csv", "year,ccode\n1980,365\n2000,365\n1980,260\n2000,255\n1963,511\n,\n");
    const ProgramRun run = run_program({"data", "states", "--file", file, "--column", "ccode", "--from", "cow", "--to",
                                        "iso3", "--year-column", "year"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "year,ccode,iso3\n1980,365,SUN\n2000,365,RUS\n1980,260,DEU\n2000,255,DEU\n1963,511,\n");
    EXPECT_NE(run.err.find("Zanzibar has no iso3 code: left empty in 1 rows"), std::string::npos) << run.err;
}

TEST(DataStates, EveryUnusableCodeOfTheColumnIsNamedOnce) {
    const Folder folder;
    const std::string file = folder.write("trade.csv", "state\nKAZ\nKZX\nAUS\nKZX\n");
    const ProgramRun run =
        run_program({"data", "states", "--file", file, "--column", "state", "--to", "cow", "--strict"});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              file + ":3:1: no state has the code or name 'KZX'; `tarazy data states` lists all codes and names\n" +
                  file + ":4:1: 'AUS' is Australia (iso3) and Austria (cow_abb); choose with --from\n");
}

TEST(DataStates, OptionsThatDoNotFitTogetherAreUsageErrors) {
    EXPECT_EQ(run_program({"data", "states", "KAZ", "--from", "cwo"}).status, 2);
    EXPECT_EQ(run_program({"data", "states", "--column", "state"}).status, 2);
    const Folder folder;
    const std::string file = folder.write("t.csv", "cow\n2\n");
    const ProgramRun run =
        run_program({"data", "states", "--file", file, "--column", "cow", "--from", "cow", "--to", "cow"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("--as"), std::string::npos) << run.err;
}

TEST(DataStates, WithoutArgumentsAllStatesAreListed) {
    const ProgramRun run = run_program({"data", "states", "--format", "json"});
    EXPECT_GT(nlohmann::json::parse(run.out)["result"].size(), 220u);
}

// An independent list of codes, read through the program: ISO codes and names must lead to the same states.
TEST(DataStates, AgreesWithTheSharedListOfCodes) {
    const std::string list = TARAZY_SHARED_DIR "/data/alignment/country_codes.csv.gz";
    if (!std::filesystem::exists(list)) GTEST_SKIP() << "no " << list;
    const auto rows = [&](const char* column, const char* from, const char* to) {
        const ProgramRun run = run_program({"data", "states", "--file", list, "--column", column, "--from", from,
                                            "--to", to, "--as", "ours", "--quiet", "--format", "json"});
        EXPECT_EQ(run.status, 0) << run.err;
        return nlohmann::json::parse(run.out)["result"];
    };
    // There 678 has the code YAR, which ISO never had, and 680 the same; 345 has the code that Serbia gave up in 2003.
    const std::set<int> differ = {345, 678, 680};
    int compared = 0;
    for (const auto& row : rows("ccode", "cow", "iso3")) {
        if (differ.contains(row["ccode"])) continue;
        EXPECT_EQ(row["ours"], row["iso3"]) << row;
        ++compared;
    }
    EXPECT_EQ(compared, 197);
    for (const auto& row : rows("cow_abb", "cow_abb", "cow")) EXPECT_EQ(row["ours"], row["ccode"]) << row;
    for (const auto& row : rows("un_name", "name", "cow")) EXPECT_EQ(row["ours"], row["ccode"]) << row;
    for (const auto& row : rows("cow_name", "name", "cow")) EXPECT_EQ(row["ours"], row["ccode"]) << row;
}

}  // namespace data_states_test
}  // namespace tarazy
