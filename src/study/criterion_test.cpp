#include "study/criterion.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace criterion_test {

Claim number(double value, std::vector<Quantile> quantiles = {}) {
    Claim claim;
    claim.value = value;
    claim.quantiles = std::move(quantiles);
    return claim;
}

TestResult result_of(const char* comparison, const Claim& claim) {
    return judge(parse_criterion(comparison), claim).result;
}

Problem problem_of(const char* comparison) {
    try {
        (void)parse_criterion(comparison);
    } catch (const InputError& error) {
        return error.problems().front();
    }
    ADD_FAILURE() << "accepted: " << comparison;
    return {};
}

TEST(Criterion, EveryFormOfTheGrammarIsRead) {
    const Criterion sure = parse_criterion("> 0.5 with probability 0.9");
    EXPECT_EQ(sure.relation, Relation::greater);
    EXPECT_DOUBLE_EQ(sure.bound, 0.5);
    EXPECT_DOUBLE_EQ(sure.probability.value(), 0.9);
    const Criterion between = parse_criterion("between -0.1 and 0.1");
    EXPECT_EQ(between.relation, Relation::between);
    EXPECT_DOUBLE_EQ(between.upper, 0.1);
    EXPECT_FALSE(between.probability.has_value());
    EXPECT_EQ(parse_criterion(">=3").relation, Relation::at_least);
    EXPECT_EQ(parse_criterion("<= 3").relation, Relation::at_most);
    EXPECT_EQ(parse_criterion("<3").relation, Relation::less);
    const Criterion median = parse_criterion("above the median of comparison with probability 0.9");
    EXPECT_EQ(median.scale, Scale::standing);
    EXPECT_EQ(median.relation, Relation::greater);
    EXPECT_DOUBLE_EQ(median.bound, 0.5);
    EXPECT_DOUBLE_EQ(median.probability.value(), 0.9);
    const Criterion quantile = parse_criterion("below the 0.25 quantile of comparison");
    EXPECT_EQ(quantile.relation, Relation::less);
    EXPECT_DOUBLE_EQ(quantile.bound, 0.25);
    const Criterion rank = parse_criterion("rank <= 3 of comparison");
    EXPECT_EQ(rank.scale, Scale::rank);
    EXPECT_DOUBLE_EQ(rank.bound, 3);
    EXPECT_NE(problem_of("above the 1.5 quantile of comparison").what.find("not between 0 and 1"), std::string::npos);
    EXPECT_NE(problem_of("rank <= 3").what.find("'of' is missing"), std::string::npos);
    EXPECT_NE(problem_of("above the median").what.find("'of' is missing"), std::string::npos);
    EXPECT_EQ(parse_criterion("= 3").relation, Relation::equal);
}

TEST(Criterion, AMistakeIsNamedWithItsPlace) {
    EXPECT_EQ(problem_of("").column, 1u);
    EXPECT_EQ(problem_of("above 3").column, 7u);
    EXPECT_EQ(problem_of("> much").column, 3u);
    EXPECT_EQ(problem_of("> 0.5 with probabilty 0.9").column, 12u);
    EXPECT_EQ(problem_of("> 0.5 with probability 1.5").column, 24u);
    EXPECT_EQ(problem_of("> 0.5 with probability 0").column, 24u);
    EXPECT_EQ(problem_of("between 3 and 1").column, 15u);
    EXPECT_EQ(problem_of("between 3").column, 10u);
    EXPECT_EQ(problem_of("> 3 4").column, 5u);
    EXPECT_NE(problem_of("= 3 with probability 0.9").remedy.find("between"), std::string::npos);
    EXPECT_NE(problem_of("> inf").what.find("inf"), std::string::npos);
}

TEST(Criterion, WithoutAProbabilityTheValueDecides) {
    EXPECT_EQ(result_of("> 0.5", number(0.6)), TestResult::passed);
    EXPECT_EQ(result_of("> 0.5", number(0.5)), TestResult::failed);
    EXPECT_EQ(result_of(">= 0.5", number(0.5)), TestResult::passed);
    EXPECT_EQ(result_of("<= 21", number(21)), TestResult::passed);
    EXPECT_EQ(result_of("< 21", number(21)), TestResult::failed);
    EXPECT_EQ(result_of("between 1 and 2", number(2)), TestResult::passed);
    EXPECT_EQ(result_of("between 1 and 2", number(2.1)), TestResult::failed);
    EXPECT_EQ(result_of("= 0.3", number(0.1 + 0.2)), TestResult::passed);
}

