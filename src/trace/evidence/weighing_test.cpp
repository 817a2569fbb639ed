#include "trace/evidence/weighing.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "trace/evidence/evidence_document.hpp"
#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {
namespace weighing_test {

using testing_rivals::random_rivals;
using testing_rivals::read_motives;

TEST(Weighing, EveryNumberOfTheReferenceAgrees) {
    const std::string path = TARAZY_SOURCE_DIR "/src/trace/testdata/process_tracing.json";
    const std::string text = read_file(path);
    for (const nlohmann::json& model : nlohmann::json::parse(text)) {
        const RivalExplanations rivals = read_rivals_document(text, path, model["name"]);
        const Weighing weighing = weigh(rivals);
        ASSERT_EQ(weighing.steps.size(), model["steps"].size());
        for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
            const nlohmann::json& step = model["steps"][c];
            for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h) {
                const std::string& id = rivals.hypotheses[h].id;
                EXPECT_NEAR(weighing.steps[c].posterior[h], step["posterior"][id].get<double>(), 1e-12) << id;
                for (std::size_t other = h + 1; other < rivals.hypotheses.size(); ++other) {
                    const std::string pair = id + ':' + rivals.hypotheses[other].id;
                    EXPECT_NEAR(decibels(weighing.steps[c].probability[h], weighing.steps[c].probability[other]),
                                step["weight_db"][pair].get<double>(), 1e-12)
                        << pair;
                }
            }
        }
    }
}

TEST(Weighing, WeightsAddUpToTheChangeOfTheOdds) {
    for (std::uint64_t number = 0; number < 50; ++number) {
        const RivalExplanations rivals = random_rivals(number, 2 + number % 4, 6);
        const Weighing weighing = weigh(rivals);
        for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h) {
            double sum = decibels(weighing.prior[h], 1 - weighing.prior[h]);
            for (const WeighedClue& step : weighing.steps) sum += step.weight[h];
            EXPECT_NEAR(sum, decibels(weighing.posterior[h], 1 - weighing.posterior[h]), 1e-9);
        }
    }
}

TEST(Weighing, AClueSoughtInVainCountsByItsComplementAndOneNotSoughtForNothing) {
    const RivalExplanations rivals = read_motives();
    const Weighing weighing = weigh(rivals);
    EXPECT_EQ(rivals.clues[3].id, "threat");
    EXPECT_NEAR(weighing.steps[3].probability[0], 0.4, 1e-15);
    EXPECT_TRUE(weighing.steps[4].probability.empty());
    EXPECT_EQ(weighing.steps[4].posterior, weighing.steps[3].posterior);
}

TEST(Weighing, OfAGroupOnlyTheStrongestCounts) {
    const RivalExplanations rivals = read_motives();
    const std::vector<ClueCounting> counting = clue_counting(rivals);
    EXPECT_EQ(counting[1], ClueCounting::counted) << "speech: 0.7 against 0.3";
    EXPECT_EQ(counting[2], ClueCounting::weaker) << "letter: 0.6 against 0.4";
    // by hand: decree, speech and the threat that was not found
    const double pressure = 0.4 * 0.2 * 0.3 * 0.4, will = 0.3 * 0.5 * 0.4 * 0.8, norm = 0.3 * 0.8 * 0.7 * 0.8;
    const Weighing weighing = weigh(rivals);
    EXPECT_NEAR(weighing.posterior[2], norm / (pressure + will + norm), 1e-14);
    EXPECT_EQ(rivals.hypotheses[weighing.leader].id, "norm");
    EXPECT_EQ(rivals.hypotheses[weighing.runner_up].id, "will");
}

TEST(Weighing, WeightsGivenAllOthersDoNotDependOnTheOrder) {
    for (std::uint64_t number = 0; number < 20; ++number) {
        RivalExplanations rivals = random_rivals(number, 3, 5);
        const auto weights = weights_given_others(rivals, weigh(rivals));
        EXPECT_NEAR(weights[4][1], weigh(rivals).steps[4].weight[1], 1e-9) << "of the last clue both are the same";
        std::ranges::reverse(rivals.clues);
        const auto turned = weights_given_others(rivals, weigh(rivals));
        for (std::size_t c = 0; c < 5; ++c)
            for (std::size_t h = 0; h < 3; ++h) EXPECT_NEAR(turned[4 - c][h], weights[c][h], 1e-9);
    }
}

TEST(Weighing, ManyCluesDoNotUnderflow) {
    RivalExplanations rivals = random_rivals(1, 3, 1);
    for (ClueLikelihood& one : rivals.clues[0].likelihoods) one.probability = {1e-200, 1e-200, 1e-200};
    rivals.clues[0].found = ClueFound::yes;
    for (int i = 0; i < 10; ++i) rivals.clues.push_back(rivals.clues[0]);
    const Weighing weighing = weigh(rivals);
    EXPECT_NEAR(weighing.posterior[0], weighing.prior[0], 1e-9);
}

TEST(Weighing, WhatIsImpossibleUnderEveryHypothesisIsRefusedAtItsClue) {
    RivalExplanations rivals = random_rivals(2, 2, 2);
    rivals.clues[0].found = rivals.clues[1].found = ClueFound::yes;
    rivals.clues[0].likelihoods[0].probability = {0, 0, 0};
    rivals.clues[1].likelihoods[1].probability = {0, 0, 0};
    rivals.clues[1].place = {"clues.csv", 3, 2};
    EXPECT_TRUE(std::isinf(weigh([&] {
                               RivalExplanations first = rivals;
                               first.clues.pop_back();
                               return first;
                           }())
                               .steps[0]
                               .weight[0]));
    try {
        (void)weigh(rivals);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_TRUE(std::string(error.what()).starts_with("clues.csv:3:2: what was found of 'c1'")) << error.what();
        EXPECT_NE(std::string(error.what()).find("impossible under every hypothesis"), std::string::npos);
    }
}

TEST(Weighing, EqualHypothesesAreRankedByTheirNames) {
    RivalExplanations rivals = random_rivals(3, 3, 0);
    for (RivalHypothesis& one : rivals.hypotheses) one.prior = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    std::swap(rivals.hypotheses[0], rivals.hypotheses[2]);
    const Weighing weighing = weigh(rivals);
    EXPECT_EQ(rivals.hypotheses[weighing.leader].id, "h0");
    EXPECT_EQ(rivals.hypotheses[weighing.runner_up].id, "h1");
}

}  // namespace weighing_test
}  // namespace tarazy
