#include "compare/sets/boolean_algebra.hpp"

#include "base/random.hpp"
#include "compare/minimisation/truth_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace boolean_algebra_test {

const PropertySpace space({{"A"}, {"B"}, {"C", 3, true}, {"D"}});

bool holds_at(const std::vector<Literals>& sum, Literals configuration) {
    return std::ranges::any_of(sum, [&](Literals term) { return term.covers(configuration); });
}

std::vector<Literals> random_sum(Random& random) {
    std::vector<Literals> terms;
    for (std::uint64_t t = 0; t < random.below(4); ++t) {
        Literals term;
        for (std::size_t c = 0; c < space.size(); ++c) {
            if (random.below(2) == 0)
                term = term | space.literal(c, static_cast<unsigned>(random.below(space.conditions[c].levels)));
        }
        terms.push_back(term);
    }
    return terms;
}

TEST(BooleanAlgebra, SaysOfEveryConfigurationWhatLogicSays) {
    Random random(3, "sums of a test of boolean algebra", 0);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Literals> a = random_sum(random), b = random_sum(random);
        for (std::uint64_t number = 1; number <= space.configurations(); ++number) {
            const Literals at = configuration_literals(space, configuration_levels(space, number));
            EXPECT_EQ(holds_at(either(space, a, b), at), holds_at(a, at) || holds_at(b, at));
            EXPECT_EQ(holds_at(both(space, a, b), at), holds_at(a, at) && holds_at(b, at));
            EXPECT_EQ(holds_at(negation(space, a), at), !holds_at(a, at));
        }
    }
}

TEST(BooleanAlgebra, SaysWhatASumCovers) {
    Random random(4, "sums of a test of boolean algebra", 0);
    std::size_t everything = 0, terms = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<Literals> sum = random_sum(random);
        for (const Literals more : random_sum(random)) sum.push_back(more);
        const Literals term = space.literal(0, static_cast<unsigned>(random.below(2))) |
                              (round % 2 == 0 ? Literals{} : space.literal(2, static_cast<unsigned>(random.below(3))));
        bool all = true, all_of_term = true;
        for (std::uint64_t number = 1; number <= space.configurations(); ++number) {
            const Literals at = configuration_literals(space, configuration_levels(space, number));
            all = all && holds_at(sum, at);
            all_of_term = all_of_term && (!term.covers(at) || holds_at(sum, at));
        }
        EXPECT_EQ(covers_everything(space, sum), all);
        EXPECT_EQ(covers_term(space, sum, term), all_of_term);
        everything += all ? 1 : 0;
        terms += all_of_term && !all ? 1 : 0;
    }
    EXPECT_GT(everything, 100U);
    EXPECT_GT(terms, 100U);
    const auto level = [](unsigned l) { return space.literal(2, l); };
    EXPECT_TRUE(covers_everything(space, {level(0), level(1), level(2)}));
    EXPECT_FALSE(covers_everything(space, {level(0), level(1)}));
    EXPECT_FALSE(covers_everything(space, {}));
}

TEST(BooleanAlgebra, LongerTermsAreAbsorbed) {
    const Literals a = space.literal(0, 1), ab = a | space.literal(1, 1);
    EXPECT_EQ(either(space, {ab}, {a}), std::vector<Literals>{a});
    EXPECT_TRUE(both(space, {a}, {space.literal(0, 0)}).empty());
    EXPECT_EQ(negation(space, {}), std::vector<Literals>{Literals{}});
    EXPECT_TRUE(negation(space, {Literals{}}).empty());
}

}  // namespace boolean_algebra_test
}  // namespace tarazy
