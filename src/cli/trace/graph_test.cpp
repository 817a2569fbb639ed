#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_graph_test {

using Json = nlohmann::json;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string m_bias =
    "dag { X [exposure] Y [outcome] U1 -> X U1 -> M U2 -> M U2 -> Y X -> Y }\n";  // Pearl 2009, figure 6.11

Json result_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"trace", "graph"});
    arguments.insert(arguments.end(), {"--format", "json", "--quiet"});
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    return run.status == 0 ? Json::parse(run.out)["result"] : Json();
}

TEST(TraceGraph, EveryKindOfAnswerIsARowOfTheTable) {
    const Folder folder;
    const ProgramRun run = run_program({"trace", "graph", folder.write("m.txt", m_bias), "--separated", "M,X,U1"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "kind,x,y,set,answer,basis,path\n"
              "adjustment_set,X,Y,,,,\n"
              "instrument,M,Y,U2,,,\n"
              "instrument,U1,Y,,,,\n"
              "causal_path,X,Y,,1,,X -> Y\n"
              "back_door_path,X,Y,,0,,X <- U1 -> M <- U2 -> Y\n"
              "separated,M,X,U1,1,,\n"
              "independence,M,X,U1,,,\n"
              "independence,M,Y,U1; U2,,,\n"
              "independence,M,Y,U2; X,,,\n"
              "independence,U1,U2,,,,\n"
              "independence,U1,Y,X,,,\n"
              "independence,U2,X,,,,\n");
    EXPECT_NE(run.err.find("nothing need be adjusted for"), std::string::npos) << run.err;
}

TEST(TraceGraph, JsonHasTheKeysOfTheContract) {
    const Folder folder;
    const Json result = result_of({folder.write("m.txt", m_bias), "--separated", "M,X,U1", "--separated", "M,X"});
    EXPECT_EQ(result["adjustment_sets"], Json::parse("[[]]"));
    EXPECT_EQ(result["front_door_sets"], Json::parse("[]"));
    EXPECT_TRUE(result["no_front_door_set"].is_string());
    EXPECT_EQ(result["instruments"].size(), 2u);
    EXPECT_EQ(result["implied_independencies"].size(), 5u);
    EXPECT_EQ(result["n_independent_pairs"], 5);
    EXPECT_EQ(result["paths"][1]["text"], "X <- U1 -> M <- U2 -> Y");
    EXPECT_EQ(result["separated"][0]["separated"], true);
    EXPECT_EQ(result["separated"][1]["separated"], false);
    EXPECT_EQ(result["limits"], Json::array());
}

// Shrier & Platt 2008 find that neuromuscular fatigue and tissue weakness suffice, and that taking previous injury in
// as well brings bias (their figures 2 and 5). The minimal sets are those that dagitty gives for their graph.
TEST(TraceGraph, ThePublishedExampleOfWarmingUp) {
    const std::string file = TARAZY_SOURCE_DIR "/examples/warm-up/graph.txt";
    const Json result = result_of({file});
    EXPECT_EQ(result["adjustment_sets"], Json::parse(R"([["Coach","FitnessLevel"],["Coach","PreGameProprioception"],
                              ["ConnectiveTissueDisorder","NeuromuscularFatigue"],["FitnessLevel","Genetics"],
                              ["FitnessLevel","TeamMotivation"],["NeuromuscularFatigue","TissueWeakness"],
                              ["PreGameProprioception","TeamMotivation"]])"));
    const Json more = result_of({file, "--adjusted", "NeuromuscularFatigue,TissueWeakness,PreviousInjury"});
    EXPECT_EQ(more["adjustment_sets"][0],
              Json::parse(R"(["ContactSport","NeuromuscularFatigue","PreviousInjury","TissueWeakness"])"));
    std::vector<std::string> open;
    for (const Json& path : more["paths"])
        if (path["kind"] == "back_door" && path["open"] == true) open.push_back(path["text"]);
    ASSERT_EQ(open.size(), 2u);
    for (const std::string& path : open)
        EXPECT_NE(path.find("TeamMotivation -> PreviousInjury <- ContactSport"), std::string::npos) << path;
}

TEST(TraceGraph, NoAdmissibleSetIsAnAnswer) {
    const Folder folder;
    const std::string file = folder.write("f.txt", "dag { X [exposure] Y [outcome] X -> M -> Y X <-> Y }");
    const ProgramRun run = run_program({"trace", "graph", file});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("no admissible adjustment set"), std::string::npos) << run.err;
    const Json result = result_of({file});
    EXPECT_EQ(result["adjustment_sets"], Json::array());
    EXPECT_EQ(result["front_door_sets"], Json::parse("[[\"M\"]]"));
}

const std::string data = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";

TEST(TraceGraph, PathsOfAChronologyCarryTheirEvidence) {
    const Json result =
        result_of({data + "links.csv", "--events", data + "chronology.csv", "--exposure", "e017", "--outcome", "e055"});
    EXPECT_EQ(result["nodes"], 247);
    EXPECT_EQ(result["links"], 222);
    EXPECT_EQ(result["n_causal_paths"][0]["n"], 10);
    const Json path = result["paths"][0];
    EXPECT_EQ(path["text"], "e017 -> e020 -> e022 -> e031 -> e055");
    EXPECT_EQ(path["basis"], "proposed");
    EXPECT_EQ(path["events"][0]["title"], "August putsch in Moscow");
    EXPECT_EQ(path["links"][2]["stated_in"], "Kazakhstan MFA comment 2019");
    ASSERT_EQ(result["limits"].size(), 1u);
    EXPECT_NE(result["limits"][0].get<std::string>().find("100 pairs of 30159"), std::string::npos);
}

