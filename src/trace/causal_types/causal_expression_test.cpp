#include "trace/causal_types/causal_expression.hpp"

#include "base/random.hpp"
#include "trace/causal_types/causal_expression_fault_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_expression_test {

const std::vector<std::string> nodes = {"X", "M", "Y", "ядро"};

double value_at(const std::string& text, const std::vector<unsigned char>& outcomes) {
    return value_of_expression(parse_causal_query(text, "", nodes).value, outcomes);
}

std::string refusal(const std::string& text, const std::string& given = "") {
    try {
        (void)parse_causal_query(text, given, nodes, {"m.toml", 3, 5, "", ""});
    } catch (const InputError& error) {
        return error.what();
    }
    return "read";
}

TEST(CausalExpression, OutcomesAreReadOnceAndNestedOnesFirst) {
    const CausalQuery query = parse_causal_query("Y[M=M[X=0], X=1] - Y[X=1,M=M[X=0]] + Y", "X==1 & Y==1", nodes);
    ASSERT_EQ(query.outcomes.size(), 4u);
    EXPECT_EQ(query.outcomes[0].node, 1u);
    EXPECT_EQ(query.outcomes[1].set[0].node, 0u);
    EXPECT_EQ(query.outcomes[1].set[1].outcome, 0u);
    EXPECT_TRUE(query.given);
    EXPECT_EQ(parse_causal_query("ядро[X=1]", "-", nodes).outcomes[0].node, 3u);
    EXPECT_FALSE(parse_causal_query("Y", "ALL", nodes).given);
    EXPECT_EQ(parse_causal_query("Y[X=1] :|: X==1", "", nodes).given_text, "X==1");
}

TEST(CausalExpression, OperatorsBindAsInR) {
    EXPECT_EQ(value_at("X + M * Y == 3", {1, 1, 1}), 0);
    EXPECT_EQ(value_at("X - M - Y", {1, 1, 1}), -1);
    EXPECT_EQ(value_at("X - (M - Y)", {1, 1, 1}), 1);
    EXPECT_EQ(value_at("!X == 1", {0, 1, 1}), 1) << "not (X == 1)";
    EXPECT_EQ(value_at("X | M & Y", {1, 0, 0}), 1);
    EXPECT_EQ(value_at("(X | M) & Y", {1, 0, 0}), 0);
    EXPECT_EQ(value_at("X != M", {1, 0}), 1);
    EXPECT_EQ(value_at("X=1 && M<=0 || Y>=2", {1, 0, 0}), 1);
    EXPECT_EQ(value_at("-X < 0.5 * 2", {1}), 1);
    EXPECT_EQ(value_at("X[M=1] > X[M=0]", {1, 0}), 1);
}

TEST(CausalExpression, FaultsSayTheirCharacter) {
    EXPECT_EQ(refusal("Y[X=1] >"),
              "m.toml:3:5: in 'Y[X=1] >', at character 9: a value is lacking; write a node, a number or a bracket");
    EXPECT_EQ(
        refusal("treaty == 1"),
        "m.toml:3:5: in 'treaty == 1', at character 1: 'treaty' is no node of the model; choose one of: X, M, Y, ядро");
    EXPECT_NE(refusal("ядро Y").find("at character 6: there is more than can be read"), std::string::npos);
    EXPECT_NE(refusal("Y[X=2]").find("a node is set to 2"), std::string::npos);
    EXPECT_NE(refusal("Y[X=1, X=0]").find("'X' is set twice"), std::string::npos);
    EXPECT_NE(refusal("Y[X=1").find("a ']' is lacking"), std::string::npos);
    EXPECT_NE(refusal("(Y").find("a ')' is lacking"), std::string::npos);
    EXPECT_NE(refusal("").find("a value is lacking"), std::string::npos);
    EXPECT_NE(refusal("Y :|: X", "X").find("stands in the query and beside it"), std::string::npos);
    EXPECT_NE(refusal(std::string(200, '(')).find("nested too deep"), std::string::npos);
    EXPECT_NE(refusal(std::string(200, '!')).find("nested too deep"), std::string::npos);
    EXPECT_NE(refusal(std::string(20000, '1')).find("too long"), std::string::npos);
}

TEST(CausalExpression, LongChainsAreNoDeeperThanTheirBrackets) {
    std::string sum = "X";
    for (int i = 0; i < 2000; ++i) sum += "+X";
    EXPECT_EQ(value_at(sum, {1}), 2001);
}

TEST(CausalExpression, AnyTextIsReadOrRefusedWithAWord) {
    const std::string signs = "XMY[]()=!<>&|+-*01 ,.:|:q";
    Random random(5, "texts of queries", 0);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t length = random.below(14); length > 0; --length) text += signs[random.below(signs.size())];
        EXPECT_EQ(causal_query_fault(text), std::nullopt) << text;
    }
}

}  // namespace causal_expression_test
}  // namespace tarazy
