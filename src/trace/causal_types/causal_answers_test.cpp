#include "trace/causal_types/causal_answers.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace causal_answers_test {

struct Asked {
    CausalModel model;
    TypeWeights prior;
    CausalData data;
    std::vector<CompiledQuery> queries;
};

Asked ask(const std::string& model, std::vector<CausalPattern> patterns, const std::vector<std::string>& queries) {
    Asked asked;
    asked.model = parse_causal_model(model);
    for (const CausalTypeSet& set : asked.model.sets) asked.prior.emplace_back(set.types, 1.0);
    asked.data.patterns = std::move(patterns);
    for (const std::string& query : queries)
        asked.queries.emplace_back(asked.model, parse_causal_query(query, "", asked.model.names()));
    return asked;
}

CausalAnswers answers(const Asked& asked, const CausalPosteriorOptions& options) {
    return posterior_answers(asked.model, asked.prior, asked.data, asked.queries, options);
}

TEST(CausalAnswers, AnExperimentOfTwoKnownSharesIsABeta) {
    // X -> Y, all observed: P(Y[X=1]=1) is not identified beyond its share among X=1; with flat weights on four types
    // the share of Y.01 or Y.11 has mean (2 + y1)/(4 + n) for n cases with X = 1 alone.
    const Asked asked = ask("X -> Y", {{{1, 1}, 7}, {{1, 0}, 2}}, {"Y[X=1]==1", "X==1"});
    const CausalAnswers exact = answers(asked, {});
    EXPECT_TRUE(exact.exact);
    EXPECT_NEAR(*exact.answers[0].value, 9.0 / 13, 1e-12);
    EXPECT_EQ(exact.answers[0].mcse, 0.0);
    EXPECT_NEAR(*exact.answers[1].value, 10.0 / 11, 1e-12);
    EXPECT_NEAR(*exact.answers[0].sd, std::sqrt(9.0 * 4 / (13.0 * 13 * 14)), 0.005);
}

TEST(CausalAnswers, GibbsAgreesWithTheExactMixtureWithinItsError) {
    const Asked asked =
        ask("X -> M -> Y", {{{1, -1, 1}, 4}, {{0, 0, 0}, 3}, {{1, 1, 1}, 2}, {{0, -1, 0}, 2}, {{-1, 1, 1}, 1}},
            {"Y[X=1] > Y[X=0]", "Y[X=1] > Y[X=0] :|: X==1 & Y==1", "M[X=1] :|: Y==1 & X==1"});
    CausalPosteriorOptions gibbs;
    gibbs.exact_cases = 0;
    gibbs.draws = 2000;
    gibbs.warm_up = 100;
    const CausalAnswers exact = answers(asked, {}), sampled = answers(asked, gibbs);
    EXPECT_TRUE(exact.exact);
    EXPECT_FALSE(sampled.exact);
    for (std::size_t q = 0; q < 3; ++q) {
        ASSERT_GT(*sampled.answers[q].next_case_mcse, 0);
        EXPECT_LT(*sampled.answers[q].next_case_mcse, 0.02);
        EXPECT_NEAR(*sampled.answers[q].next_case, *exact.answers[q].next_case, 5 * *sampled.answers[q].next_case_mcse)
            << q;
        EXPECT_NEAR(*sampled.answers[q].value, *exact.answers[q].value,
                    5 * (*sampled.answers[q].mcse + *exact.answers[q].mcse))
            << q;
        EXPECT_NEAR(*sampled.answers[q].q95, *exact.answers[q].q95, 0.05) << q;
        EXPECT_LT(*sampled.answers[q].rhat, 1.05);
    }
}

TEST(CausalAnswers, ManyCasesPinDownWhatIsIdentified) {
    const Asked asked = ask("X -> Y", {{{1, 1}, 80}, {{1, 0}, 20}, {{0, 1}, 20}, {{0, 0}, 80}}, {"Y[X=1] - Y[X=0]"});
    CausalPosteriorOptions few;
    few.draws = 800;
    const CausalAnswers sampled = answers(asked, few);
    EXPECT_FALSE(sampled.exact);
    EXPECT_NEAR(*sampled.answers[0].value, 0.6, 0.06);
    EXPECT_LT(*sampled.answers[0].sd, 0.1);
}

TEST(CausalAnswers, TheSameSeedGivesTheSameNumbersAtAnyThreadsAndOrderOfCases) {
    Asked asked = ask("X -> M -> Y", {{{1, -1, 1}, 20}, {{0, 0, 0}, 9}, {{1, 0, 1}, 4}}, {"Y[X=1] > Y[X=0]"});
    CausalPosteriorOptions options;
    options.draws = 400;
    options.threads = 1;
    const CausalAnswers one = answers(asked, options);
    options.threads = 2;
    std::swap(asked.data.patterns[0], asked.data.patterns[2]);
    const CausalAnswers two = answers(asked, options);
    EXPECT_EQ(one.answers[0].value, two.answers[0].value);
    EXPECT_EQ(one.answers[0].next_case, two.answers[0].next_case);
    EXPECT_EQ(one.answers[0].q05, two.answers[0].q05);
}

TEST(CausalAnswers, WithoutDataThePriorAnswers) {
    const Asked asked = ask("X -> Y", {}, {"Y[X=1] > Y[X=0]", "Y :|: X==1 & X==0"});
    const CausalAnswers prior = answers(asked, {});
    EXPECT_NEAR(*prior.answers[0].value, 0.25, 1e-12);
    EXPECT_FALSE(prior.answers[1].value);
    EXPECT_FALSE(prior.answers[1].next_case);
    EXPECT_EQ(prior.answers[1].draws, 0u);
}

TEST(CausalAnswers, EndWhenAStopIsAsked) {
    const Asked asked = ask("X -> Y", {{{1, 1}, 30}}, {"Y[X=1] > Y[X=0]"});
    expect_stoppable([&](const Work& work) {
        CausalPosteriorOptions options;
        options.work = work;
        options.draws = 2000;
        options.threads = 1;
        (void)answers(asked, options);
    });
}

}  // namespace causal_answers_test
}  // namespace tarazy
