#include "network/functions/knockout.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/functions/functions_example_test.hpp"
#include "network/functions/two_mode_components.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace knockout_test {

using namespace functions_example;

/// KAZ: defence from A; talk from A and B; trade from D. UZB: talk from B and C. Institution E carries nothing.
CarriedFunctions worked() {
    CarriedFunctions carried;
    carried.states = {"KAZ", "UZB"};
    carried.institutions = {"A", "B", "C", "D", "E"};
    carried.functions = {"defence", "talk", "trade"};
    carried.members = bits_of({"11011", "01100"});
    carried.unknown = bits_of({"00000", "00000"});
    carried.carriers = bits_of({"10000", "11100", "00010"});
    carried.weights = {1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    return carried;
}

const RemovalEffect& effect_of(const std::vector<RemovalEffect>& effects, const std::vector<std::uint32_t>& removed) {
    const auto found = std::ranges::find(effects, removed, &RemovalEffect::removed);
    if (found == effects.end()) throw std::runtime_error("no such removal");
    return *found;
}

TEST(Knockout, WorkedByHand) {
    KnockoutQuestion question;
    question.states = {0};
    question.pairs = true;
    question.sets = {{2, 1, 0, 1}};
    const auto effects = knock_out(worked(), question);
    ASSERT_EQ(effects.size(), 1u + 5 + 10 + 1);
    EXPECT_EQ(effects.front().lost, (CountBounds{0, 0}));
    EXPECT_EQ(effects.front().components, 1u);
    // A alone: defence of KAZ.
    const RemovalEffect& a = effect_of(effects, {0});
    EXPECT_EQ(a.lost, (CountBounds{1, 1}));
    EXPECT_EQ(a.functions, (std::vector<LostFunction>{{0, 0, true, false}}));
    EXPECT_EQ(a.coverage_lost, (NumberBounds{2, 2}));
    // A and B: talk of KAZ besides, which neither takes away alone.
    const RemovalEffect& ab = effect_of(effects, {0, 1});
    EXPECT_EQ(ab.lost, (CountBounds{2, 2}));
    EXPECT_EQ(ab.together, (CountBounds{1, 1}));
    EXPECT_EQ(ab.functions, (std::vector<LostFunction>{{0, 0, true, false}, {0, 1, true, true}}));
    EXPECT_EQ(ab.components, 2u);
    // B and C: talk of UZB, who is not among the chosen.
    const RemovalEffect& bc = effect_of(effects, {1, 2});
    EXPECT_EQ(bc.lost, (CountBounds{1, 1}));
    EXPECT_EQ(bc.together, (CountBounds{1, 1}));
    EXPECT_TRUE(bc.functions.empty());
    EXPECT_EQ(bc.states[0].coverage_lost, (NumberBounds{1, 1}));
    // All three, named twice and out of order.
    const RemovalEffect& abc = effects.back();
    EXPECT_EQ(abc.removed, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(abc.lost, (CountBounds{3, 3}));
    EXPECT_EQ(abc.together, (CountBounds{2, 2}));
}

TEST(Knockout, AnInstitutionThatCarriesNothingChangesNothing) {
    KnockoutQuestion question;
    question.states = {0, 1};
    question.pairs = true;
    const auto effects = knock_out(worked(), question);
    const RemovalEffect& e = effect_of(effects, {4});
    EXPECT_EQ(e.lost, (CountBounds{0, 0}));
    EXPECT_EQ(e.coverage_lost, (NumberBounds{0, 0}));
    EXPECT_EQ(e.components, effects.front().components);
    for (std::uint32_t other = 0; other < 4; ++other) {
        EXPECT_EQ(effect_of(effects, {other, 4}).lost, effect_of(effects, {other}).lost);
        EXPECT_EQ(effect_of(effects, {other, 4}).functions, effect_of(effects, {other}).functions);
    }
}

/// (state, function) pairs that had a provider and have none without these institutions; all memberships are known.
std::size_t lost_by_definition(const CarriedFunctions& carried, const std::vector<std::uint32_t>& removed) {
    const auto before = function_coverage(carried, all_places(carried.states.size()));
    const auto after = function_coverage(without_institutions(carried, removed), all_places(carried.states.size()));
    std::size_t lost = 0;
    for (std::size_t at = 0; at < before.size(); ++at)
        lost += before[at].coverage.lower > 0 && after[at].coverage.lower == 0 ? 1 : 0;
    return lost;
}

TEST(Knockout, EqualsTheDefinitionInEveryWorldOfWhatIsNotKnown) {
    std::size_t with_unknown = 0, with_synergy = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const CarriedFunctions carried = random_carried(seed, 3, 5, 4, seed % 2 == 0 ? 0 : 0.2, seed % 3 == 0);
        if (carried.count_unknown() > 8) continue;
        KnockoutQuestion question;
        question.pairs = true;
        question.sets = {{0, 2, 4}};
        question.states = all_places(3);
        for (const RemovalEffect& effect : knock_out(carried, question)) {
            CountBounds lost{1000, 0}, together{1000, 0};
            for (std::uint64_t world = 0; world < (std::uint64_t{1} << carried.count_unknown()); ++world) {
                const CarriedFunctions one = in_world(carried, world);
                const auto count = static_cast<std::uint32_t>(lost_by_definition(one, effect.removed));
                std::uint32_t alone = 0;
                for (const std::uint32_t e : effect.removed)
                    alone += static_cast<std::uint32_t>(lost_by_definition(one, {e}));
                lost = {std::min(lost.lower, count), std::max(lost.upper, count)};
                together = {std::min(together.lower, count - alone), std::max(together.upper, count - alone)};
            }
            ASSERT_EQ(effect.lost, lost) << seed;
            ASSERT_LE(effect.together.lower, together.lower) << seed;
            ASSERT_GE(effect.together.upper, together.upper) << seed;
            if (carried.count_unknown() == 0) {
                ASSERT_EQ(effect.together, together) << seed;
            }
            with_unknown += lost.lower < lost.upper ? 1 : 0;
            with_synergy += together.lower > 0 ? 1 : 0;
            std::uint32_t of_states = 0;
            for (const StateLoss& loss : effect.states) of_states += loss.lost.lower;
            EXPECT_EQ(of_states, effect.lost.lower);
            EXPECT_EQ(static_cast<std::uint32_t>(std::ranges::count(effect.functions, true, &LostFunction::certain)),
                      effect.lost.lower);
        }
    }
    EXPECT_GT(with_unknown, 20u);
    EXPECT_GT(with_synergy, 20u);
}

TEST(Knockout, BridgesAndBalanceAreThoseOfTheNetworkWithoutTheInstitutions) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const CarriedFunctions carried = random_carried(seed, 9, 6, 2, 0, false);
        Blocs blocs{{"a", "b", "c"}, std::vector<std::uint32_t>(9, Blocs::none)};
        blocs.bloc[0] = 0;
        blocs.bloc[1] = 1;
        blocs.bloc[2] = 2;
        blocs.bloc[3] = 2;
        KnockoutQuestion question;
        question.pairs = true;
        question.states = all_places(9);
        question.blocs = &blocs;
        const auto effects = knock_out(carried, question);
        const auto total = [&](const CarriedFunctions& one, std::size_t state) {
            const ExclusiveBridges bridges = exclusive_bridges({one.states, one.institutions, one.members}, blocs);
            return bridges.weights[(state + 1) * bridges.columns - 1];
        };
        for (const RemovalEffect& effect : effects) {
            const CarriedFunctions without = without_institutions(carried, effect.removed);
            const SharedWithPoles shared(without.members, blocs);
            EXPECT_EQ(effect.components, count_two_mode_components(transposed(without.members), {}));
            double lost = 0;
            for (std::uint32_t state = 0; state < 9; ++state) {
                EXPECT_NEAR(effect.states[state].bridges, total(without, state), 1e-12);
                lost += total(carried, state) - total(without, state);
                const auto balance = shared.balance(state, {});
                ASSERT_EQ(effect.states[state].balance.has_value(), balance.has_value());
                if (balance) {
                    EXPECT_EQ(effect.states[state].balance->shares, balance->shares);
                }
            }
            EXPECT_NEAR(effect.bridges_lost, lost, 1e-12);
        }
    }
}

