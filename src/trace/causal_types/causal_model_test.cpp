#include "trace/causal_types/causal_model.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_model_test {

std::string refusal(const std::string& text) {
    try {
        (void)parse_causal_model(text, {"m.toml", 1, 9, "", ""});
    } catch (const InputError& error) {
        return error.what();
    }
    return "read";
}

TEST(CausalModel, TypesStandInTheOrderOfTheirDigits) {
    const CausalModel model = parse_causal_model("X -> M -> Y; X -> Y");
    EXPECT_EQ(model.names(), (std::vector<std::string>{"X", "M", "Y"}));
    EXPECT_EQ(model.causal_types(), 128);
    EXPECT_EQ(model.type_name(0, 1), "X.1");
    EXPECT_EQ(model.type_name(1, 1), "M.10");
    EXPECT_EQ(model.type_name(2, 2), "Y.0100");
    EXPECT_EQ(model.type_name(2, 15), "Y.1111");
}

TEST(CausalModel, ArrowsMayBeWrittenEitherWayAndNamesSortWhatIsFree) {
    EXPECT_EQ(parse_causal_model("X->Y<-M").names(), (std::vector<std::string>{"M", "X", "Y"}));
    EXPECT_EQ(parse_causal_model("Y <- X\nдоговор -> Y, Y -> Z").names(),
              (std::vector<std::string>{"X", "договор", "Y", "Z"}));
    EXPECT_EQ(parse_causal_model("A; B").causal_types(), 4);
}

TEST(CausalModel, ConfoundedNodesShareASetOfJointTypes) {
    const CausalModel model = parse_causal_model("X -> Y; X <-> Y; Y -> Z; Z <-> W; Y <-> W");
    ASSERT_EQ(model.sets.size(), 1u) << "what is confounded with the confounded is so, too";
    EXPECT_EQ(model.sets[0].types, 2u * 2u * 4u * 4u);
    const CausalModel two = parse_causal_model("X -> Y; X <-> Y");
    EXPECT_EQ(two.type_name(0, 3), "X.1,Y.10");
    EXPECT_EQ(two.type_of(1, 5), 2u);
}

TEST(CausalModel, FaultsAreNamed) {
    EXPECT_EQ(refusal("X -> Y; Y -> Z; Z -> X; A -> X"),
              "m.toml:1:9: the arrows run in a circle among X, Y, Z; a cause comes before its effect: take one of the "
              "arrows out");
    EXPECT_NE(refusal("X -> X").find("from X to itself"), std::string::npos);
    EXPECT_NE(refusal("X - Y").find("has no arrow after X"), std::string::npos) << refusal("X - Y");
    EXPECT_NE(refusal("X -> ").find("where a node should stand"), std::string::npos);
    EXPECT_NE(refusal("1X -> Y").find("where a node should stand"), std::string::npos);
    EXPECT_NE(refusal("").find("the model has no node"), std::string::npos);
}

TEST(CausalModel, TooManyTypesAreALimit) {
    EXPECT_NO_THROW((void)parse_causal_model("A->Y; B->Y; C->Y; D->Y"));
    EXPECT_THROW((void)parse_causal_model("A->Y; B->Y; C->Y; D->Y; E->Y"), LimitError);
    EXPECT_THROW((void)parse_causal_model("A->Y; B->Y; C->Y", {}, 200), LimitError);
    EXPECT_THROW((void)parse_causal_model("A->Y; B->Y; C->Y; A<->Y; B<->Y; C->Z; A->Z; B->Z; Z<->A; D<->A; D->Y"),
                 LimitError);
}

TEST(CausalModel, RestrictionsLeaveTypesOut) {
    CausalModel model = parse_causal_model("X -> Y; M -> Y");
    restrict_types(model, "Y[X=1] < Y[X=0]");
    // Monotone in X at both values of M: 3 x 3 types.
    EXPECT_EQ(model.nodes[2].types.size(), 9u);
    restrict_types(model, "Y[M=1] < Y[M=0]");
    EXPECT_EQ(model.nodes[2].types.size(), 6u) << "monotone functions of two arguments (Dedekind)";
    restrict_types(model, "Y.0000");
    EXPECT_EQ(model.sets[model.nodes[2].set].types, 5u);
    EXPECT_THROW(restrict_types(model, "Y.0000"), InputError) << "it is gone";
    EXPECT_THROW(restrict_types(model, "Y[X=1] < M"), InputError);
    EXPECT_THROW(restrict_types(model, "Y > 5 | Y <= 5"), InputError) << "nothing is left";
    EXPECT_THROW(restrict_types(model, "X[Y=1] == 1"), InputError);
}

}  // namespace causal_model_test
}  // namespace tarazy
