#include "compare/sets/covered_configurations.hpp"

#include "base/random.hpp"
#include "compare/minimisation/truth_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace covered_configurations_test {

PropertySpace space_of(const std::vector<unsigned>& levels) {
    std::vector<Condition> conditions;
    for (std::size_t c = 0; c < levels.size(); ++c)
        conditions.push_back({"X" + std::to_string(c + 1), levels[c], levels[c] > 2, false});
    return PropertySpace(conditions);
}

std::vector<Literals> random_terms(const PropertySpace& space, std::size_t count, std::uint64_t spoken,
                                   Random& random) {
    std::vector<Literals> terms(count);
    for (Literals& term : terms) {
        for (std::size_t c = 0; c < space.size(); ++c) {
            if (random.below(10) >= spoken) continue;
            term = term | space.literal(c, static_cast<unsigned>(random.below(space.conditions[c].levels)));
        }
    }
    return terms;
}

TEST(CoveredConfigurations, AreThoseOfGoingThroughTheSpace) {
    Random random(3, "sums of the counting test", 0);
    for (int round = 0; round < 200; ++round) {
        const PropertySpace space = round % 2 == 0 ? space_of({2, 2, 2, 2, 2, 2, 2}) : space_of({3, 2, 4, 2, 3});
        const std::vector<Literals> terms = random_terms(space, random.below(30), 2 + random.below(8), random);
        const std::vector<Literals> rest = uncovered_terms(space, terms);
        std::vector<std::uint64_t> covered;
        for (std::uint64_t n = 1; n <= space.configurations(); ++n) {
            const Literals row = configuration_literals(space, configuration_levels(space, n));
            const auto holds = [&](Literals term) { return term.covers(row); };
            const bool inside = std::ranges::any_of(terms, holds);
            if (inside) covered.push_back(n);
            EXPECT_EQ(std::ranges::count_if(rest, holds), inside ? 0 : 1);
        }
        EXPECT_EQ(covered_rows(space, terms), covered);
        EXPECT_EQ(covered_configurations(space, terms), covered.size());
    }
}

TEST(CoveredConfigurations, FitWhereSixtyFourBitsDoNot) {
    const PropertySpace crisp = space_of(std::vector<unsigned>(64, 2));
    EXPECT_EQ(count_text(covered_configurations(crisp, {Literals{}})), "18446744073709551616");
    EXPECT_EQ(count_text(covered_configurations(crisp, {crisp.literal(0, 1), crisp.literal(63, 0)})),
              "13835058055282163712");  // three quarters of 2^64
    const PropertySpace three = space_of(std::vector<unsigned>(42, 3));
    EXPECT_EQ(count_text(configuration_count(three)), "109418989131512359209");
    EXPECT_EQ(count_text(covered_configurations(three, {three.literal(5, 2)})), "36472996377170786403");
    EXPECT_EQ(count_text(0), "0");
}

TEST(CoveredConfigurations, OfManyTermsAreWhatBothWaysSay) {
    Random random(4, "sums of the counting test", 0);
    const PropertySpace space = space_of(std::vector<unsigned>(30, 2));
    const std::vector<Literals> terms = random_terms(space, 14, 1, random);
    const std::vector<Literals> fewer(terms.begin(), terms.begin() + 12);
    // |A + B| = |A| + |B| - |A * B|, the left side by splitting, the right one by inclusion and exclusion.
    std::vector<Literals> more(terms.begin() + 12, terms.end()), common;
    for (const Literals a : fewer) {
        for (const Literals b : more) common.push_back(a | b);
    }
    EXPECT_EQ(covered_configurations(space, terms), covered_configurations(space, fewer) +
                                                        covered_configurations(space, more) -
                                                        covered_configurations(space, common));
}

TEST(CoveredConfigurations, AreNumberedAsInATruthTableWhereAConditionDoesNotApply) {
    const PropertySpace space({{"A", 2, false, true}, {"B", 2, false, false}});
    EXPECT_EQ(covered_rows(space, {space.literal(0, 1)}), (std::vector<std::uint64_t>{3, 4}));
    EXPECT_EQ(covered_rows(space, {space.literal(0, 1) | space.literal(0, 0)}), std::vector<std::uint64_t>{});
}

}  // namespace covered_configurations_test
}  // namespace tarazy
