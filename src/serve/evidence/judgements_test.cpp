#include "serve/evidence/judgements.hpp"

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "trace/evidence/weighing.hpp"

#include <gtest/gtest.h>

namespace tarazy::judgements_test {
namespace {

RivalExplanations two_rivals() {
    RivalExplanations rivals;
    rivals.hypotheses = {{"a", {0.5, 0.4, 0.6}}, {"b", {0.5, 0.4, 0.6}}};
    rivals.clues = {{"x"}};
    rivals.clues[0].likelihoods = {{{0.5, 0.5, 0.5}}, {{0.5, 0.5, 0.5}}};
    return rivals;
}

TEST(Judgements, ReplaceWhatTheStudySays) {
    const std::vector<JudgedLikelihood> judgements = {{"s", "x", "a", "A", 0.9, 0.8, 0.95, "because"},
                                                      {"s", "x", "b", "B", 0.9, 0.9, 0.9, ""},
                                                      {"s", "", "a", "A", 0.75, 0.7, 0.8, ""},
                                                      {"s", "none", "a", "A", 0.1, 0.1, 0.1, ""}};
    const RivalExplanations judged = as_judged(two_rivals(), judgements, "A");
    EXPECT_EQ(judged.clues[0].likelihoods[0].probability.value, 0.9);
    EXPECT_EQ(judged.clues[0].likelihoods[1].probability.value, 0.5);
    EXPECT_DOUBLE_EQ(judged.hypotheses[0].prior.value, 0.6) << "0.75 of 1.25";
    // Bayes' rule by hand: .6 x .9 against .4 x .5.
    EXPECT_DOUBLE_EQ(weigh(judged).posterior[0], 0.54 / 0.74);
    EXPECT_DOUBLE_EQ(weigh(as_judged(two_rivals(), {}, "A")).posterior[0], 0.5);
}

TEST(Judgements, AreKeptAndTakenAway) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    JudgedLikelihood one{"s", "x", "a", "A", 0.9, 0.8, 0.95, "because"};
    const auto act = [&](bool take_away, std::int64_t seen) {
        return workspace.act({"A", "t"}, "evidence", [&](const WorkspaceView&) { return judge(one, take_away, seen); });
    };
    act(false, 0);
    one.value = 0.91;
    EXPECT_THROW(act(false, 0), RefusedRequest);
    EXPECT_EQ(act(false, 1).number, 1) << "typing goes on";
    workspace.read([](const WorkspaceView& view) {
        ASSERT_EQ(judgements_of(view, "s").size(), 1u);
        EXPECT_EQ(judgements_of(view, "s")[0].value, 0.91);
        EXPECT_TRUE(judgements_of(view, "other").empty());
    });
    act(true, 2);
    workspace.read([](const WorkspaceView& view) { EXPECT_TRUE(judgements_of(view, "s").empty()); });
    one.low = 0.95;
    EXPECT_THROW(check_judgement(one), RefusedRequest);
    one.low = -1;
    EXPECT_THROW(check_judgement(one), RefusedRequest);
}

}  // namespace
}  // namespace tarazy::judgements_test
