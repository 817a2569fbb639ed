#include "simulate/scenario/read_inputs.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace read_inputs_test {

InputSpace read(const std::string& text, std::vector<std::string>* problems = nullptr) {
    Diagnostics diagnostics;
    InputSpace space = inputs_of_document(parse_toml(text, "s.toml"), "s.toml", diagnostics);
    if (problems != nullptr)
        for (const Problem& problem : diagnostics.problems()) problems->push_back(to_string(problem));
    else
        EXPECT_TRUE(diagnostics.empty());
    return space;
}

TEST(ReadInputs, EveryDistributionHasItsKeys) {
    const InputSpace space = read(
        "[[input]]\nname='a'\nlower=0\nupper=2\nunit='years'\nsource='two coders'\n"
        "[[input]]\nname='b'\ndistribution='triangular'\nlower=0\nmode=1\nupper=2\n"
        "[[input]]\nname='c'\ndistribution='pert'\nlower=0\nmode=1\nupper=2\nshape=3\n"
        "[[input]]\nname='d'\ndistribution='normal'\nmean=5\nsd=2\nlower=0\n"
        "[[input]]\nname='e'\ndistribution='lognormal'\nmean=0\nsd=1\n"
        "[[input]]\nname='f'\ndistribution='beta'\nalpha=2\nbeta=3\n"
        "[[input]]\nname='g'\ndistribution='discrete'\nvalues=[1,2,3]\n"
        "[[correlation]]\nbetween=['e','a']\nvalue=0.5\n");
    ASSERT_EQ(space.inputs.size(), 7u);
    EXPECT_EQ(space.inputs[0].unit, "years");
    EXPECT_EQ(space.inputs[0].source, "two coders");
    EXPECT_EQ(space.inputs[2].distribution.shape, 3);
    EXPECT_FALSE(is_bounded(space.inputs[3].distribution));
    EXPECT_EQ(space.inputs[5].distribution.upper, 1);
    EXPECT_EQ(space.inputs[6].distribution.weights, (std::vector<double>{1, 1, 1}));
    ASSERT_EQ(space.correlations.size(), 1u);
    EXPECT_EQ(space.correlations[0].first, 0u);
    EXPECT_EQ(space.correlations[0].second, 4u);
}

TEST(ReadInputs, AllFaultsOfAFileAreToldAtOnce) {
    std::vector<std::string> problems;
    (void)read(
        "[[input]]\nname='a'\nlower=2\nupper=1\n"
        "[[input]]\nname='a'\nlower=0\nuper=1\n"
        "[[input]]\nname='1b'\ndistribution='normall'\n"
        "[[input]]\nname='run'\nlower=0\nupper='x'\n"
        "[[correlation]]\nbetween=['a','q']\nvalue=1\n",
        &problems);
    const std::vector<std::string> expected = {
        "s.toml:1:1: input 'a': lower is 2 and not below upper, 1; correct the numbers of its uniform distribution",
        "s.toml:6:1: input 2: the input 'a' stands twice; give each its own name",
        "s.toml:8:1: input 'a': unknown key 'uper'; did you mean 'upper'?",
        "s.toml:5:1: input 'a': the key 'upper' is lacking; give a number",
        "s.toml:10:1: input 3: '1b' is no name; use letters, digits and _, and begin with a letter; it becomes a "
        "column and "
        "stands in formulas",
        "s.toml:11:1: input '1b': unknown distribution 'normall'; did you mean 'normal'?",
        "s.toml:13:1: input 4: the name 'run' is taken by a column of designs; choose another",
        "s.toml:15:1: input 'run': upper is a text; give a number",
        "s.toml:18:1: correlation: value is 1; give a number between -1 and 1",
        "s.toml:17:1: correlation: there is no input 'q'; did you mean 'a'?"};
    EXPECT_EQ(problems, expected);
    problems.clear();
    (void)read("title = 'x'\n", &problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_NE(problems[0].find("names no uncertain input"), std::string::npos);
}

TEST(ReadInputs, ATableOfRanges) {
    const InputSpace space = inputs_of_table(read_csv(
        "name,lower,upper,distribution,mode,values\na,0,1,,,\nb,0,4,pert,1,\nc,,,discrete,,1; 2; 5\n", "p.csv"));
    ASSERT_EQ(space.inputs.size(), 3u);
    EXPECT_EQ(space.inputs[0].distribution.kind, DistributionKind::uniform);
    EXPECT_EQ(space.inputs[1].distribution.mode, 1);
    EXPECT_EQ(space.inputs[2].distribution.values, (std::vector<double>{1, 2, 5}));
    try {
        (void)inputs_of_table(read_csv("name,lower,upper\na,0,\nb,3,2\n", "p.csv"));
        FAIL();
    } catch (const InputError& error) {
        const std::string message = error.what();
        EXPECT_NE(message.find("p.csv:2:1: input 'a': the key 'upper' is lacking"), std::string::npos) << message;
        EXPECT_NE(message.find("p.csv:3:1: input 'b': lower is 3 and not below upper, 2"), std::string::npos)
            << message;
    }
    try {
        (void)inputs_of_table(read_csv("name,lower,upper\na,0,1\nb,1,many\nc,nan,1\n", "p.csv"));
        FAIL();
    } catch (const InputError& error) {
        const std::string message = error.what();
        EXPECT_NE(message.find("p.csv:3:3: input 'b': upper is a text; give a number"), std::string::npos) << message;
        EXPECT_NE(message.find("p.csv:4:2: input 'c': lower is"), std::string::npos) << message;
        EXPECT_EQ(message.find("'a'"), std::string::npos) << message;
    }
}

}  // namespace read_inputs_test
}  // namespace tarazy
