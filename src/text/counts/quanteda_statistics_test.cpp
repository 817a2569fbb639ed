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
#include <array>
#include <cmath>
#include <filesystem>
#include <map>

namespace tarazy::quanteda_statistics_test {
namespace {

const std::string speeches = TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz";
const std::string peer = TARAZY_SHARED_DIR "/reference/text/";

/// The speeches that are asked for, cut as the peer cuts; lower case, no punctuation.
Tokens peer_tokens(const std::string& which, bool words_only = false) {
    static const Table all = read_table(speeches);
    std::vector<std::string> warnings;
    const Corpus corpus =
        read_corpus(take_rows(all, matching_documents(parse_document_filter(which, "which"), all)), {}, warnings);
    TokenOptions options;
    options.rules = TokenRules::quanteda;
    options.lower = true;
    options.remove_punctuation = true;
    options.remove_numbers = options.remove_symbols = words_only;
    return tokenise(corpus, options);
}

#define NEEDS_SPEECHES \
    if (!std::filesystem::exists(speeches)) GTEST_SKIP() << speeches << " is not there"

// Counts in the peer's two groups, as its PMI of words that occur in one of them says: ln((31765 + 18636)/31765).
constexpr double peer_target = 31765, peer_reference = 18636;

/// The words of one of the peer's tables with its counts, and all else as one word.
DocumentFeatureMatrix peer_matrix(const Table& expected) {
    DocumentFeatureMatrix matrix;
    for (std::size_t row = 0; row < expected.rows(); ++row) matrix.features.push_back(expected["feature"].display(row));
    matrix.features.emplace_back();
    for (const auto& [group, total] : {std::pair{"n_target", peer_target}, {"n_reference", peer_reference}}) {
        double rest = total;
        for (std::uint32_t row = 0; row < expected.rows(); ++row) {
            const double n = *expected[group].real(row);
            rest -= n;
            if (n == 0) continue;
            matrix.feature.push_back(row);
            matrix.count.push_back(n);
        }
        matrix.feature.push_back(static_cast<std::uint32_t>(expected.rows()));
        matrix.count.push_back(rest);
        matrix.documents.emplace_back(group);
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

void compare_keyness(const std::string& file, const std::string& column, const KeynessOptions& options, bool tests) {
    const Table expected = read_table(peer + file);
    const DocumentFeatureMatrix matrix = peer_matrix(expected);
    const std::vector<std::size_t> target = {0}, reference = {1};
    const Keyness found = keyness(matrix, target, reference, options);
    for (const KeyFeature& one : found.features) {
        if (one.feature == expected.rows()) continue;
        const std::string& name = matrix.features[one.feature];
        const double value = *expected[column].real(one.feature);
        // The peer adds 1e-9 within its logarithms: up to 2 sum E 1e-9 in all.
        const double tolerance =
            column == "G2" ? 2.1e-9 * (peer_target + peer_reference) : 1e-9 * std::max(1.0, std::abs(value));
        EXPECT_NEAR(one.value, value, tolerance) << file << ' ' << name;
        // Where the peer's p has lost its digits or underflowed to 0 ours goes on.
        const double p = *expected["p"].real(one.feature);
        if (tests && p > 1e-6) {
            EXPECT_NEAR(one.p(), p, (column == "G2" ? 1e-3 : 1e-7) * p) << file << ' ' << name;
        } else if (tests) {
            EXPECT_LT(one.log10_p, -5.9) << file << ' ' << name;
        }
    }
}

TEST(QuantedaStatistics, CountsOfKeyWords) {
    NEEDS_SPEECHES;
    const DocumentFeatureMatrix matrix = document_feature_matrix(peer_tokens("iso3=KAZ|UZB & year>=2010"));
    std::map<std::string, std::array<double, 2>> counts;
    std::array<double, 2> totals = {0, 0};
    for (std::size_t d = 0; d < matrix.documents.size(); ++d) {
        const std::size_t group = matrix.documents[d].starts_with("KAZ") ? 0 : 1;
        totals[group] += matrix.document_total(d);
        for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell)
            counts[matrix.features[matrix.feature[cell]]][group] += matrix.count[cell];
    }
    EXPECT_EQ(totals[0], peer_target);
    EXPECT_NEAR(totals[1], peer_reference, 1);  // one token of Uzbekistan is cut otherwise
    const Table expected = read_table(peer + "keyness_kaz_uzb_chi2.csv");
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const std::string name = expected["feature"].display(row);
        EXPECT_EQ(counts[name][0], *expected["n_target"].real(row)) << name;
        EXPECT_EQ(counts[name][1], *expected["n_reference"].real(row)) << name;
    }
}

TEST(QuantedaStatistics, Keyness) {
    NEEDS_SPEECHES;
    compare_keyness("keyness_kaz_uzb_chi2.csv", "chi2", {.measure = KeynessMeasure::chi_square}, true);
    compare_keyness("keyness_kaz_uzb_chi2_nocorrection.csv", "chi2",
                    {.measure = KeynessMeasure::chi_square, .yates = YatesCorrection::none}, true);
    compare_keyness("keyness_kaz_uzb_lr.csv", "G2", {.measure = KeynessMeasure::g2}, true);
    compare_keyness("keyness_kaz_uzb_lr_williams.csv", "G2", {.measure = KeynessMeasure::g2, .williams = true}, true);
    // The peer reads its PMI as a chi-square for p, which it is not.
    compare_keyness("keyness_kaz_uzb_pmi.csv", "pmi", {.measure = KeynessMeasure::information}, false);
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
