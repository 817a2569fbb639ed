#include "compare/coincidence/minimally_sufficient.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "compare/coincidence/peer_cna_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace minimally_sufficient_test {

class MinimallySufficientPeer : public testing::TestWithParam<const char*> {};

TEST_P(MinimallySufficientPeer, ConditionsAreThoseOfCna) {
    const PeerCna read = peer_cna(GetParam());
    std::map<std::pair<std::string, PeerTerms>, std::pair<double, double>> peer, ours;
    const nlohmann::json whole = nlohmann::json::parse(read.text);
    for (const auto& one : whole["msc"]) {
        const auto sides = pieces(one["condition"].get<std::string>(), "->");
        peer[{our_literal(sides[1]), peer_terms(sides[0])}] = {one["con"], one["cov"]};
    }
    for (const Effect effect : read.effects) {
        for (const SufficientCondition& one : minimally_sufficient(read.data, effect, read.options)) {
            ours[{effect_text(read.data.space, effect), our_terms(read.data.space, {one.literals})}] = {one.consistency,
                                                                                                        one.coverage};
        }
    }
    ASSERT_FALSE(peer.empty());
    EXPECT_EQ(ours.size(), peer.size());
    for (const auto& [condition, fit] : peer) {
        ASSERT_TRUE(ours.contains(condition)) << condition.first;
        EXPECT_NEAR(ours[condition].first, fit.first, 1e-9);
        EXPECT_NEAR(ours[condition].second, fit.second, 1e-9);
    }
}

INSTANTIATE_TEST_SUITE_P(Cna, MinimallySufficientPeer,
                         testing::Values("educate", "women", "pban_mv", "jobsecurity_fs"));

Coincidences random_factors(std::uint64_t seed, std::size_t factors, std::size_t cases) {
    Random random(seed, "factors of a coincidence test", 0);
    Coincidences data;
    std::vector<Condition> conditions;
    for (std::size_t f = 0; f < factors; ++f) {
        conditions.push_back({std::string(1, static_cast<char>('A' + f))});
        data.membership.emplace_back();
        for (std::size_t i = 0; i < cases; ++i) data.membership.back().push_back(random.uniform() < 0.5 ? 0 : 1);
    }
    for (std::size_t i = 0; i < cases; ++i) data.names.push_back("c" + std::to_string(i));
    data.space = PropertySpace(conditions);
    return data;
}

/// The definition, word for word: every conjunction, then those of which no part is sufficient.
std::set<Literals> defined(const Coincidences& data, double least) {
    std::set<Literals> sufficient;
    const std::vector<double> y = literal_memberships(data, 0, 1);
    const unsigned all = 1U << (2 * (data.space.size() - 1));
    for (unsigned chosen = 1; chosen < all; ++chosen) {
        Literals term;
        for (unsigned bit = 0; bit < 2 * (data.space.size() - 1); ++bit)
            if ((chosen >> bit & 1U) != 0) term = term | data.space.literal(1 + bit / 2, bit % 2);
        if (data.space.contradictory(term) || term.size() > 3) continue;
        double both = 0, sum = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            double x = 1;
            for (std::size_t f = 1; f < data.space.size(); ++f) {
                const int level = data.space.level(term, f);
                if (level >= 0) x = std::min(x, level == 1 ? data.membership[f][i] : 1 - data.membership[f][i]);
            }
            both += std::min(x, y[i]);
            sum += x;
        }
        if (sum > 0 && both / sum >= least) sufficient.insert(term);
    }
    std::set<Literals> minimal;
    for (const Literals term : sufficient) {
        if (std::ranges::none_of(sufficient, [&](Literals part) { return part != term && part.covers(term); }))
            minimal.insert(term);
    }
    return minimal;
}

