#include "trace/causal_types/query_evaluation.hpp"

#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "trace/causal_types/listed_types_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace query_evaluation_test {

using testing_types::listed_query;

TypeShares random_shares(const CausalModel& model, std::uint64_t number) {
    Random random(3, "shares of a test", number);
    TypeShares shares;
    for (const CausalTypeSet& set : model.sets) {
        double sum = 0;
        std::vector<double> one;
        for (std::size_t t = 0; t < set.types; ++t)
            sum += one.emplace_back(t > 0 && random.below(4) == 0 ? 0 : random.uniform());
        for (double& share : one) share /= sum;
        shares.push_back(one);
    }
    return shares;
}

TEST(QueryEvaluation, EveryQueryOfTheReferenceAgrees) {
    const std::string text = read_file(TARAZY_SOURCE_DIR "/src/trace/testdata/causal_queries_exact.json");
    std::size_t compared = 0;
    for (const nlohmann::json& one : nlohmann::json::parse(text)) {
        const CausalModel model = parse_causal_model(one["model"].get<std::string>());
        EXPECT_EQ(model.names(), one["nodes"].get<std::vector<std::string>>());
        EXPECT_EQ(model.causal_types(), one["n_types"].get<double>());
        TypeShares shares = flat_shares(model);
        std::size_t at = 0;
        for (std::size_t set = 0; set < model.sets.size(); ++set) {
            for (std::size_t type = 0; type < model.sets[set].types; ++type, ++at) {
                EXPECT_EQ(model.type_name(set, type), one["parameters"][at]["param_names"]);
                shares[set][type] = one["set_values"][at];
            }
        }
        for (const bool given : {false, true}) {
            for (const nlohmann::json& query : one[given ? "set" : "flat"]) {
                const CompiledQuery compiled(
                    model, parse_causal_query(query["query"].get<std::string>(), query["given"].get<std::string>(),
                                              model.names()));
                const auto value = compiled.evaluate(model, given ? shares : flat_shares(model)).value();
                ASSERT_TRUE(value) << query.dump();
                EXPECT_NEAR(*value, query["mean"].get<double>(), 1e-8) << one["model"] << query.dump();
                ++compared;
            }
        }
        for (const nlohmann::json& event : one["event_prob"]) {
            std::string query;  // "X0M1Y0"
            const std::string name = event["event"];
            for (std::size_t i = 0; i < name.size(); i += 2)
                query += (query.empty() ? "" : " & ") + name.substr(i, 1) + "==" + name.substr(i + 1, 1);
            const CompiledQuery compiled(model, parse_causal_query(query, "", model.names()));
            EXPECT_NEAR(compiled.evaluate(model, shares).together, event["p"].get<double>(), 1e-10) << name;
            ++compared;
        }
    }
    EXPECT_GT(compared, 120u);
}

TEST(QueryEvaluation, EqualsTheSumOverAllCausalTypes) {
    const std::vector<std::string> models = {"X -> M -> Y; X -> Y", "X -> Y; X <-> Y", "X -> M -> Y; X -> Y; M <-> Y",
                                             "X -> M -> Y; X -> Y; X <-> Y; M -> Z; Y -> Z",
                                             "A -> X; A -> Y; X -> Y; X <-> M; M -> Y"};
    const std::vector<std::string> queries = {"Y[X=1] > Y[X=0]",
                                              "Y[X=1] - Y[X=0] :|: X==1 & Y==1",
                                              "Y[M=M[X=0], X=1] - Y[M=M[X=1], X=1]",
                                              "Y[X=1, M=0] != Y[X=0, M=1] :|: Y[X=0]==0",
                                              "Y[M=1] :|: M==0 & Y==0",
                                              "2*Y - X*Y[X=1-0]"};
    for (const std::string& text : models) {
        const CausalModel model = parse_causal_model(text);
        for (const std::string& query : queries) {
            if (query.find('M') != std::string::npos && !model.find("M")) continue;
            if (query.find("1-0") != std::string::npos) continue;
            CausalQuery parsed;
            try {
                parsed = parse_causal_query(query, "", model.names());
                (void)CompiledQuery(model, parsed);
            } catch (const InputError&) {
                continue;  // of this model the query sets a node to what comes later
            }
            const CompiledQuery compiled(model, parsed);
            for (std::uint64_t number = 0; number < 5; ++number) {
                const TypeShares shares = random_shares(model, number);
                const QueryValue quick = compiled.evaluate(model, shares), listed = listed_query(model, shares, parsed);
                EXPECT_NEAR(quick.together, listed.together, 1e-12) << text << " | " << query;
                EXPECT_NEAR(quick.given, listed.given, 1e-12) << text << " | " << query;
            }
        }
    }
}