TEST(TraceGraph, ProposedLinksCanBeLeftOut) {
    const Json result = result_of({data + "links.csv", "--basis", "literature"});
    EXPECT_EQ(result["links"], 67);
}

TEST(TraceGraph, WhatIsWrittenReadsBack) {
    const Folder folder;
    const std::string file = folder / "again.txt";
    const ProgramRun run = run_program({"trace", "graph", data + "links.csv", "--exposure", "e017", "--outcome", "e055",
                                        "--write", "dagitty", "-o", file});
    EXPECT_EQ(run.status, 0) << run.err;
    const Json again = result_of({file}),
               direct = result_of({data + "links.csv", "--exposure", "e017", "--outcome", "e055"});
    EXPECT_EQ(again["adjustment_sets"], direct["adjustment_sets"]);
    EXPECT_EQ(again["implied_independencies"], direct["implied_independencies"]);
}

TEST(TraceGraph, ATextThatIsNotUtf8SaysHowItWasRead) {
    const Folder folder;
    // Cause and effect in Russian, as Windows-1251 has them.
    const std::string file =
        folder.write("g.txt", "dag { \xCF\xF0\xE8\xF7\xE8\xED\xE0 -> \xD1\xEB\xE5\xE4\xF1\xF2\xE2\xE8\xE5 }\n");
    const ProgramRun run = run_program({"trace", "graph", file, "--write", "dagitty"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("g.txt: the text is not UTF-8; it was read as Windows-1251; --encoding says otherwise"),
              std::string::npos)
        << run.err;
    EXPECT_NE(run.out.find("\"Причина\" -> \"Следствие\""), std::string::npos) << run.out;
    const ProgramRun told = run_program({"trace", "graph", file, "--write", "dagitty", "--encoding", "windows-1251"});
    EXPECT_EQ(told.err.find("not UTF-8"), std::string::npos) << told.err;
}

TEST(TraceGraph, TheOrderOfTheRowsChangesNothing) {
    const Folder folder;
    const std::string head = "from,to,type,basis,stated_in\n", a = "e2,e3,causes,proposed,\n",
                      b = "e1,e2,causes,proposed,\n";
    const auto run = [&](const std::string& rows) {
        return run_program(
                   {"trace", "graph", folder.write("links.csv", head + rows), "--exposure", "e1", "--outcome", "e3"})
            .out;
    };
    EXPECT_EQ(run(a + b), run(b + a));
}

TEST(TraceGraph, AGraphInACircleIsRefusedWithTheCircle) {
    const Folder folder;
    const ProgramRun links =
        run_program({"trace", "graph",
                     folder.write("links.csv", "from,to,type,basis\ne2,e3,causes,proposed\ne3,e2,causes,proposed\n")});
    EXPECT_EQ(links.status, 3);
    EXPECT_NE(links.err.find("links.csv:3:2: links run in a circle: e2 -> e3 -> e2"), std::string::npos) << links.err;
    const ProgramRun text = run_program({"trace", "graph", folder.write("g.txt", "dag {\na -> b\nb -> a\n}")});
    EXPECT_EQ(text.status, 3);
    EXPECT_NE(text.err.find("g.txt:3:3: links run in a circle: a -> b -> a"), std::string::npos) << text.err;
}

TEST(TraceGraph, QuestionsThatCannotBeMeantAreRefused) {
    const Folder folder;
    const std::string file = folder.write("m.txt", m_bias);
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
        {{"--exposure", "u1"}, "did you mean 'U1'?"},
        {{"--separated", "X"}, "--separated takes two nodes"},
        {{"--separated", "X,Y,X"}, "a node is named twice"},
        {{"--events", data + "chronology.csv"}, "--events goes with a table of links"},
        {{"--basis", "literature"}, "--basis goes with a table of links"},
    };
    for (const auto& [arguments, message] : wrong) {
        std::vector<std::string> all = {"trace", "graph", file};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const ProgramRun run = run_program(all);
        EXPECT_EQ(run.status, 2) << run.err;
        EXPECT_NE(run.err.find(message), std::string::npos) << run.err;
    }
    const ProgramRun half = run_program({"trace", "graph", folder.write("g.txt", "dag { a -> b }"), "--exposure", "a"});
    EXPECT_EQ(half.status, 2);
    EXPECT_NE(half.err.find("give --outcome"), std::string::npos) << half.err;
    const ProgramRun both = run_program({"trace", "graph", file, "--outcome", "X"});
    EXPECT_EQ(both.status, 2);
    EXPECT_NE(both.err.find("'X' is exposure and outcome"), std::string::npos) << both.err;
    EXPECT_EQ(run_program({"trace", "graph", file, "--exposure", "X", "--outcome", "X"}).status, 2);
}

}  // namespace trace_graph_test
}  // namespace tarazy
