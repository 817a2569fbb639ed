// Tokens as quanteda 4.3.1 makes them (tool, version and call: src/text/testdata/README.md).

#include "io/read_table.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace tarazy::quanteda_tokens_test {
namespace {

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";

Corpus peer_corpus() {
    std::vector<std::string> warnings;
    return read_corpus(read_table(data + "quanteda_tokens_input.csv"), {"doc", "text"}, warnings);
}

TokenOptions options_of(const std::string& key) {
    TokenOptions options;
    options.rules = TokenRules::quanteda;
    if (key == "split_hyphens") options.split_hyphens = true;
    if (key == "lower") options.lower = true;
    if (key == "ngrams2" || key == "skip_0_1") options.ngrams = {2};
    if (key == "skip_0_1") options.skips = {0, 1};
    if (key == "ngrams2" || key == "skip_0_1" || key.starts_with("remove_punct")) options.remove_punctuation = true;
    if (key == "remove_punct_numbers_symbols_url")
        options.remove_numbers = options.remove_symbols = options.remove_urls = true;
    return options;
}

TEST(QuantedaTokens, AllKeysOfTheReference) {
    const auto expected = nlohmann::json::parse(std::ifstream(data + "quanteda_tokens_expected.json"));
    const Corpus corpus = peer_corpus();
    std::size_t compared = 0;
    for (const auto& [key, documents] : expected.items()) {
        const Tokens tokens = tokenise(corpus, options_of(key));
        for (std::size_t document = 0; document < corpus.size(); ++document) {
            if (!documents.contains(corpus.ids[document])) continue;
            std::vector<std::string> words;
            for (const std::uint32_t type : tokens.of_document(document)) words.push_back(tokens.types[type]);
            EXPECT_EQ(words, documents[corpus.ids[document]].get<std::vector<std::string>>())
                << key << ' ' << corpus.ids[document];
            ++compared;
        }
    }
    EXPECT_EQ(compared, 55U);
}

}  // namespace
}  // namespace tarazy::quanteda_tokens_test
