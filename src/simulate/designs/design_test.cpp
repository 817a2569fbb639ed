#include "simulate/designs/design.hpp"

#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace design_test {

Design two_inputs() {
    Design design;
    design.kind = "random";
    design.inputs = {"a", "b"};
    design.values = {0.1, 1.0 / 3, 0.2, 2.0 / 3, 0.3, 1};
    return design;
}

Table csv(const std::string& text) {
    return read_csv(text, "r.csv");
}

std::string refusal(const std::function<void()>& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(Design, WhichRunsAreNoSampleIsSaid) {
    for (const char* kind : {"", "random", "latin-hypercube", "sobol"}) EXPECT_EQ(why_no_sample(kind), "") << kind;
    EXPECT_NE(why_no_sample("morris-4").find("grid"), std::string::npos);
    EXPECT_NE(why_no_sample("saltelli-pairs").find("of a saltelli design"), std::string::npos);
}

TEST(Design, GoesThroughItsFile) {
    const Design design = two_inputs();
    const Table table = csv(to_csv(design_table(design)));
    EXPECT_EQ(table.names, (std::vector<std::string>{"design", "run", "a", "b"}));
    const Design again = read_design(table, {}, {});
    EXPECT_EQ(design_id(again), design_id(design));
    EXPECT_EQ(again.kind, "random");
    EXPECT_EQ(again.rows(), 3u);
}

TEST(Design, AnEditedCellIsFound) {
    std::string text = to_csv(design_table(two_inputs()));
    text.replace(text.find(",0.2,"), 5, ",0.25,");
    EXPECT_NE(refusal([&] { (void)read_design(csv(text), {}, {}); }).find("is not the design 'random-"),
              std::string::npos);
    text = to_csv(design_table(two_inputs()));
    text.erase(text.find('\n') + 1, text.find('\n', text.find('\n') + 1) - text.find('\n'));
    EXPECT_NE(refusal([&] { (void)read_design(csv(text), {}, {}); }).find("names, runs or values have changed"),
              std::string::npos);
}

TEST(Design, ColumnsMayBeAddedBehind) {
    std::string text = to_csv(design_table(two_inputs()));
    std::string added;
    for (const char c : text)
        added += c != '\n' ? std::string(1, c) : added.find('\n') == std::string::npos ? ",y,z\n" : ",1,2\n";
    text = added;
    const Design again = read_design(csv(text), {}, std::vector<std::string>{"y"});
    EXPECT_EQ(again.inputs, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(design_id(again), design_id(two_inputs()));
}

TEST(Design, SomeOfItsInputsStillKnowTheirResults) {
    const Table table = csv(to_csv(design_table(two_inputs())));
    const Design some = read_design(table, std::vector<std::string>{"b"}, {});
    EXPECT_EQ(some.inputs, (std::vector<std::string>{"b"}));
    const std::string id = design_id(two_inputs());
    const Table results = csv("design,run,y\n" + id + ",1,7\n" + id + ",2,8\n" + id + ",3,9\n");
    EXPECT_EQ(outcome_of_runs(some, results, "y"), (std::vector<double>{7, 8, 9}));
}

TEST(Design, OutcomesAreFoundByTheRunInAnyOrder) {
    const Design design = two_inputs();
    EXPECT_EQ(outcome_of_runs(design, csv("run,y\n3,30\n1,10\n2,20\n"), "y"), (std::vector<double>{10, 20, 30}));
    EXPECT_EQ(outcome_of_runs(design, csv("y\n1\n2\n3\n"), "y"), (std::vector<double>{1, 2, 3}));
}

TEST(Design, ResultsOfAnotherDesignAreRefused) {
    const Design design = two_inputs();
    Design other = design;
    other.values[0] = 0.11;
    const std::string results =
        "design,run,y\n" + design_id(other) + ",1,1\n" + design_id(other) + ",2,1\n" + design_id(other) + ",3,1\n";
    EXPECT_NE(refusal([&] {
                  (void)outcome_of_runs(design, csv(results), "y");
              }).find("r.csv:2:1: these results were computed for the design 'random-"),
              std::string::npos);
}

TEST(Design, EveryFaultOfTheResultsIsTold) {
    const Design design = two_inputs();
    const std::string message = refusal([&] { (void)outcome_of_runs(design, csv("run,y\n1,1\n1,2\n7,3\n"), "y"); });
    EXPECT_NE(message.find("r.csv:3:1: run 1 stands twice"), std::string::npos) << message;
    EXPECT_NE(message.find("r.csv:4:1: the design has no such run"), std::string::npos) << message;
    EXPECT_NE(message.find("run 2 has no result"), std::string::npos) << message;
    EXPECT_NE(message.find("run 3 has no result"), std::string::npos) << message;
    EXPECT_NE(
        refusal([&] { (void)outcome_of_runs(design, csv("y\n1\n2\n"), "y"); }).find("2 results for a design of 3 runs"),
        std::string::npos);
    EXPECT_NE(refusal([&] {
                  (void)outcome_of_runs(design, csv("run,y\n1,1\n2,\n3,4\n"), "y");
              }).find("r.csv:3:2: run 2 has no outcome"),
              std::string::npos);
}

TEST(Design, MadeElsewhereHasNoKind) {
    const Design design = read_design(csv("a,b,y\n1,2,3\n4,5,6\n"), {}, std::vector<std::string>{"y"});
    EXPECT_EQ(design.kind, "");
    EXPECT_EQ(design.inputs, (std::vector<std::string>{"a", "b"}));
    EXPECT_NE(
        refusal([] { (void)read_design(csv("a,b\n1,\n4,5\n"), {}, {}); }).find("r.csv:2:2: the input has no value"),
        std::string::npos);
    EXPECT_NE(refusal([] {
                  (void)read_design(csv("y\n1\n"), {}, std::vector<std::string>{"y"});
              }).find("no column of an input"),
              std::string::npos);
}

TEST(Design, ColumnsThatTellRunsApartAreNoInputs) {
    const Design design =
        read_design(csv("scenario,policy,model,x,z\n1,1,1,0.5,7\n2,1,1,0.7,8\n"), {}, std::vector<std::string>{"z"});
    EXPECT_EQ(design.inputs, std::vector<std::string>{"x"});
    const std::vector<std::string> asked = {"policy", "x"};
    EXPECT_EQ(read_design(csv("policy,x\n1,0.5\n2,0.7\n"), asked, {}).inputs, asked) << "unless they are named";
    EXPECT_TRUE(tells_runs_apart("policy", true));
    EXPECT_FALSE(tells_runs_apart("model", true)) << "an input of a design of `simulate sample` may be called so";
}

}  // namespace design_test
}  // namespace tarazy
