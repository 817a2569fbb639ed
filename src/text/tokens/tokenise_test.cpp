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

TEST(Tokenise, TypesHaveTheSameNumbersAtAnyNumberOfThreads) {
    // Three chunks of 4 MB and more, whose types overlap.
    std::vector<std::string> texts(3);
    for (std::size_t k = 0; k < texts.size(); ++k) {
        for (std::size_t word = 0; texts[k].size() < 4'300'000; ++word)
            texts[k] += "word" + std::to_string((word * (k + 3) + 500 * k) % 3000) + ' ';
    }
    const Corpus corpus = corpus_of(std::move(texts));
    TokenOptions one, two;
    one.threads = 1;
    two.threads = 2;
    const Tokens a = tokenise(corpus, one), b = tokenise(corpus, two);
    EXPECT_EQ(a.types, b.types);
    EXPECT_TRUE(a.type == b.type && a.start == b.start && a.length == b.length && a.first == b.first);
    EXPECT_EQ(a.types[0], "word0");
    EXPECT_EQ(a.types[1], "word3");
    for (std::size_t token = 0; token < a.size(); token += 1001) {
        const std::size_t document = token < a.first[1] ? 0 : token < a.first[2] ? 1 : 2;
        ASSERT_EQ(corpus.texts[document].substr(a.start[token], a.length[token]), a.types[a.type[token]]);
    }
}

TEST(Tokenise, IsStoppedWhenAsked) {
    const Corpus corpus = corpus_of(std::vector<std::string>(100, "we chose peace"));
    expect_stoppable([&](const Work& work) { (void)tokenise(corpus, {}, work); });
}

}  // namespace
}  // namespace tarazy::tokenise_test
