#include "text/counts/collocations.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "text/counts/random_tokens_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace tarazy::collocations_test {
namespace {

using testing_counts::random_tokens;
using Words = std::vector<std::uint32_t>;

/// All sequences, one by one.
std::vector<Words> sequences_of(const Tokens& tokens, std::size_t size, const std::vector<bool>& left_out = {}) {
    std::vector<Words> sequences;
    for (std::size_t d = 0; d < tokens.documents.size(); ++d) {
        const auto words = tokens.of_document(d);
        for (std::size_t k = 0; k + size <= words.size(); ++k) {
            const Words one(words.begin() + static_cast<std::ptrdiff_t>(k),
                            words.begin() + static_cast<std::ptrdiff_t>(k + size));
            bool whole = true;
            for (const std::uint32_t word : one) whole = whole && (left_out.empty() || !left_out[word]);
            if (whole) sequences.push_back(one);
        }
    }
    return sequences;
}

/// The definition, each count by going through all sequences.
Collocation slowly(const std::vector<Words>& sequences, const Words& words, double smoothing) {
    const std::size_t size = words.size(), subsets = std::size_t{1} << size;
    std::vector<double> exactly(subsets, 0.0), parts(size, 0.0);
    for (const Words& other : sequences) {
        std::size_t agrees = 0;
        for (std::size_t k = 0; k < size; ++k) agrees |= (other[k] == words[k] ? std::size_t{1} : 0U) << k;
        ++exactly[agrees];
        for (std::size_t k = 0; k < size; ++k) parts[k] += other[k] == words[k] ? 1 : 0;
    }
    Collocation one;
    double variance = 0;
    for (std::size_t b = 0; b < subsets; ++b) {
        std::size_t in_b = 0;
        for (std::size_t k = 0; k < size; ++k) in_b += b >> k & 1U;
        one.lambda += ((size - in_b) % 2 == 1 ? -1 : 1) * std::log(exactly[b] + smoothing);
        variance += 1 / (exactly[b] + smoothing);
    }
    one.z = one.lambda / std::sqrt(variance);
    one.count = static_cast<std::uint32_t>(exactly.back());
    const double all = static_cast<double>(sequences.size());
    double expected = all, sum = 0;
    for (const double part : parts) {
        expected *= part / all;
        sum += part;
    }
    one.pmi = std::log2(one.count / expected);
    one.npmi = one.pmi / (-static_cast<double>(size - 1) * std::log2(one.count / all));
    one.log_dice = 14 + std::log2(static_cast<double>(size) * one.count / sum);
    return one;
}

Words words_at(const Tokens& tokens, std::size_t place, std::size_t size) {
    return {tokens.type.begin() + static_cast<std::ptrdiff_t>(place),
            tokens.type.begin() + static_cast<std::ptrdiff_t>(place + size)};
}

TEST(Collocations, AsTheDefinitionOfEverySize) {
    for (std::size_t size = 2; size <= 5; ++size) {
        const Tokens tokens = random_tokens(9, 6, 60, size);
        const std::vector<Words> sequences = sequences_of(tokens, size);
        std::map<Words, std::uint32_t> counts;
        for (const Words& one : sequences) ++counts[one];
        const Collocations result = collocations(tokens, {.size = size, .least_count = 1, .smoothing = 0.5});
        EXPECT_EQ(result.sequences, sequences.size());
        EXPECT_EQ(result.found.size(), counts.size());
        for (const Collocation& one : result.found) {
            const Words words = words_at(tokens, one.place, size);
            const Collocation expected = slowly(sequences, words, 0.5);
            EXPECT_EQ(one.count, counts.at(words));
            EXPECT_NEAR(one.lambda, expected.lambda, 1e-9);
            EXPECT_NEAR(one.z, expected.z, 1e-9);
            EXPECT_NEAR(one.pmi, expected.pmi, 1e-9);
            EXPECT_NEAR(one.npmi, expected.npmi, 1e-9);
            EXPECT_NEAR(one.log_dice, expected.log_dice, 1e-9);
        }
    }
}

TEST(Collocations, NoneAcrossWhatIsLeftOut) {
    const Tokens tokens = random_tokens(5, 5, 50, 7);
    const std::vector<bool> left_out = {false, true, false, false, false};
    const Collocations result = collocations(tokens, {.size = 3, .least_count = 1, .left_out = left_out});
    const std::vector<Words> sequences = sequences_of(tokens, 3, left_out);
    EXPECT_EQ(result.sequences, sequences.size());
    for (const Collocation& one : result.found)
        EXPECT_NEAR(one.z, slowly(sequences, words_at(tokens, one.place, 3), 0.5).z, 1e-9);
}

TEST(Collocations, RareOnesAreNotJudgedAndTheOrderOfDocumentsDoesNotMatter) {
    const Tokens tokens = random_tokens(6, 8, 80, 2);
    Tokens turned = tokens;
    turned.type.clear();
    turned.first = {0};
    for (std::size_t d = tokens.documents.size(); d-- > 0;) {
        const auto words = tokens.of_document(d);
        turned.type.insert(turned.type.end(), words.begin(), words.end());
        turned.first.push_back(turned.type.size());
    }
    const Collocations here = collocations(tokens, {.least_count = 5}),
                       there = collocations(turned, {.least_count = 5});
    ASSERT_EQ(here.found.size(), there.found.size());
    ASSERT_GT(here.found.size(), 0u);
    for (std::size_t k = 0; k < here.found.size(); ++k) {
        EXPECT_GE(here.found[k].count, 5u);
        EXPECT_EQ(words_at(tokens, here.found[k].place, 2), words_at(turned, there.found[k].place, 2));
        EXPECT_EQ(here.found[k].z, there.found[k].z);
    }
}

TEST(Collocations, ShortAndEmptyTexts) {
    Tokens tokens;
    EXPECT_TRUE(collocations(tokens).found.empty());
    tokens.documents = {"a", "b"};
    tokens.types = {"peace"};
    tokens.type = {0, 0};
    tokens.first = {0, 1, 2};
    EXPECT_TRUE(collocations(tokens, {.least_count = 1}).found.empty());
    tokens.first = {0, 2, 2};
    const Collocations result = collocations(tokens, {.least_count = 1});
    ASSERT_EQ(result.found.size(), 1u);
    EXPECT_EQ(result.found[0].npmi, 1);
    EXPECT_EQ(collocations_table(tokens, result, 2)["collocation"].display(0), "peace peace");
}

TEST(Collocations, SizesThatAreNotOfferedAreRefused) {
    const Tokens tokens = random_tokens(2, 3, 10, 1);
    EXPECT_THROW((void)collocations(tokens, {.size = 1}), UsageError);
    EXPECT_THROW((void)collocations(tokens, {.size = 6}), UsageError);
    EXPECT_THROW((void)collocations(tokens, {.smoothing = 0}), UsageError);
}

TEST(Collocations, CanBeStopped) {
    const Tokens tokens = random_tokens(40, 2000, 20000, 1);
    expect_stoppable([&](const Work& work) { (void)collocations(tokens, {.size = 3, .work = work}); });
}

}  // namespace
}  // namespace tarazy::collocations_test
