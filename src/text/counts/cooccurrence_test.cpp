#include "text/counts/cooccurrence.hpp"

#include "base/work_test.hpp"
#include "text/counts/association.hpp"
#include "text/counts/random_tokens_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

namespace tarazy::cooccurrence_test {
namespace {

using testing_counts::random_tokens;
using Pair = std::pair<std::string, std::string>;

std::map<Pair, CooccurringPair> by_names(const Tokens& tokens, const Cooccurrences& found) {
    std::map<Pair, CooccurringPair> pairs;
    for (const CooccurringPair& one : found.pairs) pairs[{tokens.types[one.a], tokens.types[one.b]}] = one;
    return pairs;
}

/// Every two tokens in turn.
std::map<Pair, double> slow_window(const Tokens& tokens, std::size_t window, const std::vector<bool>& left_out) {
    std::map<Pair, double> pairs;
    for (std::size_t d = 0; d < tokens.documents.size(); ++d) {
        for (std::size_t i = tokens.first[d]; i < tokens.first[d + 1]; ++i) {
            for (std::size_t j = i + 1; j < tokens.first[d + 1] && j <= i + window; ++j) {
                if (left_out[tokens.type[i]] || left_out[tokens.type[j]]) continue;
                ++pairs[std::minmax(tokens.types[tokens.type[i]], tokens.types[tokens.type[j]])];
            }
        }
    }
    return pairs;
}

TEST(Cooccurrence, WindowsAsTheDefinition) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Tokens tokens = random_tokens(6, 12, 40, seed);
        std::vector<bool> left_out(12, false);
        left_out[3] = seed % 2 == 0;
        const std::map<Pair, double> slow = slow_window(tokens, seed, left_out);
        const Cooccurrences found = cooccurrences(tokens, tokens.first, {.window = seed, .left_out = left_out});
        double total = 0;
        std::map<std::string, double> part;
        std::size_t different = 0;
        for (const auto& [pair, n] : slow) {
            total += n;
            part[pair.first] += n;
            part[pair.second] += n;
            different += pair.first == pair.second ? 0 : 1;
        }
        EXPECT_EQ(found.total, total);
        EXPECT_EQ(found.pairs.size(), different);
        for (const auto& [pair, one] : by_names(tokens, found)) {
            const double n = slow.at(pair), f = part[pair.first], g = part[pair.second], all = 2 * total;
            EXPECT_EQ(one.n, n);
            EXPECT_NEAR(one.npmi, std::log(n * all / (f * g)) / -std::log(n / all), 1e-10);
            EXPECT_NEAR(one.g2, signed_g2({n, f - n, g - n, all - f - g + n}) / 2, 1e-9);
        }
        for (std::uint32_t type = 0; type < 12; ++type) {
            const std::string& name = tokens.types[type];
            EXPECT_EQ(found.occurrences[type], part[name]);
            const auto same = slow.find({name, name});
            EXPECT_EQ(found.same_pairs[type], same == slow.end() ? 0 : same->second);
        }
    }
}

TEST(Cooccurrence, StretchesAsTheDefinition) {
    const Tokens tokens = random_tokens(30, 10, 8, 4);
    const Cooccurrences found = cooccurrences(tokens, tokens.first, {.window = 0});
    std::vector<std::set<std::string>> stretches;
    for (std::size_t d = 0; d < tokens.documents.size(); ++d) {
        std::set<std::string> held;
        for (const std::uint32_t type : tokens.of_document(d)) held.insert(tokens.types[type]);
        if (!held.empty()) stretches.push_back(held);
    }
    EXPECT_EQ(found.total, stretches.size());
    for (const auto& [pair, one] : by_names(tokens, found)) {
        double a = 0, b = 0, both = 0;
        for (const std::set<std::string>& held : stretches) {
            a += held.contains(pair.first) ? 1 : 0;
            b += held.contains(pair.second) ? 1 : 0;
            both += held.contains(pair.first) && held.contains(pair.second) ? 1 : 0;
        }
        const double all = found.total;
        EXPECT_EQ(one.n, both);
        EXPECT_NEAR(one.expected, a * b / all, 1e-12);
        EXPECT_NEAR(one.npmi, std::log(both * all / (a * b)) / -std::log(both / all), 1e-10);
        const double g2 = signed_g2({both, a - both, b - both, all - a - b + both});
        EXPECT_NEAR(one.g2, std::isnan(g2) ? 0 : g2, 1e-10);
    }
}

