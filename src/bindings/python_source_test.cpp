#include "bindings/python_source.hpp"

#include "cli/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace python_source_test {
namespace {

using namespace tarazy;

std::string file(const std::string& name) {
    Session session;
    for (const SourceFile& one : python_sources(command_list(*build_program(session))))
        if (one.name == name) return one.text;
    ADD_FAILURE() << "no " << name;
    return "";
}

TEST(PythonSource, ACommandIsAFunctionWithADocstring) {
    const std::string align = file("align.py");
    EXPECT_NE(align.find("\ndef similarity(*, votes=None"), std::string::npos) << align.substr(0, 400);
    EXPECT_NE(align.find("(\"roll_calls\", \"--roll-calls\", \"many\")"), std::string::npos);
    EXPECT_NE(align.find("tarazy.align.similarity(votes=\\\"examples/"), std::string::npos) << "its example";
    EXPECT_EQ(align.find("no_color"), std::string::npos);
}

TEST(PythonSource, WordsOfTheLanguageGetALineBehindThem) {
    EXPECT_NE(file("align.py").find("(\"with_\", \"--with\", \"one\")"), std::string::npos);
    EXPECT_NE(file("data.py").find("def convert(from_, to, *"), std::string::npos);
}

TEST(PythonSource, AStubHasTheTypes) {
    const std::string align = file("align.pyi");
    EXPECT_NE(align.find("def similarity(*, votes: Value | None = ..."), std::string::npos);
    EXPECT_NE(align.find("interval: Literal[\"percentile\", \"bca\"] | None = ..."), std::string::npos);
    EXPECT_NE(align.find("seed: int | None = ..."), std::string::npos);
}

TEST(PythonSource, CommandsWithoutANounLieBesideTheModules) {
    const std::string commands = file("commands.py");
    for (const char* part : {"from tarazy import align", "def explain(claim, *", "def report_figures("})
        EXPECT_NE(commands.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace python_source_test
