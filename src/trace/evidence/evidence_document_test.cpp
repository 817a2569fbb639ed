#include "trace/evidence/evidence_document.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_document_test {

const std::string whole = R"(
set = "stable"
[[hypothesis]]
id = "insider"
name = "Someone of the stable"
name_ru = "Свой"
prior = 0.6
prior_range = [0.4, 0.7]
[[hypothesis]]
id = "stranger"
prior = [0.3, 0.4, 0.6]
[[clue]]
id = "dog"
clue = "The dog did nothing"
likelihood = { insider = 0.9, stranger = [0.05, 0.1, 0.3] }
range = { insider = [0.8, 0.95] }
other = { stranger = [0.5] }
why = "It knew him"
[[clue]]
id = "knife"
found = "no"
test = "hoop"
favours = "insider"
[[clue]]
id = "lamp"
group = "night"
[[clue]]
id = "door"
group = "night"
[[group]]
id = "night"
likelihood = { insider = 0.8, stranger = 0.2 }
)";

std::string refusal(const std::string& text, const std::string& path = "m.toml", const std::string& set = "") {
    try {
        (void)read_rivals_document(text, path, set);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(EvidenceDocument, EveryPartIsRead) {
    const RivalExplanations rivals = read_rivals_document(whole, "m.toml");
    EXPECT_EQ(rivals.set, "stable");
    EXPECT_EQ(rivals.hypotheses[0].name.ru, "Свой");
    EXPECT_EQ(rivals.hypotheses[0].prior.low, 0.4);
    EXPECT_EQ(rivals.hypotheses[1].prior.high, 0.6);
    ASSERT_EQ(rivals.clues.size(), 5u);
    EXPECT_EQ(rivals.clues[0].likelihoods[0].probability.low, 0.8);
    EXPECT_EQ(rivals.clues[0].likelihoods[1].probability.high, 0.3);
    EXPECT_EQ(rivals.clues[0].likelihoods[1].others, std::vector<double>{0.5});
    EXPECT_EQ(rivals.clues[0].likelihoods[1].why.en, "It knew him");
    EXPECT_EQ(rivals.clues[1].found, ClueFound::no);
    EXPECT_EQ(rivals.clues[1].likelihoods[0].probability.value, 0.95);
    EXPECT_TRUE(rivals.clues[2].joint);
    EXPECT_EQ(rivals.clues[2].likelihoods[1].probability.value, 0.2);
}

TEST(EvidenceDocument, TheShortFormIsAPriorAndAListOfEvidence) {
    const std::string text = R"([{"name": "one", "prior": {"H": 0.4, "N": 0.6},
 "evidence": [{"id": "e", "likelihood": {"H": 0.5, "N": 0.2}}]}, {"name": "two", "prior": {"H": 1, "N": 0},
 "evidence": [{"id": "e", "likelihood": {"H": 0.5, "N": 0.2}}]}])";
    EXPECT_EQ(read_rivals_document(text, "m.json", "one").hypotheses[0].prior.value, 0.4);
    EXPECT_NE(refusal(text, "m.json").find("several sets of rival hypotheses: one, two"), std::string::npos);
    EXPECT_NE(refusal(text, "m.json", "three").find("there is no set 'three'"), std::string::npos);
    EXPECT_NE(refusal("[]", "m.json").find("the list is empty"), std::string::npos);
}

TEST(EvidenceDocument, PriorsMayStandBesideTheListOfHypotheses) {
    const RivalExplanations rivals = read_rivals_document(
        R"({"hypotheses": ["H", {"id": "N", "name": "not H"}], "priors": {"H": 0.3, "N": 0.7},
            "evidence": [{"id": "e", "likelihoods": {"H": 0.5, "N": 0.2}}]})",
        "m.json");
    EXPECT_EQ(rivals.hypotheses.size(), 2u);
    EXPECT_EQ(rivals.hypotheses[1].prior.value, 0.7);
    EXPECT_EQ(rivals.hypotheses[1].name.en, "not H");
}

TEST(EvidenceDocument, FaultsPointAtTheirPlace) {
    EXPECT_NE(refusal("priors = 3\n").find("m.toml:1:10: this is a whole number"), std::string::npos);
    EXPECT_NE(
        refusal("[[hypotheses]]\nnme = 'a'\n").find("m.toml:2:1: 'nme' has no meaning here; did you mean 'name'?"),
        std::string::npos)
        << refusal("[[hypotheses]]\nnme = 'a'\n");
    const std::string head = "prior = { a = 0.5, b = 0.5 }\n[[clue]]\nid = 'x'\n";
    EXPECT_EQ(refusal(head + "likelihood = { a = 0.5, b = 1.5 }\n"),
              "m.toml:4:29: P(x | b) is 1.5; a probability lies between 0 and 1");
    EXPECT_NE(refusal(head + "likelihood = { a = 0.5, b = [0.1, 0.2] }\n").find("m.toml:4:29: this is a list of 2"),
              std::string::npos);
    EXPECT_NE(refusal(head + "likelihood = { a = 0.5, b = 0.1 }\nrange = { c = [0, 1] }\n")
                  .find("a range is of 'c', which has no likelihood here"),
              std::string::npos);
    EXPECT_NE(refusal(head + "likelihood = { a = 0.5, c = 0.1 }\n").find("of the hypothesis 'c', which is unknown"),
              std::string::npos);
    EXPECT_NE(refusal(head + "likelihood = [1]\n").find("write a likelihood a hypothesis"), std::string::npos);
}

}  // namespace evidence_document_test
}  // namespace tarazy