TEST(Cooccurrence, WordsThatAreAlwaysTogetherHaveNpmiOne) {
    Tokens tokens;
    tokens.documents = {"a"};
    tokens.types = {"test", "site", "."};
    for (int k = 0; k < 5; ++k) tokens.type.insert(tokens.type.end(), {0, 1, 2, 2, 2, 2});
    tokens.first = {0, tokens.type.size()};
    const Cooccurrences found = cooccurrences(tokens, tokens.first, {.window = 1, .left_out = {false, false, true}});
    ASSERT_EQ(found.pairs.size(), 1u);
    EXPECT_EQ(tokens.types[found.pairs[0].a], "site");
    EXPECT_EQ(found.pairs[0].n, 5);
    EXPECT_NEAR(found.pairs[0].npmi, 1, 1e-12);
}

TEST(Cooccurrence, RareTypesAndPairsAreLeftOut) {
    const Tokens tokens = random_tokens(10, 20, 40, 6);
    const Cooccurrences all = cooccurrences(tokens, tokens.first);
    const Cooccurrences often = cooccurrences(tokens, tokens.first, {.least_pairs = 4});
    EXPECT_EQ(often.total, all.total);
    EXPECT_EQ(static_cast<std::size_t>(
                  std::ranges::count_if(all.pairs, [](const CooccurringPair& one) { return one.n >= 4; })),
              often.pairs.size());
    EXPECT_LT(cooccurrences(tokens, tokens.first, {.least_count = 15}).total, all.total);
    EXPECT_TRUE(cooccurrences(Tokens{}, std::vector<std::size_t>{0}).pairs.empty());
}

TEST(Cooccurrence, SentencesEndWithTheirMarksAndQuotes) {
    Tokens tokens;
    tokens.documents = {"a", "b", "c"};
    tokens.types = {"peace", ".", "”", "?", "!"};
    tokens.type = {0, 0, 1, 2, 0, 3, 4, 0, 0, 1};
    tokens.first = {0, 8, 8, 10};
    EXPECT_EQ(sentence_begins(tokens), (std::vector<std::size_t>{0, 4, 7, 8, 10}));
    EXPECT_EQ(sentence_begins(Tokens{}), std::vector<std::size_t>{0});
}

TEST(Cooccurrence, TheSameAtAnyNumberOfThreads) {
    const Tokens tokens = random_tokens(20, 400, 300, 5);
    const Cooccurrences one = cooccurrences(tokens, tokens.first, {.threads = 1});
    const Cooccurrences two = cooccurrences(tokens, tokens.first, {.threads = 2});
    ASSERT_EQ(one.pairs.size(), two.pairs.size());
    for (std::size_t k = 0; k < one.pairs.size(); ++k) {
        EXPECT_EQ(one.pairs[k].a, two.pairs[k].a);
        EXPECT_EQ(one.pairs[k].g2, two.pairs[k].g2);
    }
    EXPECT_EQ(cooccurrence_table(tokens, one.pairs).rows(), one.pairs.size());
}

TEST(Cooccurrence, CanBeStopped) {
    const Tokens tokens = random_tokens(40, 2000, 4000, 1);
    for (const std::size_t window : {std::size_t{5}, std::size_t{0}}) {
        expect_stoppable([&](const Work& work) {
            (void)cooccurrences(tokens, tokens.first, {.window = window, .threads = 1, .work = work});
        });
    }
}

}  // namespace
}  // namespace tarazy::cooccurrence_test
