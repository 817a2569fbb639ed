#include "text/scaling/wordfish.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "table/named_cells.hpp"
#include "text/scaling/wordfish_fixture_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tarazy::wordfish_test {
namespace {

/// Positions that were computed to the optimum by another program; `file` has doc, theta, se_conditional, alpha.
void expect_exact(const WordfishFit& fit, const std::string& file) {
    const Table expected = read_table(file);
    ASSERT_EQ(expected.rows(), fit.documents.size());
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const auto i = static_cast<std::size_t>(std::ranges::find(fit.documents, text_in(expected, "doc", row)) -
                                                fit.documents.begin());
        ASSERT_LT(i, fit.documents.size());
        EXPECT_NEAR(fit.parameters.theta[i], *number_in(expected, "theta", row), 1e-4);
        EXPECT_NEAR(fit.parameters.alpha[i], *number_in(expected, "alpha", row), 1e-3);
        EXPECT_NEAR(fit.errors->theta_conditional[i], *number_in(expected, "se_conditional", row), 1e-5);
    }
}

TEST(Wordfish, ReachesTheOptimumOnThePublishedExample) {
    const WordfishFit fit = wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R5"});
    EXPECT_TRUE(fit.converged);
    EXPECT_LT(fit.kkt, 1e-6);
    EXPECT_NEAR(fit.objective, 21180.700066, 1e-5);  // quanteda.textmodels 0.9.10 stops at 21170.465
    expect_exact(fit, TARAZY_SOURCE_DIR "/src/text/testdata/lbg_wordfish_exact_docs.csv");
}

TEST(Wordfish, ReachesTheOptimumOnTheIrishBudget) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/text/";
    if (!std::filesystem::exists(folder + "irish2010_dfm_triplets.csv")) GTEST_SKIP() << "no " << folder;
    Table counts = read_table(folder + "irish2010_dfm_triplets.csv");
    counts.names[0] = "doc_id";
    const WordfishFit fit =
        wordfish(read_document_feature_matrix(counts), {.low = "Kenny, Enda (FG)", .high = "Cowen, Brian (FF)"});
    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.objective, 58015.490174, 1e-5);  // quanteda.textmodels 0.9.10 stops at 57961.682
    expect_exact(fit, folder + "irish2010_wordfish_exact_docs.csv");
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
    for (std::size_t k = 0; k < a.size(); ++k) ma += a[k] / n, mb += b[k] / n;
    for (std::size_t k = 0; k < a.size(); ++k) {
        ab += (a[k] - ma) * (b[k] - mb);
        aa += (a[k] - ma) * (a[k] - ma);
        bb += (b[k] - mb) * (b[k] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

/// quanteda.textmodels 0.9.10 stops before the optimum: sign and order are compared, no digits.
void expect_near_peer(const WordfishFit& fit, const std::string& stem) {
    for (const char* part : {"docs", "words"}) {
        const bool documents = part[0] == 'd';
        const Table peer = read_table(stem + part + ".csv");
        const std::vector<std::string>& names = documents ? fit.documents : fit.words;
        const std::vector<double>& ours = documents ? fit.parameters.theta : fit.parameters.beta;
        ASSERT_EQ(peer.rows(), names.size()) << stem << part;
        std::vector<double> x, y;
        for (std::size_t row = 0; row < peer.rows(); ++row) {
            const auto name = std::ranges::find(names, text_in(peer, documents ? "doc" : "feature", row));
            ASSERT_TRUE(name != names.end()) << stem << part << ' ' << row;
            x.push_back(ours[static_cast<std::size_t>(name - names.begin())]);
            y.push_back(*number_in(peer, documents ? "theta" : "beta", row));
        }
        EXPECT_GT(correlation(x, y), documents ? 0.97 : 0.9) << stem << part;
    }
}

TEST(Wordfish, LiesWhereThePeerStopsUpToItsDistanceFromTheOptimum) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/text/";
    if (!std::filesystem::exists(folder + "irish2010_wordfish_words.csv")) GTEST_SKIP() << "no " << folder;
    expect_near_peer(wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R5", .errors = false}),
                     folder + "lbg_wordfish_");
    Table counts = read_table(folder + "irish2010_dfm_triplets.csv");
    counts.names[0] = "doc_id";
    expect_near_peer(wordfish(read_document_feature_matrix(counts),
                              {.low = "Kenny, Enda (FG)", .high = "Cowen, Brian (FF)", .errors = false}),
                     folder + "irish2010_wordfish_");
}

TEST(Wordfish, RecoversSimulatedPositionsWithinTheirErrors) {
    const auto made = wordfish_fixture::simulated(25, 300, 4);
    const WordfishFit fit = wordfish(made.matrix, {.low = "d1024", .high = "d1000"});
    EXPECT_TRUE(fit.converged);
    EXPECT_GT(correlation(fit.parameters.theta, made.truth.theta), 0.995);
    EXPECT_GT(correlation(fit.parameters.beta, made.truth.beta), 0.95);
    EXPECT_NEAR(*fit.dispersion, 1, 0.1);
    std::size_t within = 0;
    for (std::size_t i = 0; i < 25; ++i)
        within += std::abs(fit.parameters.theta[i] - made.truth.theta[i]) < 3 * fit.errors->theta[i] ? 1U : 0U;
    EXPECT_GE(within, 24U);
}

TEST(Wordfish, TheSameAtAnyNumberOfThreads) {
    const auto made = wordfish_fixture::simulated(30, 100, 6);
    const WordfishFit one = wordfish(made.matrix, {.threads = 1}), two = wordfish(made.matrix, {.threads = 2});
    EXPECT_EQ(one.parameters.theta, two.parameters.theta);
    EXPECT_EQ(one.parameters.beta, two.parameters.beta);
    EXPECT_EQ(one.errors->theta, two.errors->theta);
    EXPECT_EQ(one.errors->beta, two.errors->beta);
}

/// Rows of the matrix from the last to the first.
DocumentFeatureMatrix reversed(const DocumentFeatureMatrix& matrix) {
    DocumentFeatureMatrix other;
    other.features = matrix.features;
    for (std::size_t i = matrix.documents.size(); i-- > 0;) {
        other.documents.push_back(matrix.documents[i]);
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell) {
            other.feature.push_back(matrix.feature[cell]);
            other.count.push_back(matrix.count[cell]);
        }
        other.row_begin.push_back(other.cells());
    }
    return other;
}

