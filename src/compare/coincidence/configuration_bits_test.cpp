#include "compare/coincidence/configuration_bits.hpp"

#include "compare/minimisation/truth_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace configuration_bits_test {

using Terms = std::vector<Literals>;

std::size_t where(const ConfigurationBits& bits, const FormulaBits& formula, const Shortening* shortening) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < bits.words(); ++w)
        count +=
            static_cast<std::size_t>(count_bits(~(formula.cause(w, shortening) ^ formula.effect[w]) & bits.all(w)));
    return count;
}

std::size_t counted(const PropertySpace& space, const Terms& terms, Effect effect) {
    std::size_t count = 0;
    for (std::uint64_t number = 1; number <= space.configurations(); ++number) {
        const Literals at = configuration_literals(space, configuration_levels(space, number));
        const bool cause = std::ranges::any_of(terms, [&](Literals term) { return term.covers(at); });
        count += cause == space.literal(effect.factor, effect.level).covers(at) ? 1 : 0;
    }
    return count;
}

TEST(ConfigurationBits, AFormulaAgreesWithAsManyAsLogicSays) {
    const PropertySpace space({{"A"}, {"B", 3, true}, {"C"}, {"D", 5, true}, {"E"}});
    const Literals a = space.literal(0, 1), b = space.literal(1, 2), not_c = space.literal(2, 0),
                   d = space.literal(3, 4);
    Literals used = a | b | not_c | d | space.literal(4, 1);
    const ConfigurationBits bits(space, used);
    ASSERT_TRUE(bits.few_enough());
    const Effect effect{4, 1};
    const FormulaBits formula = bits.formula({a | b, not_c | d, b | d}, effect);
    EXPECT_EQ(where(bits, formula, nullptr), counted(space, {a | b, not_c | d, b | d}, effect));
    std::multiset<std::size_t> ours, wanted;
    for (const Shortening& one : formula.shortenings()) ours.insert(where(bits, formula, &one));
    for (const Terms& terms : {Terms{not_c | d, b | d}, Terms{a, not_c | d, b | d}, Terms{b, not_c | d, b | d},
                               Terms{a | b, b | d}, Terms{a | b, not_c, b | d}, Terms{a | b, d, b | d},
                               Terms{a | b, not_c | d}, Terms{a | b, not_c | d, b}, Terms{a | b, not_c | d, d}})
        wanted.insert(counted(space, terms, effect));
    EXPECT_EQ(ours, wanted);
}

TEST(ConfigurationBits, FactorsThatNobodySpeaksOfDoNotCount) {
    std::vector<Condition> many;
    for (int f = 0; f < 30; ++f) many.push_back({"F" + std::to_string(f)});
    const PropertySpace space(many);
    Literals few = space.literal(3, 1) | space.literal(29, 0), all;
    for (std::size_t f = 0; f < 30; ++f) all = all | space.literal(f, 1);
    EXPECT_TRUE(ConfigurationBits(space, few).few_enough());
    EXPECT_FALSE(ConfigurationBits(space, all).few_enough());
    const ConfigurationBits bits(space, few);
    EXPECT_EQ(where(bits, bits.formula({space.literal(3, 1)}, {29, 1}), nullptr), 2U);
}

}  // namespace configuration_bits_test
}  // namespace tarazy