TEST(MinimallySufficient, IsWhatTheDefinitionSays) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Coincidences data = random_factors(seed, 5, 12);
        CoincidenceOptions options;
        options.consistency = seed % 2 == 0 ? 1.0 : 0.75;
        std::set<Literals> found;
        for (const SufficientCondition& one : minimally_sufficient(data, {0, 1}, options)) found.insert(one.literals);
        EXPECT_EQ(found, defined(data, options.consistency)) << "seed " << seed;
    }
}

TEST(MinimallySufficient, OneHalfIsRoundedUp) {
    Coincidences data = random_factors(1, 2, 3);
    data.membership = {{1, 1, 0}, {0.5, 1, 1}};
    CoincidenceOptions options;
    options.consistency = 0.9;
    EXPECT_TRUE(minimally_sufficient(data, {0, 1}, options).empty());  // ~B, 0.5 of the first case, is no case's
    data.membership[1][0] = 0.4;
    EXPECT_EQ(minimally_sufficient(data, {0, 1}, options).size(), 1u);
}

TEST(MinimallySufficient, AnEffectThatNeverOccursHasNone) {
    Coincidences data = random_factors(1, 3, 8);
    data.membership[0].assign(8, 0.0);
    EXPECT_TRUE(minimally_sufficient(data, {0, 1}).empty());
}

TEST(MinimallySufficient, NothingMakesADifferenceToAConstantEffect) {
    Coincidences data;
    data.names = {"a", "b", "c", "d", "e"};
    data.space = PropertySpace({{"A"}, {"B"}, {"Y"}});
    data.membership = {{0.9, 0.8, 0.3, 0.2, 0.7}, {0.2, 0.7, 0.9, 0.1, 0.6}, {0.9, 0.8, 0.9, 0.6, 0.7}};
    CoincidenceOptions options;
    options.consistency = 0.7;
    for (const unsigned level : {0U, 1U}) EXPECT_TRUE(minimally_sufficient(data, {2, level}, options).empty());
    // Nor does it make one: no condition of A or B speaks of Y.
    EXPECT_FALSE(minimally_sufficient(data, {0, 1}, options).empty());
    for (std::size_t effect = 0; effect < 2; ++effect) {
        for (const SufficientCondition& one : minimally_sufficient(data, {effect, 1}, options))
            EXPECT_TRUE((one.literals & data.space.of(2)).empty()) << term_text(data.space, one.literals);
    }
}

TEST(MinimallySufficient, NorDoesAMultiValueFactorOfOneLevel) {
    Coincidences data;
    data.names = {"a", "b", "c"};
    data.space = PropertySpace({{"M", 3, true, false}, {"N", 3, true, false}, {"B", 2, false, false}});
    data.membership = {{1, 1, 1}, {0, 1, 2}, {0, 1, 1}};
    for (unsigned level = 0; level < 3; ++level) EXPECT_TRUE(minimally_sufficient(data, {0, level}).empty());
    const auto conditions = minimally_sufficient(data, {1, 0});
    ASSERT_EQ(conditions.size(), 1U);
    EXPECT_EQ(term_text(data.space, conditions[0].literals), "B{0}");
}

TEST(MinimallySufficient, WhenTheTimeIsUpTheSearchEnds) {
    const Coincidences data = random_factors(3, 8, 60);
    CoincidenceOptions options;
    options.work = Work().within(0);
    options.consistency = 0.6;
    const auto all = minimally_sufficient(data, {0, 1}), some = minimally_sufficient(data, {0, 1}, options);
    EXPECT_LE(some.size(), 400U);
    EXPECT_TRUE(all.empty() || !all.front().literals.empty());
}

TEST(MinimallySufficient, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const Coincidences data = random_factors(3, 8, 60);
    expect_stoppable([&](const Work& work) {
        CoincidenceOptions options;
        options.work = work;
        options.consistency = 0.6;
        (void)minimally_sufficient(data, {0, 1}, options);
    });
}

}  // namespace minimally_sufficient_test
}  // namespace tarazy
