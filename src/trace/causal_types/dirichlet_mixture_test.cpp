#include "trace/causal_types/dirichlet_mixture.hpp"

#include "trace/causal_types/listed_types_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace tarazy {
namespace dirichlet_mixture_test {

using testing_types::for_each_type;
using testing_types::listed_fit;
using testing_types::listed_query;
using testing_types::ListedType;

TypeWeights weights_of(const CausalModel& model, double each) {
    TypeWeights weights;
    for (const CausalTypeSet& set : model.sets) weights.emplace_back(set.types, each);
    return weights;
}

/// The same by listing every assignment of causal types to cases.
struct ByListing {
    double evidence = 0;
    QueryValue next{0, 0};
};
ByListing by_listing(const CausalModel& model, const TypeWeights& prior, const CausalData& data,
                     const CausalQuery& query) {
    std::vector<CausalPattern> cases;
    for (const CausalPattern& one : data.patterns)
        for (std::size_t k = 0; k < one.cases; ++k) cases.push_back(one);
    ByListing all;
    TypeWeights weights = prior;
    const std::function<void(std::size_t, double)> descend = [&](std::size_t at, double p) {
        if (at == cases.size()) {
            const QueryValue next = listed_query(model, mean_shares(weights), query);
            all.evidence += p;
            all.next.given += p * next.given;
            all.next.together += p * next.together;
            return;
        }
        for_each_type(model, [&](const ListedType& type) {
            if (!listed_fit(model, type, cases[at])) return;
            double chance = p;
            const TypeShares mean = mean_shares(weights);
            for (std::size_t set = 0; set < type.size(); ++set) chance *= mean[set][type[set]];
            for (std::size_t set = 0; set < type.size(); ++set) weights[set][type[set]] += 1;
            descend(at + 1, chance);
            for (std::size_t set = 0; set < type.size(); ++set) weights[set][type[set]] -= 1;
        });
    };
    descend(0, 1);
    all.next.given /= all.evidence;
    all.next.together /= all.evidence;
    return all;
}

TEST(DirichletMixture, EqualsTheSumOverAllAssignments) {
    struct Example {
        std::string model, query;
        std::vector<CausalPattern> patterns;
    };
    const std::vector<Example> examples = {
        {"X -> Y", "Y[X=1] > Y[X=0] :|: X==1 & Y==1", {{{1, 1}, 2}, {{0, 0}, 1}, {{0, 1}, 1}}},
        {"X -> Y", "Y[X=1] > Y[X=0]", {{{1, 1}, 1}, {{-1, 1}, 2}, {{0, -1}, 1}}},
        {"X -> M -> Y", "Y[X=1] > Y[X=0] :|: X==1 & Y==1 & M==1", {{{1, -1, 1}, 2}, {{0, 0, 0}, 1}}},
        {"X -> M -> Y", "Y[M=1] > Y[M=0] :|: X==1", {{{-1, 1, 1}, 1}, {{1, -1, 0}, 1}}},
        {"X -> Y; X <-> Y", "Y[X=1] - Y[X=0]", {{{1, 1}, 2}, {{0, 0}, 2}}},
    };
    for (const Example& example : examples) {
        const CausalModel model = parse_causal_model(example.model);
        const CausalQuery query = parse_causal_query(example.query, "", model.names());
        CausalData data;
        data.patterns = example.patterns;
        for (const double each : {1.0, 0.5}) {
            const TypeWeights prior = weights_of(model, each);
            const auto components = type_components(model, data);
            const auto mixture = dirichlet_mixture(components, prior);
            ASSERT_TRUE(mixture);
            const ByListing listed = by_listing(model, prior, data, query);
            const auto next = next_case(model, CompiledQuery(model, query), prior, *mixture);
            ASSERT_TRUE(next);
            EXPECT_NEAR(next->together, listed.next.together, 1e-12) << example.model << example.query;
            EXPECT_NEAR(next->given, listed.next.given, 1e-12) << example.model << example.query;
            EXPECT_NEAR(*log_evidence(components, prior), std::log(listed.evidence), 1e-10) << example.model;
        }
    }
}

TEST(DirichletMixture, WithoutDataThePriorIsLeft) {
    const CausalModel model = parse_causal_model("X -> Y");
    const TypeWeights prior = weights_of(model, 1);
    const auto mixture = dirichlet_mixture({}, prior);
    ASSERT_TRUE(mixture);
    const CompiledQuery query(model, parse_causal_query("Y[X=1] > Y[X=0]", "X==1 & Y==1", model.names()));
    EXPECT_NEAR(*next_case(model, query, prior, *mixture)->value(), 0.5, 1e-14);
}

TEST(DirichletMixture, DrawnCountsHaveTheProbabilitiesOfTheMixture) {
    const CausalModel model = parse_causal_model("X -> Y");
    const TypeWeights prior = weights_of(model, 1);
    CausalData data;
    data.patterns = {{{1, 1}, 1}};
    const auto mixture = dirichlet_mixture(type_components(model, data), prior);
    Random random(1, "mixture test", 0);
    int constant = 0;
    for (int i = 0; i < 20000; ++i) constant += drawn_weights(prior, *mixture, random)[1][3] == 2 ? 1 : 0;
    EXPECT_NEAR(constant / 20000.0, 0.5, 0.015) << "Y.01 and Y.11 fit alike";
}

TEST(DirichletMixture, TooManyCountsAreNotListed) {
    const CausalModel model = parse_causal_model("A -> Y; B -> Y; C -> Y");
    CausalData data;
    for (signed char code = 0; code < 8; ++code)
        data.patterns.push_back({{static_cast<signed char>(code & 1), static_cast<signed char>((code >> 1) & 1),
                                  static_cast<signed char>((code >> 2) & 1), 1},
                                 2});
    EXPECT_FALSE(dirichlet_mixture(type_components(model, data), weights_of(model, 1)));
}

TEST(DirichletMixture, EndsWhenAStopIsAsked) {
    const CausalModel model = parse_causal_model("X -> Y");
    CausalData data;
    data.patterns = {{{1, 1}, 3}};
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)dirichlet_mixture(type_components(model, data), weights_of(model, 1), Work(asked.get_token())),
                 Interrupted);
}

}  // namespace dirichlet_mixture_test
}  // namespace tarazy
