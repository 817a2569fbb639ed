#include "trace/evidence/rival_explanations.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace rival_explanations_test {

StatedHypothesis hypothesis(const std::string& id, std::optional<double> prior) {
    StatedHypothesis one{id};
    one.prior.value = prior;
    return one;
}

StatedLikelihood likelihood(const std::string& clue, const std::string& of, std::optional<double> value) {
    StatedLikelihood one{clue, of};
    one.probability.value = value;
    return one;
}

StatedEvidence small_evidence() {
    StatedEvidence stated;
    stated.hypotheses = {hypothesis("a", 0.4), hypothesis("b", 0.6)};
    stated.clues = {{"x"}, {"y"}};
    for (const char* clue : {"x", "y"})
        for (const char* h : {"a", "b"}) stated.likelihoods.push_back(likelihood(clue, h, 0.5));
    return stated;
}

std::string refusal(const StatedEvidence& stated) {
    try {
        (void)assembled_rivals(stated);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

void expect_refused(const StatedEvidence& stated, const std::string& part) {
    EXPECT_NE(refusal(stated).find(part), std::string::npos) << part << "\n" << refusal(stated);
}

TEST(RivalExplanations, WhatIsRightIsPutTogetherInTheOrderOfTheHypotheses) {
    StatedEvidence stated = small_evidence();
    stated.likelihoods[0].probability = {0.5, 0.2, {}, {}};
    std::swap(stated.likelihoods[0], stated.likelihoods[1]);
    const RivalExplanations rivals = assembled_rivals(stated);
    ASSERT_EQ(rivals.clues.size(), 2u);
    EXPECT_EQ(rivals.clues[0].likelihoods[0].probability.low, 0.2);
    EXPECT_EQ(rivals.clues[0].likelihoods[0].probability.high, 0.5);
    EXPECT_EQ(rivals.clues[0].likelihoods[1].probability.low, 0.5);
}

TEST(RivalExplanations, PriorsSumToOneOrAreAllLeftOut) {
    StatedEvidence stated = small_evidence();
    stated.hypotheses[0].prior.value = 0.400000002;
    expect_refused(stated, "the priors sum to 1.000000002");
    stated.hypotheses[0].prior.value = 0.4000000001;
    EXPECT_EQ(refusal(stated), "accepted");
    stated.hypotheses[0].prior.value.reset();
    expect_refused(stated, "the prior of 'a' is missing");
    stated.hypotheses[1].prior.value.reset();
    const RivalExplanations rivals = assembled_rivals(stated);
    EXPECT_EQ(rivals.hypotheses[0].prior.value, 0.5);
    EXPECT_EQ(rivals.notes.size(), 1u);
}

TEST(RivalExplanations, EveryFaultIsNamed) {
    StatedEvidence stated = small_evidence();
    stated.likelihoods[0].probability.value = 1.2;
    stated.likelihoods[1].probability = {0.5, 0.6, 0.7, {}};
    stated.likelihoods[2].hypothesis = "c";
    stated.likelihoods[3].clue = "z";
    stated.likelihoods.push_back(likelihood("x", "a", 0.5));
    const std::string all = refusal(stated);
    for (const char* part :
         {"P(x | a) is 1.2; a probability lies between 0 and 1", "P(x | b) is 0.5, outside of its own range 0.6 to 0.7",
          "of the hypothesis 'c', which is unknown", "of the clue 'z', which is not among the clues",
          "P(x | a) is given a second time", "P(y | a) is missing"})
        EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
}

TEST(RivalExplanations, OneHypothesisAloneNoClueAndDoubledIdsAreRefused) {
    StatedEvidence stated = small_evidence();
    stated.hypotheses.pop_back();
    expect_refused(stated, "there is only one hypothesis");
    expect_refused({}, "there is no hypothesis");
    expect_refused({}, "there is no clue");
    stated = small_evidence();
    stated.hypotheses[1].id = "a";
    stated.clues[1].id = "x";
    expect_refused(stated, "the hypothesis 'a' stands here a second time");
    expect_refused(stated, "the clue 'x' stands here a second time");
    stated = small_evidence();
    stated.clues[0].found = "maybe";
    stated.likelihoods[3].probability.value.reset();
    expect_refused(stated, "found of clue 'x' is 'maybe'");
    expect_refused(stated, "P(y | b) is missing");
    stated = small_evidence();
    stated.likelihoods[3].others = {1.5};
    expect_refused(stated, "another reading of P(y | b) is 1.5");
}

TEST(RivalExplanations, PresetsOfVanEveraFillTheLikelihoods) {
    StatedEvidence stated = small_evidence();
    stated.likelihoods.resize(2);
    stated.clues[1].test = "smoking_gun";
    stated.clues[1].favours = "b";
    const RivalExplanations rivals = assembled_rivals(stated);
    EXPECT_EQ(rivals.clues[1].likelihoods[0].probability.value, 0.02);
    EXPECT_EQ(rivals.clues[1].likelihoods[1].probability.value, 0.3);
    stated.clues[1].test = "smoking";
    expect_refused(stated, "the test of clue 'y' is 'smoking'");
    stated.clues[1].test = "hoop";
    stated.clues[1].favours = "c";
    expect_refused(stated, "is a test of 'c', which is no hypothesis here");
    stated = small_evidence();
    stated.clues[1].test = "hoop";
    stated.clues[1].favours = "a";
    expect_refused(stated, "has a preset as well");
}

TEST(RivalExplanations, AJointLikelihoodStandsForItsGroup) {
    StatedEvidence stated = small_evidence();
    stated.clues = {{"x"}, {"y"}, {"z"}};
    stated.clues[1].group = stated.clues[2].group = "g";
    stated.likelihoods.resize(2);
    for (const char* h : {"a", "b"}) stated.likelihoods.push_back(likelihood("g", h, 0.3));
    const RivalExplanations rivals = assembled_rivals(stated);
    ASSERT_EQ(rivals.clues.size(), 4u);
    EXPECT_TRUE(rivals.clues[1].joint);
    EXPECT_EQ(rivals.clues[1].found, ClueFound::yes);
    EXPECT_EQ(rivals.clues[1].likelihoods.size(), 2u);
    EXPECT_TRUE(rivals.clues[2].likelihoods.empty());
    stated.clues[1].found = stated.clues[2].found = "not_sought";
    EXPECT_EQ(assembled_rivals(stated).clues[1].found, ClueFound::not_sought);
}

TEST(RivalExplanations, AClueThatNobodySoughtMayLackLikelihoodsButNotSomeOfThem) {
    StatedEvidence stated = small_evidence();
    stated.clues[1].found = "not_sought";
    stated.likelihoods.resize(2);
    EXPECT_TRUE(assembled_rivals(stated).clues[1].likelihoods.empty());
    stated.likelihoods.push_back(likelihood("y", "a", 0.5));
    expect_refused(stated, "P(y | b) is missing");
}

}  // namespace rival_explanations_test
}  // namespace tarazy
