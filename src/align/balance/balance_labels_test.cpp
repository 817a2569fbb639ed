#include "align/balance/balance_labels.hpp"

#include "align/balance/composition.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace balance_labels_test {

const std::vector<std::string> poles = {"RUS", "CHN", "WEST"};
const LabelThresholds thresholds;

CompositionDraws draws(const std::vector<double>& closeness) {
    return *composition_draws(closeness, 3);
}

HedgeDraws hedge(const std::vector<CompositionDraws>& domains) {
    const std::vector<double> weights(domains.size(), 1);
    return hedge_draws(domains, weights, joint_centre(domains, weights), thresholds);
}

std::string label(const std::vector<CompositionDraws>& domains, double needed = 0.9) {
    return balance_label(hedge(domains).probabilities, poles, needed);
}

TEST(EquidistanceThreshold, IsWhereOnePoleHasTwiceWhatEachOtherHas) {
    EXPECT_EQ(equidistance_threshold(2), 0.92);
    EXPECT_EQ(equidistance_threshold(3), 0.95);
    EXPECT_EQ(equidistance_threshold(4), 0.97);
    // However the rest is parted, evenness of 0.95 leaves no pole half of the whole.
    for (double rest = 0.01; rest < 0.5; rest += 0.01) {
        EXPECT_LT(evenness(std::vector{0.5, rest, 0.5 - rest}), equidistance_threshold(3));
    }
}

TEST(BalanceLabel, EvenInEveryDomainIsEquidistant) {
    EXPECT_EQ(label({draws({1, 1, 1}), draws({4, 3, 3})}), "equidistant");
    EXPECT_EQ(label({draws({1, 1, 1}), draws({1, 1, 1}), draws({1, 1, 1}), draws({7, 2, 2})}), "")
        << "three even domains do not hide one that is not, though H_within is above 0.95";
}

TEST(BalanceLabel, DifferentPolesInDifferentDomainsAreSpecialised) {
    EXPECT_EQ(label({draws({6, 2, 2}), draws({2, 6, 2})}), "specialised");
    EXPECT_EQ(label({draws({5, 2.5, 2.5}), draws({2.5, 5, 2.5})}), "") << "0.039 between the domains";
    EXPECT_EQ(label({draws({53, 23.5, 23.5}), draws({23.5, 53, 23.5})}), "specialised");
}

TEST(BalanceLabel, TheSamePoleEverywhereIsAlignment) {
    EXPECT_EQ(label({draws({6, 2, 2}), draws({8, 1, 1})}), "aligned:RUS");
    EXPECT_EQ(label({draws({1, 1, 8}), draws({2, 1, 6})}), "aligned:WEST");
    EXPECT_EQ(label({draws({6, 2, 2}), draws({4, 4, 1})}), "") << "a domain with two nearest poles has none";
    // Far apart in degree, but never with another pole: H_between is large, yet nothing is divided between poles.
    EXPECT_EQ(label({draws({96, 2, 2}), draws({4, 3, 3})}), "aligned:RUS");
}

TEST(BalanceLabel, MustHoldInNineDrawsOfTen) {
    std::vector<double> mostly;
    for (int d = 0; d < 100; ++d) {
        const bool aligned = d < 90;
        mostly.insert(mostly.end(), {aligned ? 8.0 : 1.0, aligned ? 1.0 : 8.0, 1});
    }
    const std::vector<CompositionDraws> two = {draws(mostly), draws({8, 1, 1})};
    const HedgeDraws h = hedge(two);
    EXPECT_EQ(h.probabilities.aligned, (std::vector<double>{0.9, 0, 0}));
    EXPECT_EQ(h.probabilities.specialised, 0.1);
    EXPECT_EQ(label(two), "aligned:RUS");
    EXPECT_EQ(label(two, 0.91), "");
}

TEST(HedgeDraws, EqualDomainsHaveNothingBetweenAndTheConditionsExcludeOneAnother) {
    const HedgeDraws same = hedge({draws({5, 3, 2}), draws({5, 3, 2})});
    EXPECT_NEAR(same.between[0], 0, 1e-15);
    EXPECT_NEAR(same.total[0], evenness(std::vector{0.5, 0.3, 0.2}), 1e-15);
    Random random(5, "domains of a test", 0);
    std::vector<CompositionDraws> domains;
    for (int m = 0; m < 3; ++m) {
        std::vector<double> closeness;
        for (int i = 0; i < 3 * 2000; ++i) closeness.push_back(std::exp(1.5 * random.uniform()));
        domains.push_back(draws(closeness));
    }
    const LabelProbabilities p = hedge(domains).probabilities;
    EXPECT_GT(p.equidistant, 0);
    EXPECT_GT(p.specialised, 0);
    EXPECT_LE(p.equidistant + p.specialised + p.aligned[0] + p.aligned[1] + p.aligned[2], 1);
}

}  // namespace balance_labels_test
}  // namespace tarazy
