#include "text/tokens/tokenise.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::tokenise_test {
namespace {

Corpus corpus_of(std::vector<std::string> texts) {
    Corpus corpus;
    for (std::size_t k = 0; k < texts.size(); ++k) corpus.ids.push_back("d" + std::to_string(k + 1));
    corpus.texts = std::move(texts);
    return corpus;
}

TEST(Tokenise, PlacesAndTypesOfEachDocument) {
    const Tokens tokens = tokenise(corpus_of({"Peace, peace", "", "peace"}), {});
    EXPECT_EQ(tokens.types, (std::vector<std::string>{"Peace", ",", "peace"}));
    EXPECT_EQ(tokens.type, (std::vector<std::uint32_t>{0, 1, 2, 2}));
    EXPECT_EQ(tokens.start, (std::vector<std::uint32_t>{0, 5, 7, 0}));
    EXPECT_EQ(tokens.first, (std::vector<std::size_t>{0, 3, 3, 4}));
}

TEST(Tokenise, IsStoppedWhenAsked) {
    const Corpus corpus = corpus_of(std::vector<std::string>(100, "we chose peace"));
    expect_stoppable([&](const Work& work) { (void)tokenise(corpus, {}, work); });
}

}  // namespace
}  // namespace tarazy::tokenise_test