TEST(Knockout, GivesTheSameAtAnyNumberOfThreads) {
    const CarriedFunctions carried = random_carried(7, 20, 30, 10, 0.05, true);
    KnockoutQuestion question;
    question.pairs = true;
    question.states = {3, 5};
    question.threads = 1;
    const auto one = knock_out(carried, question);
    question.threads = 2;
    const auto two = knock_out(carried, question);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t at = 0; at < one.size(); ++at) {
        EXPECT_EQ(one[at].lost, two[at].lost);
        EXPECT_EQ(one[at].functions, two[at].functions);
        EXPECT_EQ(one[at].coverage_lost, two[at].coverage_lost);
    }
}

TEST(Knockout, CanBeStopped) {
    const CarriedFunctions carried = random_carried(7, 20, 30, 10, 0.05, true);
    expect_stoppable([&](const Work& work) {
        KnockoutQuestion question;
        question.pairs = true;
        question.states = {3, 5};
        question.work = work;
        (void)knock_out(carried, question);
    });
}

TEST(Knockout, TooManyRowsAreRefusedBeforeTheWork) {
    const CarriedFunctions carried = random_carried(1, 100, 400, 2, 0, false);
    KnockoutQuestion question;
    question.pairs = true;
    question.states = all_places(100);
    EXPECT_THROW((void)knock_out(carried, question), LimitError);
}

}  // namespace knockout_test
}  // namespace tarazy
