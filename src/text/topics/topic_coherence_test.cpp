#include "text/topics/topic_coherence.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::topic_coherence_test {
namespace {

/// Each document holds the features whose letters its text has.
DocumentFeatureMatrix letters(const std::vector<std::string>& documents) {
    DocumentFeatureMatrix matrix;
    matrix.features = {"a", "b", "c"};
    for (const std::string& text : documents) {
        matrix.documents.push_back("d" + std::to_string(matrix.documents.size()));
        for (std::uint32_t k = 0; k < 3; ++k) {
            if (text.find(matrix.features[k]) == std::string::npos) continue;
            matrix.feature.push_back(k);
            matrix.count.push_back(2);
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

TEST(TopicCoherence, OfWordsThatGoTogetherThatMeetAtRandomAndThatNeverMeet) {
    EXPECT_NEAR(*npmi_coherence(letters({"ab", "ab", "c", "c"}), {0, 1}), 1, 1e-12);
    EXPECT_NEAR(*npmi_coherence(letters({"ab", "a", "b", "c"}), {0, 1}), 0, 1e-12);
    EXPECT_NEAR(*npmi_coherence(letters({"a", "b"}), {0, 1}), -1, 1e-12);
    // Worked by hand: p_ab = 2/5, p_a = p_b = 3/5.
    EXPECT_NEAR(*npmi_coherence(letters({"ab", "ab", "a", "b", "c"}), {0, 1}), std::log(0.4 / 0.36) / -std::log(0.4),
                1e-12);
}

TEST(TopicCoherence, WordsOfAllDocumentsSayNothingAndOneWordHasNone) {
    EXPECT_EQ(*npmi_coherence(letters({"ab", "ab"}), {0, 1}), 0);
    EXPECT_FALSE(npmi_coherence(letters({"ab"}), {0}));
}

}  // namespace
}  // namespace tarazy::topic_coherence_test
