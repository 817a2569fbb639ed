#include "text/codes/denied_sentences.hpp"

#include "io/read_table.hpp"
#include "table/named_cells.hpp"
#include "text/codes/code_sentences.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace denied_sentences_test {

CodedDocuments coded_with(NegatedFinds negated) {
    std::vector<std::string> notes;
    SentenceCoding coding{"state", "en", {"KAZ"}, 1990, 2000};
    coding.negated = negated;
    return code_sentences(read_csv("doc_id,state,year,text\n"
                                   "a,KAZ,1992,We have no weapons. Weapons rust. There is peace. Without weapons there "
                                   "is more than weapons.\n",
                                   "d.csv"),
                          read_csv("code,entry,language\narms,weapon*,en\npeace,peace,en\n", "c.csv"), coding, notes);
}

TEST(DeniedSentences, AreCountedBesideWhatIsSpokenOf) {
    const CodedDocuments apart = coded_with(NegatedFinds::apart);
    EXPECT_EQ(apart.documents[0].sentences, (std::vector<CodeSet>{1, 1, 2, 1}));
    EXPECT_EQ(apart.documents[0].only_negated, (std::vector<CodeSet>{1, 0, 0, 0}));
    const Table table = denied_sentence_table(apart, "KAZ", {{1990, 2000}});
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(number_in(table, "count", 0), 3);
    EXPECT_EQ(number_in(table, "denied", 0), 1);
    EXPECT_EQ(number_in(table, "denied", 1), 0);
    EXPECT_DOUBLE_EQ(*number_in(table, "share_denied", 0), 1.0 / 3);
}

TEST(DeniedSentences, AreDroppedOrNotLookedForAsAsked) {
    EXPECT_EQ(coded_with(NegatedFinds::drop).documents[0].sentences, (std::vector<CodeSet>{0, 1, 2, 1}));
    const CodedDocuments within = coded_with(NegatedFinds::within);
    EXPECT_EQ(within.documents[0].sentences, (std::vector<CodeSet>{1, 1, 2, 1}));
    EXPECT_EQ(denied_sentence_table(within, "KAZ", {{1990, 2000}}).rows(), 0U);
}

}  // namespace denied_sentences_test
}  // namespace tarazy
