#include "serve/evidence/evidence_routes.hpp"

#include "serve/cases/case_study_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::evidence_routes_test {
namespace {

TEST(EvidenceRoutes, AJudgeSeesAtOnceWhatFollows) {
    testing_serve::CopiedStudy copy;
    const Routes routes = evidence_routes();
    const auto first = copy.ask(routes, "GET", "/api/evidence/set", {{"who", "B"}});
    EXPECT_EQ(first["set"], "motives");
    EXPECT_EQ(first["hypotheses"].size(), 3u);
    EXPECT_EQ(first["judges"].size(), 0u);
    const auto judged = copy.ask(routes, "POST", "/api/evidence/judge", {},
                                 {{"who", "B"},
                                  {"set", "motives"},
                                  {"clue", "movement_1989"},
                                  {"hypothesis", "norm"},
                                  {"value", 0.1},
                                  {"low", 0.05},
                                  {"high", 0.2},
                                  {"why", "of no weight"},
                                  {"version", 0}});
    ASSERT_EQ(judged["judges"].size(), 1u);
    EXPECT_LT(judged["judges"][0]["weighed"]["posterior"][2].get<double>(),
              judged["study"]["posterior"][2].get<double>());
    EXPECT_EQ(judged["study"]["posterior"], first["study"]["posterior"]) << "the study itself is not touched";
    EXPECT_EQ(judged["standing"]["undo"], "judge");
    const std::string before = copy.folder.bytes("study/data/likelihoods.csv");
    copy.ask(routes, "POST", "/api/evidence/keep", {}, {{"who", "B"}, {"set", "motives"}});
    EXPECT_NE(copy.folder.bytes("study/data/likelihoods.csv").find("motives,movement_1989,norm,0.1,0.05,0.2,\"B\","),
              std::string::npos);
    copy.ask(routes, "POST", "/api/evidence/undo", {}, {{"who", "B"}});
    EXPECT_EQ(copy.folder.bytes("study/data/likelihoods.csv"), before);
    const auto undone = copy.ask(routes, "POST", "/api/evidence/undo", {}, {{"who", "B"}});
    EXPECT_EQ(undone["judges"].size(), 0u);
}

TEST(EvidenceRoutes, AClueMayTurnOutNotToBeThere) {
    testing_serve::CopiedStudy copy;
    const Routes routes = evidence_routes();
    const auto answer =
        copy.ask(routes, "POST", "/api/evidence/found", {},
                 {{"who", "B"}, {"set", "motives"}, {"clue", "movement_1989"}, {"seen", "yes"}, {"found", "no"}});
    EXPECT_EQ(answer["clues"][0]["found"], "no");
    EXPECT_THROW(
        copy.ask(routes, "POST", "/api/evidence/found", {},
                 {{"who", "B"}, {"set", "motives"}, {"clue", "movement_1989"}, {"seen", "yes"}, {"found", "no"}}),
        RefusedRequest)
        << "it was changed meanwhile";
    EXPECT_THROW(copy.ask(routes, "POST", "/api/evidence/judge", {},
                          {{"who", "B"},
                           {"set", "motives"},
                           {"clue", "x"},
                           {"hypothesis", "norm"},
                           {"value", 7},
                           {"low", 0},
                           {"high", 1}}),
                 RefusedRequest);
}

}  // namespace
}  // namespace tarazy::evidence_routes_test