TEST(Criterion, WithAProbabilityTheQuantilesDecide) {
    const std::vector<Quantile> mostly_positive = {{0.05, -0.01}, {0.1, 0.02}, {0.5, 0.1}, {0.9, 0.2}, {0.95, 0.3}};
    EXPECT_EQ(result_of("> 0 with probability 0.9", number(0.1, mostly_positive)), TestResult::passed);
    EXPECT_EQ(result_of("> 0 with probability 0.95", number(0.1, mostly_positive)), TestResult::undecided);
    EXPECT_EQ(result_of("> 0.25 with probability 0.9", number(0.1, mostly_positive)), TestResult::failed);
    EXPECT_EQ(result_of("< 0 with probability 0.9", number(0.1, mostly_positive)), TestResult::failed);
    EXPECT_EQ(result_of("< 0.25 with probability 0.9", number(0.1, mostly_positive)), TestResult::passed);
    EXPECT_EQ(result_of("between -0.05 and 0.3 with probability 0.9", number(0.1, mostly_positive)),
              TestResult::passed);
    EXPECT_EQ(result_of("between 0.05 and 0.3 with probability 0.9", number(0.1, mostly_positive)),
              TestResult::undecided);
    EXPECT_EQ(result_of("between 0.4 and 0.5 with probability 0.9", number(0.1, mostly_positive)), TestResult::failed);
}

TEST(Criterion, QuantilesThatAreTooFewAreSaidToBeSo) {
    const Claim claim = number(0.1, {{0.05, 0.05}, {0.5, 0.1}, {0.95, 0.2}});
    const Judgement judgement = judge(parse_criterion("between 0 and 1 with probability 0.95"), claim);
    EXPECT_EQ(judgement.result, TestResult::undecided);
    EXPECT_NE(judgement.reason.find("too few"), std::string::npos) << judgement.reason;
    const Claim wide = number(0.1, {{0.025, 0.05}, {0.5, 0.1}, {0.975, 0.2}});
    EXPECT_EQ(result_of("between 0 and 1 with probability 0.95", wide), TestResult::passed);
}

TEST(Criterion, WhyANumberHasNoProbabilityIsSaid) {
    Claim years = number(5);
    years.no_interval = "it counts years, so the probability is part of its definition";
    EXPECT_EQ(judge(parse_criterion("> 3 with probability 0.9"), years).reason,
              "a probability of 0.9 cannot be judged, since the number has no distribution: it counts years, so the "
              "probability is part of its definition");
    EXPECT_EQ(result_of("> 3", years), TestResult::passed);
}

TEST(Criterion, AMissingNumberNeverPasses) {
    Claim unknown;
    EXPECT_EQ(result_of("> 0", unknown), TestResult::undecided);
    EXPECT_FALSE(judge(parse_criterion("> 0"), unknown).reason.empty());
    EXPECT_EQ(result_of("> 0", number(std::numeric_limits<double>::quiet_NaN())), TestResult::undecided);
    EXPECT_EQ(result_of("> 0 with probability 0.9", number(5)), TestResult::undecided);
    Claim statement;
    statement.statement = "supported";
    EXPECT_EQ(judge(parse_criterion("= 1"), statement).reason, "the claim is a statement, not a number: supported");
}

TEST(Criterion, TermsOfEveryModelAreRead) {
    const auto models = [](const std::string& statement) {
        Claim claim;
        claim.value = 2;
        claim.unit = "models";
        claim.statement = statement;
        return claim;
    };
    const Claim both = models("NORM*PACT + ~THREAT; NORM");
    EXPECT_EQ(result_of("term contains NORM in every model", both), TestResult::passed);
    EXPECT_EQ(result_of("term contains NORM*PACT in every model", both), TestResult::failed);
    EXPECT_EQ(result_of("term contains PACT*NORM in some model", both), TestResult::passed);
    EXPECT_EQ(result_of("term contains THREAT in no model", both), TestResult::passed);  // ~THREAT is another literal
    EXPECT_EQ(result_of("term contains ~THREAT in no model", both), TestResult::failed);
    EXPECT_EQ(result_of("term contains NORM*~THREAT in some model", both), TestResult::failed);  // of one term
    EXPECT_EQ(result_of("term contains NORM in every model", models("-; NORM")), TestResult::failed);
    EXPECT_EQ(result_of("term contains ЖАДЫ in every model", models("ЖАДЫ*~ҚАУІП")), TestResult::passed);
    EXPECT_EQ(result_of("term contains NORM in every model", number(1)), TestResult::undecided);
}

TEST(Criterion, ATermComparisonThatGoesWrongIsPointedAt) {
    EXPECT_EQ(problem_of("term holds NORM in every model").column, 6u);
    EXPECT_EQ(problem_of("term contains NORM in each model").column, 23u);
    EXPECT_EQ(problem_of("term contains NORM in every model today").column, 35u);
    EXPECT_EQ(problem_of("term contains").column, 14u);
}

}  // namespace criterion_test
}  // namespace tarazy
