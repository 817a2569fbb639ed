#include "network/projection/class_pair_tails.hpp"

#include "network/projection/projection_example_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace class_pair_tails_test {

TEST(ClassPairTails, AreThoseOfTheTwoActorsInstitutionByInstitution) {
    const TwoModeNetwork& women = testing_projection::southern_women();
    const Bicm model = bicm(women.ties, {});
    for (std::size_t a = 0; a < women.actors.size(); a += 3) {
        for (std::size_t b = 0; b < a; b += 2) {
            std::vector<EqualTrials> trials;
            for (std::size_t e = 0; e < women.institutions.size(); ++e) {
                const double both = model(a, e) * model(b, e);
                trials.push_back({both, 1 - both, 1});
            }
            const CountTails one = poisson_binomial_tails(trials, 8);
            const CountTails of_classes =
                class_pair_tails(model, model.classes.actor_class[a], model.classes.actor_class[b], 8);
            for (std::size_t c = 0; c <= 8; ++c) {
                EXPECT_NEAR(of_classes.upper[c], one.upper[c], 1e-12 * one.upper[c]);
                EXPECT_NEAR(of_classes.lower[c], one.lower[c], 1e-12 * one.lower[c]);
            }
        }
    }
}

}  // namespace class_pair_tails_test
}  // namespace tarazy
