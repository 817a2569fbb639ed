#include "compare/expression.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(Expression, SumsOfProductsAreRead) {
    const PropertySpace space({{"A", 2, false, false}, {"B", 3, true, false}});
    const auto texts_of = [&](std::string_view text) { return model_text(space, parse_expression(text, space)); };
    EXPECT_EQ(texts_of(" A * B{2}+~A "), "A{1}*B{2} + A{0}");
    EXPECT_EQ(texts_of("~B{1}"), "B{0} + B{2}");
    EXPECT_EQ(texts_of("A*~A"), "0");
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
    fails("B{1", "expected '}'");
    fails("B{1}}", "character 5: expected '+' or '*'");
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

}  // namespace
}  // namespace tarazy
