#include "text/codes/hand_codings.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hand_codings_test {

CodedDocuments two_sentences() {
    CodedDocuments coded;
    coded.codes = {"peace", "memory"};
    coded.documents = {{"a", "KAZ", 2000, {1, 0}}};
    return coded;
}

TEST(HandCodings, AreReadByDocumentAndSentence) {
    const HandCodings codings = read_hand_codings(
        two_sentences(), read_csv("doc_id,sentence,probability,codes\na,2,0.5,memory;peace\na,1,1,\n", "h.csv"));
    EXPECT_EQ(codings.at({"a", 2}).codes, 3U);
    EXPECT_EQ(codings.at({"a", 2}).probability, 0.5);
    EXPECT_EQ(codings.at({"a", 1}).codes, 0U);
}

TEST(HandCodings, EveryFaultyRowIsTold) {
    try {
        (void)read_hand_codings(two_sentences(),
                                read_csv("doc_id,sentence,probability,codes\nb,1,1,\na,1,0,pease\n", "h.csv"));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 3U);
    }
}

}  // namespace hand_codings_test
}  // namespace tarazy
