#include "text/contrasts/keyness_window.hpp"

#include "io/read_table.hpp"
#include "text/counts/keyness.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace keyness_window_test {

GroupWords few_words() {
    std::vector<std::string> notes;
    GroupWordOptions options;
    options.stop_words = false;
    return group_words(
        read_csv("doc_id,state,year,text\n"
                 "a,KAZ,1992,peace peace steppe trade\nb,KAZ,1993,peace trade\n"
                 "c,UZB,1992,trade trade cotton trade cotton cotton trade cotton\nd,KGZ,1993,peace water\n",
                 "d.csv"),
        {"state", {"KAZ", "UZB", "KGZ"}, 1990, 2000}, options, notes);
}

GroupKeynessOptions options_of_few() {
    GroupKeynessOptions options;
    options.windows = {{1990, 2000}};
    options.groups = {"KAZ", "UZB", "KGZ"};
    options.least_count = 1;
    options.least_documents = 1;
    return options;
}

TEST(KeynessWindow, PooledIsWhatTheCommandComputes) {
    const GroupWords words = few_words();
    const GroupKeynessOptions options = options_of_few();
    const KeynessWindow window(words, options, {1990, 2000});
    const SideCounts target = window.target_side(window.as_read()),
                     pooled = window.reference_side(window.as_read(), KeynessReference::pooled);
    const Keyness found = keyness(words.matrix, window.target(), window.reference());
    EXPECT_EQ(found.features.size(), window.compared().size());
    for (std::size_t w = 0; w < window.compared().size(); ++w) {
        const auto same = std::ranges::find(found.features, window.compared()[w], &KeyFeature::feature);
        ASSERT_NE(same, found.features.end());
        EXPECT_NEAR(window.contrast(w, target, pooled).z, same->z, 1e-12);
        EXPECT_NEAR(window.contrast(w, target, pooled).log_odds, same->log_odds, 1e-12);
    }
}

TEST(KeynessWindow, BalancedGivesEveryStateTheSameWeight) {
    const GroupWords words = few_words();
    const GroupKeynessOptions options = options_of_few();
    const KeynessWindow window(words, options, {1990, 2000});
    const SideCounts balanced = window.reference_side(window.as_read(), KeynessReference::balanced);
    // Of 8 and 2 words: 2^2/(1/8 + 1/2) = 6.4; peace is half of the words of one and none of the other's.
    EXPECT_DOUBLE_EQ(balanced.total, 6.4);
    const auto peace = std::ranges::find(words.matrix.features, "peace") - words.matrix.features.begin();
    const auto place = std::ranges::find(window.compared(), static_cast<std::uint32_t>(peace));
    ASSERT_NE(place, window.compared().end());
    EXPECT_DOUBLE_EQ(balanced.count[static_cast<std::size_t>(place - window.compared().begin())], 1.6);
}

TEST(KeynessWindow, WithoutDocumentsOnOneSideThereIsNothingToCompare) {
    const GroupWords words = few_words();
    const GroupKeynessOptions options = options_of_few();
    EXPECT_FALSE(KeynessWindow(words, options, {1994, 2000}).whole());
}

}  // namespace keyness_window_test
}  // namespace tarazy
