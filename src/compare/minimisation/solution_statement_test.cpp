#include "compare/minimisation/solution_statement.hpp"

#include "base/error.hpp"
#include "compare/sets/expression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace solution_statement_test {

const PropertySpace letters({{"A"}, {"B"}, {"Ә"}});

AllModels models_of(const std::vector<std::string>& texts) {
    AllModels all;
    for (const std::string& text : texts) {
        all.models.push_back(parse_expression(text, letters));
        std::ranges::sort(all.models.back());
    }
    std::ranges::sort(all.models);
    return all;
}

bool is_true(const std::string& statement, const std::vector<std::string>& models,
             const std::vector<std::string>& before = {}) {
    return holds(parse_statement(statement, letters), models_of(models), models_of(before));
}

TEST(SolutionStatement, SpeaksOfTermsAndModels) {
    const std::vector<std::string> two = {"A*~B + Ә", "Ә + A*B"}, one = {"B*Ә + A"};
    EXPECT_TRUE(is_true("A*~B is a term of some model", two));
    EXPECT_FALSE(is_true("A*~B is a term of every model", two));
    EXPECT_TRUE(is_true("Ә is a term of every model", two));
    EXPECT_FALSE(is_true("A is a term of some model", two));
    EXPECT_TRUE(is_true("term contains A in every model", two));
    EXPECT_TRUE(is_true("some  term contains B in some model", two));
    EXPECT_FALSE(is_true("term contains B in every model", two));
    EXPECT_FALSE(is_true("every term contains Ә in some model", two));
    EXPECT_TRUE(is_true("every term contains Ә in every model", {"Ә*A + Ә*B"}));
    EXPECT_TRUE(is_true("A*B + Ә is a model", two));
    EXPECT_FALSE(is_true("A*B + Ә is the only model", two));
    EXPECT_TRUE(is_true("A + B*Ә is the only model", one));
    EXPECT_TRUE(is_true("there is one model", one));
    EXPECT_FALSE(is_true("there is one model", two));
    EXPECT_TRUE(is_true("models stay", two, {"A*B + Ә", "A*~B + Ә"}));
    EXPECT_FALSE(is_true("models stay", two, one));
}

TEST(SolutionStatement, SpeaksOfTheTermsOverACase) {
    const std::vector<std::string> names = {"KAZ", "Beta, Ltd.", "X contains A"};
    const std::vector<std::string> two = {"A*~B + Ә", "Ә*B + A"};
    const Literals here = parse_expression("A*~B*~Ә", letters).front(), there = parse_expression("~A*B*Ә", letters)[0];
    const auto is_true_at = [&](const std::string& text, const std::optional<Literals>& over) {
        const SolutionStatement statement = parse_statement(text, letters, names);
        EXPECT_TRUE(statement.over);
        return holds(statement, models_of(two), models_of(two), over);
    };
    EXPECT_TRUE(is_true_at("term over KAZ contains A in every model", here));
    EXPECT_FALSE(is_true_at("term over KAZ contains ~B in every model", here));
    EXPECT_TRUE(is_true_at("term over  KAZ contains ~B in some model", here));
    EXPECT_FALSE(is_true_at("term over KAZ contains Ә in some model", here)) << "the term with it is not over the case";
    EXPECT_TRUE(is_true_at("parsimonious: term over Beta, Ltd. contains Ә in every model", there));
    EXPECT_TRUE(is_true_at("some term over X contains A contains Ә in some model", there));
    EXPECT_FALSE(is_true_at("every term over KAZ contains ~A in every model", parse_expression("~A*~B*~Ә", letters)[0]))
        << "no term is over it";
    EXPECT_FALSE(is_true_at("every term over KAZ contains A in every model", std::nullopt));
    const Literals both = parse_expression("A*B*Ә", letters).front();
    EXPECT_TRUE(is_true_at("some term over KAZ contains Ә in every model", both));
    EXPECT_FALSE(is_true_at("every term over KAZ contains Ә in every model", both));
    EXPECT_TRUE(is_true_at("every term over KAZ contains Ә in some model", both));
}

TEST(SolutionStatement, ACaseMustBeOneOfTheComparison) {
    const std::vector<std::string> names = {"KAZ"};
    for (const auto& [text, complaint] : {std::pair("term over KAS contains A in every model", "'KAS' is no case"),
                                          {"term over KAZ holds A in every model", "is not understood"},
                                          {"term over KAZ contains A + B in every model", "is not one term"}}) {
        try {
            (void)parse_statement(text, letters, names);
            ADD_FAILURE() << text;
        } catch (const UsageError& error) {
            EXPECT_NE(std::string(error.what()).find(complaint), std::string::npos) << error.what();
        }
    }
}

TEST(SolutionStatement, ACaseHasTheLiteralsAboveOneHalf) {
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"C", 3, true}, {"D", 2, false, true}});
    cases.membership = {{0.67, 0.33}, {0.5, 1}, {2, 0}, {std::nan(""), 0}};
    cases.outcome = {1, 0.5};
    EXPECT_EQ(literals_of_case(cases, 0), parse_expression("A{1}*C{2}", cases.space).front());
    EXPECT_EQ(literals_of_case(cases, 1), std::nullopt);
}

TEST(SolutionStatement, WithoutAModelNothingHoldsOfIt) {
    for (const char* statement : {"A is a term of every model", "term contains A in every model", "there is a model",
                                  "there is one model", "A is a model"}) {
        EXPECT_FALSE(is_true(statement, {})) << statement;
    }
    EXPECT_TRUE(is_true("models stay", {}, {}));
}

TEST(SolutionStatement, SpeaksOfNecessityAndSufficiency) {
    Cases cases;
    cases.space = letters;
    cases.names = {"p", "q", "r", "s"};
    cases.membership = {{1, 1, 0.5, 0}, {1, 0, 0, 0}, {0, 0, 1, 1}};
    cases.outcome = {1, 1, 0.5, 0.5};
    // A: S min = 2.5 of S y = 3
    EXPECT_TRUE(holds(parse_statement("A is necessary at 0.83", letters), cases));
    EXPECT_FALSE(holds(parse_statement("A is necessary", letters), cases));
    EXPECT_TRUE(holds(parse_statement("A + Ә is necessary", letters), cases));
    EXPECT_TRUE(holds(parse_statement("A is sufficient at 1", letters), cases));
    EXPECT_FALSE(holds(parse_statement("Ә is sufficient", letters), cases));
    EXPECT_FALSE(holds(parse_statement("A*~A is sufficient at 0", letters), cases));
}

TEST(SolutionStatement, MayNameItsSolutionType) {
    EXPECT_EQ(parse_statement("parsimonious: A is a model", letters).solution, SolutionKind::parsimonious);
    EXPECT_EQ(parse_statement("A is a model", letters).solution, std::nullopt);
}

TEST(SolutionStatement, ThatIsNotUnderstoodShowsWhatCanBeSaid) {
    for (const char* text :
         {"", "A", "A is good", "A is necessary for all", "A is necessary at 2", "Z is a model",
          "A + B is a term of some model", "some term contains A in models", "conservative: A is necessary"}) {
        EXPECT_THROW((void)parse_statement(text, letters), UsageError) << text;
    }
    try {
        (void)parse_statement("A matters", letters);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("'A*~B is a term of some model'"), std::string::npos);
    }
}

}  // namespace solution_statement_test
}  // namespace tarazy
