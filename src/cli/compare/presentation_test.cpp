#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace tarazy {
namespace compare_presentation_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;
using Arguments = std::vector<std::string>;

const std::string nuclear_cases = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/nuclear_reversal_cases.csv";

Arguments compare(const std::string& verb, const Arguments& more,
                  const std::string& conditions = "ALLY,PRESS,REGIME,OPEN,THREAT") {
    Arguments all = {"compare", verb, "--data", nuclear_cases, "--outcome", "RENOUNCE", "--conditions", conditions};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Arguments minimise(Arguments more) {
    const Arguments cuts = {"--incl-cut", "0.8", "--pri-cut", "0.5"};
    more.insert(more.begin(), cuts.begin(), cuts.end());
    return compare("minimise", more);
}

bool node_is_there() {
    return std::system("node -e 0 >/dev/null 2>&1") == 0;
}

/// Two waves of four cases: in the first A suffices, in the second B does; one case has no wave.
const std::string waves =
    "case,A,B,Y,wave\n"
    "a1,1,0,1,1990\na2,1,1,1,1990\na3,0,1,0,1990\na4,0,0,0,1990\n"
    "b1,0,1,1,2000\nb2,1,1,1,2000\nb3,1,0,0,2000\nb4,0,0,0,2000\n"
    "c1,1,1,1,\nd1,1,0,0,2010\nd2,0,1,0,2010\n";

TEST(ComparePresentation, EveryTableIsALatexTable) {
    for (const Arguments& arguments : {compare("truth-table", {}), minimise({}), compare("necessity", {"--single"}),
                                       compare("robustness", {}), Arguments{"data", "inspect", nuclear_cases}}) {
        Arguments with_format = arguments;
        with_format.insert(with_format.end(), {"--format", "latex"});
        const ProgramRun run = run_program(with_format);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_NE(run.out.find("\\begin{tabular}{"), std::string::npos) << run.out;
        EXPECT_NE(run.out.find("\\toprule\n"), std::string::npos);
        EXPECT_TRUE(run.out.ends_with("\\bottomrule\n\\end{tabular}\n"));
    }
}

TEST(ComparePresentation, AFileThatEndsInTexIsLatex) {
    const Folder folder;
    const ProgramRun run = run_program(minimise({"--solution", "parsimonious", "-o", folder / "solution.tex"}));
    EXPECT_EQ(run.status, 0) << run.err;
    const std::string latex = bytes_of(folder / "solution.tex");
    EXPECT_NE(latex.find("parsimonious & 1 & ALLY$\\ast$OPEN & 0.943 & 0.943 & 0.458 & 0.223 &"), std::string::npos)
        << latex;
}

TEST(ComparePresentation, DigitsAreDecimals) {
    const Arguments truth = {"--observed", "--digits", "2"};
    Arguments table = compare("truth-table", truth), csv = table, json = table;
    table.insert(table.end(), {"--format", "table"});
    EXPECT_NE(run_program(table).out.find(" 1.00 "), std::string::npos) << run_program(table).out;
    csv.insert(csv.end(), {"--format", "csv"});
    // 0.834586466165414 of the row of BLR and others
    EXPECT_NE(run_program(csv).out.find(",0.83,"), std::string::npos) << run_program(csv).out;
    EXPECT_EQ(run_program(csv).out.find("0.834"), std::string::npos);
    const ProgramRun nested = run_program(minimise({"--digits", "3", "--solution", "parsimonious"}));
    const auto fit = nlohmann::json::parse(nested.out)["result"]["parsimonious"]["fit"][0];
    EXPECT_EQ(fit["model"][0]["inclS"], 0.963);
    EXPECT_EQ(run_program(compare("truth-table", {"--digits", "-1"})).status, 2);
}

TEST(ComparePresentation, CoreConditionsAreThoseOfTheParsimoniousSolution) {
    const ProgramRun run = run_program(minimise({"--format", "csv"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("solution,model,term,inclS,PRI,covS,covU,cases,deviant_cases,core\n")) << run.out;
    EXPECT_NE(run.out.find("conservative,1,~ALLY*OPEN*~THREAT,"), std::string::npos);
    EXPECT_NE(run.out.find(",~THREAT\n"), std::string::npos);
    EXPECT_NE(run.out.find(",ALLY*OPEN\n"), std::string::npos);
    // Nothing is known of core conditions where the parsimonious solution was not asked for.
    EXPECT_EQ(run_program(minimise({"--format", "csv", "--solution", "conservative"})).out.find("core"),
              std::string::npos);
}

TEST(ComparePresentation, AModelIsChosen) {
    const ProgramRun run = run_program(minimise({"--format", "csv", "--model", "parsimonious M1"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out.find("conservative"), std::string::npos);
    EXPECT_NE(run.out.find("parsimonious,1,~THREAT + ALLY*OPEN,"), std::string::npos) << run.out;
    const ProgramRun missing = run_program(minimise({"--format", "csv", "--model", "M7"}));
    EXPECT_EQ(missing.status, 2);
    EXPECT_NE(missing.err.find("there is no model 'M7'; there are conservative M1"), std::string::npos) << missing.err;
    EXPECT_EQ(run_program(minimise({"--model", "best"})).status, 2);
}

TEST(ComparePresentation, FiguresAreDrawnWithoutAStudy) {
    if (!node_is_there()) GTEST_SKIP() << "node is not installed";
    const Folder folder;
    const std::string chart = folder / "chart.svg", xy = folder / "xy.SVG";
    const ProgramRun run = run_program(minimise({"--expect", "ALLY,PRESS", "--plot", chart, "--plot-xy", xy}));
    EXPECT_EQ(run.status, 0) << run.err;
    const std::string drawn = bytes_of(chart);
    EXPECT_TRUE(drawn.starts_with("<?xml"));
    EXPECT_NE(drawn.find("<title>Solution chart: intermediate solution C1P1, model 1</title>"), std::string::npos);
    EXPECT_NE(drawn.find(">PRI</text>"), std::string::npos);
    EXPECT_NE(drawn.find(">peripheral condition, present</text>"), std::string::npos);
    EXPECT_NE(bytes_of(xy).find("intermediate solution C1P1, model 1</title>"), std::string::npos);
    const std::string enough = folder / "theory.svg", needed = folder / "fit.svg";
    const ProgramRun theory = run_program(
        compare("theory", {"--solution", "OPEN + ~THREAT", "--what", "types", "--plot", enough, "--language", "kk"}));
    EXPECT_EQ(theory.status, 0) << theory.err;
    EXPECT_NE(bytes_of(enough).find("OPEN + ~THREAT</title>"), std::string::npos);
    EXPECT_NE(bytes_of(enough).find("lang=\"kk\""), std::string::npos);
    const ProgramRun fit = run_program({"compare", "fit", "OPEN + ~THREAT", "--data", nuclear_cases, "--outcome",
                                        "RENOUNCE", "--plot", needed, "--necessity"});
    EXPECT_EQ(fit.status, 0) << fit.err;
    EXPECT_NE(bytes_of(needed).find("that the combination is needed"), std::string::npos);
    EXPECT_EQ(run_program({"compare", "fit", "OPEN", "~THREAT", "--data", nuclear_cases, "--outcome", "RENOUNCE",
                           "--plot", needed})
                  .status,
              2);
}

TEST(ComparePresentation, OnlySvgFilesAreDrawn) {
    for (const char* file : {"chart.png", "chart", "chart.svg.gz", "-", "folder/"}) {
        const ProgramRun run = run_program(minimise({"--plot", file}));
        EXPECT_EQ(run.status, 2) << file;
        EXPECT_NE(run.err.find("ends in .svg"), std::string::npos) << run.err;
        EXPECT_EQ(run.out, "") << file;
    }
}

TEST(ComparePresentation, WithoutNodeTheReasonIsTold) {
    const Folder folder;
    const char* path = std::getenv("PATH");
    const std::string kept = path == nullptr ? "" : path;
    ::setenv("PATH", "/nonexistent", 1);
    const ProgramRun run = run_program(minimise({"--plot", folder / "chart.svg"}));
    ::setenv("PATH", kept.c_str(), 1);
    EXPECT_EQ(run.status, 4);
    EXPECT_NE(run.err.find("needs node 18 or newer"), std::string::npos) << run.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "chart.svg"));
}

TEST(ComparePresentation, WithoutAModelThereIsNoChart) {
    const Folder folder;
    const std::string data = folder.write("cases.csv", "case,A,Y\np,1,0\nq,0,0\nr,1,1\n");
    const ProgramRun run = run_program({"compare", "minimise", "--data", data, "--outcome", "Y", "--conditions", "A",
                                        "--solution", "conservative", "--plot", folder / "chart.svg"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no row of the truth table explains Y"), std::string::npos) << run.err;
}

TEST(ComparePresentation, EveryPartitionIsSolvedByItself) {
    const Folder folder;
    const Arguments arguments = {"compare",      "minimise",
                                 "--data",       folder.write("waves.csv", waves),
                                 "--outcome",    "Y",
                                 "--conditions", "A,B",
                                 "--solution",   "parsimonious",
                                 "--partition",  "wave",
                                 "--format"};
    Arguments csv = arguments, json = arguments;
    csv.emplace_back("csv");
    json.emplace_back("json");
    const ProgramRun run = run_program(csv);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("solution,model,term,inclS,PRI,covS,covU,cases,deviant_cases,core,partition\n"));
    EXPECT_NE(run.out.find("parsimonious,1,A*B,1,1,"), std::string::npos) << run.out;  // of all cases
    EXPECT_NE(run.out.find(",pooled\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("parsimonious,1,A,1,1,1,,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",1990\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("parsimonious,1,B,1,1,1,,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("1 cases without a value of wave are in no group: c1"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("group '2010': no solution of its 2 cases: no row of the truth table explains Y"),
              std::string::npos)
        << run.err;
    const auto result = nlohmann::json::parse(run_program(json).out)["result"];
    EXPECT_EQ(result["parsimonious"]["models"][0][0], "A*B");
    EXPECT_EQ(result["partitions"]["1990"]["parsimonious"]["models"][0][0], "A");
    EXPECT_EQ(result["partitions"]["2000"]["parsimonious"]["models"][0][0], "B");
    EXPECT_EQ(result["partitions"]["2010"]["cases"], 2);
    EXPECT_EQ(result["partitions"]["2010"]["no_solution"], "no row of the truth table explains Y");
    Arguments unknown = arguments;
    unknown[11] = "wafe";
    unknown.emplace_back("csv");
    EXPECT_EQ(run_program(unknown).status, 3);
}

TEST(ComparePresentation, GroupsSpeakWhereAllCasesTogetherDoNot) {
    const Folder folder;
    // All cases together contradict each other in every row; each wave is clear, and the last has nothing to say.
    const std::string data =
        folder.write("flip.csv", "case,A,Y,wave\na,1,1,x\nb,0,0,x\nc,1,0,y\nd,0,1,y\ne,1,1,z\nf,1,0,z\n");
    const ProgramRun run = run_program({"compare", "minimise", "--data", data, "--outcome", "Y", "--conditions", "A",
                                        "--solution", "parsimonious", "--partition", "wave", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("all cases: no solution of its 6 cases"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("group 'z': no solution of its 2 cases"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("parsimonious,1,A,1,1,1,1,a,,A,x\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("parsimonious,1,~A,1,1,1,1,d,,~A,y\n"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find(",pooled"), std::string::npos) << run.out;
    const std::string none = folder.write("none.csv", "case,A,Y,wave\na,1,1,x\nb,1,0,x\n");
    EXPECT_EQ(run_program(
                  {"compare", "minimise", "--data", none, "--outcome", "Y", "--conditions", "A", "--partition", "wave"})
                  .status,
              3);
}

TEST(ComparePresentation, RangesOfAnchors) {
    const Arguments common = {"--what", "anchors",       "--incl-cut",
                              "0.8",    "--calibration", "LATE=decision_year:direct:1960,1980,2000"};
    const ProgramRun run = run_program(compare("robustness", common, "LATE,ALLY,PRESS"));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("set,anchor,low,value,high,low_end,high_end,solution\nLATE,exclusion,")) << run.out;
    // The crossover moves as far as --what crossover says.
    EXPECT_NE(run.out.find("LATE,crossover,1969,1980,1983.4371907"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("LATE,inclusion,"), std::string::npos);
    EXPECT_EQ(run_program(compare("robustness", {"--what", "anchors"})).status, 2);
    Arguments twice = common;
    twice.insert(twice.end(), {"--calibration", "LATE=decision_year:direct:1970,1980,2000"});
    EXPECT_EQ(run_program(compare("robustness", twice, "LATE,ALLY,PRESS")).status, 2);
}

TEST(ComparePresentation, PairsAreBoundedAndTheBoundIsTold) {
    const Arguments pairs = {"--solution", "~THREAT + ALLY*OPEN", "--what", "pairs", "--max-pairs", "3", "--format",
                             "csv"};
    const ProgramRun run = run_program(compare("theory", pairs));
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1 + 3 * 3);
    EXPECT_NE(run.err.find("9 of "), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("--max-pairs"), std::string::npos) << run.err;
}

}  // namespace compare_presentation_test
}  // namespace tarazy
