// Cases from use (README.md beside): qualitative comparison as users of fsQCA, QCA and cna do it.

#include "cli/cases_from_use/case_program_test.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace cases_of_compare_test {

using namespace testing_cases;
using nlohmann::json;

/// The command on a file of a case, outcome Y.
std::vector<std::string> words(const std::string& verb, const std::string& file, const std::string& conditions,
                               const std::vector<std::string>& others = {}) {
    std::vector<std::string> all = {"compare",   verb, "--data",       case_file(file),
                                    "--outcome", "Y",  "--conditions", conditions};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

/// Names of so many conditions: prefix and number, from `first` on.
std::string numbered(const std::string& prefix, int first, int count, bool two_digits) {
    std::string names;
    for (int i = first; i < first + count; ++i)
        names += (names.empty() ? "" : ",") + prefix + (two_digits && i < 10 ? "0" : "") + std::to_string(i);
    return names;
}

TEST(CasesOfCompare, AllRowsPositive) {
    const ProgramRun all = run_to(0, words("minimise", "all_rows_positive/p.csv", "A,B", {"--format", "csv"}));
    expect_in(all.err, "only the conservative solution has a meaning");
    expect_in(all.out, "\nconservative,1,A + B,1,1,1,");
    expect_not_in(all.out, "parsimonious");
    const ProgramRun conservative = run_to(
        0, words("minimise", "all_rows_positive/p.csv", "A,B", {"--format", "csv", "--solution", "conservative"}));
    EXPECT_EQ(conservative.out, all.out);
}

TEST(CasesOfCompare, AnchorsFsqcaOrder) {
    const auto calibrated = [](const std::string& anchors) {
        return run_to(0, {"compare", "calibrate", "--data", case_file("anchors_fsqca_order/g.csv"), "--variable", "GNI",
                          "--method", "direct", "--anchors", anchors, "--log-odds", "3", "--format", "csv"});
    };
    const ProgramRun falling = calibrated("20000,5000,2500");
    expect_in(falling.err, "anchors fall: the set falls with GNI (40110 -> 0.0009)\n");
    expect_in(falling.out, "Switzerland,40110,0.00089124");
    const ProgramRun named = calibrated("e=2500,c=5000,i=20000");
    EXPECT_EQ(named.err, "");
    expect_in(named.out, "Switzerland,40110,0.99910875");
    expect_in(named.out, "Burundi,110,0.00282054");
}

TEST(CasesOfCompare, CaseNameComma) {
    const std::string file = "case_name_comma/kor.csv";
    const std::vector<std::string> common = {"--incl-cut", "0.8", "--observed", "--format"};
    std::vector<std::string> as_json = words("truth-table", file, "A,B", common), as_csv = as_json;
    as_json.emplace_back("json");
    as_csv.emplace_back("csv");
    const json rows = json::parse(run_to(0, as_json).out).at("result");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].at("cases"), json({"Congo, Dem. Rep.", "Japan", "Korea, South"}));
    expect_in(run_to(0, as_csv).out, ",\"Congo, Dem. Rep.; Japan; Korea, South\",");
}

TEST(CasesOfCompare, CnaConstantEffect) {
    for (const char* what : {"csf", "asf"}) {
        const ProgramRun run =
            run_to(0, {"compare", "cna", "--data", case_file("cna_constant_effect/f.csv"), "--factors", "A,B,Y",
                       "--outcomes", "Y", "--con", "0.8", "--cov", "0.7", "--what", what, "--format", "csv"});
        EXPECT_EQ(run.out, "kind,outcome,formula,con,cov,complexity\n") << what;
        expect_in(run.err, "Y never falls below one half: nothing can make a difference to it");
    }
}

TEST(CasesOfCompare, EsaObservedRow) {
    const ProgramRun run = run_to(0, words("minimise", "esa_observed_row/esa.csv", "A,B,C",
                                           {"--solution", "parsimonious", "--exclude", "A*~B*C", "--format", "csv"}));
    expect_in(run.out, "\nparsimonious,1,A*B,1,1,0.666666666666667,");
    expect_not_in(run.out, "\nparsimonious,1,A,");
    expect_in(run.err, "the excluded expression covers the row A = 1, B = 0, C = 1 (case 'r'), which explains Y");
}

TEST(CasesOfCompare, Expressions) {
    const auto theory = [](const std::string& expression) {
        return run_to(0, words("theory", "expressions/t.csv", "A,B,C",
                               {"--theory", expression, "--solution", "A*B", "--format", "csv"}))
            .out;
    };
    EXPECT_EQ(theory("A*(B + ~C)"), theory("A*B + A*~C"));
    EXPECT_EQ(theory("~(A*B)"), theory("~A + ~B"));
    expect_in(theory("~(A*B)"), "\nT*~S,~A + ~B,0.25,");
    const auto levels = [](const std::string& outcome) {
        return run_to(0, {"compare", "truth-table", "--data", case_file("expressions/mv.csv"), "--outcome", outcome,
                          "--conditions", "FIN", "--observed", "--format", "csv"})
            .out;
    };
    EXPECT_EQ(levels("FED[2]"), levels("FED{2}"));
    expect_in(levels("FED[2]"), "\n1,0,0,3,0.333333333333333,");
    EXPECT_EQ(levels("FED[1,2]"), levels("FED{1,2}"));
    expect_in(levels("FED{1,2}"), "\n1,0,0,3,0.666666666666667,");
    const ProgramRun expected =
        run_to(0, words("minimise", "expressions/mv.csv", "FED,FIN", {"--expect", "FED{1,2}", "--format", "csv"}));
    expect_in(expected.out, "\nintermediate C1P1,1,FIN{1},1,1,1,");
}

