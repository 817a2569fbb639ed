#include "network/functions/function_shapley.hpp"

#include "network/functions/functions_example_test.hpp"
#include "network/functions/shapley_value.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace function_shapley_test {

using namespace functions_example;

FunctionGame game_of_all(const CarriedFunctions& carried) {
    FunctionGame game;
    game.states = all_places(carried.states.size());
    return game;
}

/// v of a set of institutions by the definition.
double worth_of(const CarriedFunctions& carried, std::uint32_t coalition) {
    double worth = 0;
    for (std::size_t state = 0; state < carried.states.size(); ++state) {
        for (std::size_t function = 0; function < carried.functions.size(); ++function) {
            double sum = 0;
            for (std::size_t e = 0; e < carried.institutions.size(); ++e)
                if ((coalition >> e & 1U) != 0 && carried.members(state, e)) sum += carried.weight(e, function);
            worth += std::min(1.0, sum);
        }
    }
    return worth;
}

std::vector<double> by_definition(const CarriedFunctions& carried) {
    return exact_shapley(static_cast<std::uint32_t>(carried.institutions.size()),
                         [&](std::uint32_t coalition) { return worth_of(carried, coalition); });
}

TEST(FunctionShapley, EqualsTheDefinition) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const CarriedFunctions carried = random_carried(seed, 4, 7, 5, 0, seed % 2 == 0);
        const FunctionShapley shapley = function_shapley(carried, game_of_all(carried));
        const auto expected = by_definition(carried);
        EXPECT_TRUE(shapley.exact);
        double sum = 0;
        for (std::size_t e = 0; e < expected.size(); ++e) {
            EXPECT_TRUE(shapley.values[e].known());
            EXPECT_NEAR(shapley.values[e].lower, expected[e], 1e-12) << seed;
            sum += shapley.values[e].lower;
        }
        EXPECT_NEAR(sum, shapley.total.lower, 1e-12) << "efficiency";
        EXPECT_NEAR(shapley.total.lower, worth_of(carried, 0x7f), 1e-12);
    }
}

TEST(FunctionShapley, EqualInstitutionsHaveEqualValuesAndNullOnesNone) {
    CarriedFunctions carried = random_carried(3, 6, 5, 4, 0, true);
    for (std::size_t state = 0; state < 6; ++state) carried.members.set(state, 1, carried.members(state, 0));
    for (std::size_t f = 0; f < 4; ++f) {
        carried.weights[1 * 4 + f] = carried.weight(0, f);
        carried.carriers.set(f, 1, carried.carriers(f, 0));
        carried.weights[2 * 4 + f] = 0;
        carried.carriers.set(f, 2, false);
    }
    const FunctionShapley shapley = function_shapley(carried, game_of_all(carried));
    EXPECT_EQ(shapley.values[0], shapley.values[1]);
    EXPECT_GT(shapley.values[0].lower, 0);
    EXPECT_EQ(shapley.values[2], (NumberBounds{0, 0}));
}

TEST(FunctionShapley, BoundsHoldInEveryWorldOfWhatIsNotKnown) {
    std::size_t unknown_values = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const CarriedFunctions carried = random_carried(seed, 2, 6, 4, 0.25, seed % 2 == 0);
        if (carried.count_unknown() > 8) continue;
        const FunctionShapley shapley = function_shapley(carried, game_of_all(carried));
        FunctionGame sampling = game_of_all(carried);
        sampling.draws = 2000;
        const FunctionShapley sampled = function_shapley(carried, sampling);
        for (std::uint64_t world = 0; world < (std::uint64_t{1} << carried.count_unknown()); ++world) {
            const auto values = by_definition(in_world(carried, world));
            for (std::size_t e = 0; e < values.size(); ++e) {
                EXPECT_GE(values[e], shapley.values[e].lower - 1e-12);
                EXPECT_LE(values[e], shapley.values[e].upper + 1e-12);
                EXPECT_GE(values[e], sampled.values[e].lower - 5 * sampled.standard_errors[e] - 1e-12);
                EXPECT_LE(values[e], sampled.values[e].upper + 5 * sampled.standard_errors[e] + 1e-12);
                unknown_values += shapley.values[e].known() ? 0 : 1;
            }
        }
    }
    EXPECT_GT(unknown_values, 100u);
}

TEST(FunctionShapley, SampledLiesWithinFourStandardErrorsOfTheExact) {
    const CarriedFunctions carried = random_carried(11, 5, 25, 6, 0, true);
    FunctionGame game = game_of_all(carried);
    const FunctionShapley exact = function_shapley(carried, game);
    game.draws = 20'000;
    game.seed = 42;
    game.threads = 1;
    const FunctionShapley sampled = function_shapley(carried, game);
    EXPECT_TRUE(exact.exact);
    EXPECT_FALSE(sampled.exact);
    double sum = 0;
    for (std::size_t e = 0; e < 25; ++e) {
        EXPECT_NEAR(sampled.values[e].lower, exact.values[e].lower, 4 * sampled.standard_errors[e] + 1e-9) << e;
        sum += sampled.values[e].lower;
    }
    EXPECT_NEAR(sum, exact.total.lower, 1e-9) << "every order hands out all";
    game.threads = 2;
    EXPECT_EQ(function_shapley(carried, game).values, sampled.values) << "the same bytes at any number of threads";
}

TEST(FunctionShapley, MoreProvidersThanCanBeEnumeratedAreSampledAndToldSo) {
    CarriedFunctions carried = random_carried(1, 1, 24, 1, 0, true);
    for (std::uint32_t e = 0; e < 24; ++e) {
        carried.members.set(0, e);
        carried.carriers.set(0, e);
        carried.weights[e] = 0.125;
    }
    FunctionGame game = game_of_all(carried);
    game.draws_if_needed = 4000;
    const FunctionShapley shapley = function_shapley(carried, game);
    EXPECT_FALSE(shapley.exact);
    EXPECT_EQ(shapley.draws, 4000u);
    for (std::size_t e = 0; e < 24; ++e) EXPECT_NEAR(shapley.values[e].lower, 1.0 / 24, 4 * shapley.standard_errors[e]);
    for (std::uint32_t e = 0; e < 24; ++e) carried.weights[e] = 1;
    EXPECT_TRUE(function_shapley(carried, game).exact) << "equal whole weights need no enumeration";
}

TEST(FunctionShapley, TheTableBeginsWithTheLargest) {
    CarriedFunctions carried = random_carried(5, 6, 5, 4, 0, false);
    carried.unknown.set(0, 0);
    carried.members.set(0, 0, false);
    carried.carriers.set(0, 0);
    carried.weights[0] = 1;
    const Table table = shapley_table(carried, function_shapley(carried, game_of_all(carried)));
    ASSERT_EQ(table.rows(), 5u);
    std::size_t missing = 0;
    for (std::size_t row = 0; row < 5; ++row) {
        EXPECT_LE(*table["lower"].real(row), *table["upper"].real(row));
        missing += table["shapley"].missing(row) ? 1 : 0;
        if (row > 0) {
            EXPECT_LE(*table["lower"].real(row) + *table["upper"].real(row),
                      *table["lower"].real(row - 1) + *table["upper"].real(row - 1) + 1e-12);
        }
    }
    EXPECT_GE(missing, 1u);
}

}  // namespace function_shapley_test
}  // namespace tarazy
