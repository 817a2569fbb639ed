#include "text/counts/sequence_diversity.hpp"

#include "base/error.hpp"
#include "text/counts/random_tokens_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy::sequence_diversity_test {
namespace {

// "of the people by the people for the people", with which McCarthy & Jarvis (2010) explain a factor: it is full at the
// second "people".
const std::vector<std::uint32_t> lincoln = {0, 1, 2, 3, 1, 2, 4, 1, 2};

TEST(SequenceDiversity, ByHand) {
    const SequenceDiversity found = sequence_diversity(lincoln, {.window = 4, .segment = 4, .factor = 0.72});
    // Windows of four: 4, 3, 3, 4, 3, 3 types.
    EXPECT_NEAR(found.mattr, 20.0 / 24, 1e-15);
    EXPECT_NEAR(found.msttr, (4.0 + 3) / 8, 1e-15);
    // Forwards one factor and three tokens all different. Backwards people the for people the: 3/5 ends the first;
    // by people the of is all different.
    EXPECT_NEAR(found.mtld, 9, 1e-12);
}

TEST(SequenceDiversity, TheRestIsAPartOfAFactor) {
    // No factor is full: 4/5 = .8 forwards and backwards.
    const std::vector<std::uint32_t> tokens = {0, 1, 2, 3, 0};
    EXPECT_NEAR(sequence_diversity(tokens).mtld, 5 / (0.2 / 0.28), 1e-12);
    // Exactly at the factor it is full.
    EXPECT_NEAR(sequence_diversity(tokens, {.factor = 0.8}).mtld, 5, 1e-12);
}

TEST(SequenceDiversity, WhatIsNotDefinedIsUnknown) {
    const std::vector<std::uint32_t> different = {0, 1, 2};
    EXPECT_TRUE(std::isnan(sequence_diversity(different).mtld));
    EXPECT_TRUE(std::isnan(sequence_diversity(different).mattr)) << "shorter than the window";
    EXPECT_TRUE(std::isnan(sequence_diversity(different).msttr));
    EXPECT_TRUE(std::isnan(sequence_diversity({}).mtld));
    EXPECT_THROW((void)sequence_diversity(different, {.window = 0}), UsageError);
    EXPECT_THROW((void)sequence_diversity(different, {.factor = 1}), UsageError);
}

TEST(SequenceDiversity, AsCountedTheSlowWay) {
    const Tokens tokens = testing_counts::random_tokens(20, 30, 200, 5);
    const auto types_in = [](std::span<const std::uint32_t> part) {
        return static_cast<double>(std::set<std::uint32_t>(part.begin(), part.end()).size());
    };
    for (std::size_t d = 0; d < tokens.documents.size(); ++d) {
        const auto document = tokens.of_document(d);
        const SequenceDiversity found = sequence_diversity(document, {.window = 17, .segment = 13});
        double windows = 0, segments = 0, n_windows = 0, n_segments = 0;
        for (std::size_t at = 0; at + 17 <= document.size(); ++at, ++n_windows)
            windows += types_in(document.subspan(at, 17)) / 17;
        for (std::size_t at = 0; at + 13 <= document.size(); at += 13, ++n_segments)
            segments += types_in(document.subspan(at, 13)) / 13;
        if (n_windows > 0) {
            EXPECT_NEAR(found.mattr, windows / n_windows, 1e-12);
        }
        if (n_segments > 0) {
            EXPECT_NEAR(found.msttr, segments / n_segments, 1e-12);
        }
    }
}

}  // namespace
}  // namespace tarazy::sequence_diversity_test
