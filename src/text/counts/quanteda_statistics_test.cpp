// Statistics as quanteda.textstats 0.97.2 gives them, on the General Debate speeches of Kazakhstan and Uzbekistan
// (tools, versions, calls: reference/text/README.md of the shared folder). The speeches are not part of the repository.

#include "io/read_table.hpp"
#include "text/counts/collocations.hpp"
#include "text/counts/cooccurrence.hpp"
#include "text/counts/document_filter.hpp"
#include "text/counts/document_similarity.hpp"
#include "text/counts/keyness.hpp"
#include "text/counts/lexical_diversity.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace tarazy::quanteda_statistics_test {
namespace {

const std::string speeches = TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz";
const std::string peer = TARAZY_SHARED_DIR "/reference/text/";

/// The speeches that are asked for, cut as the peer cuts; lower case, no punctuation.
Tokens peer_tokens(const std::string& which, bool remove_numbers = false) {
    static const Table all = read_table(speeches);
    std::vector<std::string> warnings;
    const Corpus corpus =
        read_corpus(take_rows(all, matching_documents(parse_document_filter(which, "which"), all)), {}, warnings);
    TokenOptions options;
    options.rules = TokenRules::quanteda;
    options.lower = true;
    options.remove_punctuation = true;
    options.remove_numbers = remove_numbers;
    return tokenise(corpus, options);
}

#define NEEDS_SPEECHES \
    if (!std::filesystem::exists(speeches)) GTEST_SKIP() << speeches << " is not there"

struct PeerKeyness {
    DocumentFeatureMatrix matrix = document_feature_matrix(peer_tokens("iso3=KAZ|UZB & year>=2010"));
    std::vector<std::size_t> target, reference;

    PeerKeyness() {
        for (std::size_t d = 0; d < matrix.documents.size(); ++d)
            (matrix.documents[d].starts_with("KAZ") ? target : reference).push_back(d);
    }

    void compare(const std::string& file, const std::string& column, const KeynessOptions& options, bool tests) const {
        const Table expected = read_table(peer + file);
        const Keyness found = keyness(matrix, target, reference, options);
        std::map<std::string, KeyFeature> features;
        for (const KeyFeature& one : found.features) features[matrix.features[one.feature]] = one;
        // The peer adds 1e-9 within its logarithms: 2 sum O 1e-9 E/O, over the cells that are not zero.
        const double all = found.target_total + found.reference_total;
        for (std::size_t row = 0; row < expected.rows(); ++row) {
            const std::string name = expected["feature"].display(row);
            ASSERT_TRUE(features.contains(name)) << name;
            const KeyFeature& one = features[name];
            EXPECT_EQ(one.n_target, *expected["n_target"].real(row)) << name;
            EXPECT_EQ(one.n_reference, *expected["n_reference"].real(row)) << name;
            const double value = *expected[column].real(row);
            const double tolerance = column == "G2" ? 3e-9 * all : 1e-9 * std::max(1.0, std::abs(value));
            EXPECT_NEAR(one.value, value, tolerance) << file << ' ' << name;
            // Where the peer's p has underflowed to 0 ours goes on.
            const double p = *expected["p"].real(row);
            if (tests && p > 1e-12) {
                EXPECT_NEAR(one.p(), p, (column == "G2" ? 1e-4 : 1e-6) * p + 1e-12) << file << ' ' << name;
            } else if (tests) {
                EXPECT_LT(one.log10_p, -11.9);
            }
        }
    }
};

TEST(QuantedaStatistics, Keyness) {
    NEEDS_SPEECHES;
    const PeerKeyness peers;
    peers.compare("keyness_kaz_uzb_chi2.csv", "chi2", {.measure = KeynessMeasure::chi_square}, true);
    peers.compare("keyness_kaz_uzb_chi2_nocorrection.csv", "chi2",
                  {.measure = KeynessMeasure::chi_square, .yates = YatesCorrection::none}, true);
    peers.compare("keyness_kaz_uzb_lr.csv", "G2", {.measure = KeynessMeasure::g2}, true);
    peers.compare("keyness_kaz_uzb_lr_williams.csv", "G2", {.measure = KeynessMeasure::g2, .williams = true}, true);
    // The peer reads its PMI as a chi-square for p, which it is not.
    peers.compare("keyness_kaz_uzb_pmi.csv", "pmi", {.measure = KeynessMeasure::information}, false);
}

void compare_collocations(const Tokens& tokens, const std::string& file, std::size_t size) {
    const Table expected = read_table(peer + file);
    const Table found = collocations_table(tokens, collocations(tokens, {.size = size, .least_count = 20}), size);
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < found.rows(); ++row) rows[found["collocation"].display(row)] = row;
    EXPECT_EQ(found.rows(), expected.rows());
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const std::string text = expected["collocation"].display(row);
        ASSERT_TRUE(rows.contains(text)) << text;
        const std::size_t ours = rows[text];
        EXPECT_EQ(*found["count"].real(ours), *expected["count"].real(row)) << text;
        EXPECT_NEAR(*found["lambda"].real(ours), *expected["lambda"].real(row), 1e-9) << text;
        EXPECT_NEAR(*found["z"].real(ours), *expected["z"].real(row), 1e-8) << text;
    }
}

