#include "trace/evidence/evidence_tables.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_tables_test {

using testing_rivals::read_motives;

std::string refusal(const std::string& hypotheses, const std::string& clues, const std::string& likelihoods,
                    const std::string& set = "") {
    try {
        (void)read_rivals(read_csv(hypotheses, "h.csv"), read_csv(clues, "c.csv"), read_csv(likelihoods, "l.csv"), set);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(EvidenceTables, OneSetOfSeveralIsReadWithItsWordsRangesAndReasons) {
    const RivalExplanations rivals = read_motives();
    EXPECT_EQ(rivals.set, "motives");
    ASSERT_EQ(rivals.hypotheses.size(), 3u);
    EXPECT_EQ(rivals.hypotheses[1].name.ru, "Собственная воля");
    EXPECT_EQ(rivals.hypotheses[0].why.kk, "Алдын ала пікір жоқ");
    EXPECT_EQ(rivals.hypotheses[0].prior.high, 0.5);
    ASSERT_EQ(rivals.clues.size(), 5u);
    EXPECT_EQ(rivals.clues[1].confidence, "low");
    EXPECT_EQ(rivals.clues[3].found, ClueFound::no);
    EXPECT_EQ(rivals.clues[1].likelihoods[0].others, (std::vector<double>{0.4, 0.6}));
    EXPECT_EQ(rivals.clues[0].likelihoods[0].why.en, "Nobody pressed yet");
    EXPECT_EQ(read_motives("theories").clues.size(), 1u);
}

TEST(EvidenceTables, PlainColumnsAreEnough) {
    const RivalExplanations rivals =
        read_rivals(read_csv("id,name\na,First\nb,Second\n", "h.csv"), read_csv("id,clue\nx,What was seen\n", "c.csv"),
                    read_csv("clue,hypothesis,likelihood\nx,a,0.5\nx,b,1\n", "l.csv"), "");
    EXPECT_EQ(rivals.hypotheses[1].name.en, "Second");
    EXPECT_EQ(rivals.clues[0].found, ClueFound::yes);
    EXPECT_EQ(rivals.hypotheses[0].prior.value, 0.5);
}

TEST(EvidenceTables, ASetIsChosenWhereThereAreSeveral) {
    const std::string two = "set,id,prior\ns,a,0.5\ns,b,0.5\nt,a,1\n", clues = "set,id\ns,x\n",
                      likelihoods = "set,clue,hypothesis,likelihood\ns,x,a,0.5\ns,x,b,0.1\n";
    EXPECT_NE(refusal(two, clues, likelihoods).find("several sets of rival hypotheses: s, t"), std::string::npos);
    EXPECT_NE(refusal(two, clues, likelihoods, "S2").find("there is no set 'S2'"), std::string::npos);
    EXPECT_EQ(refusal(two, clues, likelihoods, "s"), "accepted");
    EXPECT_EQ(rival_sets(read_csv(two, "h.csv")), (std::vector<std::string>{"s", "t"}));
}

TEST(EvidenceTables, FaultsPointAtTheirCells) {
    const std::string hypotheses = "id,prior\na,0.5\nb,0.5\n", clues = "id,found\nx,yes\ny,no\n";
    EXPECT_EQ(refusal(hypotheses, clues, "clue,hypothesis,likelihood\nx,a,half\nx,b,0.1\ny,a,0.2\ny,b,0.2\n"),
              "l.csv:2:3: 'half' is no number; write a probability between 0 and 1, with a decimal point");
    EXPECT_EQ(refusal(hypotheses, clues, "clue,hypothesis,likelihood\nx,a,0.1\nx,b,1.1\ny,a,0.2\n"),
              "l.csv:3:3: P(x | b) is 1.1; a probability lies between 0 and 1\n"
              "c.csv:3:1: P(y | b) is missing; give the likelihood of every clue under every hypothesis");
    EXPECT_NE(refusal("id,prior\na,0.5\nb,0.6\n", clues, "clue,hypothesis,likelihood\n")
                  .find("h.csv:2:2: the priors sum to 1.1"),
              std::string::npos);
    EXPECT_NE(refusal("name\na\n", clues, "clue,hypothesis,likelihood\n").find("id"), std::string::npos);
}

}  // namespace evidence_tables_test
}  // namespace tarazy
