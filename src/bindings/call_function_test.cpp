#include "bindings/call_function.hpp"

#include "cli/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace call_function_test {
namespace {

using namespace tarazy;

std::vector<CallFunction> all() {
    Session session;
    return call_functions(command_list(*build_program(session)));
}

const CallFunction& named(const std::vector<CallFunction>& functions, const std::string& module,
                          const std::string& name) {
    return *std::ranges::find_if(functions,
                                 [&](const CallFunction& one) { return one.module == module && one.name == name; });
}

TEST(CallFunction, EveryCommandIsAFunctionOfItsNoun) {
    const std::vector<CallFunction> functions = all();
    std::set<std::string> names;
    for (const CallFunction& function : functions) names.insert(function.module + '.' + function.name);
    EXPECT_EQ(names.size(), functions.size()) << "a name stands twice";
    for (const char* name : {"align.similarity", "simulate.sobol_indices", "compare.truth_table", ".explain", ".report",
                             ".report_figures"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
    EXPECT_FALSE(names.contains(".align"));
    EXPECT_FALSE(names.contains("simulate.sobol"));
}

TEST(CallFunction, ParametersAreTheOptionsWithoutThoseOfATerminal) {
    const std::vector<CallFunction> functions = all();
    const CallFunction& similarity = named(functions, "align", "similarity");
    std::vector<std::string> names;
    for (const CallParameter& parameter : similarity.parameters) {
        names.push_back(parameter.name);
        if (parameter.name == "roll_calls") {
            EXPECT_EQ(parameter.option, "--roll-calls");
            EXPECT_TRUE(parameter.repeats);
        }
    }
    EXPECT_NE(std::ranges::find(names, "votes"), names.end());
    for (const char* of_terminal : {"help", "quiet", "no_color"})
        EXPECT_EQ(std::ranges::find(names, of_terminal), names.end()) << of_terminal;
    const CallFunction& bargain = named(functions, "simulate", "bargain");
    EXPECT_EQ(bargain.parameters.front().name, "actors");
    EXPECT_EQ(bargain.parameters.front().option, "") << "known by its place";
}

TEST(CallFunction, NamesOfParametersDifferAndThoseByPlaceComeFirst) {
    for (const CallFunction& function : all()) {
        std::set<std::string> names;
        bool named_begun = false;
        for (const CallParameter& parameter : function.parameters) {
            EXPECT_TRUE(names.insert(parameter.name).second) << function.name << ' ' << parameter.name;
            named_begun = named_begun || !parameter.option.empty();
            EXPECT_EQ(named_begun, !parameter.option.empty()) << function.name << ' ' << parameter.name;
        }
    }
}

TEST(CallFunction, WordsOfAShell) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(shell_words("a 'b c'  \"d\" --x=''"), (Words{"a", "b c", "d", "--x="}));
    EXPECT_EQ(shell_words("a | b"), std::nullopt);
    EXPECT_EQ(shell_words("a 'b"), std::nullopt);
    EXPECT_EQ(shell_words("fit 'A*B > c'"), (Words{"fit", "A*B > c"}));
}

TEST(CallFunction, ExamplesOfTheHelpAreCalls) {
    const std::vector<CallFunction> functions = all();
    const auto call = call_of_example(named(functions, "align", "similarity"),
                                      "tarazy align similarity --votes a.csv b.csv --bootstrap 100 -o out.csv");
    ASSERT_TRUE(call);
    ASSERT_EQ(call->size(), 3u);
    EXPECT_EQ((*call)[0].values, (std::vector<std::string>{"a.csv", "b.csv"}));
    EXPECT_EQ((*call)[1].parameter->name, "bootstrap");
    EXPECT_EQ((*call)[2].parameter->name, "output");
    EXPECT_EQ(call_of_example(named(functions, "align", "shares"), "tarazy align similarity --votes a"), std::nullopt);
    std::size_t examples = 0, calls = 0;
    for (const CallFunction& function : functions) {
        for (const Example& example : function.examples) {
            ++examples;
            calls += call_of_example(function, example.command) ? 1 : 0;
        }
    }
    EXPECT_GE(calls * 10, examples * 9);
}

}  // namespace
}  // namespace call_function_test
