#include "text/lemmas/conllu.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::conllu_test {
namespace {

TEST(Conllu, WordsOfSentencesWithoutMultiwordTokens) {
    const ConlluWords words = read_conllu(
        "# sent_id = s1\n1-2\tБаласыз\t_\t_\t_\t_\t_\t_\t_\t_\n1\tбала\tбала\tNOUN\tn\t_\t0\troot\t_\t_\n"
        "2\tсыз\tсыз\tADP\tpost\t_\t1\tcase\t_\t_\r\n3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n"
        "1\tбала\tбала\tNOUN\tn\t_\t0\troot\t_\t_",
        "t.conllu");
    EXPECT_EQ(words.tokens.documents, (std::vector<std::string>{"s1", "sentence2"}));
    EXPECT_EQ(words.tokens.types, (std::vector<std::string>{"бала", "сыз", "."}));
    EXPECT_EQ(words.tokens.type, (std::vector<std::uint32_t>{0, 1, 2, 0}));
    EXPECT_EQ(words.tokens.first, (std::vector<std::size_t>{0, 3, 4}));
    EXPECT_TRUE(words.counts(0));
    EXPECT_FALSE(words.counts(2));
    EXPECT_EQ(words.tokens.start[1], 9U);
}

TEST(Conllu, EveryLineThatIsNoneIsTold) {
    try {
        (void)read_conllu("doc_id,text\na,b\n", "t.csv");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2U);
        EXPECT_NE(std::string(error.what()).find("t.csv:1: a line of CoNLL-U has ten fields"), std::string::npos);
    }
    EXPECT_THROW((void)read_conllu("", "t"), InputError);
    EXPECT_THROW((void)read_conllu("# only a comment\n", "t"), InputError);
}

}  // namespace
}  // namespace tarazy::conllu_test