TEST(Wordfish, TheOrderOfDocumentsChangesNothing) {
    const auto made = wordfish_fixture::simulated(12, 50, 6);
    const WordfishFit fit = wordfish(made.matrix, {}), other = wordfish(reversed(made.matrix), {});
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(fit.documents[i], other.documents[11 - i]);
        EXPECT_EQ(fit.parameters.theta[i], other.parameters.theta[11 - i]);
    }
}

TEST(Wordfish, DirectionTurnsTheScale) {
    const WordfishFit up = wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R5"}),
                      down = wordfish(wordfish_fixture::lbg(), {.low = "R5", .high = "R1"});
    for (std::size_t i = 0; i < up.documents.size(); ++i) EXPECT_EQ(up.parameters.theta[i], -down.parameters.theta[i]);
    EXPECT_EQ(up.parameters.beta[0], -down.parameters.beta[0]);
    EXPECT_EQ(up.errors->theta, down.errors->theta);
}

TEST(Wordfish, EmptyDocumentsAndWordsAreLeftOutAndNamed) {
    DocumentFeatureMatrix matrix = wordfish_fixture::lbg();
    matrix.documents.push_back("nothing");
    matrix.row_begin.push_back(matrix.cells());
    matrix.features.push_back("nowhere");
    const WordfishFit fit = wordfish(matrix, {.low = "R1", .high = "R5"});
    EXPECT_EQ(fit.empty_documents, std::vector<std::string>{"nothing"});
    EXPECT_EQ(fit.empty_words, std::vector<std::string>{"nowhere"});
    EXPECT_EQ(fit.documents.size(), 6U);
    EXPECT_NEAR(fit.objective, 21180.700066, 1e-5);
    ASSERT_EQ(fit.notes.size(), 2U);
    EXPECT_NE(fit.notes[0].find("nothing"), std::string::npos);
}

TEST(Wordfish, WideSparseCountsHaveAnOptimum) {
    // Every word in one document only, but for one that all share.
    DocumentFeatureMatrix matrix;
    matrix.features = {"shared"};
    for (std::size_t i = 0; i < 5; ++i) {
        matrix.documents.push_back("d" + std::to_string(i));
        matrix.feature.push_back(0);
        matrix.count.push_back(static_cast<double>(i + 1));
        for (std::size_t k = 0; k < 40; ++k) {
            matrix.feature.push_back(static_cast<std::uint32_t>(matrix.features.size()));
            matrix.features.push_back("w" + std::to_string(i) + "_" + std::to_string(k));
            matrix.count.push_back(1);
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    const WordfishFit fit = wordfish(matrix, {});
    EXPECT_TRUE(fit.converged) << fit.kkt;
    for (const double theta : fit.parameters.theta) EXPECT_TRUE(std::isfinite(theta));
}

TEST(Wordfish, RefusesWhatHasNoPositions) {
    DocumentFeatureMatrix alike;
    alike.features = {"x", "y"};
    for (std::size_t i = 0; i < 4; ++i) {
        alike.documents.push_back("d" + std::to_string(i));
        alike.feature.insert(alike.feature.end(), {0, 1});
        alike.count.insert(alike.count.end(), {3, 4});
        alike.row_begin.push_back(alike.cells());
    }
    EXPECT_THROW((void)wordfish(alike, {}), InputError);
    EXPECT_THROW((void)wordfish(DocumentFeatureMatrix{}, {}), InputError);
    EXPECT_THROW((void)wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R8"}), InputError);
    EXPECT_THROW((void)wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R1"}), InputError);
}

TEST(Wordfish, CanBeStopped) {
    const auto made = wordfish_fixture::simulated(30, 200, 9);
    expect_stoppable([&](const Work& work) { (void)wordfish(made.matrix, {.threads = 2, .work = work}); });
}

TEST(Wordfish, TablesHaveTheColumnsOfTheContract) {
    const WordfishFit fit = wordfish(wordfish_fixture::lbg(), {.low = "R1", .high = "R5"});
    const Table documents = wordfish_document_table(fit), words = wordfish_word_table(fit);
    EXPECT_EQ(documents.names,
              (std::vector<std::string>{"doc_id", "theta", "se", "alpha", "se_conditional", "lwr", "upr"}));
    EXPECT_EQ(words.names, (std::vector<std::string>{"feature", "beta", "psi", "se", "psi_se"}));
    EXPECT_EQ(words.rows(), 37U);
    const WordfishFit bare = wordfish(wordfish_fixture::lbg(), {.errors = false});
    EXPECT_FALSE(number_in(wordfish_document_table(bare), "se", 0));
}

}  // namespace
}  // namespace tarazy::wordfish_test
