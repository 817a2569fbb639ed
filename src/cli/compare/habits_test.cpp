// Files and habits of people who come from fsQCA, the R packages QCA and cna, or a spreadsheet.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace compare_habits_test {

using nlohmann::json;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

std::vector<std::string> compared(const std::string& verb, const std::string& file, const std::string& outcome,
                                  const std::string& conditions, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare",   verb,    "--data",       file,
                                          "--outcome", outcome, "--conditions", conditions};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

json result_of(const ProgramRun& run) {
    EXPECT_EQ(run.status, 0) << run.err;
    return json::parse(run.out)["result"];
}

bool says(const ProgramRun& run, const std::string& text) {
    return run.err.find(text) != std::string::npos;
}

TEST(CaseNames, MayHoldCommasSemicolonsQuotesAndSigns) {
    const Folder folder;
    const std::string file = folder.write("d.csv",
                                          "case,A,B,Y\n\"Korea, South\",0.9,0.8,0.9\n\"Bosnia; Herzegovina\",0.8,0.7,"
                                          "0.9\nA+B,0.7,0.9,0.8\n\"the \"\"last\"\"\",0.9,0.8,0.1\nChad,0.1,0.2,0.1\n");
    const json names = {"A+B", "Bosnia; Herzegovina", "Korea, South", "the \"last\""};
    const json table = result_of(run_program(
        compared("truth-table", file, "Y", "A,B", {"--incl-cut", "0.7", "--observed", "--format", "json"})));
    EXPECT_EQ(table[1]["cases"], names);
    EXPECT_EQ(table[1]["n"], 4);
    EXPECT_EQ(table[1]["deviant_cases"], json::array({"the \"last\""}));
    EXPECT_EQ(table[0]["deviant_cases"], json::array());
    const ProgramRun csv =
        run_program(compared("truth-table", file, "Y", "A,B", {"--incl-cut", "0.7", "--observed", "--format", "csv"}));
    EXPECT_NE(csv.out.find(R"("A+B; ""Bosnia; Herzegovina""; Korea, South; ""the """"last""""""",)"), std::string::npos)
        << csv.out;
    const json theory = result_of(
        run_program(compared("theory", file, "Y", "A,B", {"--theory", "A", "--solution", "A*B", "--format", "json"})));
    EXPECT_EQ(theory[0]["cases"], json({"A+B", "Bosnia; Herzegovina", "Korea, South"}));
    const ProgramRun solution =
        run_program(compared("minimise", file, "Y", "A,B", {"--incl-cut", "0.7", "--format", "csv"}));
    EXPECT_EQ(solution.status, 0) << solution.err;
    EXPECT_NE(solution.out.find(R"("A+B; ""Bosnia; Herzegovina""; Korea, South")"), std::string::npos) << solution.out;
    const json pairs = result_of(run_program(compared("select", file, "Y", "A,B", {"--format", "json"})));
    EXPECT_TRUE(pairs[0]["conditions"].is_array());
}

TEST(ConditionNames, ThatClashWithColumnsAreKeptApart) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "case,n,OUT,cases,Y\na,1,1,0,1\nb,1,0,1,0\nc,0,1,1,0\n");
    const ProgramRun run =
        run_program(compared("truth-table", file, "Y", "n,OUT,cases", {"--observed", "--format", "json"}));
    const json row = result_of(run)[0];
    EXPECT_EQ(row["configuration"], json::parse(R"({"n": 0, "OUT": 1, "cases": 1})"));
    EXPECT_EQ(row["n"], 1);
    EXPECT_EQ(row["OUT"], "0");
    EXPECT_EQ(row["cases"], json::array({"c"}));
    EXPECT_EQ(row["n_condition"], 0);
    EXPECT_TRUE(says(run, "the levels of the condition 'n' stand in the column 'n_condition'")) << run.err;
    const std::string out = folder / "t.csv";
    EXPECT_EQ(run_program(compared("truth-table", file, "Y", "n,OUT,cases", {"--observed", "-o", out})).status, 0);
    const ProgramRun again = run_program({"data", "inspect", out});
    EXPECT_EQ(again.status, 0) << again.err;
    // A condition that no column of ours is called like keeps its name.
    const json plain = result_of(run_program(
        compared("truth-table", folder.write("p.csv", "case,A,Y\na,1,1\nb,0,0\n"), "Y", "A", {"--format", "json"})));
    EXPECT_EQ(plain[1]["A"], 1);
    EXPECT_EQ(plain[1]["configuration"]["A"], 1);
    const ProgramRun sign =
        run_program(compared("truth-table", folder.write("s.csv", "case,A+B,Y\na,1,1\nb,0,0\n"), "Y", "A+B", {}));
    EXPECT_EQ(sign.status, 2);
    EXPECT_TRUE(says(sign, "condition 'A+B': '+' has a meaning in expressions")) << sign.err;
}

TEST(Expressions, AreReadAsOtherProgramsPrintThem) {
    const Folder folder;
    const std::string crisp =
        folder.write("t.csv", "case,A,B,C,Y\np,1,1,1,1\nq,1,1,0,1\nr,1,0,1,1\ns,0,0,1,0\nt,0,1,0,0\nu,0,0,0,0\n");
    const auto area = [&](const std::string& theory) {
        const json areas = result_of(run_program(
            compared("theory", crisp, "Y", "A,B,C", {"--theory", theory, "--solution", "A*B", "--format", "json"})));
        return areas[0]["expression"].get<std::string>() + " | " + areas[2]["expression"].get<std::string>();
    };
    EXPECT_EQ(area("A*(B + ~C)"), area("A*B + A*~C"));
    EXPECT_EQ(area("~(A*B)"), area("~A + ~B"));
    const std::string levels =
        folder.write("mv.csv", "case,FED,FIN,Y\na,2,1,1\nb,2,0,0\nc,1,1,1\nd,0,0,0\ne,1,0,0\nf,0,1,1\n");
    const auto rows = [&](const std::string& outcome) {
        const ProgramRun run = run_program(compared("truth-table", levels, outcome, "FIN", {"--observed"}));
        EXPECT_EQ(run.status, 0) << run.err;
        return run.out;
    };
    EXPECT_EQ(rows("FED[2]"), rows("FED{2}"));
    EXPECT_EQ(rows("FED{1,2}"), rows("~FED{0}"));
    EXPECT_EQ(rows("~FED[1,2]"), rows("FED{0}"));
    const ProgramRun beyond = run_program(compared("truth-table", levels, "FED{3}", "FIN", {}));
    EXPECT_EQ(beyond.status, 2);
    EXPECT_TRUE(says(beyond, "'FED' has the values 0 to 2, not 3")) << beyond.err;
    const ProgramRun expected =
        run_program(compared("minimise", levels, "Y", "FED,FIN", {"--expect", "FED{1,2},FIN{1}", "--format", "csv"}));
    EXPECT_EQ(expected.status, 0) << expected.err;
    const ProgramRun effects = run_program({"compare", "cna", "--data", levels, "--outcomes", "Y,FED[1]"});
    EXPECT_EQ(effects.status, 0) << effects.err;
}

const std::string frequencies =
    "case,A,B,Y,frequency\nr1,1,1,1,30\nr2,1,0,1,20\nr3,1,0,0,2\nr4,0,1,0,25\nr5,0,1,1,3\nr6,0,0,0,40\n";

TEST(Frequencies, ARowStandsForSoManyCases) {
    const Folder folder;
    const std::string file = folder.write("f.csv", frequencies);
    const json result = result_of(run_program(
        compared("minimise", file, "Y", "A,B", {"--incl-cut", "0.8", "--frequency", "frequency", "--format", "json"})));
    EXPECT_EQ(result["parsimonious"]["models"], json::parse(R"([["A"]])"));
    const json whole = result["parsimonious"]["fit"][0]["model"][0];
    EXPECT_NEAR(whole["inclS"].get<double>(), 50.0 / 52, 1e-12);
    EXPECT_NEAR(whole["covS"].get<double>(), 50.0 / 53, 1e-12);
    const json rows = result_of(run_program(
        compared("truth-table", file, "Y", "A,B", {"--n-cut", "10", "--frequency", "frequency", "--format", "json"})));
    EXPECT_EQ(rows[1]["n"], 28);
    EXPECT_EQ(rows[1]["cases"], json({"r4", "r5"}));
    // The same file without the weights, and a cna that finds the factors by itself.
    EXPECT_EQ(result_of(run_program(compared("truth-table", file, "Y", "A,B", {"--format", "json"})))[1]["n"], 2);
    const ProgramRun cna = run_program({"compare", "cna", "--data", file, "--frequency", "frequency", "--con", "0.9",
                                        "--cov", "0.9", "--what", "asf"});
    EXPECT_EQ(cna.status, 0) << cna.err;
    EXPECT_NE(cna.out.find("asf,Y,A <-> Y,0.961538461538462,0.943396226415094,1"), std::string::npos) << cna.out;
    const ProgramRun bad = run_program(compared("necessity", folder.write("b.csv", "case,A,Y,n\na,1,1,2.5\nb,0,0,\n"),
                                                "Y", "A", {"--frequency", "n"}));
    EXPECT_EQ(bad.status, 3);
    EXPECT_TRUE(says(bad, "b.csv:2:4: '2.5' is no frequency")) << bad.err;
    EXPECT_TRUE(says(bad, "b.csv:3:4: the frequency is missing")) << bad.err;
}

TEST(Anchors, ThatFallAreToldAndMayBeNamed) {
    const Folder folder;
    const std::string file = folder.write("g.csv", "case,GNI\nSwitzerland,40110\nHungary,4670\nBurundi,110\n");
    const auto calibrated = [&](const std::string& anchors) {
        return run_program({"compare", "calibrate", "--data", file, "--variable", "GNI", "--method", "direct",
                            "--anchors", anchors, "--log-odds", "3"});
    };
    const ProgramRun falling = calibrated("20000,5000,2500");
    EXPECT_EQ(falling.status, 0);
    EXPECT_TRUE(says(falling, "note: anchors fall: the set falls with GNI (40110 -> 0.0009)")) << falling.err;
    const ProgramRun rising = calibrated("2500,5000,20000");
    EXPECT_FALSE(says(rising, "anchors fall"));
    EXPECT_EQ(calibrated("i=20000,c=5000,e=2500").out, rising.out);
    EXPECT_EQ(calibrated("e=2500, i=20000, c=5000").out, rising.out);
    EXPECT_TRUE(says(calibrated("e=2500,c=5000"), "give 3 numbers, not 2: e=..,c=..,i=.."));
    const ProgramRun set = run_program(
        {"compare", "calibrate", "--data", file, "--set", "RICH=GNI:direct:i=20000,c=5000,e=2500", "--format", "csv"});
    EXPECT_EQ(set.status, 0) << set.err;
    const ProgramRun tried =
        run_program(compared("robustness",
                             folder.write("r.csv",
                                          "case,GNI,R,Y\na,40110,1,1\nb,"
                                          "4670,0.4,0\nc,110,0,0\n"),
                             "Y", "R",
                             {"--what", "sweep", "--calibration", "R=GNI:direct:c=5000,e=2500,i=20000", "--solution",
                              "conservative", "--incl-cut", "0.7"}));
    EXPECT_EQ(tried.status, 0) << tried.err;
}

TEST(Minimise, WhereEveryRowIsPositiveTheConservativeSolutionRemains) {
    const Folder folder;
    const std::string file = folder.write("p.csv", "case,A,B,Y\na,1,1,1\nb,1,0,1\nd,0,1,1\n");
    const ProgramRun all = run_program(compared("minimise", file, "Y", "A,B", {"--format", "csv"}));
    EXPECT_EQ(all.status, 0) << all.err;
    EXPECT_NE(all.out.find("conservative,1,A + B,1,1,1,"), std::string::npos) << all.out;
    EXPECT_EQ(all.out.find("parsimonious"), std::string::npos);
    EXPECT_TRUE(says(all, "only the conservative solution has a meaning")) << all.err;
    const json result = result_of(run_program(compared("minimise", file, "Y", "A,B", {})));
    EXPECT_TRUE(result["parsimonious"].is_null());
    const ProgramRun one = run_program(compared("minimise", file, "Y", "A,B", {"--solution", "parsimonious"}));
    EXPECT_EQ(one.status, 3);
    EXPECT_TRUE(says(one, "--solution conservative")) << one.err;
}

TEST(Ties, AreToldOnceWhereThereIsATruthTable) {
    const Folder folder;
    const std::string file =
        folder.write("t.csv", "case,A,B,Y\nx1,0.5,0.2,0.7\nx2,0.5,0.5,0.9\nx3,0.7,0.9,0.8\nx4,0.1,0.2,0.3\n");
    const std::string line = "warning: 2 cases have a membership of 0.5 (x1: A; x2: A, B) and belong to no row\n";
    for (const char* verb : {"truth-table", "minimise"}) {
        const ProgramRun run = run_program(compared(verb, file, "Y", "A,B", {"--incl-cut", "0.7", "--format", "csv"}));
        EXPECT_TRUE(says(run, line)) << verb << run.err;
        EXPECT_EQ(run.err.find("0.5"), run.err.rfind("0.5")) << run.err;
    }
    for (const ProgramRun& run :
         {run_program(compared("necessity", file, "Y", "A,B", {"--single"})),
          run_program(compared("cluster", file, "Y", "A,B", {"--expression", "A", "--unit", "case"})),
          run_program({"compare", "fit", "A*B", "--data", file, "--outcome", "Y"})}) {
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_FALSE(says(run, "0.5")) << run.err;
    }
}

TEST(CaseColumn, IsNumberedWhereThereIsNone) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "A,B,Y\n1,0,0\n1,1,1\n0,1,0\n");
    const ProgramRun run = run_program(compared("truth-table", file, "Y", "A,B", {"--observed", "--format", "csv"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "row,A,B,OUT,n,incl,PRI,cases,deviant_cases\n"
              "2,0,1,0,1,0,0,3,\n3,1,0,0,1,0,0,1,\n4,1,1,1,1,1,1,2,\n");
    EXPECT_TRUE(says(run, "there is no column 'case'; the cases are called 1 to 3")) << run.err;
    EXPECT_TRUE(says(run, "--case"));
    EXPECT_EQ(run_program(compared("truth-table", file, "Y", "A,B", {"--case", "name"})).status, 3);
    const ProgramRun named = run_program(
        compared("truth-table", folder.write("c.csv", "Country,A,Y\nChad,1,1\nMali,0,0\n"), "Y", "A", {"--observed"}));
    EXPECT_TRUE(says(named, "if 'Country' names them, say --case 'Country'")) << named.err;
    EXPECT_EQ(run_program({"compare", "cna", "--data", file}).status, 0);
    const ProgramRun calibrated =
        run_program({"compare", "calibrate", "--data", file, "--variable", "A", "--method", "crisp", "--anchors", "1"});
    EXPECT_EQ(calibrated.status, 0) << calibrated.err;
    EXPECT_EQ(calibrated.out.substr(0, 23), "case,A,membership\n1,1,1");
}

TEST(CompareFit, GivesTheFiguresOfAnyExpression) {
    const Folder folder;
    const std::string file =
        folder.write("d.csv", "case,A,B,C,Y\na,1,1,0,1\nb,0.6,0.2,1,0.8\nc,0.3,0.9,0.4,0.2\nd,0,0.1,0.7,0.4\n");
    const json rows = result_of(
        run_program({"compare", "fit", "A*(B + C)", "~(A*B),C", "--data", file, "--outcome", "Y", "--format", "json"}));
    ASSERT_EQ(rows.size(), 6u);
    EXPECT_EQ(rows[0]["expression"], "A*B + A*C");
    EXPECT_EQ(rows[0]["outcome"], "Y");
    EXPECT_EQ(rows[1]["outcome"], "~Y");
    // x = 1, 0.6, 0.3, 0 (A with the larger of B and C) and y = 1, 0.8, 0.2, 0.4
    EXPECT_NEAR(rows[0]["inclS"].get<double>(), 1.8 / 1.9, 1e-12);
    EXPECT_NEAR(rows[0]["covS"].get<double>(), 1.8 / 2.4, 1e-12);
    EXPECT_NEAR(rows[0]["inclN"].get<double>(), 1.8 / 2.4, 1e-12);
    EXPECT_NEAR(rows[0]["covN"].get<double>(), 1.8 / 1.9, 1e-12);
    EXPECT_NEAR(rows[0]["RoN"].get<double>(), 2.1 / 2.2, 1e-12);
    EXPECT_NEAR(rows[0]["PRI"].get<double>(), (1.8 - 0.4) / (1.9 - 0.4), 1e-12);
    EXPECT_EQ(rows[0]["n"], 2);
    EXPECT_EQ(rows[0]["n_outcome"], 2);
    EXPECT_EQ(rows[2]["expression"], "~A + ~B");
    EXPECT_EQ(rows[4]["expression"], "C");
    EXPECT_EQ(run_program({"compare", "fit", "D", "--data", file, "--outcome", "Y"}).status, 3);
    EXPECT_EQ(run_program({"compare", "fit", "A*(B", "--data", file, "--outcome", "Y"}).status, 2);
}

}  // namespace compare_habits_test
}  // namespace tarazy
