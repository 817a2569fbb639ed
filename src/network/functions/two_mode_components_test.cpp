#include "network/functions/two_mode_components.hpp"

#include "network/functions/functions_example_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace two_mode_components_test {

using functions_example::bits_of;

TEST(TwoModeComponents, AreCountedByStates) {
    // institutions x states: A joins 0 and 1, B joins 1 and 2, C has no member; state 3 is alone.
    const BitMatrix members = bits_of({"1100", "0110", "0000"});
    EXPECT_EQ(count_two_mode_components(members, {}), 2u);
    EXPECT_EQ(count_two_mode_components(members, std::vector<std::uint32_t>{0}), 3u);
    EXPECT_EQ(count_two_mode_components(members, std::vector<std::uint32_t>{0, 1}), 4u);
    EXPECT_EQ(count_two_mode_components(members, std::vector<std::uint32_t>{2}), 2u) << "it joins nobody";
}

/// By spreading labels until nothing changes.
std::size_t by_labels(const BitMatrix& members, const std::vector<std::uint32_t>& removed) {
    std::vector<std::size_t> label(members.columns());
    for (std::size_t state = 0; state < label.size(); ++state) label[state] = state;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t e = 0; e < members.rows(); ++e) {
            if (std::ranges::find(removed, e) != removed.end()) continue;
            for (std::size_t a = 0; a < label.size(); ++a)
                for (std::size_t b = 0; b < label.size(); ++b)
                    if (members(e, a) && members(e, b) && label[a] < label[b]) {
                        label[b] = label[a];
                        changed = true;
                    }
        }
    }
    std::size_t parts = 0;
    for (std::size_t state = 0; state < label.size(); ++state) parts += label[state] == state ? 1 : 0;
    return parts;
}

TEST(TwoModeComponents, EqualThoseOfSpreadingLabels) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed, "components of tests", 0);
        BitMatrix members(6, 70);
        for (std::size_t e = 0; e < 6; ++e)
            for (std::size_t i = 0; i < 70; ++i) members.set(e, i, random.uniform() < 0.05);
        const std::vector<std::uint32_t> removed = {static_cast<std::uint32_t>(seed % 6)};
        ASSERT_EQ(count_two_mode_components(members, removed), by_labels(members, removed)) << seed;
        ASSERT_EQ(count_two_mode_components(members, {}), by_labels(members, {})) << seed;
    }
}

}  // namespace two_mode_components_test
}  // namespace tarazy
