#include "text/scaling/wordscores_bootstrap.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::wordscores_bootstrap_test {
namespace {

/// A low and a high reference and two virgin texts of many sentences of five words; all words of a sentence are the
/// same, so that words cluster.
Tokens clustered_tokens(std::size_t sentences) {
    Tokens tokens;
    tokens.documents = {"high", "low", "virgin", "zealous"};
    tokens.types = {".", "left", "right", "rare"};
    Random random(7, "clustered texts", 0);
    for (const double right : {0.8, 0.2, 0.5, 0.7}) {
        for (std::size_t s = 0; s < sentences; ++s) {
            const std::uint32_t word = random.uniform() < right ? 2 : 1;
            for (const std::uint32_t type : {word, word, word, word, word, 0U}) {
                tokens.type.push_back(type);
                tokens.start.push_back(0);
                tokens.length.push_back(1);
            }
        }
        tokens.first.push_back(tokens.type.size());
    }
    return tokens;
}

struct Clustered {
    SentenceCounts counts;
    std::vector<std::optional<double>> scores = {1.0, -1.0, std::nullopt, std::nullopt};
};

Clustered clustered(std::size_t sentences) {
    const Tokens tokens = clustered_tokens(sentences);
    return {sentence_counts(tokens, document_feature_matrix(tokens))};
}

TEST(WordscoresBootstrap, KnowsThatWordsComeInSentences) {
    const Clustered made = clustered(100);
    WordscoresOptions options;
    const WordscoresResult once = wordscores(made.counts.model, made.scores, options);
    const auto summaries = wordscores_bootstrap(made.counts, made.scores, options, {.replicates = 400});
    ASSERT_EQ(summaries.size(), 2U);
    EXPECT_EQ(summaries[0].replicates, 400U);
    // Five equal words a sentence: the spread is nearly sqrt(5) times what words drawn one by one would have, and the
    // word scores vary, too.
    EXPECT_GT(*summaries[0].se, 1.7 * *once.texts[0].se);
    EXPECT_LT(*summaries[0].se, 4 * *once.texts[0].se);
    EXPECT_LT(*summaries[0].lower, *once.texts[0].fit);
    EXPECT_GT(*summaries[0].upper, *once.texts[0].fit);
}

TEST(WordscoresBootstrap, SameBytesAtAnyNumberOfThreads) {
    const Clustered made = clustered(30);
    WordscoresOptions options;
    options.rescaling = WordscoresRescaling::lbg;
    const auto one = wordscores_bootstrap(made.counts, made.scores, options, {.replicates = 50, .threads = 1}),
               two = wordscores_bootstrap(made.counts, made.scores, options, {.replicates = 50, .threads = 2}),
               other = wordscores_bootstrap(made.counts, made.scores, options, {.replicates = 50, .seed = 2});
    EXPECT_EQ(*one[0].se, *two[0].se);
    EXPECT_EQ(*one[1].lower, *two[1].lower);
    EXPECT_NE(*one[0].se, *other[0].se);
}

TEST(WordscoresBootstrap, CanBeStopped) {
    const Clustered made = clustered(30);
    expect_stoppable([&](const Work& work) {
        (void)wordscores_bootstrap(made.counts, made.scores, {}, {.replicates = 200, .work = work});
    });
}

}  // namespace
}  // namespace tarazy::wordscores_bootstrap_test
