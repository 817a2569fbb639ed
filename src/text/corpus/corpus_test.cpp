#include "text/corpus/corpus.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::corpus_test {
namespace {

Table speeches() {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"year"}, TextColumn{"text"});
    rows.add("KAZ_1992", 1992, "We chose peace.");
    rows.add("KAZ_1993", 1993, "");
    return rows.table();
}

TEST(Corpus, KeepsWhatTheTableSaysOfEachDocument) {
    std::vector<std::string> warnings;
    const Corpus corpus = read_corpus(speeches(), {}, warnings);
    EXPECT_EQ(corpus.ids, (std::vector<std::string>{"KAZ_1992", "KAZ_1993"}));
    EXPECT_EQ(corpus.texts.front(), "We chose peace.");
    EXPECT_EQ(corpus.metadata.names, std::vector<std::string>{"year"});
    EXPECT_EQ(warnings, std::vector<std::string>{"1 document has no text"});
}

TEST(Corpus, DocumentsWithoutIdsAreNumbered) {
    TableRows rows(TextColumn{"text"});
    rows.add("one");
    rows.add("two");
    std::vector<std::string> warnings;
    EXPECT_EQ(read_corpus(rows.table(), {}, warnings).ids, (std::vector<std::string>{"text1", "text2"}));
}

TEST(Corpus, AColumnOfIdsThatWasNamedMustBeThere) {
    std::vector<std::string> warnings;
    CorpusColumns columns;
    columns.id = "document";
    EXPECT_THROW((void)read_corpus(read_csv("doc,text\na,one\n", "c.csv"), columns, warnings), InputError);
}

TEST(Corpus, EveryRepeatedOrLackingIdIsTold) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"text"});
    rows.add("a", "one");
    rows.add("a", "two");
    rows.add("", "three");
    std::vector<std::string> warnings;
    try {
        (void)read_corpus(rows.table(), {}, warnings);
        FAIL();
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2U);
        EXPECT_EQ(error.problems()[0].line, 3U);
        EXPECT_EQ(error.problems()[1].line, 4U);
    }
}

TEST(Corpus, ATableWithoutTextsOrRowsIsRefused) {
    std::vector<std::string> warnings;
    EXPECT_THROW((void)read_corpus(speeches(), {"doc_id", "speech"}, warnings), InputError);
    EXPECT_THROW((void)read_corpus(TableRows(TextColumn{"text"}).table(), {}, warnings), InputError);
}

}  // namespace
}  // namespace tarazy::corpus_test