TEST(QuantedaStatistics, Collocations) {
    NEEDS_SPEECHES;
    const Tokens tokens = peer_tokens("iso3=KAZ");
    compare_collocations(tokens, "kaz_collocations2.csv", 2);
    compare_collocations(tokens, "kaz_collocations3.csv", 3);
}

TEST(QuantedaStatistics, CooccurrencesInAWindowOfFive) {
    NEEDS_SPEECHES;
    const Tokens tokens = peer_tokens("iso3=KAZ");
    const Cooccurrences found = cooccurrences(tokens, tokens.first, {.window = 5});
    std::map<std::pair<std::string, std::string>, double> n;
    for (const CooccurringPair& one : found.pairs) n[{tokens.types[one.a], tokens.types[one.b]}] = one.n;
    for (std::uint32_t type = 0; type < tokens.types.size(); ++type)
        n[{tokens.types[type], tokens.types[type]}] = 2.0 * found.same_pairs[type];  // the peer counts both orders
    const Table expected = read_table(peer + "kaz_fcm_window5.csv");
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const std::string one = expected["feature"].display(row);
        for (std::size_t column = 1; column < expected.names.size(); ++column) {
            const std::string& other = expected.names[column];
            EXPECT_EQ((n[{std::min(one, other), std::max(one, other)}]), *expected.columns[column].real(row))
                << one << ' ' << other;
        }
    }
}

TEST(QuantedaStatistics, LexicalDiversity) {
    NEEDS_SPEECHES;
    const Table found = lexical_diversity_table(document_feature_matrix(peer_tokens("iso3=KAZ", true)));
    const Table expected = read_table(peer + "kaz_lexdiv.csv");
    ASSERT_EQ(found.rows(), expected.rows());
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        EXPECT_EQ(found["doc_id"].display(row), expected["document"].display(row));
        for (const char* measure : {"TTR", "C", "R", "K", "D", "Maas", "lgV0", "lgeV0"}) {
            EXPECT_NEAR(*found[measure].real(row), *expected[measure].real(row),
                        1e-9 * std::max(1.0, *expected[measure].real(row)))
                << measure << ' ' << row;
        }
    }
}

TEST(QuantedaStatistics, Cosine) {
    NEEDS_SPEECHES;
    const DocumentFeatureMatrix matrix = document_feature_matrix(peer_tokens("iso3=KAZ"));
    const std::vector<double> found = document_similarity(matrix);
    const Table expected = read_table(peer + "kaz_cosine6.csv");
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        for (std::size_t other = row + 1; other < expected.rows(); ++other) {
            const std::size_t n = matrix.documents.size();
            EXPECT_NEAR(found[row * n - row * (row + 1) / 2 + other - row - 1], *expected.columns[other + 1].real(row),
                        1e-9);
        }
    }
}

}  // namespace
}  // namespace tarazy::quanteda_statistics_test
