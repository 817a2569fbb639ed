#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_convert_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(NetworkConvert, ThereAndBackGivesTheSameTies) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to,weight,sign\na,b,2,-1\nb,c,0.5,1\n");
    for (const char* name : {"g.graphml", "g.gexf", "g.net", "g.paj", "g.dl"}) {
        const std::string file = folder / name;
        EXPECT_EQ(run_program({"network", "convert", edges, file}).status, 0) << name;
        const ProgramRun back = run_program({"network", "convert", file, "-", "--to", "edges"});
        EXPECT_EQ(back.out, "from,to,weight,sign\na,b,2,-1\nb,c,0.5,1\n") << name << back.err;
    }
}

TEST(NetworkConvert, LossesAreWarnings) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to,treaty\na,b,NPT\n");
    const ProgramRun run = run_program({"network", "convert", edges, folder / "g.dl"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("UCINET DL cannot hold these attributes of ties: 'treaty'"), std::string::npos) << run.err;
}

TEST(NetworkConvert, FaultsAndLimits) {
    const Folder folder;
    const ProgramRun bad =
        run_program({"network", "convert", folder.write("b.net", "*Vertices 2\n*Arcs\n1 3\n"), folder / "b.gexf"});
    EXPECT_EQ(bad.status, 3);
    EXPECT_NE(bad.err.find("b.net:3:3: there is no vertex '3'"), std::string::npos) << bad.err;
    EXPECT_EQ(
        run_program({"network", "convert", folder.write("m.net", "*Vertices 1000000\n"), folder / "m.gexf"}).status, 5);
    EXPECT_EQ(run_program({"network", "convert", folder / "m.net", folder / "m.foo"}).status, 2);
    EXPECT_EQ(run_program({"network", "convert", folder / "none.net", folder / "m.gexf"}).status, 4);
}

TEST(NetworkConvert, AllProblemsOfAFileAreToldInOnePass) {
    const Folder folder;
    const ProgramRun bad =
        run_program({"network", "convert", folder.write("b.net", "*Vertices 2\n*Arcs\n1 3\n4 2\n"), folder / "b.gexf"});
    EXPECT_EQ(bad.status, 3);
    EXPECT_NE(bad.err.find("b.net:3:3: there is no vertex '3'"), std::string::npos) << bad.err;
    EXPECT_NE(bad.err.find("b.net:4:1: there is no vertex '4'"), std::string::npos) << bad.err;
}

TEST(NetworkConvert, OptionsThatDoNothingAreRefused) {
    const Folder folder;
    const std::string net = folder.write("a.net", "*Vertices 2\n*Arcs\n1 2\n");
    const auto refusal = [&](std::vector<std::string> options) {
        std::vector<std::string> command = {"network", "convert", net, folder / "a.gexf"};
        command.insert(command.end(), options.begin(), options.end());
        const ProgramRun run = run_program(command);
        EXPECT_EQ(run.status, 2) << run.err;
        return run.err;
    };
    EXPECT_NE(refusal({"--format", "json"}).find("--format is that of results; name the format of the graph with --to"),
              std::string::npos);
    EXPECT_NE(refusal({"--output", folder / "b.csv"}).find("leave --output out"), std::string::npos);
    EXPECT_NE(refusal({"--directed"}).find("--directed does nothing with a graph file"), std::string::npos);
    EXPECT_NE(refusal({"--delimiter", ";"}).find("--delimiter does nothing with a graph file"), std::string::npos);
}

}  // namespace network_convert_test
}  // namespace tarazy
