#include "compare/sets/expression.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace expression_test {

TEST(Expression, SumsOfProductsAreRead) {
    const PropertySpace space({{"A", 2, false, false}, {"B", 3, true, false}});
    const auto texts_of = [&](std::string_view text) { return model_text(space, parse_expression(text, space)); };
    EXPECT_EQ(texts_of(" A * B{2}+~A "), "A{1}*B{2} + A{0}");
    EXPECT_EQ(texts_of("~B{1}"), "B{0} + B{2}");
    EXPECT_EQ(texts_of("A*~A"), "0");
}

TEST(Expression, BracketsAreMultipliedOut) {
    const PropertySpace crisp({{"A"}, {"B"}, {"C"}, {"GDP (2015)"}});
    const auto texts_of = [&](std::string_view text) { return model_text(crisp, parse_expression(text, crisp)); };
    EXPECT_EQ(texts_of("A*(B + ~C)"), "A*B + A*~C");
    EXPECT_EQ(texts_of("~(A*B)"), "~A + ~B");
    EXPECT_EQ(texts_of("~(A + B*~C)"), "~A*~B + ~A*C");
    EXPECT_EQ(texts_of("(A + B)*(A + C)"), "A + B*C");
    EXPECT_EQ(texts_of("((A))"), "A");
    EXPECT_EQ(texts_of("~~A"), "A");
    EXPECT_EQ(texts_of("~(A*~A)"), "~A + A");
    EXPECT_EQ(texts_of("~(A + ~A)"), "0");
    EXPECT_EQ(texts_of("~(A*A*~B)"), "~A + B");
    EXPECT_EQ(texts_of("A + A*B"), "A + A*B") << "a plain sum stays as it was written";
    EXPECT_EQ(texts_of("~GDP (2015)*(A + B)"), "A*~GDP (2015) + B*~GDP (2015)");
    EXPECT_EQ(texts_of("A[1]*B[0]"), "A*~B");
}

TEST(Expression, LevelsTogetherMeanEither) {
    const PropertySpace space({{"A"}, {"FED", 3, true}});
    const auto texts_of = [&](std::string_view text) { return model_text(space, parse_expression(text, space)); };
    EXPECT_EQ(texts_of("FED{1,2}"), "FED{1} + FED{2}");
    EXPECT_EQ(texts_of("~FED[1, 2]"), "FED{0}");
    EXPECT_EQ(texts_of("A*FED{0,2}"), "A{1}*FED{0} + A{1}*FED{2}");
    EXPECT_EQ(texts_of("FED{1,2}*FED{0,1}"), "FED{1}");
    EXPECT_EQ(expression_list("A*B, FED{1,2} ,, ~(A,B)"), (std::vector<std::string>{"A*B", "FED{1,2}", "~(A,B)"}));
    EXPECT_EQ(names_in_expression("A*(FED{1,2} + ~A) + Одақ [0]"), (std::vector<std::string>{"A", "FED", "Одақ"}));
}

/// A random expression beside what it says of a configuration.
struct RandomExpression {
    std::string text;
    bool holds = false;
};
RandomExpression random_expression(Random& random, const PropertySpace& space, const std::vector<int>& levels,
                                   int depth) {
    const auto choice = depth == 0 ? 0 : random.below(5);
    if (choice < 2) {
        const auto c = static_cast<std::size_t>(random.below(space.size()));
        const auto level = static_cast<int>(random.below(space.conditions[c].levels));
        return {space.conditions[c].name + '{' + std::to_string(level) + '}', levels[c] == level};
    }
    const RandomExpression a = random_expression(random, space, levels, depth - 1);
    if (choice == 2) return {"~(" + a.text + ")", !a.holds};
    const RandomExpression b = random_expression(random, space, levels, depth - 1);
    if (choice == 3) return {"(" + a.text + " + " + b.text + ")", a.holds || b.holds};
    return {"(" + a.text + ")*(" + b.text + ")", a.holds && b.holds};
}