TEST(CasesOfCompare, Frequency) {
    const std::vector<std::string> common = {"--incl-cut", "0.8", "--solution", "conservative", "--format", "csv"};
    std::vector<std::string> lines = words("minimise", "frequency/freq.csv", "A,B", common), weighted = lines;
    weighted.insert(weighted.end(), {"--frequency", "frequency"});
    expect_in(run_to(0, weighted).out, "\nconservative,1,A,0.961538461538462,0.961538461538462,0.943396226415094,");
    expect_in(run_to(0, lines).out, "\nconservative,1,A*B,1,1,0.333333333333333,");
}

TEST(CasesOfCompare, MinimiseMemory) {
    if (!memory_can_be_limited()) GTEST_SKIP() << "this build cannot live in little memory";
    const Folder folder;
    for (const char* format : {"csv", "json"}) {
        const std::string output = folder / "models";
        const ProgramRun run = run_in_memory(
            400, words("minimise", "minimise-memory/g16.csv", numbered("C", 0, 16, false),
                       {"--solution", "parsimonious", "--max-models", "250", "--format", format, "-o", output}));
        EXPECT_EQ(run.status, 5) << format << ": " << run.err;
        expect_in(run.err, "parsimonious: stopped at the limit");
        expect_in(bytes_of(output), format == std::string("csv") ? "\nparsimonious,250," : "\"complete\": false");
        std::filesystem::remove(output);
    }
}

TEST(CasesOfCompare, NameClash) {
    const Folder folder;
    const ProgramRun run =
        run_to(0, words("truth-table", "name_clash/clash.csv", "n,OUT,cases", {"--observed", "--format", "json"}));
    const json rows = json::parse(run.out).at("result");
    EXPECT_EQ(rows.at(0).at("configuration"), json({{"n", 0}, {"OUT", 1}, {"cases", 1}}));
    EXPECT_EQ(rows.at(0).at("n"), 1);
    EXPECT_EQ(rows.at(0).at("cases"), json({"c"}));
    expect_in(run.err, "the levels of the condition 'OUT' stand in the column 'OUT_condition'");
    const std::string table = folder / "c2.csv";
    run_to(0, words("truth-table", "name_clash/clash.csv", "n,OUT,cases", {"--observed", "-o", table}));
    EXPECT_TRUE(bytes_of(table).starts_with("row,n_condition,OUT_condition,cases_condition,OUT,n,incl,PRI,cases,"));
    expect_in(run_to(0, {"data", "inspect", table, "--format", "csv"}).out, "\nOUT_condition,integer,0,2,");
}

TEST(CasesOfCompare, TiesWarning) {
    const std::string one_line = "warning: 2 cases have a membership of 0.5 (x1: A; x2: A, B) and belong to no row\n";
    const std::string file = "ties_warning/t.csv";
    EXPECT_EQ(run_to(0, words("necessity", file, "A,B", {"--single"})).err, "");
    EXPECT_EQ(run_to(0, words("cluster", file, "A,B", {"--expression", "A", "--cluster", "B"})).err, "");
    EXPECT_EQ(run_to(0, words("truth-table", file, "A,B")).err, one_line);
    EXPECT_EQ(run_to(0, words("minimise", file, "A,B", {"--solution", "conservative"})).err, one_line);
}

TEST(CasesOfCompare, UncoverableRow) {
    for (const std::vector<std::string>& command :
         {words("minimise", "uncoverable_row/t.csv", "A"),
          words("minimise", "uncoverable_row/t.csv", "A", {"--models", "irredundant"}),
          words("robustness", "uncoverable_row/t.csv", "A")}) {
        const ProgramRun run = run_to(3, command);
        expect_in(run.err, "t.csv: the row A = - (case 'b') explains Y");
        EXPECT_EQ(run.out, "");
    }
}

TEST(CasesOfCompare, WideSparseTable) {
    if (!memory_can_be_limited()) GTEST_SKIP() << "this build cannot live in little memory";
    const Folder folder;
    const std::string output = folder / "models.json";
    const ProgramRun run =
        run_in_memory(400, words("minimise", "wide_sparse_table/t.csv", numbered("X", 1, 20, true),
                                 {"--incl-cut", "1", "--solution", "parsimonious", "--format", "json", "-o", output}));
    ASSERT_EQ(run.status, 0) << run.err;
    const json solution = json::parse(bytes_of(output)).at("result").at("parsimonious");
    EXPECT_EQ(solution.at("complete"), true);
    const json& models = solution.at("models");
    ASSERT_EQ(models.size(), 4847u);
    EXPECT_EQ(solution.at("n_simplifying_assumptions").size(), 4847u);
    EXPECT_TRUE(solution.at("simplifying_assumption_rows").is_null());
    // 2^18 + 2^18 + 2^17 - 2^16 - 2^15 rows are covered by three terms of which two exclude each other; 11 of them are
    // observed.
    const auto at = std::ranges::find(models, json({"X01*X02", "~X04*X17", "X14*~X15*~X17"}));
    ASSERT_NE(at, models.end());
    EXPECT_EQ(solution.at("n_simplifying_assumptions").at("M" + std::to_string(at - models.begin() + 1)), 557'045);
}

}  // namespace cases_of_compare_test
}  // namespace tarazy
