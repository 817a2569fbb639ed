#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_query_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string model = TARAZY_SOURCE_DIR "/examples/mediation/mediation.toml";

TEST(TraceQuery, TheQueriesOfAModelWithGivenShares) {
    const ProgramRun run = run_program({"trace", "query", model});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with(
        "query,given,value,sd,q05,q95,mcse,next_case,next_case_mcse,p_given,basis,rhat,ess\nY[X=1] - Y[X=0],,0.38,"))
        << run.out;
    EXPECT_NE(run.out.find(",0.5,,,,,0.5,,0.063,parameters"), std::string::npos) << run.out;
}

TEST(TraceQuery, QueriesOfTheCommandLineTakeTheirPlace) {
    const ProgramRun run = run_program(
        {"trace", "query", model, "--query", "X==1", "--query", "Y==1", "--given", "X==0", "--format", "json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0]["value"], 0);
}

TEST(TraceQuery, AfterCasesThePosteriorAnswers) {
    const Folder folder;
    const std::string cases = folder.write("cases.csv", "X,M,Y,cases\n1,1,1,2\n1,,0,1\n");
    const ProgramRun run = run_program({"trace", "query", model, "--data", cases, "--draws", "400"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",exact mixture,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("the parameters are not used, the prior is"), std::string::npos);
    const ProgramRun gibbs = run_program(
        {"trace", "query", model, "--data", cases, "--draws", "400", "--exact-cases", "0", "--threads", "1"});
    EXPECT_NE(gibbs.out.find(",Gibbs sampling,"), std::string::npos) << gibbs.out;
    EXPECT_EQ(gibbs.out,
              run_program({"trace", "query", model, "--data", cases, "--draws", "400", "--exact-cases", "0"}).out);
}

TEST(TraceQuery, TypesAreListedWithTheirShares) {
    const ProgramRun run = run_program({"trace", "query", model, "--show", "types"});
    EXPECT_NE(run.out.find("M.10,M,0.05,1\n"), std::string::npos) << run.out;
}

TEST(TraceQuery, WrongModelsAndQueriesAreNamedAtTheirPlace) {
    const Folder folder;
    const ProgramRun circle = run_program({"trace", "query", folder.write("m.toml", "model = 'X -> Y; Y -> X'\n")});
    EXPECT_EQ(circle.status, 3);
    EXPECT_NE(circle.err.find("the arrows run in a circle among X, Y"), std::string::npos) << circle.err;
    const ProgramRun query =
        run_program({"trace", "query", folder.write("q.toml", "model = 'X -> Y'\nqueries = [\"Y[X=1\"]\n")});
    EXPECT_EQ(query.status, 3);
    EXPECT_NE(query.err.find("q.toml:2:12: in 'Y[X=1', at character 6: a ']' is lacking"), std::string::npos)
        << query.err;
    EXPECT_EQ(run_program({"trace", "query", folder.write("n.toml", "model = 'X -> Y'\n")}).status, 2);
    const ProgramRun limit = run_program(
        {"trace", "query", folder.write("l.toml", "model = 'A->Y; B->Y; C->Y; D->Y; E->Y'\nqueries = ['Y']\n")});
    EXPECT_EQ(limit.status, 5);
    EXPECT_NE(limit.err.find("--max-types"), std::string::npos) << limit.err;
    const ProgramRun impossible = run_program({"trace", "query", model, "--query", "Y", "--given", "X==1 & X==0"});
    EXPECT_EQ(impossible.status, 0);
    EXPECT_NE(impossible.err.find("what is given is impossible"), std::string::npos);
}

}  // namespace trace_query_test
}  // namespace tarazy