TEST(Expression, MultipliedOutItSaysTheSameOfEveryConfiguration) {
    const PropertySpace space({{"A"}, {"B", 3, true}, {"C"}, {"D"}});
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        for (int a = 0; a < 24; ++a) {
            const std::vector<int> levels = {a % 2, a / 2 % 3, a / 6 % 2, a / 12 % 2};
            Random random(seed, "expressions", 0);  // the same expression for each configuration
            const RandomExpression one = random_expression(random, space, levels, 4);
            Literals configuration;
            for (std::size_t c = 0; c < levels.size(); ++c)
                configuration = configuration | space.literal(c, static_cast<unsigned>(levels[c]));
            const std::vector<Literals> terms = parse_expression(one.text, space);
            const bool holds = std::ranges::any_of(terms, [&](Literals term) { return term.covers(configuration); });
            ASSERT_EQ(holds, one.holds) << one.text;
        }
    }
}

TEST(Expression, BracketsHaveALimit) {
    std::vector<Condition> conditions;
    std::string text;
    for (int c = 0; c < 24; c += 2) {
        conditions.push_back({"A" + std::to_string(c)});
        conditions.push_back({"A" + std::to_string(c + 1)});
        text +=
            (text.empty() ? "(" : "*(") + conditions[conditions.size() - 2].name + " + " + conditions.back().name + ")";
    }
    const PropertySpace space(std::move(conditions));
    EXPECT_THROW((void)parse_expression(text, space), LimitError);
    EXPECT_EQ(parse_expression("~(" + text + ")", space).size(), 12u);
    EXPECT_THROW((void)parse_expression(std::string(100'000, '~') + "A0", space), UsageError);
    EXPECT_THROW((void)parse_expression(std::string(100'000, '('), space), UsageError);
}

TEST(Expression, ErrorsShowThePlaceInCharacters) {
    const PropertySpace space({{"Одақ", 2, false, false}, {"B", 3, true, false}});
    const auto fails = [&](std::string_view text, const std::string& part) {
        try {
            static_cast<void>(parse_expression(text, space));
            ADD_FAILURE() << text;
        } catch (const UsageError& error) {
            EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
        }
    };
    fails("Одақ*Одак", "character 6: there is no condition 'Одак'; did you mean 'Одақ'?");
    fails("Одақ +", "character 7: expected the name of a condition");
    fails("B", "write B{1}");
    fails("B{3}", "character 3: 'B' has the values 0 to 2");
    fails("B{1", "write the values of 'B' as whole numbers: B{1}");
    fails("B{1}}", "character 5: expected '+' or '*'");
    fails("Одақ*(B{1}", "the bracket of character 6 is not closed");
    fails("B{1})", "character 5: this bracket closes none");
    fails("B{1}(Одақ)", "character 5: expected '+' or '*'");
    fails("одақ", "letter case never negates: write 'Одақ', or '~Одақ' for its absence");
    fails("Одақ*B{1} => Y", "leave out '=>' and the outcome");
    fails("Одақ <= Y", "character 6: an expression holds conditions only");
    fails("!Одақ", "negation is written ~");
    fails("1-Одақ", "negation is written ~A");
}

TEST(Expectations, OneConditionCannotHelpBothWays) {
    const PropertySpace space({{"A"}, {"B"}, {"C", 3, true}});
    EXPECT_EQ(parse_expectations({"A", "~B*C{1}", "C{0}", "C{2}"}, space).size(), 4u);
    EXPECT_EQ(parse_expectations({"A*B", "~A*~B"}, space).size(), 2u);  // only together: no contradiction
    try {
        (void)parse_expectations({"A", "B", "~A"}, space);
        ADD_FAILURE() << "A and ~A were both expected";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("expectations of A contradict"), std::string::npos);
    }
}

}  // namespace expression_test
}  // namespace tarazy
