#include "simulate/games/assurance_quantities.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace assurance_quantities_test {

double quantity(const AssuranceSolution& solution, std::size_t row, std::string_view name) {
    return solution.answers[row][assurance_quantity_place(name)];
}

TEST(AssuranceQuantities, TheReadingOfTheSpecification) {
    // At lambda 4, raising p from .3 to .7 lifts Forgo|Assure from .727 to .943 and cuts Press|Assure from .387 to
    // .096; the unresolved type then bluffs more, .192 to .355.
    const AssuranceSolution low = solve_assurance({.p = 0.3}, {4}), high = solve_assurance({.p = 0.7}, {4});
    EXPECT_NEAR(quantity(low, 0, "forgo_given_assure"), 0.727, 5e-4);
    EXPECT_NEAR(quantity(high, 0, "forgo_given_assure"), 0.943, 5e-4);
    EXPECT_NEAR(quantity(low, 0, "press_given_assure"), 0.387, 5e-4);
    EXPECT_NEAR(quantity(high, 0, "press_given_assure"), 0.096, 5e-4);
    EXPECT_NEAR(quantity(low, 0, "assure_given_unresolved"), 0.192, 5e-4);
    EXPECT_NEAR(quantity(high, 0, "assure_given_unresolved"), 0.355, 5e-4);
}

TEST(AssuranceQuantities, AreCoherent) {
    const AssuranceSolution solution = solve_assurance({.p = 0.4}, {0, 2, 9});
    ASSERT_EQ(solution.answers.size(), 3u);
    for (std::size_t row = 0; row < 3; ++row) {
        const auto of = [&](std::string_view name) { return quantity(solution, row, name); };
        ASSERT_EQ(solution.answers[row].size(), assurance_quantities().size());
        EXPECT_NEAR(of("honoured") + of("abandoned"), of("pressed"), 1e-12);
        EXPECT_LE(of("pressed"), of("forgo") + 1e-12);
        EXPECT_NEAR(of("effect_of_assurance_on_forgo"), of("forgo_given_assure") - of("forgo_given_silent"), 1e-12);
        const double assured = 0.4 * of("assure_given_resolved") + 0.6 * of("assure_given_unresolved");
        EXPECT_NEAR(of("resolved_given_assure"), 0.4 * of("assure_given_resolved") / assured, 1e-10);
        // What the state expects is the sum over what may happen to it.
        EXPECT_NEAR(
            of("payoff_state"),
            (1 - of("forgo")) * 0.2 + of("honoured") * 0.6 + of("abandoned") * -1.5 + (of("forgo") - of("pressed")) * 1,
            1e-12);
    }
    EXPECT_NEAR(quantity(solution, 0, "resolved_given_assure"), 0.4, 1e-12);
    EXPECT_NEAR(quantity(solution, 0, "effect_of_assurance_on_forgo"), 0, 1e-12);
}

TEST(AssuranceQuantities, TheEndsOfBelief) {
    const AssuranceSolution never = solve_assurance({.p = 0}, {4}), always = solve_assurance({.p = 1}, {4});
    EXPECT_EQ(quantity(never, 0, "resolved_given_assure"), 0);
    EXPECT_EQ(quantity(always, 0, "resolved_given_silent"), 1);
    for (const double value : never.answers[0]) EXPECT_TRUE(std::isfinite(value));
    EXPECT_THROW((void)solve_assurance({.p = 2}, {4}), UsageError);
    EXPECT_THROW((void)solve_assurance({}, {-4}), UsageError);
}

}  // namespace assurance_quantities_test
}  // namespace tarazy
