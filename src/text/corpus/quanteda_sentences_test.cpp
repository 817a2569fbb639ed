#include "text/corpus/quanteda_sentences.hpp"

#include "io/read_table.hpp"
#include "table/table_parts.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

namespace tarazy::quanteda_sentences_test {
namespace {

TEST(QuantedaSentences, ByHand) {
    EXPECT_EQ(quanteda_sentence_count("Mr. President, we thank you. Peace is\n\nwork. Is it?"), 3U);
    EXPECT_EQ(quanteda_sentence_count(""), 0U);
    EXPECT_EQ(quanteda_sentence_count("no end"), 1U);
}

// Counts of quanteda 4.3.1 (R 4.2.2, ICU 72.1; reference/text/README.md), the speeches beside the checkout.
TEST(QuantedaSentences, OfTheSpeechesOfKazakhstan) {
    const std::string speeches = TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz",
                      reference = TARAZY_SHARED_DIR "/reference/text/kaz_counts.csv";
    if (!std::filesystem::exists(speeches) || !std::filesystem::exists(reference)) GTEST_SKIP() << speeches;
    const Table texts = rows_where(read_table(speeches), "iso3", "KAZ"), expected = read_table(reference);
    ASSERT_EQ(texts.rows(), expected.rows());
    std::map<std::string, std::string> of_document;
    for (std::size_t row = 0; row < texts.rows(); ++row)
        of_document[texts["doc_id"].display(row)] = texts["text"].display(row);
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const std::string doc = expected["doc"].display(row);
        EXPECT_EQ(std::to_string(quanteda_sentence_count(of_document[doc])), expected["nsentence"].display(row)) << doc;
    }
}

}  // namespace
}  // namespace tarazy::quanteda_sentences_test
