#include "text/counts/keyword_in_context.hpp"

#include "base/work_test.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

namespace tarazy::keyword_in_context_test {
namespace {

Tokens two_documents() {
    Corpus corpus;
    corpus.ids = {"a", "b"};
    corpus.texts = {"We want peace and old peace", "Peace at last"};
    return tokenise(corpus, {});
}

std::vector<std::string> posts(const Table& table) {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < table.rows(); ++row) texts.push_back(table["post"].display(row));
    return texts;
}

TEST(KeywordInContext, PlacesAndWords) {
    const std::vector<std::string> patterns = {"peace", "war"};
    KwicOptions options;
    options.window = 2;
    const Kwic kwic = keyword_in_context(two_documents(), patterns, options);
    ASSERT_EQ(kwic.table.rows(), 3U);
    EXPECT_EQ(kwic.table.names,
              (std::vector<std::string>{"doc_id", "from", "to", "pre", "keyword", "post", "pattern"}));
    EXPECT_EQ(kwic.table["from"].integer(0), 3);
    EXPECT_EQ(kwic.table["pre"].display(0), "We want");
    EXPECT_EQ(kwic.table["keyword"].display(2), "Peace");
    EXPECT_TRUE(kwic.table["pre"].missing(2));
    EXPECT_EQ(kwic.not_found, std::vector<std::string>{"war"});
}

TEST(KeywordInContext, InTheOrderOfTheContext) {
    const std::vector<std::string> patterns = {"peace"};
    KwicOptions options;
    options.order = KwicOrder::right;
    EXPECT_EQ(posts(keyword_in_context(two_documents(), patterns, options).table),
              (std::vector<std::string>{"", "and old peace", "at last"}));
    options.order = KwicOrder::left;
    EXPECT_EQ(posts(keyword_in_context(two_documents(), patterns, options).table),
              (std::vector<std::string>{"at last", "", "and old peace"}));
}

TEST(KeywordInContext, AnEmptyPatternIsRefusedAndWorkIsStopped) {
    const std::vector<std::string> empty = {""}, one = {"peace"};
    EXPECT_THROW((void)keyword_in_context(two_documents(), empty, {}), UsageError);
    expect_stoppable([&](const Work& work) {
        KwicOptions options;
        options.work = work;
        (void)keyword_in_context(two_documents(), one, options);
    });
}

}  // namespace
}  // namespace tarazy::keyword_in_context_test
