// Counts of the speeches of Kazakhstan as quanteda 4.3.1 makes them (R 4.2.2; calls: reference/text/README.md). The
// speeches and what quotes them lie beside the checkout, not in it.

#include "io/read_table.hpp"
#include "table/table_parts.hpp"
#include "text/counts/code_counts.hpp"
#include "text/counts/feature_selection.hpp"
#include "text/counts/keyword_in_context.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>
#include <algorithm>

#include <filesystem>
#include <fstream>
#include <map>

namespace tarazy::quanteda_counts_test {
namespace {

const std::string speeches = TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz";
const std::string reference = TARAZY_SHARED_DIR "/reference/text/";

class QuantedaCounts : public ::testing::Test {
protected:
    static const Corpus& corpus() {
        static const Corpus read = [] {
            std::vector<std::string> warnings;
            return read_corpus(rows_where(read_table(speeches), "iso3", "KAZ"), {}, warnings);
        }();
        return read;
    }
    void SetUp() override {
        if (!std::filesystem::exists(speeches) || !std::filesystem::exists(reference)) GTEST_SKIP() << speeches;
    }
    static TokenOptions quanteda() {
        TokenOptions options;
        options.rules = TokenRules::quanteda;
        return options;
    }
};

TEST_F(QuantedaCounts, TokensAndTypesOfEachSpeech) {
    const Tokens all = tokenise(corpus(), quanteda());
    TokenOptions words = quanteda();
    words.remove_punctuation = true;
    words.lower = true;
    const Tokens lower = tokenise(corpus(), words);
    const DocumentFeatureMatrix matrix = document_feature_matrix(lower);
    const Table expected = read_table(reference + "kaz_counts.csv");
    ASSERT_EQ(expected.rows(), 33U);
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        ASSERT_EQ(all.documents[row], expected["doc"].display(row));
        EXPECT_EQ(std::to_string(all.of_document(row).size()), expected["ntoken"].display(row)) << all.documents[row];
        EXPECT_EQ(std::to_string(lower.of_document(row).size()), expected["ntoken_nopunct"].display(row));
        EXPECT_EQ(std::to_string(matrix.row_begin[row + 1] - matrix.row_begin[row]),
                  expected["ntype_lower_nopunct"].display(row))
            << all.documents[row];
    }
}

void expect_kwic(const Corpus& corpus, const TokenOptions& options, const std::string& file,
                 const std::vector<std::string>& patterns, std::size_t window) {
    const Table expected = read_table(reference + file);
    KwicOptions kwic_options;
    kwic_options.window = window;
    const Table table = keyword_in_context(tokenise(corpus, options), patterns, kwic_options).table;
    ASSERT_EQ(table.rows(), expected.rows()) << file;
    std::multimap<std::string, std::string> found, wanted;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto line = [&](const Table& of, const std::string& id) {
            std::string cells;
            for (const std::string column : {"from", "to", "pre", "keyword", "post", "pattern"})
                cells += of[column].display(row) + '|';
            return std::pair(of[id].display(row), cells);
        };
        found.insert(line(table, "doc_id"));
        wanted.insert(line(expected, "docname"));
    }
    EXPECT_EQ(found, wanted) << file;
}

TEST_F(QuantedaCounts, KeywordsInContext) {
    expect_kwic(corpus(), quanteda(), "kaz_kwic_nuclear.csv", {"nuclear*"}, 4);
    const Table phrases = read_table(reference + "kaz_kwic_phrases.csv");
    std::vector<std::string> patterns;
    for (std::size_t row = 0; row < phrases.rows(); ++row) {
        const std::string pattern = phrases["pattern"].display(row);
        if (std::ranges::find(patterns, pattern) == patterns.end()) patterns.push_back(pattern);
    }
    expect_kwic(corpus(), quanteda(), "kaz_kwic_phrases.csv", patterns, 3);
}

TEST_F(QuantedaCounts, CountsOfADictionaryWithLevels) {
    std::ifstream file(TARAZY_SOURCE_DIR "/src/text/testdata/quanteda_dictionary.yml");
    const std::string yaml{std::istreambuf_iterator<char>(file), {}};
    const Codebook codebook = read_codebook(yaml, "dictionary.yml");
    const Tokens tokens = tokenise(corpus(), quanteda());
    CodeOptions options;
    options.negation_window = 0;
    const Table counts = code_count_table(tokens, codebook, find_codes(tokens, codebook, options), false);
    for (const std::string name : {"kaz_dictionary_counts.csv", "kaz_dictionary_counts_nested_dictionary.csv"}) {
        const Table expected = read_table(reference + name);
        ASSERT_EQ(expected.rows(), counts.rows());
        for (std::size_t column = 1; column < expected.names.size(); ++column) {
            for (std::size_t row = 0; row < expected.rows(); ++row)
                EXPECT_EQ(counts[expected.names[column]].display(row), expected.columns[column].display(row))
                    << name << ' ' << expected.names[column] << ' ' << row;
        }
    }
}

TEST_F(QuantedaCounts, TheWeightiestWordsByTfIdf) {
    TokenOptions options = quanteda();
    options.remove_punctuation = true;
    options.lower = true;
    const DocumentFeatureMatrix matrix = tf_idf(document_feature_matrix(tokenise(corpus(), options)));
    std::map<std::pair<std::string, std::string>, double> weights;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell)
            weights[{matrix.documents[document], matrix.features[matrix.feature[cell]]}] = matrix.count[cell];
    }
    const Table expected = read_table(reference + "kaz_tfidf_top25.csv");
    ASSERT_GT(expected.rows(), 0U);
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const auto key = std::pair(expected["doc"].display(row), expected["feature"].display(row));
        EXPECT_NEAR(weights[key], *expected["tfidf"].real(row), 1e-9) << key.first << ' ' << key.second;
    }
}

}  // namespace
}  // namespace tarazy::quanteda_counts_test
