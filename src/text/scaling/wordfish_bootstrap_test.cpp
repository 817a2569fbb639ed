#include "text/scaling/wordfish_bootstrap.hpp"

#include "base/work_test.hpp"
#include "text/scaling/wordfish_fixture_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy::wordfish_bootstrap_test {
namespace {

WordfishOptions quick() {
    WordfishOptions options;
    options.errors = false;
    return options;
}

TEST(WordfishBootstrap, DocumentsKeepTheirPlacesAndTheirSide) {
    const auto made = wordfish_fixture::simulated(30, 60, 5);
    for (const bool mirrored : {false, true}) {
        WordfishOptions options = quick();
        options.low = mirrored ? "d1000" : "d1029";
        options.high = mirrored ? "d1029" : "d1000";
        const WordfishFit fit = wordfish(made.matrix, options);
        const WordfishBootstrap boot = wordfish_document_bootstrap(made.matrix, fit, options, {.replicates = 40});
        EXPECT_EQ(boot.undefined + boot.not_converged, 0U);
        std::size_t held = 0;
        for (std::size_t i = 0; i < 30; ++i) {
            const ReplicateSummary& one = boot.theta[i];
            EXPECT_GT(one.replicates, 10U);
            EXPECT_LT(one.replicates, 40U);
            const double apart = std::abs(fit.parameters.theta[i] - (*one.lower + *one.upper) / 2);
            held += apart < 0.2 ? 1 : 0;
            EXPECT_LT(*one.se, 0.5) << i;
        }
        EXPECT_GE(held, 28U) << "replicates lie around the fit, not around its mirror image";
    }
}

TEST(WordfishBootstrap, WordsSpreadAsFarAsTheirErrorsSay) {
    const auto made = wordfish_fixture::simulated(40, 30, 9);
    const WordfishOptions options;
    const WordfishFit fit = wordfish(made.matrix, options);
    const WordfishBootstrap boot = wordfish_document_bootstrap(made.matrix, fit, quick(), {.replicates = 50});
    std::vector<double> ratios;
    // beta_j + c with alpha_i - c theta_i is the same model: of the level of all beta only the prior knows, with a
    // variance of 9/words, and each replicate has its mode there. Beside that both errors say the same.
    const double level = 9 / static_cast<double>(fit.words.size());
    for (std::size_t j = 0; j < fit.words.size(); ++j)
        ratios.push_back(*boot.beta[j].se / std::sqrt(fit.errors->beta[j] * fit.errors->beta[j] - level));
    std::ranges::sort(ratios);
    EXPECT_GT(ratios[ratios.size() / 2], 0.7);
    EXPECT_LT(ratios[ratios.size() / 2], 1.6);
}

TEST(WordfishBootstrap, SameBytesAtAnyNumberOfThreads) {
    const auto made = wordfish_fixture::simulated(8, 20, 3);
    const WordfishFit fit = wordfish(made.matrix, quick());
    const auto run = [&](unsigned threads, std::uint64_t seed) {
        return wordfish_document_bootstrap(made.matrix, fit, quick(),
                                           {.replicates = 20, .seed = seed, .threads = threads});
    };
    const WordfishBootstrap one = run(1, 1), two = run(2, 1), other = run(1, 2);
    for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(one.theta[i].se, two.theta[i].se);
    for (std::size_t j = 0; j < 20; ++j) EXPECT_EQ(one.beta[j].upper, two.beta[j].upper);
    EXPECT_NE(one.theta[0].se, other.theta[0].se);
}

TEST(WordfishBootstrap, SentencesOfEachDocument) {
    // Each count as a sentence of its own words.
    const auto made = wordfish_fixture::simulated(8, 20, 4);
    SentenceCounts counts;
    counts.model = made.matrix;
    counts.sentences.features = made.matrix.features;
    for (std::size_t d = 0; d < made.matrix.documents.size(); ++d) {
        for (std::size_t cell = made.matrix.row_begin[d]; cell < made.matrix.row_begin[d + 1]; ++cell) {
            for (double n = 0; n < made.matrix.count[cell]; ++n) {
                counts.sentences.documents.emplace_back();
                counts.sentences.feature.push_back(made.matrix.feature[cell]);
                counts.sentences.count.push_back(1);
                counts.sentences.row_begin.push_back(counts.sentences.cells());
            }
        }
        counts.first.push_back(counts.sentences.documents.size());
    }
    const WordfishFit fit = wordfish(made.matrix, WordfishOptions());
    const WordfishBootstrap boot = wordfish_sentence_bootstrap(counts, fit, quick(), {.replicates = 100});
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_EQ(boot.theta[i].replicates, 100U - boot.undefined - boot.not_converged);
        // Counts as the model has them, but that totals are fixed.
        EXPECT_LT(*boot.theta[i].se, 2.5 * fit.errors->theta[i]) << i;
        EXPECT_GT(*boot.theta[i].se, 0.4 * fit.errors->theta[i]) << i;
    }
}

TEST(WordfishBootstrap, CanBeStopped) {
    const auto made = wordfish_fixture::simulated(6, 12, 3);
    const WordfishFit fit = wordfish(made.matrix, quick());
    expect_stoppable([&](const Work& work) {
        (void)wordfish_document_bootstrap(made.matrix, fit, quick(), {.replicates = 200, .work = work});
    });
}

}  // namespace
}  // namespace tarazy::wordfish_bootstrap_test
