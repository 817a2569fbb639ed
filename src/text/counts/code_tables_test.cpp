#include "text/counts/code_counts.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

namespace tarazy::code_tables_test {
namespace {

TEST(CodeTables, ColumnsOfTheContract) {
    Corpus corpus;
    corpus.ids = {"a", "b"};
    corpus.texts = {"peace, not war", "peace"};
    const Tokens tokens = tokenise(corpus, {});
    const Codebook codebook = read_codebook("p: [peace]\nw: [war, battle]", "codes.yml");
    const CodeHits hits = find_codes(tokens, codebook, {});
    const Table counts = code_count_table(tokens, codebook, hits, true);
    EXPECT_EQ(counts.names, (std::vector<std::string>{"doc_id", "p", "w", "neg_p", "neg_w"}));
    EXPECT_EQ(counts["w"].integer(0), 0);
    EXPECT_EQ(counts["neg_w"].integer(0), 1);
    EXPECT_EQ(code_count_table(tokens, codebook, hits, false).names.size(), 3U);
    const Table places = code_hit_table(tokens, codebook, hits);
    ASSERT_EQ(places.rows(), 3U);
    EXPECT_EQ(places["from"].integer(1), 4);
    EXPECT_EQ(places["start"].integer(1), 11);
    EXPECT_EQ(places["end"].integer(1), 14);
    const Table entries = code_entry_table(codebook, hits);
    ASSERT_EQ(entries.rows(), 3U);
    EXPECT_EQ(entries["hits"].integer(2), 0);
}

}  // namespace
}  // namespace tarazy::code_tables_test