/// A model of so many nodes, each with up to two of the nodes before it as causes.
std::string random_model(std::uint64_t number, std::size_t nodes) {
    Random random(5, "models of a test", number);
    std::string text;
    for (std::size_t node = 1; node < nodes; ++node) {
        for (int cause = 0; cause < 2; ++cause) {
            const std::size_t other = random.below(node);
            text += "N" + std::to_string(other) + " -> N" + std::to_string(node) + "; ";
        }
        if (random.below(6) == 0 && node > 1)
            text += "N" + std::to_string(node - 1) + " <-> N" + std::to_string(node) + "; ";
    }
    return text;
}

TEST(QueryEvaluation, StepsWrittenDownBeforehandGiveTheSameBits) {
    for (std::uint64_t number = 0; number < 60; ++number) {
        const CausalModel model = parse_causal_model(random_model(number, 3 + number % 6), {}, std::size_t{1} << 22);
        const std::string last = model.names().back();
        for (const std::string& query :
             {last + "[N0=1] > " + last + "[N0=0]", last + " - N1", last + "[N1=1] :|: N0==1",
              last + "[N0=1, N1=0] != N1[N0=0] :|: " + last + "==1 & N1==1"}) {
            const CausalQuery parsed = parse_causal_query(query, "", model.names());
            const CompiledQuery listed(model, parsed), unlisted(model, parsed, CompiledQuery::Unlisted{});
            for (std::uint64_t draw = 0; draw < 3; ++draw) {
                const TypeShares shares = random_shares(model, draw);
                const QueryValue a = listed.evaluate(model, shares), b = unlisted.evaluate(model, shares);
                ASSERT_EQ(a.given, b.given) << query;
                ASSERT_EQ(a.together, b.together) << query;
            }
        }
    }
}

TEST(QueryEvaluation, RestrictedModelsAreSummedOverWhatIsLeft) {
    CausalModel model = parse_causal_model("X -> Y; M -> Y; X <-> Y");
    restrict_types(model, "Y[X=1] < Y[X=0]");
    const CausalQuery query = parse_causal_query("Y[X=1] < Y[X=0]", "", model.names());
    EXPECT_EQ(CompiledQuery(model, query).evaluate(model, flat_shares(model)).together, 0);
    const CausalQuery other = parse_causal_query("Y[X=1] > Y[X=0]", "Y==1", model.names());
    const TypeShares shares = random_shares(model, 8);
    EXPECT_NEAR(*CompiledQuery(model, other).evaluate(model, shares).value(),
                *listed_query(model, shares, other).value(), 1e-12);
}

TEST(QueryEvaluation, WhatIsGivenMayBeImpossible) {
    const CausalModel model = parse_causal_model("X -> Y");
    const CompiledQuery query(model, parse_causal_query("Y", "X==1 & X==0", model.names()));
    EXPECT_FALSE(query.evaluate(model, flat_shares(model)).value());
    const CompiledQuery constant(model, parse_causal_query("1", "", model.names()));
    EXPECT_EQ(constant.evaluate(model, flat_shares(model)).value(), 1);
}

TEST(QueryEvaluation, ANodeCannotBeSetToItsOwnConsequence) {
    const CausalModel model = parse_causal_model("X -> Y -> Z");
    try {
        const CompiledQuery query(model, parse_causal_query("Y[X=Z]", "", model.names(), {}), {"m.toml", 2, 1, "", ""});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("X is set to what Z would be, which does not come before Y"),
                  std::string::npos)
            << error.what();
    }
}

TEST(QueryEvaluation, ALongChainNeedsNoMoreThanItsNeighbours) {
    std::string text = "N0";
    for (int i = 1; i < 60; ++i) text += " -> N" + std::to_string(i);
    const CausalModel model = parse_causal_model(text);
    const CompiledQuery query(model, parse_causal_query("N59[N0=1] > N59[N0=0]", "N0==1 & N59==1", model.names()));
    const auto value = query.evaluate(model, flat_shares(model)).value();
    ASSERT_TRUE(value) << "2^119 causal types, of which none is listed";
    EXPECT_NEAR(*value, std::pow(0.5, 59), 1e-15) << "every link but one in two turns the sign or carries it";
}

}  // namespace query_evaluation_test
}  // namespace tarazy
