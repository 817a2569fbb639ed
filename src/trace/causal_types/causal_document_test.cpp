#include "trace/causal_types/causal_document.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_document_test {

std::string refusal(const std::string& text, const std::string& path = "m.toml") {
    try {
        (void)read_causal_document(text, path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(CausalDocument, EveryPartIsRead) {
    const CausalStudy study = read_causal_document(R"(
model = "X -> Y; Z -> Y"
restrict = ["Y[X=1] < Y[X=0]"]
prior = "jeffreys"
[parameters]
X = [0.3, 0.7]
"Y.0000" = 0.5
"Y.1111" = 0.5
[[data]]
X = 1
Y = 1
cases = 3
[[query]]
query = "Y[X=1] > Y[X=0]"
given = "X==1"
)",
                                                   "m.toml");
    EXPECT_EQ(study.model.nodes[2].types.size(), 9u);
    EXPECT_EQ(study.parameters[0], (std::vector<double>{0.3, 0.7}));
    EXPECT_EQ(study.parameters[2].front(), 0.5);
    EXPECT_EQ(study.prior[1], (std::vector<double>{0.5, 0.5}));
    ASSERT_EQ(study.notes.size(), 1u);
    EXPECT_NE(study.notes[0].find("no shares are given for Z"), std::string::npos) << study.notes[0];
    EXPECT_EQ(study.data.patterns[0].values, (std::vector<signed char>{1, -1, 1}));
    EXPECT_EQ(study.data.cases(), 3u);
    EXPECT_EQ(study.queries[0].given, "X==1");
    EXPECT_EQ(study.queries[0].place.line, 13u);
}

TEST(CausalDocument, OtherFormsOfTheSame) {
    const CausalStudy a = read_causal_document(
        R"({"nodes": ["X", "Y"], "edges": [["X", "Y"], "X <-> Y"], "queries": ["Y[X=1]==1 :|: X==0"],
            "parameters": {"X,Y": [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.3]}})",
        "m.json");
    EXPECT_EQ(a.model.sets.size(), 1u);
    EXPECT_NEAR(a.parameters[0][7], 0.3, 1e-15);
    const CausalStudy b =
        read_causal_document(R"({"model": "X->Y", "parameters": [0.1, 0.9, 0.4, 0.3, 0.2, 0.1]})", "m.json");
    EXPECT_NEAR(b.parameters[1][3], 0.1, 1e-15);
    const CausalStudy c = read_causal_document(
        R"({"model": "X->Y", "parameters": [{"param_names": "X.0", "param_value": 0.2},
            {"param_names": "X.1", "param_value": 0.8}]})",
        "m.json");
    EXPECT_EQ(c.parameters[0][1], 0.8);
}

TEST(CausalDocument, FaultsPointAtTheirPlace) {
    EXPECT_EQ(refusal("model = 'X -> Y; Y -> X'\n"),
              "m.toml:1:9: the arrows run in a circle among X, Y; a cause comes before its effect: take one of the "
              "arrows out");
    EXPECT_NE(refusal("modl = 'X -> Y'\n").find("'modl' has no meaning here; did you mean 'model'?"),
              std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\nparameters = { X = [0.5, 0.6] }\n").find("of X sum to 1.1"),
              std::string::npos);
    EXPECT_NE(
        refusal("model = 'X -> Y'\nparameters = { Y = [1, 0] }\n").find("this list has 2 numbers, but there are 4"),
        std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\nparameters = { 'Y.2' = 1 }\n").find("neither a node with a list nor a type"),
              std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\nparameters = { 'Y.00' = -1 }\n").find("is no number of at least 0"),
              std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\n[[data]]\nX = 2\n").find("m.toml:3:5: X is neither 0 nor 1"),
              std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\n[[data]]\nZ = 1\n").find("'Z' is no node of the model"), std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\n[[data]]\ncases = 1.5\n").find("no whole number"), std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\nprior = 'flat'\n").find("write uniform, jeffreys"), std::string::npos);
    EXPECT_NE(refusal("model = 'X -> Y'\n[[query]]\ngiven = 'X'\n").find("this asks nothing"), std::string::npos);
    EXPECT_NE(refusal("[1]", "m.json").find("write one model"), std::string::npos);
}

TEST(CausalDocument, CasesComeFromATableAsWell) {
    const CausalModel model = parse_causal_model("X -> M -> Y");
    std::vector<std::string> notes;
    const CausalData data = read_causal_cases(model, read_csv("country,X,Y,cases\nA,1,1,2\nB,0,,1\n", "d.csv"), notes);
    ASSERT_EQ(data.patterns.size(), 2u);
    EXPECT_EQ(data.patterns[0].values, (std::vector<signed char>{1, -1, 1}));
    EXPECT_EQ(data.patterns[0].cases, 2u);
    EXPECT_EQ(data.patterns[1].values, (std::vector<signed char>{0, -1, -1}));
    EXPECT_EQ(notes, std::vector<std::string>{"columns that are no nodes were left out: country"});
    EXPECT_THROW((void)read_causal_cases(model, read_csv("X\n2\n", "d.csv"), notes), InputError);
    EXPECT_THROW((void)read_causal_cases(model, read_csv("Z\n1\n", "d.csv"), notes), InputError);
    EXPECT_THROW((void)read_causal_cases(model, read_csv("X,cases\n1,1.5\n", "d.csv"), notes), InputError);
}

}  // namespace causal_document_test
}  // namespace tarazy
